"""each_sums: totals of counts of which some are told once for several things.

甲镇84人，乙镇、丙镇各46人，三支队伍共计176人: what stands behind 各 counts as often as things are
named, or counted, before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, written_as
from govlint.facts.units import COUNTED
from govlint.records import NamedTuple
from govlint.text.intervals import apart, exactly
from govlint.text.numerals import parse_numeral

_EACH, _EVERY = "各", "每"
_KIND = re.compile("[一-龥]{2,6}?(?=[，、。；和及与])")
"""What a count counts, in its own words: 1个主会场和12个分会场."""
_TOTAL = re.compile("(?:[合共总]计|总共|一共|(?<!公)共)[^，。；0-9]{0,6}$")
_COUNTED = re.compile("(?P<n>[两二三四五六七八九十]|[0-9]{1,2})[支个家所座处队组类项村镇乡]")
_NAMED = re.compile(
    "(?:^|[，、；：。])(?P<names>[一-龥]{1,12}(?:[、和与][一-龥]{1,12}){1,6}?)各[^，。；0-9]{0,6}$"
)
_OF_COUNTED = re.compile("[一-龥]{0,12}?各[^，。；0-9]{0,6}")
_JOIN = re.compile("[、和与]")
_ASIDE = CHANGE_ROLES | {"其中", "部分", "均值", "起点", "上期", "目标", "总数"}
_MOST, _TWO = 60, 2
_NOUGHT = Decimal(0)


class EachSum(NamedTuple):
    """``total``: what is said to be the sum of the ``parts``, which count so many ``times``;
    ``expected``: as it would be written."""

    total: Figure
    parts: list[Figure]
    times: list[int]
    expected: str


def find_each_sums(facts: Facts) -> Iterator[EachSum]:
    """The totals that are not the sum of what their sentence counts before them."""
    text = facts.body
    if _EACH not in text and _EVERY not in text:
        return
    for number, printed in enumerate(facts.printed):
        words = text[printed[0].last : printed[-1].end]
        if _EACH not in words and _EVERY not in words:
            continue
        figures = facts.sentence_figures(number).figures
        for place, total in enumerate(figures):
            found = _held(text, figures, place) if _is_total(text, total) else None
            if found is not None:
                yield found


def _is_total(text: str, figure: Figure) -> bool:
    exact = not (figure.about or figure.limit or figure.mean)
    return exact and figure.unit in COUNTED and _TOTAL.search(text, *figure.lead) is not None


def _held(text: str, figures: list[Figure], place: int) -> EachSum | None:
    """A total with its parts, where it is not their sum."""
    total = figures[place]
    parts = [f for f in figures[:place] if f.dimension == total.dimension]
    if len(parts) < _TWO or any(f.about or f.limit or f.roles & _ASIDE - {"均值"} for f in parts):
        return None
    times = [_times(text, figures, part) for part in parts]
    told = _COUNTED.search(text, *total.lead)
    counted = parse_numeral(told["n"]) if told else sum(times)
    if not all(times) or max(times) < _TWO or counted != sum(times):
        return None
    made = sum((f.value * n for f, n in zip(parts, times, strict=True)), _NOUGHT)
    once = sum((f.value for f in parts), _NOUGHT)
    if not apart(exactly(made), total.interval) or not apart(exactly(once), total.interval):
        return None
    near = total.value / _TWO < made < total.value * _TWO
    return EachSum(total, parts, times, written_as(text, total, made)) if near else None


def _times(text: str, figures: list[Figure], part: Figure) -> int:
    """How many things have as much as is told of a part; 0 where that is not known."""
    lead = text[slice(*part.lead)]
    if _EVERY in lead or part.mean is not None:
        return _times_told(text, figures, lead)
    if _EACH not in lead:
        return 1
    named = _NAMED.search(lead)
    if named is not None:
        names = _JOIN.split(named["names"])
        alike = len({name[-1] for name in names}) == 1
        return len(names) if alike or "、" in named["names"] else 0
    before = [f for f in figures if f.span.end == part.lead.start]
    if before and before[0].unit in COUNTED and _OF_COUNTED.fullmatch(lead):
        count = before[0].value
        return int(count) if count == int(count) and count <= _MOST else 0
    return 0


def _times_told(text: str, figures: list[Figure], lead: str) -> int:
    """How many there are of what ``lead`` tells of every one: 12个分会场……每个分会场."""
    for figure in figures:
        kind = _KIND.match(text, figure.span.end) if figure.unit in COUNTED else None
        if kind and f"{_EVERY}{figure.unit}{kind[0]}" in lead and figure.value <= _MOST:
            return int(figure.value)
    return 0
