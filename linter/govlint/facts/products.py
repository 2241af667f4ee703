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
from govlint.facts.units import COUNTED, PEOPLE, UNITS
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
_EACH_TIME = re.compile(
    r"每(?:一|个)?(?P<per>[人名位户个台辆间亩处座张条])[^，。；0-9每]{0,4}?"
    r"(?:每个?(?P<time>[月天日])|(?P<paid>月)(?=租|工资|薪|补|均))[^，。；0-9每]{0,8}$"
)
_MONTHLY = re.compile(r"(?:月均|平均每月|每月平均)[^，。；0-9]{0,6}$")
_ALL_YEAR = re.compile(r"(?:全年|一年(?:来|中|间)?)[^，。；0-9]{0,14}$")
_YEAR = re.compile("一年|全年|1年|每年|年(?=需|共|支出|合计|补)")
_HALF = re.compile("半年")
_MONTHS = Decimal(12)
_EVERY = re.compile("每(?:间?隔|相隔)$")
_NEEDED_FOR = re.compile(r"(?:[可能需][^，。；0-9]{0,6}|共[^，。；0-9]{0,4})$")
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
    for find in (_sizes, _amounts, _periodic, _months, _shared, _times):
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


def _periodic(text: str, figures: list[Figure]) -> Found:
    """36名，每人每月1200元，一年共51.84万元; 24个摊位，租期10个月，每个月租金600元."""
    told = [(f, match) for f in figures if (match := _EACH_TIME.search(text, *f.lead))]
    if len(told) != 1 or any(f.roles & _NOT_NOW for f in figures):
        return
    rate, match = told[0]
    unit = _TIMES.get(match["time"] or match["paid"], "")
    several = _several(text, figures, unit)
    counts = [f for f in figures if f is not rate and _is_each(f, match["per"])]
    totals = [f for f in figures if f is not rate and f.dimension == rate.dimension]
    if several and len(counts) == len(totals) == 1 and totals[0] is not counts[0]:
        total = totals[0]
        if total.span > rate.span and _TOTAL.search(text, *total.lead):
            value = rate.value * _number(counts[0], counts[0].unit) * several
            yield total, (rate, *counts), value, False


def _several(text: str, figures: list[Figure], unit: str) -> Decimal | None:
    """For how many of a unit of time something is told: 10个月, 一年; None where it is not."""
    times = [f for f in figures if f.unit == unit]
    said = text[figures[0].lead.start : figures[-1].span.end]
    if times:
        return times[0].value / UNITS[unit][1] if len(times) == 1 else None
    if unit != "个月":
        return None
    years, halves = _YEAR.findall(said), _HALF.findall(said)
    return {(1, 0): _MONTHS, (0, 1): _MONTHS / 2}.get((len(years), len(halves)))


def _is_each(figure: Figure, per: str) -> bool:
    """Whether a count is one of those for each of whom an amount is told."""
    return figure.unit == per or (per in "人名位" and figure.dimension == PEOPLE)


def _months(text: str, figures: list[Figure]) -> Found:
    """全年1.8万件，月均1500件."""
    told = [f for f in figures if _MONTHLY.search(text, *f.lead)]
    if len(told) != 1:
        return
    alike = [f for f in figures if f.dimension == told[0].dimension and f is not told[0]]
    if len(alike) == 1 and _ALL_YEAR.search(text, *alike[0].lead) and not alike[0].roles & _NOT_NOW:
        yield told[0], (alike[0],), alike[0].value / _MONTHS, False


def _shared(text: str, figures: list[Figure]) -> Found:
    """4800平方米，按每个车位30平方米计算，可停车160辆; 320米，每隔4米一根，共需80根."""
    for number, each in enumerate(figures[1:-1], 1):
        told = _EVERY.search(text, *each.lead)
        if told is None and (each.mean is None or not each.mean.per):
            continue
        alike = [f for f in figures if f.dimension == each.dimension and f is not each]
        counts = [f for f in figures[number + 1 :] if f.dimension != each.dimension]
        if len(alike) != 1 or len(counts) != 1 or alike[0].span > each.span or not each.value:
            continue
        count = counts[0]
        if count.dimension not in COUNTED or not _NEEDED_FOR.search(text, *count.lead):
            continue
        several = alike[0].value / each.value
        if told is None or abs(count.value - several) > 1:  # a post at both ends, or not
            yield count, (alike[0], each), several, False


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
