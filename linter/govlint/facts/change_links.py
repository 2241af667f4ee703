"""change_links: whether the words say that a change or a gap lies between two figures."""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES, CHANGE_WORDS
from govlint.facts.figure import Figure
from govlint.facts.links import (
    CLAUSE,
    EARLIER,
    OWN_CHANGE,
    common_end,
    context,
    place_of,
    shares_char,
    shares_pair,
)
from govlint.text.years import YEAR

_NO_NAME = re.compile(
    rf"[，、]|(?:上|去|今|本|前)年度?|上年|上一?年度?|同期|年[初末底]|目前|现在|当前|如今|{YEAR}年|[0-9]{{1,2}}月|而|则|只有|仅|为|是|由|从|达到?|到|至"
    r"|[两三四五六七八九十一]?个?[年月季](?:间|来|内)?|原来|当时|当初|减少|增加|提高|上升|下降|缩短|扩大|发展|压[缩减降]|[升降增减]|的|了|末|底|初|实际|则|也|已|同比|[比较]|全年|截至|期间"
)
"""What is said of a state or of a change beside its name."""
_CHANGED = re.compile(rf"(?:{CHANGE_WORDS}|[多少])(?:幅度?|率|额|了|整整|达到?|为|约|近)*$")
_SUBJECT = re.compile(r"全[国省市县区]|平均|均值|同类|对照|[东中西]部|周边|邻[省市县]")
"""With whom a place compares itself."""
_GAP = re.compile(r"(?:高出|相差|差距为?|高|低|快|慢|领先|多出|少)(?:了|近|约|整整)?$")
_OWN_RATE = re.compile(r"(?:增速|增幅|涨幅|降幅)[^，。]{0,10}[比较提升降回收]")


def is_paired(text: str, passage: list[Figure], figures: list[Figure]) -> bool:
    """Whether a change is probably that from an earlier state to a later one of one thing."""
    change, earlier, later = figures
    first, second = sorted((earlier, later), key=place_of)
    if earlier.roles.isdisjoint(EARLIER) or not later.roles.isdisjoint(EARLIER):
        return False
    if change.span < second.span or "目标" in later.roles:
        return False
    if max(figure.turn[1] for figure in figures) > 1:
        if not _in_turn(passage, change, earlier, later):
            return False
    elif not _is_next(text, passage, change, (first, second)):
        return False
    if "。" in text[second.span.end : change.span.start]:
        return False
    told = context(text, first)
    return _is_same(second, text, told) and _is_bare(change, text, told)


def _is_next(
    text: str, passage: list[Figure], change: Figure, states: tuple[Figure, Figure]
) -> bool:
    """Whether two states follow each other, and the change follows them."""
    first, second = states
    between = [f for f in passage if first.span < f.span < second.span]
    if any(f.dimension == first.dimension and f.roles.isdisjoint(CHANGE_ROLES) for f in between):
        return False
    after = [f for f in passage if second.span < f.span < change.span]
    return all(f.roles & CHANGE_ROLES and OWN_CHANGE.match(text, *f.lead) for f in after)


def _in_turn(passage: list[Figure], change: Figure, earlier: Figure, later: Figure) -> bool:
    """Whether states and change have the same place in their lists behind 分别."""
    place, size = change.turn
    if not size or any(state.turn[1] and state.turn != change.turn for state in (earlier, later)):
        return False
    states = [
        f
        for f in passage
        if f.span < change.span
        and f.dimension == earlier.dimension
        and f.roles.isdisjoint(CHANGE_ROLES)
    ]
    if len(states) == 2 or (earlier.turn[1] and later.turn[1]):
        return True
    indices = sorted((states.index(earlier), states.index(later)))
    return len(states) == 2 * size and indices in (
        [2 * place - 2, 2 * place - 1],
        [place - 1, place - 1 + size],
    )


def _is_same(figure: Figure, text: str, told: str) -> bool:
    """Whether a state is told without a name of its own, or with that of the other."""
    name = _NO_NAME.sub("", CLAUSE.split(text[slice(*figure.lead)])[-1])
    return len(name) < 2 or (
        shares_pair(name, told) and not _are_rivals(name, _NO_NAME.sub("", told))
    )


def _are_rivals(one: str, other: str) -> bool:
    """Whether two names are those of two things of one kind: 苹果网销额, 梨网销额."""
    size = len(common_end([one, other]))
    first, second = one[: len(one) - size], other[: len(other) - size]
    return size > 1 and bool(first and second) and not shares_char(first, second)


def _is_bare(change: Figure, text: str, told: str) -> bool:
    clause = CLAUSE.split(text[slice(*change.lead)])[-1]
    if _OWN_RATE.search(clause):
        return False  # 增速比上年提高
    clause = _NO_NAME.sub("", _CHANGED.sub("", clause))
    return len(clause) < 2 or shares_pair(clause, told)


def is_compared(text: str, passage: list[Figure], figures: list[Figure]) -> bool:
    """Whether a gap is probably that between two figures of two subjects: 我县增长6.1%，全省增长
    5.4%，高出."""
    gap, *states = figures
    first, second = sorted(states, key=place_of)
    if gap.span < second.span or "。" in text[first.span.end : gap.span.start]:
        return False
    if any(f not in figures and first.span < f.span < gap.span for f in passage):
        return False
    if any("目标" in f.roles or f.roles & EARLIER for f in states):
        return False
    subjects = [_SUBJECT.findall(text, *state.lead)[-1:] for state in (first, second)]
    clause = CLAUSE.split(text[slice(*gap.lead)])[-1]
    return bool(subjects[1]) and subjects[0] != subjects[1] and _GAP.search(clause) is not None
