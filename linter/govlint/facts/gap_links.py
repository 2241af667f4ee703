"""gap_links: whether the words say that a gap lies between two figures."""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES, OVER
from govlint.facts.figure import Figure
from govlint.facts.links import CLAUSE, EARLIER, place_of

_SUBJECT = re.compile(r"全[国省市县区]|平均|均值|同类|对照|[东中西]部|周边|邻[省市县]")
"""With whom a place compares itself."""
_PLACE = re.compile("全[国省市县区]")
_OWN = re.compile(
    r"(?:[我本全该][国省市县区镇乡村校院局]?)?(?:增速|增幅|涨幅|比例)?(?:均|明显|远|大幅)?"
    r"[高低快慢优多少]于(?:全[国省市县区])?(?:平均)?(?:水平|增速)?(?:了|近|约|整整)?"
)
"""我县增速高于全市: by how much, of what was told before."""
_BOTH = re.compile("(?:两者|二者|两项|两类|前后)?(?:之间)?相差(?:了|近|约|整整)?")
_GAP = re.compile(r"(?:高出|相差|差距为?|高|低|快|慢|领先|多出|少)(?:了|近|约|整整)?$")
_ALL_SHORT = re.compile("(全[国省市县区镇乡村校院])[^，。；0-9]{0,4}(?:缺口|[尚仍还])")
_ONE_PLACE = re.compile("(?<![一-龥])[一-龥]{2,4}[市县区镇乡村]")
ENDS = re.compile("首末|首尾|末位|最[高大好多]")
"""The first and the last of several, which no two figures side by side are."""
_TO_AIM = re.compile(r"(?:目标|任务|计划|指标|[尚还仍]|缺口)[^，。；0-9]{0,6}$")


def is_compared(text: str, passage: list[Figure], figures: list[Figure]) -> bool:
    """Whether a gap is probably that between two figures of two subjects: 我县增长6.1%，全省增长
    5.4%，高出."""
    gap, *states = figures
    if is_of_all(text, gap, states) or ENDS.search(text, *gap.lead):
        return False
    if any("目标" in f.roles for f in states):
        return is_short_of_aim(text, passage, figures)
    first, second = sorted(states, key=place_of)
    if gap.span < second.span or "。" in text[first.span.end : gap.span.start]:
        return False
    if any(f not in figures and first.span < f.span < gap.span for f in passage):
        return False
    if any(f.roles & EARLIER for f in states):
        return False
    subjects = [_SUBJECT.findall(text, *state.lead)[-1:] for state in (first, second)]
    clause = CLAUSE.split(text[slice(*gap.lead)])[-1]
    if _BOTH.fullmatch(clause):
        return first.turn == (1, 2) and second.turn == (2, 2)
    if not subjects[1] or subjects[0] == subjects[1]:
        return False
    place = _PLACE.findall(clause)
    if place and place[-1] not in text[slice(*second.lead)]:
        return False  # 全市平均增长6.8%，高于全省
    return _GAP.search(clause) is not None or _OWN.fullmatch(clause) is not None


def is_of_all(text: str, change: Figure, states: list[Figure]) -> bool:
    """Whether what is short is that of a place of which only a part was spoken of: 云泽市任务3.7
    万人，完成1万人。全市尚有缺口."""
    place = _ALL_SHORT.search(text, *change.lead)
    told = "".join(text[state.lead.start : state.span.end] for state in states)
    return place is not None and place[1] not in told and _ONE_PLACE.search(told) is not None


def is_short_of_aim(text: str, passage: list[Figure], figures: list[Figure]) -> bool:
    """Whether a gap is that of a result to an aim: 目标是3000万人次。已接待2340万人次，尚差."""
    gap, *states = figures
    aims = [f for f in states if "目标" in f.roles]
    if len(aims) != 1 or not (_TO_AIM.search(text, *gap.lead) or OVER in gap.roles):
        return False
    result = next(f for f in states if f is not aims[0])
    if result.roles & (EARLIER | CHANGE_ROLES) or not aims[0].span < result.span < gap.span:
        return False
    others = (f for f in passage if f not in figures and f.dimension == result.dimension)
    return not any(aims[0].span < f.span < gap.span for f in others)
