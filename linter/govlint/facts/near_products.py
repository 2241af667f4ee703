"""near_products: what so many of something come to, each of which has so much.

每生每年1200元……在校生2.15万人，应拨2580万元: the only count of the paragraph that a price is told
for, with the months or nights where it is told for one of these, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.factors import NOT_NOW, REDUCED
from govlint.facts.figure import Figure
from govlint.facts.units import PEOPLE, UNITS
from govlint.text.intervals import Interval, exactly, multiply
from govlint.text.numerals import parse_numeral

_EACH = re.compile(
    "(?:平均|按|给予)?每(?:一)?(?P<of>[名人位生户亩村社镇校班个台件套辆列车趟场期次批头株座处栋间床桌吨]|公里|公斤|平方米)"
    "(?:每个?(?P<time>[年月天日晚夜周]))?[^，。；：每（）0-9]{0,8}$"
)
_YEARLY = re.compile("年(?:租金|补助|收入|产值|产量)|每年")
_PEOPLE = frozenset("名人位生")
_TOTAL = re.compile(
    "(?:合?计|[总全]共|共[需计付发拨]?|需|应[付拨补发收]|可[获得增收]|总额|总?金额|收入|支出|费用|全年[^，。；]{0,6})[^，。；：（）0-9]{0,8}$"
)
_NOT_TOTAL = re.compile("每(?!年)|均|其中|比|较|另|增|减|节")
_MONTHS = {"年": Decimal(12), "月": Decimal(1)}
_BESIDE = re.compile("其中|不等|至少|以上|左右|另|此外|封顶|最[高低多少]|分别|第[一二三]")


def products(text: str, before: list[Figure], stated: Figure) -> Iterator[tuple[Figure, ...]]:
    """The count and the price of which ``stated`` may be the total."""
    if not is_total(text, stated):
        return
    prices = [f for f in before if _EACH.search(text, *f.lead)]
    if len(prices) != 1 or prices != [f for f in before if f.dimension == stated.dimension]:
        return  # 每人1000元，并送上价值150元的慰问品
    price = prices[0]
    if _is_reduced(text, before, stated):
        return
    counts = [f for f in before if f is not price and _is_counted(text, price, f)]
    if len(counts) == 1 and counts[0].roles.isdisjoint(NOT_NOW):
        yield counts[0], price


def is_total(text: str, stated: Figure) -> bool:
    """Whether the words before a figure want what several come to."""
    clause = re.split("[，。；：\n]", text[slice(*stated.lead)])[-1]
    return _TOTAL.search(clause) is not None and _NOT_TOTAL.search(clause) is None


def _is_reduced(text: str, before: list[Figure], stated: Figure) -> bool:
    start, end = before[0].lead.start, stated.span.end
    return (REDUCED.search(text, start, end) or _BESIDE.search(text, start, end)) is not None


def _is_counted(text: str, price: Figure, count: Figure) -> bool:
    """Whether a price is told for one of what is counted."""
    told = _EACH.search(text, *price.lead)
    of = told["of"] if told else ""
    if "每" in text[slice(*count.lead)]:
        return False
    if of in _PEOPLE:
        return count.dimension == PEOPLE
    return count.unit == of or (of in UNITS and UNITS[of][0] == count.dimension)


def product_of(text: str, count: Figure, price: Figure, stated: Figure) -> Interval | None:
    """What they come to; None where nothing tells over how many months or nights."""
    told = _EACH.search(text, *price.lead)
    if told is None:
        return None
    of = told["of"]
    worth = UNITS[of][1] if of in UNITS and of not in _PEOPLE else Decimal(1)
    made = multiply(price.interval, exactly(count.value / worth))
    time = told["time"]
    between = text[min(count.lead.start, price.lead.start) : stated.span.end]
    if time is None:
        several = re.search(
            "[0-9两二三四五六七八九十]{1,3}(?:个月|[年天晚夜周次期轮](?![0-9月]))", between
        )
        yearly = _YEARLY.search(text, *price.lead)
        return made if several is None or (yearly and "每年" in between) else None
    unit = (
        "个月"
        if time == "月"
        else "[天日]"
        if time in "天日"
        else "[晚夜]"
        if time in "晚夜"
        else time
    )
    times = {
        *re.findall(f"(?<![0-9月])([0-9]{{1,2}}|[两二三四五六七八九十]{{1,3}}){unit}", between)
    }
    if len(times) == 1 and (number := parse_numeral(times.pop())):
        return multiply(made, exactly(Decimal(number)))
    if times or time not in _MONTHS:
        return None
    if re.search("全年|[一每]年|年度", text[slice(*stated.lead)]):
        return multiply(made, exactly(_MONTHS["年"])) if time == "月" else made
    return None
