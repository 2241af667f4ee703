"""roles: what part a figure plays in its sentence, told by the words right before it.

由, 从 make it the point that a change starts from (起点), 增加到 the one it ends at (终点), 增长
the change itself (变幅, 点差, 倍增, 差额), 占…的 a share (占比), 整改率 a rate (比率). What these
words mean is the language's, and the same in every report.
"""

from __future__ import annotations

import re

from govlint.facts.units import PEOPLE, PERCENT, POINTS, TIMES
from govlint.records import NamedTuple

_RISES = (
    "超额", "超出", "新增", "增长", "增加", "提高", "上升", "提升", "上涨", "增多", "扩大", "递增",
    "攀升", "拉高", "增收", "增产", "提速", "高出", "增速", "多出",
    "净增", "拓展", "放大", "改善", "增", "涨", "升",
)  # fmt: skip
_FALLS = (
    "下降", "减少", "降低", "回落", "下滑", "缩减", "缩小", "缩短", "压缩", "下跌", "收窄", "减产",
    "减支", "降速", "压减", "压降", "削减", "调减", "核减", "精简",
    "调低", "下调", "低于", "少出", "减", "降",
)  # fmt: skip
CHANGE_WORDS = "|".join((*_RISES, *_FALLS))
"""The words for a change, as the branches of a regex."""
_FILLERS = "了率幅度为达也又均各约的整足近"
_MORE = re.compile(r"[比较][^，。]{0,10}?(?:(?P<more>多)|少)[一-龥]{0,3}了?$")
_MUCH = re.compile(
    r"(?:^|[，、])[一-龥]{0,4}?(?:(?P<more>(?<![至最许大增])多)|(?<![至不多减缺最])少)了(?:整整)?$"
)
_BECOMES = re.compile(
    r"(?:[升降减缩]|提高|增加|减少|回落|调整|变|转|缩短|缩小|压缩|扩大|发展|上升|提升|下降|降低)为$"
)
_REST = re.compile(r"(?:[^，。；0-9]|[0-9]{1,4}(?=年|月)){0,20}$")
_GOAL = re.compile(
    r".*(?:(?<![收接受得看听找遇感])到(?![位期账户岗场会])|至|(?:[变增降整升转]|提高|增加|减少|回落)为)"
)
_BASE = re.compile(r".*[由从]")
"""These, and the next, find the last such word: what a greedy repeat gives back first."""
_NUMBERED = r"(?:[^，。；0-9]|[0-9]{1,3}(?=周?岁|年|级|[—～至、]))"
"""A character of a name; 60周岁以上老年人 is one, too."""
_SHARE = re.compile(
    rf"(?P<part>{_NUMBERED}{{0,18}}?)占(?:比(?![重例率]))?(?:已经?)?(?P<whole>{_NUMBERED}{{0,18}}?)"
    r"(?:的?(?:比重|比例|比率?|份额))?(?:的|为|达到?|约为?|到)?$"
)
_IN_WHOLE = re.compile(
    r"在(?P<whole>[^，。；0-9]{2,18}?)[中里](?:的|所占的?)?(?:占比|比重|比例|份额)"
    r"(?:为|达到?|约为?|是)?$"
)
_RATES = re.compile(r".*(?:率|比例|比重|占比|满意度)")
_FROM = ("由", "从")
_RATE = re.compile(r"[一-龥]{1,9}$")
_IS = re.compile(
    r"(?:已|为|高?达到?|是|约|均|也|仅|稳定在|保持在|只有|仅有"
    r"|(?:由此|已经)?(?:提高|提升|上升|增加|下降|降低|升|降|增)?[到至]){0,2}$"
)
_TOTAL = re.compile(
    r"(?:合计|共计|总计|总共|一共|合并|加起来|(?<!公)共(?!有))[^，。；0-9]{0,10}$"
    r"|(?:[，、](?:合计数?|合起来)|[构组]成，总[数量额])(?:为|达到?|是|有)?$"
    r"|[，、](?:[一-龥]{2}总(?:里程|面积|长度?)|(?:[一-龥]{2})?总(?:产量?|量)|[两三四五六七八九十]个?[一-龥]{1,8}总[数额])(?:已|为|达到?|约)?$"
)
_BEFORE = re.compile(
    r"(?:上年|去年|上一年|前年|同期|年初(?!预算|安排|计划|下达|确定|目标)|年前|上一?学年|上学期|上届)(?:同期|底|末)?(?:的|为|是|仅为?|只有|实际)?"
    r"[^，。；0-9多少增减]{0,12}$|(?:比(?![重例率])|较)(?:(?:19|20)[0-9]{2}年|[^，。；0-9]{2,6})(?:底|末)?的$"
)
_AIM = re.compile(r"(?:目标|任务|计划|指标)[^，。；0-9]{0,14}$")
_AS_MUCH = re.compile(r"(?:是|相当于|为|达到?)(?:[^，。；0-9]|[0-9]{1,4}(?=年|月)){0,10}的$")
_WHOLE = re.compile(r"占[^，。；0-9]{2,18}$")
_OF_AIM = re.compile(
    r"(?:完成|[为是])(?:了)?(?:年度|全年|全部|年初|年中|既定|预期|调整后?)?"
    r"(?:目标|任务|计划|指标|预算)(?:任务|数|目标)?的$"
)
_PART = re.compile(
    r"其中(?:[^。；0-9]|(?:19|20)[0-9]{2}(?=年)|[0-9](?=A)){0,20}$|^[^，。；0-9]{0,4}其中"
)
_SO_FAR = re.compile(r"(?:累计|全年)[^，。；0-9]{0,10}$")
_LEFT = re.compile(r"(?:当[期年]|本[期年]|收支)?(?:结余|结存|盈余)(?:了|为|达到?|约)?$")
_NOT_LEFT = re.compile(r"累计|滚存|上年|历年|年末|期末|净")
_GAP = re.compile(r"(?:差距|相差|差额|落差|差值|[尚还仍]差)[^，。；0-9]{0,6}$")
_THAN = re.compile(
    r"(?:高出|高于|低于|快于|慢于|优于|领先|超出|多于|少于|相差|差距)[^，。；0-9]{0,10}$|[，][^，。；0-9]{0,8}[高低快慢]了?$"
)
_OTHERS = re.compile(
    r"(?:其余|余下|剩余|还剩|尚余)[^，。；0-9]{0,8}$|其[他它](?:的|均?为)?$|(?:尚?未|没有)[一-龥]{2,4}的?$"
)
_INDUSTRY = re.compile(r"(?:第[一二三]产业|[一二三]产)[^，。；0-9]{0,8}$")
_PER = re.compile(
    r"(?:(?P<one>[人户亩村校企班店社厂株头])均|平?均?(?P<yield>亩)产|(?:平均)?每(?:一)?(?P<each>人次|平方米|公里|千米|公斤|[一-龥])"
    r"|(?P<price>单价|均价|平均))(?P<what>[^，。；0-9每]{0,12})$"
)
_TIMED = re.compile(r"每[日天周月年季]|[日月年季]均")
_UNITS_OF = {"人": PEOPLE, "名": PEOPLE, "位": PEOPLE, "亩": "面积", "平方米": "面积",
             "公里": "长度", "千米": "长度", "公斤": "质量", "吨": "质量"}  # fmt: skip
_CHANGES = {PERCENT: "变幅", POINTS: "点差", TIMES: "倍增"}
CHANGE_ROLES = frozenset((*_CHANGES.values(), "差额"))
"""The roles of what has changed, not of what is."""
_NEAR, _FAR = 12, 20
_TAIL = 44
"""More words than these before a figure tell nothing of its role."""


ROLES = (
    "数量", "均值", "差距", "高低", "其余", "产业", "累计", "列出", "百分数", "起点",
    "终点", "上期", "变幅", "点差",
    "倍增", "差额", "倍数", "倍于", "占比", "比率", "之比", "过百", "总数", "其中", "部分",
    "组成", "目标", "全体", "之中", "结余",
)  # fmt: skip
"""What a rule may call a figure."""


def change_role(dimension: str) -> str:
    """The role of a change that is told in a unit of ``dimension``."""
    return _CHANGES.get(dimension, "差额")


class Part(NamedTuple):
    """``sign``: of a change, else 0; ``name``: of a rate; of a share what it is said of, a
    stroke, and what it is a share of; else ""."""

    roles: frozenset[str]
    sign: int = 0
    name: str = ""


def part_of(lead: str, dimension: str) -> Part:
    """The part that a figure of ``dimension`` plays behind ``lead``."""
    tail = lead[-_TAIL:]
    roles = set(_signs(lead, tail))
    if "余" in tail and _LEFT.search(tail) and not _NOT_LEFT.search(tail[-_NEAR:]):
        roles.add("结余")
    sign = change_of(tail)
    if sign:
        return Part(frozenset(roles | {change_role(dimension)}), sign)
    if dimension not in _CHANGES:
        roles.add("数量")
    if ("到" in tail or "至" in tail or "为" in tail) and _ends_behind(tail, _GOAL, _NEAR):
        roles.add("终点")
    elif ("由" in tail or "从" in tail) and _ends_behind(tail, _BASE, _FAR):
        roles.add("起点")
        roles.discard("其中")  # what goes from one count to another is no part of one
    if ("年" in tail or "同期" in tail) and _BEFORE.search(tail):
        roles.add("上期")
    if dimension == TIMES and tail.endswith("的"):
        roles.add(
            "倍于" if lead in ("的", "）的") else "倍数" if _AS_MUCH.search(tail) else "百分数"
        )
    return _percentage(lead, tail, roles) if dimension == PERCENT else Part(frozenset(roles))


def _signs(lead: str, tail: str) -> list[str]:
    found = []
    if ("共" in tail or "计" in tail or "总" in tail or "加" in tail) and _TOTAL.search(tail):
        found.append("总数")
    if ("累计" in tail or "全年" in tail) and _SO_FAR.search(tail):
        found.append("累计")
    if "其中" in lead and _PART.search(lead):
        found.append("其中")
    if "差" in tail and _GAP.search(tail):
        found.append("差距")
    if _THAN.search(tail):
        found.append("高低")
    if _OTHERS.search(tail):
        found.append("其余")
    if "产" in tail and _INDUSTRY.search(tail):
        found.append("产业")
    if "占" in tail and _WHOLE.search(tail):
        found.append("全体")
    if ("标" in tail or "任务" in tail or "计划" in tail) and _AIM.search(tail):
        found.append("目标")
    return found


class Mean(NamedTuple):
    """How a mean or a price is told: ``per``: the dimension, or the noun, of what it is for one
    of, "" where the words leave that open; ``unit``: the unit of it; ``what``: the words between
    that and the figure, 户均增收: 增收."""

    per: str
    unit: str
    what: str


def mean_of(lead: str) -> Mean | None:
    """What one of which a figure behind ``lead`` is told for: 人均, 每亩, 单价; else None.

    >>> mean_of("，平均亩产"), mean_of("，户均增收")
    (Mean(per='面积', unit='亩', what=''), Mean(per='户', unit='户', what='增收'))
    """
    tail = lead[-_TAIL:]
    match = _PER.search(tail)
    if match is None or _TIMED.search(tail):
        return None
    one = match["one"] or match["yield"] or match["each"] or ""
    return Mean(_UNITS_OF.get(one, one), one, match["what"].rstrip(_FILLERS))


def change_of(tail: str) -> int:
    """1 or -1 where words before a figure make it a rise or a fall, else 0.

    >>> change_of("，同比增长"), change_of("，降幅达到"), change_of("增加到")
    (1, -1, 0)
    """
    if tail.endswith("为") and _BECOMES.search(tail):
        return 0
    words = tail.removesuffix("达到").rstrip(_FILLERS)
    if words.endswith(_RISES):
        return 1
    if words.endswith(_FALLS):
        return -1
    if tail[:1] in ("多", "少") and len(tail) <= 3:
        return 1 if tail[0] == "多" else -1
    more = (_MORE.search(tail) or _MUCH.search(tail)) if ("多" in tail or "少" in tail) else None
    return 0 if more is None else 1 if more["more"] else -1


def _percentage(lead: str, tail: str, roles: set[str]) -> Part:
    roles.add("百分数")
    if lead == "的" or _OF_AIM.search(tail):
        roles.add("之比")
    share = _SHARE.search(tail) if "占" in tail else None
    within = _IN_WHOLE.search(tail) if ("比" in tail or "份额" in tail) else None
    if within:
        return Part(frozenset(roles | {"占比"}), 0, f"/{within['whole']}")
    if share:
        return Part(frozenset(roles | {"占比"}), 0, f"{share['part']}/{share['whole']}")
    rate = _RATES.match(tail) if ("率" in tail or "比" in tail or "度" in tail) else None
    if rate and (_IS.match(tail, rate.end()) or tail[rate.end() :] in _FROM):
        name = _RATE.search(tail, 0, rate.end())
        told = set() if tail[rate.end() :] in _FROM else {"比率"}  # what it was is no rate now
        return Part(frozenset(roles | told), 0, name[0] if name else "")
    return Part(frozenset(roles))


def _ends_behind(tail: str, words: re.Pattern[str], most: int) -> bool:
    """Whether the last of ``words`` stands in the last clause, with few words and no figure but
    a year behind it."""
    last = words.match(tail)
    if last is None or len(tail) - last.end() > most:
        return False
    return _REST.match(tail, last.end()) is not None
