"""years_told: over how many years words say that something goes."""

from __future__ import annotations

import re

from govlint.text.numerals import parse_numeral
from govlint.text.years import YEAR

_RANGE = re.compile(rf"(?P<a>{YEAR})(?:年)?(?:——?|至|到|～|~|-)(?P<b>{YEAR})年")
_SPAN = re.compile(
    "(?<![0-9一二三四五六七八九十第])(?P<n>[1-9]|[两二三四五六七八九十])年(?:来|间|里|中|内)?(?![前级期底])|[前近](?P<m>[两二三四五六七八九十])年"
)
_PLAN = re.compile("“?十(?P<of>[一二三四五])五”?(?:期间|时期)")
_LEAST, _FIVE = 2, 5
_LATE = "四五"
"""Plans which may not have been over when the words were written."""


def years_told(said: str) -> tuple[int, ...]:
    """Over how many years ``said`` tells that something goes; several numbers where its first and
    last may both be counted or not, none where nothing, or more than one thing, is told.

    >>> years_told("2021年至2024年累计造林"), years_told("四年减少"), years_told("“十三五”期间")
    ((4,), (4,), (5,))
    """
    ranges = [*_RANGE.finditer(said)]
    told = [parse_numeral(each["n"] or each["m"]) for each in _SPAN.finditer(said)]
    if ranges:
        size = int(ranges[-1]["b"]) - int(ranges[-1]["a"])
        sizes = {size + 1, *(n for n in told if n in (size, size + 1))}
        return tuple(sorted(sizes)) if size >= 1 else ()
    if told:
        return (told[-1],) if len({*told}) == 1 and told[-1] and told[-1] >= _LEAST else ()
    plan = _PLAN.search(said)
    if plan is None:
        return ()
    return tuple(range(_FIVE, 0, -1)) if plan["of"] in _LATE else (_FIVE,)
