"""tally: does a figure differ by a slip from what the counts beside it add up to?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.bare_counts import COPIES, COUNTED, IN_TURN, SPELT, find_counted
from govlint.facts.each_sums import EachSum, find_each_sums
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.kinds_told import find_kinds
from govlint.facts.line_sums import find_line_sums
from govlint.facts.list_sums import find_list_sums
from govlint.facts.mixed_sums import MIXED, find_mixed_sums
from govlint.facts.paragraph_sums import find_divisions, find_paragraph_sums
from govlint.facts.printed import Printed
from govlint.facts.search import ANYWHERE, Search
from govlint.facts.tallies import (
    Tally,
    may_be_more,
    may_tell,
    slipped_tallies,
)
from govlint.facts.tally_explained import is_explained
from govlint.facts.whole_lists import find_whole_lists
from govlint.text.span import Span

_OPENS = re.compile("\n[^，。；\n]{0,24}(?:[共总合]计?|累计)[^，。；\n]{0,14}$")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for stated, places, made in find_counted(text, facts.literals):
        yield _finding(text, stated, places, str(made), stated)
    for total, several, sum_ in find_mixed_sums(text, facts.literals):
        yield _finding(text, total, several, str(sum_), Span(several[0].start, total.end))
    told: set[Span] = set()
    for tally, short in _held(facts, told):
        found = _finding_of(text, tally, short=short)
        yield found._replace(severity="info") if may_be_more(text, tally) else found
    for each in find_each_sums(facts):
        if not facts.masked(each.total.span, ("table",)):
            yield _finding_of_each(text, each)
    for kinds in find_kinds(text, facts.printed):
        spans = [kinds.whole.span, *(part.span for part in kinds.parts)]
        if told.isdisjoint(spans) and not facts.masked(kinds.whole.span, ("table",)):
            whole = Span(spans[0].start, spans[-1].end)
            yield _finding(text, spans[0], spans[1:], kinds.expected(text), whole)


def _held(facts: Facts, told: set[Span]) -> Iterator[tuple[Tally, bool]]:
    """The totals that their parts miss, and whether only the total is to be shown; ``told`` takes
    the figures of all. What a total says in so many words of all goes first: 4200万元 is the first
    of its list, not the total of what follows it."""
    for tally in chain(find_paragraph_sums(facts), find_list_sums(facts), find_line_sums(facts)):
        if _is_new(facts, tally, told):
            yield tally, facts.body.find("。", *_around(tally)) >= 0
    first = told.copy()
    for tally in _tallies(facts):
        if first.isdisjoint(_spans(tally)):
            told.update(_spans(tally))
            yield tally, False
    for tally in find_divisions(facts):
        if _is_new(facts, tally, told):
            yield tally, True


def _is_new(facts: Facts, tally: Tally, told: set[Span]) -> bool:
    """Whether nothing was told of the figures of a tally; it is from now on."""
    new = told.isdisjoint(_spans(tally)) and not facts.masked(tally.total.span, ("table",))
    if new:
        told.update(_spans(tally))
    return new


def _spans(tally: Tally) -> list[Span]:
    return [tally.total.span, *(part.span for part in tally.parts)]


def _around(tally: Tally) -> Span:
    spans = _spans(tally)
    return Span(min(spans).start, max(spans).end)


def _finding_of(text: str, tally: Tally, *, short: bool) -> Finding:
    total, *parts = _spans(tally)
    return _finding(text, total, parts, tally.expected, total if short else _around(tally))


def _tallies(facts: Facts) -> Iterator[Tally]:
    text = facts.body
    for number, printed in enumerate(facts.printed):
        if _OPENS.search(facts.body, max(0, printed[0].last - 2), printed[0].start):
            yield from _of_line_before(facts, number, own_of(printed))
        told = may_tell(facts.passage_text(number))
        listed = _may_list(printed)
        if not told and not listed:
            continue
        own = own_of(printed)
        figures = _with_next(facts, number)
        found = [*slipped_tallies(text, figures, own)] if told else []
        if listed:
            known = {figure for total, parts, _ in found for figure in (total, *parts)}
            several = find_whole_lists(text, figures, own)
            found += [each for each in several if each.total not in known]
        yield from (each for each in found if not is_explained(text, figures, each))


def own_of(printed: list[Printed]) -> range:
    """Where the figures of a sentence begin."""
    return range(printed[0].start, printed[-1].start + 1)


def _of_line_before(facts: Facts, number: int, own: range) -> Iterator[Tally]:
    """What opens a line and adds up the list that ends the line before."""
    figures = facts.with_line_before(number)
    for tally in slipped_tallies(facts.body, figures, own):
        if max(tally.parts).span.end < own.start and not is_explained(facts.body, figures, tally):
            yield tally


def _with_next(facts: Facts, number: int) -> list[Figure]:
    """The figures of the passage of a sentence, and of the next two, where its list may go on."""
    figures = facts.passage(number).figures
    for place in range(number + 1, min(number + 3, len(facts.printed))):
        more = facts.passage(place).figures
        figures = [*figures, *(f for f in more if f.span > figures[-1].span)]
    return figures


def _finding(text: str, stated: Span, parts: Sequence[Span], expected: str, span: Span) -> Finding:
    fields: dict[str, str | int] = {
        "parts": "、".join(text[slice(*part)] for part in parts),
        "expected": expected,
        "stated": text[slice(*stated)],
    }
    return Finding(span, fields, tuple(Related(part, "part") for part in parts))


def _finding_of_each(text: str, each: EachSum) -> Finding:
    """The finding where what is told of each of several counts more than once."""
    spans = [part.span for part in each.parts]
    found = _finding(text, each.total.span, spans, each.expected, each.total.span)
    told = (
        text[slice(*span)] + (f"×{n}" if n > 1 else "")
        for span, n in zip(spans, each.times, strict=True)
    )
    return found._replace(fields={**found.fields, "parts": "、".join(told)})


def _may_list(printed: list[Printed]) -> bool:
    """Whether a sentence has a figure that a list of its unit may follow."""
    units = [each.unit for each in printed]
    return len(set(units)) < len(units)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (COPIES, MIXED, COUNTED, IN_TURN, SPELT, ANYWHERE)  # and what the figures say


CHECK = Check(
    "tally",
    NoParams,
    run,
    fields=("parts", "expected", "stated"),
    roles=("part",),
    searches=_searches,
)
