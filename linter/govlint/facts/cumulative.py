"""cumulative: counts that only grow, and a part of one: 累计43起 by August, 累计41起 by September.

What has been counted up to a later time is no less than up to an earlier one of the same year, and
what was done in one year is no more than all that was done since an earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.facts.units import SCALES
from govlint.records import NamedTuple
from govlint.text.span import Span

_N = r"[0-9]{1,8}(?:\.[0-9]{1,4})?"
_ONE = "(?:平方公里|平方米|公里|人次|(?![万亿])[一-龥])"
_UNIT = f"[万亿]?{_ONE}"
_TIME = r"(?:(?P<y{0}>20[0-9]{{2}})年)?(?P<m{0}>1[0-2]|[1-9])月(?:(?P<d{0}>[0-9]{{1,2}})日|底|末)"
_WHAT = r"[^，。；、0-9\n]"
LATER = search_for(
    rf"截[至止]{_TIME.format(1)}，?(?P<scope>{_WHAT}{{0,12}}?)(?:今年|本年)?累计(?P<what>{_WHAT}{{2,16}}?)"
    rf"(?P<first>(?P<a>{_N})(?P<u>{_UNIT}))(?P<told>[^\n]{{0,80}}?)"
    rf"(?:截[至止]|至|到){_TIME.format(2)}，?(?P<again>{_WHAT}{{0,16}}?)累计(?P<same>{_WHAT}{{0,20}}?)"
    rf"(?P<last>(?P<b>{_N})(?P=u))",
    (("截至", "截止"), ("累计",), ("月",)),
    180,
)
SINCE = search_for(
    rf"(?:以来|[近这][两三四五几]年来?|五年来|期间)[^。；\n]{{0,12}}?累计(?P<what>[一-龥]{{2}})(?P<noun>[一-龥]{{0,14}})"
    rf"(?P<first>(?P<a>{_N})(?P<u>{_UNIT}))[^。；\n]{{0,24}}?其中，?(?:仅|就)?(?P<y>20[0-9]{{2}}年|今年|去年|[上本]年度?)"
    rf"(?:[上下]半年|全年|就)?(?P<same>[一-龥]{{2,12}}?)(?P<last>(?P<b>{_N})(?P=u))",
    (("累计",), ("其中",)),
    90,
)
MONTHS = search_for(
    rf"(?<![0-9])1(?:—|-|至|～)(?P<m1>1[0-2]|[2-9])月份?，?(?P<scope>[^，。；、0-9\n]{{0,6}}?)(?P<what>[新累完实][一-龥]{{2,12}}?)(?P<first>(?P<a>{_N})(?P<u>{_UNIT}))"
    rf"(?P<told>[^\n]{{0,60}}?)(?<![0-9])1(?:—|-|至|～)(?P<m2>1[0-2]|[2-9])月份?，?(?:[^，。；、0-9\n]{{0,6}}?)累计(?P<same>[一-龥]{{2,12}}?)"
    rf"(?P<last>(?P<b>{_N})(?P=u))",
    (("1—", "1-", "1至", "1～"), ("累计",), ("月",)),
    150,
)
EXPECTED = search_for(
    rf"(?:前三季度|上半年|1(?:—|-|至|～)(?:1[01]|[2-9])月|截[至止][^，。；0-9]{{0,4}}(?:1[01]|[1-9])月[底末])[^。；0-9\n]{{0,30}}?"
    rf"(?P<first>(?P<a>{_N})(?P<u>{_UNIT}))(?P<told>[^。；\n]{{0,30}}?)"
    rf"(?:(?:预计|预期|力争|有望|可望|确保)(?:到?年底|今年|全年)(?:可|将|能|有望)?|(?:全年|年底)(?:预计|有望|可望|预期|力争)(?:可|将|能)?)"
    rf"(?P<same>(?:完成|实现|达到|达|可达|突破|累计|为){{0,2}})(?P<last>(?P<b>{_N})(?P=u))(?!的)",
    (("预计", "预期", "力争", "有望", "可望", "确保"), ("年底", "全年", "今年")),
    120,
)
"""前三季度完成28.5亿元，预计全年可完成26亿元."""
ADDED = search_for(
    rf"(?:新增|新建成?|新[认选]定|新[培引评创改]\w|净增加?)(?P<what>[^，。；：、（）0-9\n]{{0,14}}?)(?P<first>(?P<a>{_N})(?P<s>[万亿]?)(?P<u>{_ONE}))"
    rf"[，、]?(?:（?(?:使|由此))?(?:目前|现|全[省市县区])?(?P<of>[一-龥]{{0,8}}?)(?:(?:[累总]计|总[数量])(?:已|就|也)?(?:[达增]到?|为|突破|超过))"
    rf"(?P<last>(?P<b>{_N})(?P<t>[万亿]?)(?P=u))",
    (("新", "净增"), ("累计", "总计", "总数", "总量")),
    80,
)
"""新增上云企业860家、累计达到680家."""
_OTHER = re.compile("同比|上年|去年|减少|下降|剔除|调整|核减|修正|注销|退出|分别|化解|整改|存量|尚")
_NOT = re.compile("[较比]|去年|上年|同期|目标|计划|化解|剩余|余额|存|尚|减少|下降")
_NOT_YET = re.compile(rf"{_NOT.pattern}|申[报请]|规划|备案|拟|签约|储备|审批|意向")
"""What is asked for or planned is more than what there is."""
_FILLERS = re.compile("今年|本年|已|共|，")
_BARE = ("", "仍为", "为", "达", "达到", "共")


class Cumulative(NamedTuple):
    """``first``: all up to a time; ``last``: what cannot be so much, or so little."""

    first: Span
    last: Span


def find_cumulative(text: str, literals: Literals) -> Iterator[Cumulative]:
    """The counts that fall though they are added up, and the parts that are more than all."""
    for match in find(text, literals, LATER):
        less = Decimal(match["b"]) < Decimal(match["a"])
        if less and _is_one(match) and _is_later(match):
            yield Cumulative(Span(*match.span("first")), Span(*match.span("last")))
    for match in find(text, literals, MONTHS):
        less = Decimal(match["b"]) < Decimal(match["a"]) and int(match["m1"]) < int(match["m2"])
        called = match["what"].removeprefix("累计").startswith(match["same"])
        if less and called and not (_OTHER.search(match["told"]) or _NOT.search(match["what"])):
            yield Cumulative(Span(*match.span("first")), Span(*match.span("last")))
    for match in find(text, literals, EXPECTED):
        other = _OTHER.search(match["told"].replace("同比", "")) or _NOT.search(match["told"])
        if Decimal(match["b"]) < Decimal(match["a"]) and not other:
            yield Cumulative(Span(*match.span("first")), Span(*match.span("last")))
    for match in find(text, literals, SINCE):
        if Decimal(match["b"]) <= Decimal(match["a"]) or _NOT.search(match["same"]):
            continue
        named = match["same"] in (match["what"], match["what"] + match["noun"])
        if named and not _NOT.search(match["noun"]):
            yield Cumulative(Span(*match.span("first")), Span(*match.span("last")))


def _is_one(match: re.Match[str]) -> bool:
    """Whether both counts are told of one thing, named alike behind 累计 or not named again."""
    what, same = match["what"], match["same"]
    alike = what == same or (len(same) >= 2 and what.startswith(same)) or same in _BARE
    if _NOT.search(what + match["scope"] + match["again"]) or _OTHER.search(match["told"]):
        return False
    again = _FILLERS.sub("", match["again"])
    return alike and (not again or again in match["scope"])


def _is_later(match: re.Match[str]) -> bool:
    """Whether the second time is later in the same year than the first."""
    if (match["y1"] or match["y2"]) != (match["y2"] or match["y1"]):
        return False
    one, other = ((int(match[f"m{side}"]), int(match[f"d{side}"] or 31)) for side in (1, 2))
    return one < other


def find_added(text: str, literals: Literals) -> Iterator[Cumulative]:
    """What was added, and all that there are with it, where those are fewer."""
    for match in find(text, literals, ADDED):
        part, whole = (
            Decimal(match[number]) * SCALES.get(match[scale], 1) for number, scale in ("as", "bt")
        )
        called = not match["of"] or match["of"] in match["what"]
        if whole < part and called and not _NOT_YET.search(match[0]):
            yield Cumulative(Span(*match.span("first")), Span(*match.span("last")))
