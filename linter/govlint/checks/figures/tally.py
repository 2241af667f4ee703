"""tally: does a figure differ by a slip from what the counts beside it add up to?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.bare_counts import COPIES, COUNTED, SPELT, find_counted
from govlint.facts.facts import Facts
from govlint.facts.printed import Printed
from govlint.facts.search import ANYWHERE, Search
from govlint.facts.tallies import Tally, is_explained, may_tell, slipped_tallies
from govlint.facts.whole_lists import find_whole_lists
from govlint.text.span import Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for stated, places, made in find_counted(text, facts.literals):
        fields: dict[str, str | int] = {
            "parts": "、".join(text[slice(*part)] for part in places),
            "expected": made,
            "stated": text[slice(*stated)],
        }
        yield Finding(stated, fields, tuple(Related(part, "part") for part in places))
    for number, printed in enumerate(facts.printed):
        told = may_tell(facts.passage_text(number))
        listed = _may_list(printed)
        if not told and not listed:
            continue
        own = range(printed[0].start, printed[-1].start + 1)
        figures = facts.passage(number).figures
        found = [*slipped_tallies(text, figures, own)] if told else []
        if listed:
            known = {figure for total, parts, _ in found for figure in (total, *parts)}
            several = find_whole_lists(text, figures, own)
            found += [each for each in several if each.total not in known]
        for total, parts, expected in found:
            if is_explained(text, figures, Tally(total, parts, expected)):
                continue
            fields = {
                "parts": "、".join(text[slice(*part.span)] for part in parts),
                "expected": expected,
                "stated": text[slice(*total.span)],
            }
            related = tuple(Related(part.span, "part") for part in parts)
            spans = [total.span, *(part.span for part in parts)]
            yield Finding(Span(min(spans).start, max(spans).end), fields, related)


def _may_list(printed: list[Printed]) -> bool:
    """Whether a sentence has a figure that a list of its unit may follow."""
    units = [each.unit for each in printed]
    return len(set(units)) < len(units)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (COPIES, COUNTED, SPELT, ANYWHERE)  # and what the figures say


CHECK = Check(
    "tally",
    NoParams,
    run,
    fields=("parts", "expected", "stated"),
    roles=("part",),
    searches=_searches,
)
