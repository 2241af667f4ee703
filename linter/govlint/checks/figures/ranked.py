"""ranked: do figures stand in the order in which they are said to stand?

从高到低依次为……, 逐年下降……, 最多的是……其次是……: each figure of such a list is no more, or no less,
than the one before it.

``find``: claims, each with a group that says which way the figures go, ``falling`` or
``rising``, and one that says where they stand: ``list``, behind it; ``times``, around it, each
with its year, month or quarter; ``chain``, from the one before 其次 on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from govlint.checks.base import Check
from govlint.checks.phrases import Phrases, searches_of
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.near_figures import near_figures
from govlint.facts.search import find_all
from govlint.facts.units import TIME
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, exactly
from govlint.text.span import Span

_LEAST = 3
"""Fewer states of one thing are no series of years."""
_PAIR = 2
_OTHER = re.compile(
    r"[共总合]计|总共|共[^同]|平均|其中|全[国省市县区镇乡村]|[比较同环][上去比年]|[增减提升下降]|占(?![道用地])|达标|目标"
)
"""Words before a figure of something else than the list."""
_TIME = re.compile(
    r"(?P<year>20[0-9]{2})年?(?![0-9])|(?P<month>1?[0-9])月份?(?![0-9])|(?P<quarter>[一二三四])季度"
)
_YEARS = re.compile(r"20[0-9]{2}年?[至到—～-]20[0-9]{2}年?")
_CHAIN = re.compile(r"其次|再次|居次|第[二三四](?:名|位)?的?(?:是|为)")


_SCORE = re.compile(
    r"(?<=[一-龥（：])(?P<n>[0-9]{1,3}(?:\.[0-9]{1,3})?)分(?=[，、）；。]|居|紧|[列排]第|次之)"
)


class _Listed(NamedTuple):
    """A figure of a list, and what may have been rounded to it."""

    span: Span
    interval: Interval


def run(facts: Facts, params: Phrases) -> Iterator[Finding]:
    claims = find_all(facts.body, facts.literals, searches_of(params))
    if not claims:
        return  # most
    told: set[Span] = set()
    for claim in sorted(claims, key=re.Match.start):
        groups = claim.re.groupindex
        falling = "falling" in groups
        near = near_figures(facts, claim.start(), claim.end())
        listed = [
            _Listed(each.span, each.interval) for each in _listed(facts.body, claim, near.figures)
        ]
        if len(listed) < _LEAST and "list" in groups:
            listed = [*_scores(facts.body, claim.end(), near.span.end)]
        elif "chain" in groups and len(listed) < _PAIR:
            listed = _next_scores(facts.body, claim, near.span)
        for before, figure in pairwise(listed):
            less, more = (figure, before) if falling else (before, figure)
            if less.interval.low > more.interval.high and figure.span not in told:
                told.add(figure.span)
                text = facts.body
                fields: dict[str, str | int] = {
                    "claim": claim[0],
                    "before": text[slice(*before.span)],
                    "stated": text[slice(*figure.span)],
                }
                span = figure.span
                if "times" in groups:  # the words may be as wrong as the figure
                    start, end = min(span.start, claim.start()), max(span.end, claim.end())
                    span = Span(start, end)
                yield Finding(span, fields, (Related(before.span, "before"),))
                break


def _scores(text: str, start: int, end: int) -> Iterator[_Listed]:
    """Marks, which are no quantity elsewhere: 红岩镇（95.2分）、白果乡（94.1分）."""
    for match in _SCORE.finditer(text, start, end):
        yield _Listed(Span(*match.span()), exactly(Decimal(match["n"])))


def _next_scores(text: str, claim: re.Match[str], within: Span) -> list[_Listed]:
    """The mark before a claim, and that behind it which is said to be the next."""
    scores = [*_scores(text, within.start, within.end + 1)]
    before = [score for score in scores if score.span.end <= claim.end()][-1:]
    behind = [score for score in scores if score.span.start >= claim.end()][:1]
    linked = before and behind and _CHAIN.search(text, claim.end(), behind[0].span.start)
    return [*before, *behind] if linked else []


def _listed(text: str, claim: re.Match[str], figures: list[Figure]) -> list[Figure]:
    """The figures that a claim speaks of."""
    groups = claim.re.groupindex
    if "list" in groups:
        found = _run(text, [figure for figure in figures if figure.span.start >= claim.end()])
        quickest = claim[0].startswith("前") and found and found[0].dimension == TIME
        return [] if quickest else found
    if "chain" in groups:
        before = [figure for figure in figures if figure.span.end <= claim.end()]
        behind = [figure for figure in figures if figure.span.start >= claim.end()]
        return _linked(text, before[-1:], behind)
    return _dated(text, figures)


def _run(text: str, figures: list[Figure]) -> list[Figure]:
    """The list at the beginning of ``figures``: what is counted alike, one after the other."""
    found: list[Figure] = []
    for figure in figures:
        lead = text[slice(*figure.lead)]
        if found and figure.dimension != found[0].dimension:
            continue  # 占12%, said of one of them
        if figure.about or (found and _OTHER.search(lead)):
            break
        if found and "；" in text[found[-1].span.end : figure.span.start]:
            break
        found.append(figure)
    return found


def _linked(text: str, first: list[Figure], behind: list[Figure]) -> list[Figure]:
    """The figure before 其次, those behind it and behind 再次."""
    found = list(first)
    for figure in behind:
        if not found or figure.dimension != found[0].dimension:
            continue
        if figure.about or not _CHAIN.search(text, found[-1].span.end, figure.span.start):
            break
        if _OTHER.search(text, *figure.lead):
            break
        found.append(figure)
    return found


def _dated(text: str, figures: list[Figure]) -> list[Figure]:
    """The states of one thing, each behind its year, month or quarter, in the order of time, or
    behind 分别 and a stretch of years."""
    for number, figure in enumerate(figures):
        if figure.turn[0] == 1 and figure.turn[1] >= _LEAST and _YEARS.search(text, *figure.lead):
            return [each for each in figures[number:] if each.turn[1] == figure.turn[1]]
    found: list[tuple[str, int, Figure]] = []
    for figure in figures:
        labels = list(_TIME.finditer(text, *figure.lead))
        if not labels or figure.about or (found and figure.dimension != found[0][2].dimension):
            continue
        kind = labels[-1].lastgroup or ""
        told = labels[-1][0] if not kind else labels[-1][kind]
        order = int(told) if told.isdecimal() else "一二三四".index(told)
        if found and (kind, order) <= (found[-1][0], found[-1][1]):
            return []
        if found and kind != found[0][0]:
            return []
        found.append((kind, order, figure))
    return [figure for _, _, figure in found] if len(found) >= _LEAST else []


CHECK = Check(
    "ranked",
    Phrases,
    run,
    fields=("claim", "before", "stated"),
    roles=("before",),
    searches=searches_of,
)
