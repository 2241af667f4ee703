"""product_prices: 元/课时 × 课时/期 × 期 is 元; so much each month for each of so many."""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.factors import NOT_NOW, Found, base_of, fits, number_of, per_of
from govlint.facts.figure import Figure
from govlint.facts.links import context
from govlint.facts.units import COUNTED, PEOPLE, UNITS
from govlint.text.numerals import parse_numeral
from govlint.text.years import YEAR

_TOTAL = re.compile(
    r"[共总需费款金]|合计|全年|投入|支出|收入|产值|产量|经费|预算|补[助贴]|支付|兑现|发放"
)
_EACH_TIME = re.compile(
    r"每(?:一|个)?(?P<per>[人名位户个台辆间亩处座张条])[^，。；0-9每]{0,4}?"
    r"(?:每个?(?P<time>[月天日])|(?P<paid>月)(?=租|工资|薪|补|均))[^，。；0-9每]{0,8}$"
)
_YEAR = re.compile(
    rf"一年|全年|1年|每年|年(?=需|共|支出|合计|补)|{YEAR}年(?![初末底度来前后内以至—-]|[0-9])"
)
_HALF = re.compile("半年")
_MONTHS = Decimal(12)
_EACH_YEAR = re.compile(
    r"(?:每(?:一|个)?(?P<per>[一-龥])[^，。；0-9每]{0,3}?每年|每年(?:对|给|为)?每(?:一|个)?(?P<then>[一-龥]))[^，。；0-9每]{0,10}$"
)
_SO_MANY_YEARS = re.compile(
    r"(?<![0-9第近〇零一二三四五六七八九十])([2-9]|[两三四五六七八九十])年(?![级度来前后内以间])"
)
_TIMES_OF_ALL = "人次"
"""18期，每期60人，共1080人次."""
_ALTOGETHER = re.compile("[共总计]|容纳|可|需")
_ANY = ("个", "名", "")
_NOUN_CHARS = 2
_NOUN = 4
_CHAIN = 3
_MADE = re.compile("[组编]成|分[为成]|成立|组建")
_GROUP = re.compile("，每(?:个)?(?:小)?[组队班]$")
_LEADERS = re.compile("其余|另|组长|剩余|联络|机动|以上|左右")
_BEHIND = 24
_TIMES = {"天": "天", "日": "天", "月": "个月"}


def priced(text: str, figures: list[Figure]) -> Found:
    """What prices, and what is told for each, make of the numbers of a sentence."""
    yield from _amounts(text, figures)
    yield from _periodic(text, figures)
    yield from _yearly(text, figures)
    yield from _chained(text, figures)
    yield from _divided(text, figures)


def _amounts(text: str, figures: list[Figure]) -> Found:
    """6期，每期8课时，每课时300元，共14400元; 620亩，850元/亩，共52.7万元."""
    rates = [f for f in figures if per_of(f)]
    if not rates or any(f.roles & NOT_NOW for f in figures if f not in rates):
        return
    for first in rates:
        base, per = base_of(first), per_of(first)
        second = [f for f in rates if f is not first and f.unit == per]
        times = base == PEOPLE and any(f.dimension == _TIMES_OF_ALL for f in figures)
        alone = not second and "/" not in first.dimension and not times
        if len(rates) != 1 + len(second) or alone:
            continue  # what one price and one number make is asked by FIG328
        last = second[0] if second else first
        counts = [f for f in figures if f not in rates and fits(f, per_of(last))]
        totals = [
            f
            for f in figures
            if f not in rates and f.dimension == (_TIMES_OF_ALL if times else base)
        ]
        if len(counts) != 1 or len(totals) != 1 or counts[0] is totals[0]:
            continue
        lead = text[slice(*totals[0].lead)]
        if totals[0].span < max(f.span for f in (*rates, counts[0])) or not _TOTAL.search(lead):
            continue
        value = first.value * number_of(counts[0], per_of(last))
        value *= second[0].value if second else 1
        yield totals[0], (*rates, *counts), value, False


def _periodic(text: str, figures: list[Figure]) -> Found:
    """36名，每人每月1200元，一年共51.84万元; 24个摊位，租期10个月，每个月租金600元."""
    told = [(f, match) for f in figures if (match := _EACH_TIME.search(text, *f.lead))]
    if len(told) != 1 or any(f.roles & NOT_NOW for f in figures):
        return
    rate, match = told[0]
    unit = _TIMES.get(match["time"] or match["paid"], "")
    several = _several(text, figures, unit)
    counts = [f for f in figures if f is not rate and _is_each(f, match["per"])]
    totals = [f for f in figures if f is not rate and f.dimension == rate.dimension]
    if several and len(counts) == len(totals) == 1 and totals[0] is not counts[0]:
        total = totals[0]
        if total.span > rate.span and _TOTAL.search(text, *total.lead):
            value = rate.value * number_of(counts[0], counts[0].unit) * several
            yield total, (rate, *counts), value, False


def _several(text: str, figures: list[Figure], unit: str) -> Decimal | None:
    """For how many of a unit of time something is told: 10个月, 一年; None where it is not."""
    times = [f for f in figures if f.unit == unit]
    said = text[figures[0].lead.start : figures[-1].span.end]
    if times:
        return times[0].value / UNITS[unit][1] if len(times) == 1 else None
    if unit != "个月":
        return None
    years, halves = {*_YEAR.findall(said)}, _HALF.findall(said)
    return {(1, 0): _MONTHS, (0, 1): _MONTHS / 2}.get((len(years), len(halves)))


def _is_each(figure: Figure, per: str) -> bool:
    """Whether a count is one of those for each of whom an amount is told."""
    return figure.unit == per or (per in "人名位" and figure.dimension == PEOPLE)


def _yearly(text: str, figures: list[Figure]) -> Found:
    """46个行政村，每村每年1.2万元，3年共需165.6万元."""
    told = [(f, match) for f in figures if (match := _EACH_YEAR.search(text, *f.lead))]
    if len(told) != 1 or any(f.roles & CHANGE_ROLES for f in figures):
        return
    rate, match = told[0]
    per = match["per"] or match["then"]
    counts = [f for f in figures if f is not rate and _is_of(text, f, per)]
    totals = [f for f in figures if f is not rate and f.dimension == rate.dimension]
    if len(counts) != 1 or len(totals) != 1 or not rate.span < totals[0].span:
        return
    if not _TOTAL.search(text, *totals[0].lead):
        return
    said = text[figures[0].lead.start : totals[0].span.start]
    years = {parse_numeral(number) for number in _SO_MANY_YEARS.findall(said)}
    lead = text[slice(*totals[0].lead)]
    several = next(iter(years)) if len(years) == 1 and _SO_MANY_YEARS.search(lead) else None
    if not years and _YEAR.search(lead):
        several = 1
    if several:
        value = rate.value * number_of(counts[0], counts[0].unit) * several
        yield totals[0], (rate, *counts), value, False


def _divided(text: str, figures: list[Figure]) -> Found:
    """抽调24名，组成4个督查组，每组6人: all of whom several groups of one size are made."""
    for whole, count, each in zip(figures, figures[1:], figures[2:], strict=False):
        if not whole.dimension == each.dimension == PEOPLE or not each.value or not count.value:
            continue
        made = _MADE.search(text, *count.lead) is not None and _GROUP.search(text, *each.lead)
        if not made or each.lead.start - count.span.end > 0 or whole.roles & (NOT_NOW - {"起点"}):
            continue
        if _LEADERS.search(text, each.span.end, each.span.end + _BEHIND):
            continue
        groups, rest = divmod(whole.value, each.value)
        if not rest:
            yield count, (whole, each), groups, False


def _is_of(text: str, figure: Figure, per: str) -> bool:
    """Whether a figure counts those for each of whom something is told: 46个行政村, of 每村."""
    if figure.dimension not in (*COUNTED, PEOPLE):
        return False
    return _is_each(figure, per) or per in text[figure.span.end : figure.span.end + _NOUN]


def _chained(text: str, figures: list[Figure]) -> Found:
    """考点6个，每个考点设考场30个，每个考场安排30人，可容纳5400人."""
    for place, first in enumerate(figures[:-_CHAIN]):
        means: list[Figure] = []
        for figure in figures[place + 1 :]:
            if figure.mean is None or not _is_linked(text, figure, figures[place + len(means)]):
                break
            means.append(figure)
        end = place + len(means) + 1
        if len(means) < _CHAIN - 1 or first.mean is not None or end >= len(figures):
            continue
        total, factors = figures[end], (first, *means)
        if total.dimension != means[-1].dimension or not _ALTOGETHER.search(text, *total.lead):
            continue
        if any(f.roles & NOT_NOW for f in (*factors, total)):
            continue
        value = means[-1].value
        for factor in factors[:-1]:
            value *= number_of(factor, factor.unit)
        yield total, factors, value, False


def _is_linked(text: str, mean: Figure, before: Figure) -> bool:
    """Whether a mean is told for one of what the figure before counts."""
    assert mean.mean is not None
    what = mean.mean.what[:_NOUN_CHARS] if mean.mean.unit in _ANY else mean.mean.unit
    return bool(what) and (what == before.unit or what in context(text, before))
