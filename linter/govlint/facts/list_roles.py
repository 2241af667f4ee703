"""list_roles: what a list makes of its members: parts of a whole, members behind 分别."""

from __future__ import annotations

import re

from govlint.facts.change_words import change_role
from govlint.facts.figure import Figure
from govlint.facts.units import PEOPLE
from govlint.text.years import YEAR

_WITHIN = re.compile(
    r"(?!方面|领域|环节|层面|维度|阶段)(?:的)?[^，。；：0-9]{0,12}(?<!其)中(?:，|已|涉及|属于?|来自|用于|投向|(?P<have>有))"
)
"""在册企业中，: what follows is some of these."""
_NAME = re.compile(r"[^，。；0-9]{0,20}")
_NO_COUNT = re.compile(r"[比较]|上年|去年|目标|计划|任务|另外|另有")
_NAMELY = re.compile(r"[，、（：；][^，。；0-9]{0,6}?(?:即|分别[为是]|具体[为是]|依次[为是])")
_EACH_IN_TURN = re.compile(rf"(?:分别|依次)(?:[^，。；0-9]|{YEAR}年){{0,12}}$")
_STATES = frozenset(("起点", "上期", "终点"))
_ONE_MORE = re.compile(
    r"(?!.*分别)[、，]?(?:和|及|以及|与)[^，。；、0-9和及与]{0,6}|、[^，。；、0-9和及与]{0,6}"
)
_TOLD = re.compile("[为达到至有约共计是]*$")
_HEAD = 2
_LIST = 24
"""The longest list that is read."""
SHORT = 6
"""A comma and the name of a part."""
_MADE_OF = re.compile(r"[一-龥]{0,4}(?:组成|构成)")
_NEXT = re.compile(
    rf"(?:（[^）]{{0,20}}）)?[、，；和及](?!实现|完成|还有|截至|已|到位|拨付|支付|收回|达标|另|同时|全年|累计|共|新(?!发现|一代|能源|兴|材料)|建(?!筑)|[上去前]年|同期|[比较])(?:[^，。；0-9]|[0-9]{{1,3}}(?=[岁级后])|{YEAR}(?=年)){{0,10}}$"
)


def tell_parts(text: str, figures: list[Figure]) -> None:
    """Give the role 部分 to what goes on with the list that 其中 opens."""
    part: Figure | None = None
    whole: Figure | None = None
    mark = ""
    for number, figure in enumerate(figures):
        if "其中" in figure.roles:
            part, mark = figure, ""
            whole = figures[number - 1] if number else None
        elif part is not None and _closes(text, figure):
            part = None  # the bracket that 其中 opened
        elif part is not None and "数量" in figure.roles:
            between = text[figure.lead.start]
            closed = mark == "、" and between in "，；"  # 水田28亩、旱地14亩；高标准农田31亩
            closed = closed or (between == "；" and _is_beside(text, whole, figure))
            if not closed and figure.dimension == part.dimension and _goes_on(text, part, figure):
                mark = mark or between
                figures[number] = figure._replace(roles=figure.roles | {"部分"})
            else:
                part = None


def begins_within(text: str, figure: Figure) -> bool:
    """Whether the first figure of a sentence counts some of what the one before counted."""
    within = _WITHIN.match(text, *figure.lead)
    if within is None or within["have"]:
        return False
    return bool(_NAME.fullmatch(text, within.end(), figure.lead.end))


def tell_among(text: str, figures: list[Figure]) -> None:
    """Give the role 之中 to the counts behind 412个村卫生室中，: none can be more than those."""
    whole: Figure | None = None
    for number, figure in enumerate(figures):
        within = _WITHIN.match(text, *figure.lead) if number else None
        if within is not None and "数量" in figures[number - 1].roles:
            whole = figures[number - 1] if not within["have"] or _is_some(figure) else None
        if whole is None or figure.dimension != whole.dimension or "数量" not in figure.roles:
            continue
        if _NO_COUNT.search(text, *figure.lead):
            whole = None
        else:
            figures[number] = figure._replace(roles=figure.roles | {"之中"})


def _is_some(figure: Figure) -> bool:
    """Whether persons or households are counted, which are not other things in one unit:
    12个乡镇中有36个村."""
    return figure.dimension == PEOPLE or figure.unit == "户"


def _closes(text: str, figure: Figure) -> bool:
    lead = text[slice(*figure.lead)]
    return lead.count("）") > lead.count("（")


def _is_beside(text: str, whole: Figure | None, figure: Figure) -> bool:
    """Whether what is told behind a semicolon is called like the whole: no part of 常住人口 is
    户籍人口."""
    end = _TOLD.sub("", text[slice(*whole.lead)])[-_HEAD:] if whole else ""
    return len(end) == _HEAD and end in text[slice(*figure.lead)]


def _goes_on(text: str, part: Figure, figure: Figure) -> bool:
    """Whether a figure is a further part: behind 、, or behind a comma or a semicolon and of the
    same kind, or in the brackets that 其中 stands in."""
    if not _NEXT.match(text, *figure.lead):
        return False
    one, other = text[slice(*part.lead)], text[slice(*figure.lead)]
    if other[0] not in "，；" or one[-2:] == other[-2:]:
        return True
    if one[-1] == other[-1]:
        return len(other) <= SHORT
    return "（其中" in one and len(other) <= SHORT


def tell_open_list(text: str, figures: list[Figure]) -> None:
    """Give the role 列出 to the figure that a list tells all parts of: 128个，即甲镇46个、……"""
    for number in range(len(figures) - 2):
        one, other = figures[number], figures[number + 1]
        # 12600万元，即1.26亿元: the same once more
        again = one.value == other.value or text.endswith("即", *other.lead)
        if one.dimension == other.dimension and not again and _NAMELY.search(text, *other.lead):
            figures[number] = one._replace(roles=one.roles | {"列出"})


def tell_in_turn(text: str, figures: list[Figure]) -> None:
    """Give the members of a list behind 分别 what its first one is: 分别增长11.8%和10.6%."""
    for number, head in enumerate(figures):
        if not _EACH_IN_TURN.search(text, *head.lead):
            continue
        end = number + 1
        while end < len(figures) and _ONE_MORE.fullmatch(text, *figures[end].lead):
            end += 1
        size = end - number
        for place in range(number, end) if size > 1 else ():
            one = figures[place] if place == number else _like(figures[place], head)
            figures[place] = one._replace(turn=(place - number + 1, size))


def _like(figure: Figure, head: Figure) -> Figure:
    """A member of a list with what the words before its first one say of all."""
    if figure.sign:
        return figure
    if head.sign:
        roles = figure.roles - {"数量"} | {change_role(figure.dimension)}
        return figure._replace(roles=roles, sign=head.sign)
    if figure.dimension == head.dimension:
        return figure._replace(roles=figure.roles | head.roles, name=figure.name or head.name)
    return figure._replace(roles=figure.roles | head.roles & _STATES)


def tell_composed(text: str, figures: list[Figure]) -> None:
    """Give the role 组成 to the list that stands before 组成 or 构成."""
    for number in range(len(figures) - 1, 0, -1):
        if not _MADE_OF.match(text, figures[number].span.end):
            continue
        first = number
        while first > number - _LIST and first and "由" not in text[slice(*figures[first].lead)]:
            first -= 1
        for i in range(first, number + 1):
            roles = figures[i].roles - {"起点", "数量"} | {"组成"}
            figures[i] = figures[i]._replace(roles=roles)
    if _MADE_OF.match(text, figures[0].span.end):  # 由7人组成，其中……: the whole
        figures[0] = figures[0]._replace(roles=figures[0].roles - {"起点"})
