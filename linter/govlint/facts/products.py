"""products: amounts that must be what their factors make, since no other units fit.

元/课时 × 课时/期 × 期 is 元; 长 × 宽 is an area; what is left over what is done in a month is
months. Which figures belong together is told by their units; a sentence may have but one of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure, written_as
from govlint.facts.links import EARLIER
from govlint.facts.units import UNITS
from govlint.records import NamedTuple
from govlint.text.slips import is_scaled, is_slip

_LONG = re.compile("(?<![增延校部行会班组队院所股社厂])(?:全|总)?长度?[为约达有]{0,2}$")
_WIDE = re.compile("宽度?[为约达有]{0,2}$")
_HIGH = re.compile("(?:深|高|厚)度?[为约达有]{0,2}$")
_RATE = re.compile(r"(?:每个?(?P<one>[天日月周])|(?P<mean>[日月])均)[^，。；0-9每]{0,8}$")
_NEEDED = re.compile(r"(?:需要?|要用?|可用)[^，。；0-9]{0,6}$")
_TOTAL = re.compile(
    r"[共总需费款金]|合计|投入|支出|收入|产值|产量|经费|预算|补[助贴]|支付|兑现|发放"
)
_TIMES = {"天": "天", "日": "天", "月": "个月"}
_MAY_TELL = re.compile("/|每|宽|均")
_NOT_NOW = CHANGE_ROLES | EARLIER | {"其中", "部分", "之中"}
_AT_MOST = Decimal("1.45")
_NONE = Decimal(0)


class Product(NamedTuple):
    """``total`` and the ``factors`` that make it; ``expected``: as it would be written."""

    total: Figure
    factors: tuple[Figure, ...]
    expected: str


def may_tell(words: str) -> bool:
    """Whether a sentence may tell factors: a price for each, a width."""
    return _MAY_TELL.search(words) is not None


def find_products(text: str, figures: list[Figure]) -> Iterator[Product]:
    """The totals of a sentence that its only factors contradict."""
    plain = [f for f in figures if not f.about and not f.limit]
    if len(plain) != len(figures):
        return
    for find in (_sizes, _amounts, _times):
        for total, factors, value, sure in find(text, figures):
            expected = written_as(text, total, value)
            if _is_off(total, value) and (sure or _is_nearly(text, total, value, expected)):
                yield Product(total, factors, expected)


Found = Iterator[tuple[Figure, tuple[Figure, ...], Decimal, bool]]


def _sizes(text: str, figures: list[Figure]) -> Found:
    """长60米、宽30米，面积1800平方米."""

    def only(sign: re.Pattern[str]) -> Figure | None:
        lengths = (f for f in figures if f.dimension == "长度")
        found = [f for f in lengths if sign.search(text, *f.lead)]
        return found[0] if len(found) == 1 else None

    long, wide, high = only(_LONG), only(_WIDE), only(_HIGH)
    if long is None or wide is None:
        return
    sides = (long, wide) if high is None else (long, wide, high)
    kind = "面积" if high is None else "体积"
    totals = [f for f in figures if f.dimension == kind and f.span > sides[-1].span]
    if len(totals) == 1 and not totals[0].mean:
        value = Decimal(1)
        for side in sides:
            value *= side.value
        yield totals[0], sides, value, False


def _amounts(text: str, figures: list[Figure]) -> Found:
    """6期，每期8课时，每课时300元，共14400元; 620亩，850元/亩，共52.7万元."""
    rates = [f for f in figures if _per(f)]
    if not rates or any(f.roles & _NOT_NOW for f in figures if f not in rates):
        return
    for first in rates:
        base, per = _base(first), _per(first)
        second = [f for f in rates if f is not first and f.unit == per]
        if len(rates) != 1 + len(second) or (not second and "/" not in first.dimension):
            continue  # what one price and one number make is asked by FIG328
        last = second[0] if second else first
        counts = [f for f in figures if f not in rates and _fits(f, _per(last))]
        totals = [f for f in figures if f not in rates and f.dimension == base]
        if len(counts) != 1 or len(totals) != 1 or counts[0] is totals[0]:
            continue
        lead = text[slice(*totals[0].lead)]
        if totals[0].span < max(f.span for f in (*rates, counts[0])) or not _TOTAL.search(lead):
            continue
        value = first.value * _number(counts[0], _per(last))
        value *= second[0].value if second else 1
        yield totals[0], (*rates, *counts), value, False


def _times(text: str, figures: list[Figure]) -> Found:
    """全长36公里，已铺设27公里，每月铺设3公里，还需3个月."""
    for number, rate in enumerate(figures):
        told = _RATE.search(text, *rate.lead)
        if told is None or not rate.value:
            continue
        unit = _TIMES.get(told["one"] or told["mean"])
        times = [f for f in figures[number + 1 :] if f.unit == unit]
        amounts = [f for f in figures[:number] if f.dimension == rate.dimension]
        if len(times) != 1 or not _NEEDED.search(text, *times[0].lead) or not amounts:
            continue
        alike = [f for f in figures if f.dimension == rate.dimension]
        left = amounts[-1].value if "其余" in amounts[-1].roles or len(amounts) == 1 else _NONE
        if len(amounts) == 2 and "其余" not in amounts[-1].roles:
            left = amounts[0].value - amounts[1].value
        if left <= 0 or len(alike) != len(amounts) + 1:
            continue
        needed = (left / rate.value).to_integral_value(ROUND_CEILING)
        yield times[0], (*amounts, rate), needed * UNITS[times[0].unit][1], True


def _per(figure: Figure) -> str:
    """For one of what an amount is told, "" where it is not."""
    if figure.mean is not None:
        return figure.mean.unit
    return figure.dimension.partition("/")[2]


def _base(figure: Figure) -> str:
    return figure.dimension.partition("/")[0]


def _fits(figure: Figure, per: str) -> bool:
    """Whether a count is one of what a price is for."""
    return figure.unit == per or (per in UNITS and UNITS[per][0] == figure.dimension)


def _number(figure: Figure, per: str) -> Decimal:
    """How many of them there are."""
    return figure.value / UNITS[per][1] if per in UNITS else figure.value


def _is_off(total: Figure, value: Decimal) -> bool:
    """Whether rounding does not explain that a total is not ``value``."""
    return abs(total.value - value) > max(total.step, abs(value) / 200)


def _is_nearly(text: str, total: Figure, value: Decimal, expected: str) -> bool:
    """Whether a total is a slip away from what it should be, or nearly that, or in another unit."""
    if value <= 0 or total.value <= 0:
        return False
    printed = text[slice(*total.span)]
    slipped = len(printed) == len(expected) and is_slip(printed, expected)
    near = 1 / _AT_MOST < total.value / value < _AT_MOST
    return slipped or near or is_scaled(total.value, value)
