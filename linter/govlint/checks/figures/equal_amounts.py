"""equal-amounts: are two writings of one amount the same amount?

1240万立方米（即1.24亿立方米） are not: the one is ten times the other. Two amounts with 即 or 折合
between them are one; with only brackets they are where one is just a power of ten of the other.
So are a sum in figures and the one in capitals beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.capital_amounts import CAPITALS_FIRST, FIGURES_FIRST, find_written
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, scale_of
from govlint.facts.near_figures import near_figures
from govlint.facts.search import Search, find, search_for
from govlint.facts.told_before import told_before
from govlint.facts.units import COUNTED, PERCENT
from govlint.text.back import begins
from govlint.text.intervals import apart

_LINK = search_for(
    r"(?<=[一-龥℃%])(?P<link>（(?P<same>即|折合|合|约合|也就是)?|，?(?P<so>即|折合|约合|也就是))(?:约|人民币)?(?=[0-9])",
    (
        (
            "（1",
            "（2",
            "（3",
            "（4",
            "（5",
            "（6",
            "（7",
            "（8",
            "（9",
            "（0",
            "（即",
            "（折",
            "（合",
            "（约",
            "即",
            "折合",
            "约合",
            "也就是",
        ),
    ),
    12,
)
_AGAIN = search_for(
    r"(?:该|上述|这一?|此)(?P<what>[一-龥]{2,12})（(?:即|合|折合|共|约)?(?=[0-9])",
    (("该", "上述", "这", "此"), ("（1", "（2", "（3", "（4", "（5", "（6", "（7", "（8", "（9",
                                  "（即", "（合", "（折", "（共", "（约")),
    20,
)  # fmt: skip
"""规模为4.5万吨……将该规模（4500万公斤）分解到: told once more in another unit."""
_BACK = 160
_TENS = [Decimal(10) ** power for power in (1, 2, 3, 4, 8)]
_ROOM = Decimal("0.01")
_LOOSE = Decimal("0.06")
"""So far apart may be what is told in another unit, which is rounded: 3.6平方公里（约5400亩）."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _LINK):
        near = near_figures(facts, match.start(), match.end(), "。；\n")
        first = next((each for each in near.figures if each.span.end == match.start()), None)
        last = next((each for each in near.figures if each.span.start == match.end()), None)
        if first is None or last is None or first.dimension != last.dimension:
            continue
        if first.dimension == PERCENT or not first.value or not last.value:
            continue
        surely = bool(match["same"] or match["so"])
        closed = match["link"][0] != "（" or text[last.span.end : last.span.end + 1] == "）"
        if _differ(first, last, surely=surely) and closed:
            related = Related(first.span, "first")
            fields: dict[str, str | int] = {"first": text[slice(*first.span)]}
            yield Finding(last.span, fields, (related,))
    yield from _told_again(facts)
    for written in find_written(text, facts.literals):
        if written.value != written.told:
            fields = {"first": text[slice(*written.figures)]}
            yield Finding(written.words, fields, (Related(written.figures, "first"),))


def _told_again(facts: Facts) -> Iterator[Finding]:
    """The amounts in brackets that take up one told before by its name."""
    text = facts.body
    for match in find(text, facts.literals, _AGAIN):
        start = begins(text, match.start(), "\n", _BACK)
        told = told_before(facts, match.end() + 1, match.end() + 1 - start)
        if not told or told[-1].span.start != match.end():
            continue
        *before, last = told
        alike = [f for f in before if f.dimension == last.dimension and f.value]
        closed = text.startswith("）", last.span.end) and last.value
        if len(alike) != 1 or not closed or last.dimension == PERCENT:
            continue
        first = alike[0]
        named = match["what"][-2:] in text[first.lead.start : first.span.start]
        scales = scale_of(text, first), scale_of(text, last)
        if named and scales[0] != scales[1] and _differ(first, last, surely=True):
            related = Related(first.span, "first")
            yield Finding(last.span, {"first": text[slice(*first.span)]}, (related,))


def _differ(first: Figure, last: Figure, *, surely: bool) -> bool:
    """Whether two amounts that should be one are not."""
    ratio = max(first.value, last.value) / min(first.value, last.value)
    if any(abs(ratio / power - 1) <= _ROOM for power in _TENS):
        return first.unit not in COUNTED or surely or first.step >= 1
    return surely and apart(first.interval, last.interval) and ratio > 1 + _LOOSE


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_LINK, _AGAIN, FIGURES_FIRST, CAPITALS_FIRST)


CHECK = Check(
    "equal-amounts", NoParams, run, fields=("first",), roles=("first",), searches=_searches
)
