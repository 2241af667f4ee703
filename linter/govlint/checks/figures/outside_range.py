"""outside-range: is a figure outside the range in which the text says that all of them lie?

水位保持在128米至131米之间，最高132.5米; 奖励2000元至5000元，一等5000元，二等3000元，三等1000元:
asked are figures of the same sentence and unit that are told to be the highest, the lowest or the
mean of those, and lists one of which is an end of the range.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.bid_limits import BIDS, find_over_limit
from govlint.facts.born_before import AGED, find_born
from govlint.facts.facts import Facts
from govlint.facts.grading import GIVEN, find_misgraded
from govlint.facts.limits_kept import AGES, KEPT_BY_ALL, Beyond, find_ages, find_beyond
from govlint.facts.listed_range import LISTED, find_outside_list
from govlint.facts.near_figures import near_figures
from govlint.facts.search import Search, find, search_for
from govlint.facts.steps_beyond import STEPS, find_steps_beyond
from govlint.facts.units import base_of, worth_of
from govlint.records import NamedTuple
from govlint.text.span import Span

_N = r"(?<![0-9.])[0-9]{1,8}(?:\.[0-9]{1,4})?"
_U = (
    "[千万亿]{0,2}(?:个百分点|%|‰|℃|摄氏度|平方公里|平方米|立方米|毫克/立方米|微克/立方米|毫米|厘米|公里|千米|公斤|千克|小时|分钟|个月|千瓦时"
    r"|人次|周岁|分贝|毫克|微克|[米元亩吨斤度分天岁秒倍人户件家起处辆台套所项次名篇场头只条间株张])(?:/[一-龥]{1,2})?"
)
_TO = "(?:至|到|——?|～|-|[和与](?=[0-9.]{1,9}[^0-9，。；]{1,6}之间))"
_RANGE = rf"(?P<a>{_N})(?P<u>{_U})?{_TO}(?P<b>{_N})(?P<v>{_U})"
_HELD = (
    "一直",
    "始终",
    "保持",
    "稳定",
    "维持",
    "介于",
    "波动",
    "处于",
    "之间",
    "不等",
    "区间",
    "均在",
    "都在",
)
_ENDS = (
    "最高", "最低", "最大", "最小", "最多", "最少", "最长", "最短", "最快", "最慢", "峰值",
    "谷值", "平均", "极值", "最年轻", "最年长", "高峰", "低谷",
)  # fmt: skip
_KEPT = search_for(
    rf"{_RANGE}(?P<among>之间|不等|区间)?",
    (_HELD, _ENDS),
    90,
)
_TIERS = (
    "具体", "分别", "其中", "分档", "档次", "等次", "等级", "等奖", "二等", "甲等", "一级",
    "一类", "一档", "A类", "大型", "优秀", "特等", "省级", "首次", "第一",
)  # fmt: skip
_PAID = ("每", "按", "奖", "补", "给予", "标准", "收费", "扣", "得")
_PAID_OUT = search_for(
    rf"(?:{'|'.join(_PAID)})[^，。；：0-9]{{0,10}}{_RANGE}(?P<among>不等|之间)?[^，。；：0-9]{{0,12}}[，：（][^。；\n]{{0,16}}?(?:{'|'.join(_TIERS)})",
    (_TIERS, _PAID),
    90,
)
_FIGURE = re.compile(rf"(?P<n>{_N})(?P<u>{_U})(?![至到—～-]|以[上下内]|左右|[多余])")
_PAST = re.compile("的?(?:历史|极端|纪录|记录)")
_END = re.compile("|".join(_ENDS))
_OTHER = re.compile(
    "[上去]年|历史|同期|目标|警戒|汛限|全[国省市县]|设计|允许|标准|往年|以往|原|此前|比|较|增|减|相差|(?<!最)高出|低于|高于|约|近|差|个别|少数|除|达到过|曾"
)
_NO_PART = re.compile("[上去]年|目标|另|最[高低多少]|比|较|[约近除]|增|减|不得|不[超低]")
"""Words before a figure of a list with which it is none of the range."""
_STOP = re.compile("[。\n；]")
_HOLDS = re.compile("(?:一直|始终|保持|稳定|维持|介于|波动|处于|[均都]在)[^，。；：]{0,6}$")
_GOES_ON = re.compile("(?:其中，?)?[一-龥]{0,8}最[高低大小多少长短快慢](?:的|，?[为是达])")
_SENTENCES = 3
_NEXT, _BACK = 90, 10
_LIST = re.compile(r"[、，；（：和及](?:[一-龥]|[A-Z]){1,8}?(?:奖|[为是补给按每]|每[一-龥]){0,3}$")


class _Range(NamedTuple):
    low: Decimal
    high: Decimal
    unit: str


_FURTHER = (
    find_ages,
    find_born,
    find_over_limit,
    find_misgraded,
    find_outside_list,
    find_steps_beyond,
)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _KEPT):
        held = _HOLDS.search(text, max(0, match.start() - _BACK), match.start())
        if held or match["among"]:
            yield from _outside(text, match, _extremes(text, match))
    for match in find(text, facts.literals, _PAID_OUT):
        end = match.end("among") if match["among"] else match.end("v")
        yield from _outside(text, match, _listed(text, match, end))
    for match in find(text, facts.literals, KEPT_BY_ALL):
        for beyond in find_beyond(text, near_figures(facts, *match.span()).figures):
            yield _beyond(text, beyond)
    for find_other in _FURTHER:
        for beyond in find_other(text, facts.literals):
            yield _beyond(text, beyond)


def _beyond(text: str, beyond: Beyond) -> Finding:
    fields: dict[str, str | int] = {"range": text[slice(*beyond.limit)]}
    return Finding(beyond.span, fields, (Related(beyond.limit, "range"),))


def _outside(text: str, match: re.Match[str], figures: list[re.Match[str]]) -> Iterator[Finding]:
    bounds = _read(match)
    for each in figures:
        value = Decimal(each["n"]) * worth_of(each["u"])
        if not bounds.low <= value <= bounds.high:
            told = Span(match.start("a"), match.end("v"))
            fields: dict[str, str | int] = {"range": text[slice(*told)]}
            yield Finding(Span(*each.span()), fields, (Related(told, "range"),))


def _read(match: re.Match[str]) -> _Range:
    unit = match["v"]
    one, other = (
        Decimal(match["a"]) * worth_of(match["u"] or unit),
        Decimal(match["b"]) * worth_of(unit),
    )
    return _Range(min(one, other), max(one, other), base_of(unit))


def _extremes(text: str, match: re.Match[str]) -> list[re.Match[str]]:
    """The highest, lowest and mean ones that the sentence tells behind a range."""
    found: list[re.Match[str]] = []
    bounds = _read(match)
    last = match.end()
    end = _end(text, last)
    for each in _FIGURE.finditer(text, last, end):
        lead = text[last : each.start()]
        if base_of(each["u"]) == bounds.unit:
            past = _PAST.match(text, each.end())
            if past or _OTHER.search(lead) or not _END.search(lead):
                break
            found.append(each)
            last = each.end()
    return found


def _end(text: str, last: int) -> int:
    """Where the sentence behind a range ends, or the last of the next ones that begin with the
    highest or the lowest of those."""
    for _ in range(_SENTENCES):
        stop = _STOP.search(text, last, last + _NEXT)
        if stop is None:
            return min(len(text), last + _NEXT)
        if stop[0] == "\n" or not _GOES_ON.match(text, stop.end()):
            return stop.start()
        last = stop.end()
    return last


def _listed(text: str, match: re.Match[str], start: int) -> list[re.Match[str]]:
    """The list of a sentence behind a range, if one of it is an end of that and most lie in it."""
    found: list[re.Match[str]] = []
    bounds = _read(match)
    stop = _STOP.search(text, start, start + 2 * _NEXT)
    end = stop.start() if stop else min(len(text), start + 2 * _NEXT)
    last = start
    for each in _FIGURE.finditer(text, start, end):
        lead = text[last : each.start()]
        if base_of(each["u"]) != bounds.unit or _NO_PART.search(lead):
            return []
        if found and not _LIST.search(lead):
            break
        found.append(each)
        last = each.end()
    values = [Decimal(each["n"]) * worth_of(each["u"]) for each in found]
    inside = [value for value in values if bounds.low <= value <= bounds.high]
    ends = bounds.low in values or bounds.high in values
    return found if ends and len(values) > 1 and len(values) - len(inside) == 1 else []


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_KEPT, _PAID_OUT, KEPT_BY_ALL, AGES, BIDS, GIVEN, AGED, LISTED, STEPS)


CHECK = Check(
    "outside-range", NoParams, run, fields=("range",), roles=("range",), searches=_searches
)
