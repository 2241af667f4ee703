"""held_against: two figures of which one is held against the other, and what of the words before
may be held against it instead.

What is told to be more than last year's may be the figure before the last one (每人1100元，其中个人
400元，比上年的1070元提高30元), or several together (男生52名，女生48名，比上年的90名多10名). A
match has the groups a and u, b and v of the two with their units, word and above of the words
between, and d and w of the gap where that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.comparing import alike_before
from govlint.facts.units import base_of, worth_of
from govlint.text.intervals import Interval, absolute, add, apart, subtract

_NO_SUM = ("%", "分", "℃", "摄氏度", "度")
"""Of what is told in these, two figures make no third."""
_TIMES = ("小时", "分钟", "工作日", "月", "天", "秒")


def read(match: re.Match[str], number: str, unit: str) -> Interval:
    """What may have been rounded to the figure of two groups."""
    return _interval(match[number], match[unit])


def _interval(number: str, unit: str) -> Interval:
    """What may have been rounded to a figure; a whole number is one of single things."""
    value, worth = Decimal(number), worth_of(unit)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent)) * worth
    if "." not in number and worth == 1 and "%" not in unit:
        step = Decimal(0)
    return Interval(value * worth - step / 2, value * worth + step / 2)


def _is_pace(match: re.Match[str]) -> bool:
    """Whether what takes longer is called slow: 13.6分钟，比平均的11.2分钟慢."""
    return match["word"][0] in "快慢" and match["u"].lstrip("千万亿个") in _TIMES


def is_of_other(text: str, match: re.Match[str]) -> bool:
    """Whether what is told is true of a figure of a clause before (每人1100元，其中个人400元，比
    上年的1070元提高30元), or of several together (男生52名，女生48名，比上年的90名多10名)."""
    other = read(match, "b", "v")
    if match["d"] is None:
        return is_turned(match, read(match, "a", "u"), other) and any(
            not is_turned(match, made, other) for made in _together(text, match)
        )
    gap = read(match, "d", "w")
    alone = (_interval(*each) for each in alike_before(text, match, "。；\n"))
    return any(
        not apart(absolute(subtract(made, other)), gap)
        for made in (*alone, *_together(text, match))
    )


def is_turned(match: re.Match[str], one: Interval, other: Interval) -> bool:
    """Whether one figure is not above the other, as the words say, or not below it."""
    gap = subtract(one, other)
    return gap.high <= 0 if (match["above"] is not None) != _is_pace(match) else gap.low >= 0


def _together(text: str, match: re.Match[str]) -> Iterator[Interval]:
    """What a figure makes with the one before it, the two before it, and so on."""
    if base_of(match["u"]) in _NO_SUM:
        return
    made = read(match, "a", "u")
    for each in reversed(alike_before(text, match, "。\n")):
        made = add(made, _interval(*each))
        yield made


def is_of_third(text: str, match: re.Match[str]) -> bool:
    """Whether the gap of two figures is that of one of them and a third before them: 全国增长5.2%，
    全省增长5.6%，我市增长6.3%，高于全国1.1个百分点."""
    gap, two = read(match, "d", "w"), (read(match, "a", "u"), read(match, "b", "v"))
    return any(
        not apart(absolute(subtract(_interval(*each), one)), gap)
        for each in alike_before(text, match, "。\n")
        for one in two
    )
