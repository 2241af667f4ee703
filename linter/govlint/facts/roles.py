"""roles: what part a figure plays in its sentence, told by the words right before it.

由, 从 make it the point that a change starts from (起点), 增加到 the one it ends at (终点), 增长
the change itself (变幅, 点差, 倍增, 差额), 占…的 a share (占比), 整改率 a rate (比率). What these
words mean is the language's, and the same in every report.
"""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGES, OVER, TAIL, change_of, change_role, is_over_aim
from govlint.facts.percentages import Part, percentage
from govlint.facts.units import PERCENT, TIMES
from govlint.text.years import YEAR

_REST = re.compile(r"(?:[^，。；0-9]|[0-9]{1,4}(?=年|月)){0,20}$")
_GOAL = re.compile(
    r".*(?:(?<![收接受得看听找遇感])到(?![位期账户岗场会的])|(?<!截)至|(?:[变增降整升转缩]|提高|增加|减少|回落|压减|精简|整合|合并|核减)为)"
)
_BASE = re.compile(r".*(?:由(?!于)|从(?![严业事紧优快来而重]))")
_MADE_OF = re.compile("由[^，。；0-9]{0,8}(?:组成|构成)[：，]")
"""资金由三部分构成：省级补助: what follows is a part."""
"""These, and the next, find the last such word: what a greedy repeat gives back first."""
_TOTAL = re.compile(
    r"(?:合计|共计|总计|总共|一共|合并|加起来|(?<!公)共(?![有同线享建用管治商产振]|党员(?<=中共党员)))[^，。；0-9]{0,10}$"
    r"|(?:[，、](?:合计数?|合起来)|[构组]成，总[数量额])(?:为|达到?|是|有)?$"
    r"|[，、。][两三四五六七八九十][个项类处支路批组][一-龥]{0,6}共有[一-龥]{0,4}$"
    r"|[，、](?:[一-龥]{2}总(?:里程|面积|长度?)|(?:[一-龥]{2})?总(?:产量?|量)|[两三四五六七八九十]个?[一-龥]{1,8}总[数额])(?:已|为|达到?|约)?$"
)
_BEFORE = re.compile(
    r"(?:上年|去年|上一年|(?<!目)前年|上[月季周](?:度)?|同期(?![新最]|水平)|年初(?!预算|安排|计划|下达|确定|目标)|年前(?![一二三四五六七八九十两0-9]{1,2}个?[月季])|上一?学年|上学期|上届)(?:同期|底|末|度)?(?:的|为|是|仅为?|只有|实际|，)?"
    rf"[^，。；0-9多少增减]{{0,12}}$|(?:比(?![重例率])|较)(?:{YEAR}年|[^，。；0-9]{{2,6}})(?:底|末)?(?:（[^（）]{{1,30}}）)?的$"
)
_ADDED = re.compile(r"(?:新增|净增|净减|增加(?!值)|减少)(?![到至为])了?[一-龥]{1,8}$")
_AIM = re.compile(r"(?:目标|任务|计划|(?<![项该一述要])指标)[^，。；0-9]{0,14}$")
_AS_MUCH = re.compile(
    r"(?:是|相当于|为|达到?|(?:扩大|增加|提高|提升|增长|上升|发展|放大)[到至])(?:[^，。；0-9]|[0-9]{1,4}(?=年|月)){0,10}的$"
)
_WHOLE = re.compile(
    r"占(?:[^，。；0-9]{2,18})?$|(?:为|是|达到?|完成)[^，。；0-9]{0,6}(?:额度|总[数量额])$"
)
_PART = re.compile(
    rf"其中(?:[^。；0-9]|{YEAR}(?=年)|[0-9](?=A)|[0-9]{{1,3}}(?=周?岁)){{0,20}}$|^[^，。；0-9]{{0,4}}其中"
)
_SO_FAR = re.compile(r"(?:累计|全年)[^，。；0-9]{0,10}$")
_LEFT = re.compile(r"(?:当[期年]|本[期年]|收支)?(?:结余|结存|盈余)(?:了|为|达到?|约)?$")
_NOT_LEFT = re.compile(r"累计|滚存|上年|历年|[年期月季][末底]|净")
_ANEW = re.compile(
    "[。；](?:[按从分以][^，。；0-9]{1,10}?(?:看|分|划分|统计|分类)，|在?[^，。；0-9]{2,8}[里中]，)"
)
"""What divides a whole once more, or one of its parts: no list goes on there."""
_GAP = re.compile(r"(?:差距|相差|差额|落差|差值|缺口|缺额|[尚还仍]差)[^，。；0-9]{0,6}$|^差了?$")
_THAN = re.compile(
    r"(?:高出|高于|低于|快于|慢于|优于|领先|超出|多于|少于|相差|差距)[^，。；0-9]{0,10}$|[，][^，。；0-9]{0,8}[高低快慢]了?$"
)
_OTHERS = re.compile(
    r"(?:其余|余下|剩余|还剩|尚余)[^，。；0-9每按]{0,8}$|其[他它](?:的|均?为)?$|[尚仍]有(?:剩余|待)?$|(?:尚?未(?![计列纳归])|没有)[一-龥]{2,4}的?$"
)
_THAN_SIGN, _OTHERS_SIGN = re.compile("[于先出差高低快慢]"), re.compile("[余剩其仍有未没]")
"""Each of these two has such a character: a class is found faster than any of several words."""
_INDUSTRY = re.compile(r"(?:第[一二三]产业|[一二三]产)[^，。；0-9]{0,8}$")
_NEAR, _FAR = 12, 20
ROLES = (
    "数量", "均值", "差距", "高低", "其余", "产业", "累计", "列出", "百分数", "起点",
    "终点", "上期", "前期", "变幅", "点差",
    "倍增", "差额", "倍数", "倍于", "占比", "比率", "之比", "过百", "总数", "其中", "部分",
    "组成", "目标", "超额", "基准", "增量", "全体", "之中", "结余", "另起",
)  # fmt: skip
"""What a rule may call a figure."""


def part_of(lead: str, dimension: str) -> Part:
    """The part that a figure of ``dimension`` plays behind ``lead``."""
    tail = lead[-TAIL:]
    roles = {*_signs(lead, tail), *_begins(lead)}
    if "余" in tail and _LEFT.search(tail) and not _NOT_LEFT.search(tail[-_NEAR:]):
        roles.add("结余")
    if is_over_aim(tail, dimension):
        return Part(frozenset(roles - {"目标"} | {OVER}), 1)
    sign = change_of(tail)
    if sign:
        return Part(frozenset(roles | {change_role(dimension)}), sign)
    if dimension not in CHANGES:
        roles.add("数量")
        if ("增" in tail or "减" in tail) and _ADDED.search(tail):
            roles.add("增量")
    if ("到" in tail or "至" in tail or "为" in tail) and _ends_behind(tail, _GOAL, _NEAR):
        roles.add("终点")
    elif (
        ("由" in tail or "从" in tail)
        and _ends_behind(tail, _BASE, _FAR)
        and not _MADE_OF.search(tail)
    ):
        roles.add("起点")
        roles.discard("其中")  # what goes from one count to another is no part of one
    if ("年" in tail or "期" in tail or "届" in tail or tail.endswith("的")) and _BEFORE.search(
        tail
    ):
        roles.add("上期")
    if dimension == TIMES and tail.endswith("的"):
        roles.add(
            "倍于" if lead in ("的", "）的") else "倍数" if _AS_MUCH.search(tail) else "百分数"
        )
    return percentage(lead, tail, roles) if dimension == PERCENT else Part(frozenset(roles))


def _begins(lead: str) -> tuple[str, ...]:
    anew = lead[:1] in "。；" and "，" in lead and _ANEW.match(lead)
    return ("另起",) if anew else ()


def _signs(lead: str, tail: str) -> list[str]:
    found = []
    if ("共" in tail or "计" in tail or "总" in tail or "加" in tail) and _TOTAL.search(tail):
        found.append("总数")
    if ("累计" in tail or "全年" in tail) and _SO_FAR.search(tail):
        found.append("累计")
    if "其中" in lead and _PART.search(lead):
        found.append("其中")
    if ("差" in tail or "缺" in tail) and _GAP.search(tail):
        found.append("差距")
    if _THAN_SIGN.search(tail) and _THAN.search(tail):
        found.append("高低")
    if _OTHERS_SIGN.search(tail) and _OTHERS.search(tail):
        found.append("其余")
    if "产" in tail and _INDUSTRY.search(tail):
        found.append("产业")
    if "占" in tail and _WHOLE.search(tail):
        found.append("全体")
    if ("标" in tail or "任务" in tail or "计划" in tail) and _AIM.search(tail):
        found.append("目标")
    return found


def _ends_behind(tail: str, words: re.Pattern[str], most: int) -> bool:
    """Whether the last of ``words`` stands in the last clause, with few words and no figure but
    a year behind it."""
    last = words.match(tail)
    if last is None or len(tail) - last.end() > most:
        return False
    return _REST.match(tail, last.end()) is not None
