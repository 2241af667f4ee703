"""product_times: what is left over what is done in a month is months; a year over its days is a
day's."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise

from govlint.facts.factors import IDLE, NOT_NOW, Found
from govlint.facts.figure import Figure
from govlint.facts.mean_scopes import is_of_other_time, is_of_power
from govlint.facts.units import UNITS
from govlint.text.years import YEAR

_RATE = re.compile(r"(?:每个?(?P<one>[天日月周])|(?P<mean>[日月])均)[^，。；0-9每]{0,8}$")
_NEEDED = re.compile(r"(?:需要?|要用?|可用)[^，。；0-9]{0,6}$")
_TIMES = {"天": "天", "日": "天", "月": "个月"}
_NONE = Decimal(0)
_EVEN = re.compile(
    r"(?:(?P<month>月均|平均每月|每月平均)|日均|平均每[天日]|每[天日]平均)[^，。；0-9]{0,8}$"
)
_ALL_YEAR = re.compile(
    rf"(?:(?:全年|一年(?:来|中|间)?|{YEAR}年)(?![初底末以])(?P<half>[上下]半年|前三季度|[一二三四]季度)?|(?P<part>[上下]半年|前三季度|(?<!前)[一二三四]季度)|(?<![0-9])(?P<first>[1-9]|1[0-2])月?[—－～~至到-](?P<last>1[0-2]|[1-9])月份?)(?:期间)?，?(?:[^，。；0-9]|1(?:2345|2315|10|14|19|20)(?![0-9])){{0,20}}$"
)
_MONTHS = {"": 12, "上半年": 6, "下半年": 6, "前三季度": 9} | dict.fromkeys(
    ("一季度", "二季度", "三季度", "四季度"), 3
)
_DAYS = {12: (365, 366), 6: (181, 182, 184), 9: (273, 274), 3: (90, 91, 92)}
_WORKING = (Decimal("0.64"), Decimal("0.75"))
"""So many of all days are working days."""
_ROUND_DAYS = (300, 330, 350, 360, 180, 270)
_CLOSE = Decimal("0.001")
_PAIR = 2
_SOME = re.compile("其中|以来|以后")
_PAID = "租金|房租|工资|薪酬|补贴|服务费|管理费|管护费|运维费|费用|电费|水费"
_MONTHLY = re.compile(f"每个?月(?P<what>(?:{_PAID})?)(?:为|是|约)?$")
_YEARLY = re.compile(
    "(?:全年|一年|年|(?P<half>半年))(?:共需?|合计|总?计|需要?|应付|支付|支出)?"
    f"(?P<what>(?:{_PAID})?)(?:共计?|合计|为|是|约|需)?$"
)
_HOURS = re.compile("(?:利用|满发|(?:等效|满负荷)(?:发电|运行)?)(?:小时数?)?(?:为|达到?|约)?[0-9]")
"""Hours of full load; those of running are more."""
_WAIVED = re.compile("免|递增|上浮|押金|补缴|滞纳|调整|从|自|起|含|另")
_BEHIND = 8
"""Where brackets behind a total may tell what else it holds."""
_ENERGY = "电量"


def timed(text: str, figures: list[Figure]) -> Found:
    """What amounts and times of a sentence make."""
    yield from _even(text, figures)
    yield from _times(text, figures)
    yield from _of_months(text, figures)
    yield from _of_power(text, figures)


def _even(text: str, figures: list[Figure]) -> Found:
    """全年1.8万件，月均1500件; 2023年共处理681万吨，平均每天1.87万吨."""
    told = [(f, match) for f in figures if (match := _EVEN.search(text, *f.lead))]
    if len(told) != 1:
        return
    mean, match = told[0]
    alike = [f for f in figures if f.dimension == mean.dimension and f is not mean]
    year = [(f, of) for f in alike if (of := _ALL_YEAR.search(text, *f.lead))]
    if len(year) != 1 or any(f.span > year[0][0].span for f in alike):
        return
    total, of = year[0]
    if _SOME.search(text, *mean.lead) or _is_idle(text, figures, year[0][0], mean):
        return  # 其中6月以来月均
    if total.roles & NOT_NOW or not mean.value or is_of_power(text, mean):
        return
    months = _MONTHS.get(of["half"] or of["part"] or "", 0)
    if of["first"]:
        months = int(of["last"]) - int(of["first"]) + 1
    if months not in _DAYS and not match["month"]:
        return
    parts = (months,) if match["month"] else _DAYS[months]
    if months < _PAIR or is_of_other_time(text, total, mean, parts, total.lead.start):
        return
    if match["month"]:
        yield mean, (total,), total.value / months, False
        return
    days = min(_DAYS[months], key=lambda each: abs(total.value / each - mean.value))
    several = total.value / mean.value
    working = _WORKING[0] < several / days < _WORKING[1]
    if not working and all(abs(several / each - 1) > _CLOSE for each in _ROUND_DAYS):
        yield mean, (total,), total.value / days, False


def _is_idle(text: str, figures: list[Figure], total: Figure, mean: Figure) -> bool:
    """Whether a sentence tells of how many days a mean is, or that some are none of them: 汛期停航
    65天，日均客运量."""
    if any(f.unit == "天" for f in figures):
        return True
    return IDLE.search(text, total.span.end, mean.span.end + _BEHIND) is not None


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


def _of_months(text: str, figures: list[Figure]) -> Found:
    """每月租金8500元，租期一年，全年租金10.2万元: of one thing that is paid each month."""
    for rate, total in pairwise(figures):
        paid = _MONTHLY.search(text, *rate.lead)
        due = _YEARLY.search(text, *total.lead)
        if paid is None or due is None or rate.dimension != total.dimension or rate.mean:
            continue
        alike = [f for f in figures if f.dimension == rate.dimension]
        if _WAIVED.search(text, rate.span.start, total.span.end + _BEHIND):
            continue
        same = paid["what"][-_PAIR:] == due["what"][-_PAIR:] or not due["what"]
        if len(alike) == _PAIR and same and not rate.roles & NOT_NOW:
            months = _MONTHS["上半年"] if due["half"] else _MONTHS[""]
            yield total, (rate,), rate.value * months, False


def _of_power(text: str, figures: list[Figure]) -> Found:
    """装机1.2万千瓦，年利用1100小时，年发电量1320万千瓦时."""
    power = [f for f in figures if f.unit in ("千瓦", "兆瓦")]
    hours = [f for f in figures if f.unit == "小时"]
    yields = [f for f in figures if f.dimension == _ENERGY]
    if not len(power) == len(hours) == len(yields) == 1:
        return
    (rate,), (time,), (total,) = power, hours, yields
    if not _HOURS.search(text, time.lead.start, time.span.end + _PAIR):
        return
    if total.roles & NOT_NOW or rate.roles & NOT_NOW or "利用" in text[slice(*total.lead)]:
        return
    yield total, (rate, time), rate.value * (time.value / UNITS["小时"][1]), False
