"""change_links: whether the words say that a change lies between two figures."""

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
from govlint.facts.naming import names_in_turn
from govlint.text.years import YEAR

_NO_NAME = re.compile(
    rf"[，、]|大幅|明显|显著|快速|持续|稳步|进一步|[这该此]一?(?:数字|比例|数据|指标|比率|项?数)|[一-龥]{{2}}(?:之|以)?[前后]|(?:上|去|今|本|前)年度?|上年|上一?年度?|同期|年[初末底]|目前|现在|当前|如今|{YEAR}年|[0-9]{{1,2}}月|而|则|只有|仅|为|是|由|从|达到?|到|至"
    r"|[两三四五六七八九十一]?个?[年月季](?:间|来|内)?|原来|当时|当初|减少|增加|提高|上升|下降|缩短|扩大|发展|压[缩减降]|[升降增减]|的|了|末|底|初|实际|则|也|已|与|相比|同比|[比较]|全年|截至|期间"
)
"""What is said of a state or of a change beside its name."""
_CHANGED = re.compile(rf"(?:{CHANGE_WORDS}|[多少])(?:幅度?|率|额|了|整整|高?达到?|为|约|近)*$")
_OWN_RATE = re.compile(r"(?:增速|增幅|涨幅|降幅)[^，。]{0,10}[比较提升降回收]")


_TOLD_EARLIER = EARLIER | {"前期"}
_BRIEF, _TWO = 4, 2
_AFTER = re.compile(r"^[，、].*")
_EXPLAINS = re.compile(r"具体|其中|[：—]|这一|该[项指]|此项|结果|原来")
"""Words behind a change that begin to tell what it is worked out from."""


def is_paired(text: str, passage: list[Figure], figures: list[Figure]) -> bool:
    """Whether a change is probably that from an earlier state to a later one of one thing."""
    change, earlier, later = figures
    first, second = sorted((earlier, later), key=place_of)
    if earlier.roles.isdisjoint(_TOLD_EARLIER) or "目标" in later.roles | earlier.roles:
        return False
    if _is_later(later, earlier, change):
        return False
    if change.span < first.span:
        return _heads(text, passage, change, (first, second))
    told = context(text, first)
    if change.span < second.span:
        between = [f for f in passage if first.span < f.span < second.span]
        if earlier == first and between == [
            change
        ]:  # 与上年末的61.5%相比，负债率下降2.4个百分点，降至
            bare = len(_NO_NAME.sub("", told)) < 2
            return "终点" in second.roles and bare and _is_same(second, text, told)
        noted = earlier == second and between == [change]  # 同比增长10%，上年同期为540台
        return noted and _is_same(second, text, told) and _is_bare(change, text, told)
    if max(figure.turn[1] for figure in figures) > 1:
        if not _in_turn(text, passage, change, earlier, later):
            return False
    elif not _is_next(text, passage, change, (first, second)):
        return False
    opened = text[first.lead.start : first.span.start].rpartition("。")[2]
    if "。" in text[second.span.end : change.span.start] and not _is_alone(text, change, told):
        return False
    return _is_same(second, text, told) and _is_bare(change, text, opened + told)


def _is_later(state: Figure, earlier: Figure, change: Figure) -> bool:
    """Whether an earlier state is told to be the later one: 一季度24件，二季度31件，比一季度多7件，
    三季度28件."""
    if "前期" in state.roles & earlier.roles and state.span < earlier.span:
        return True
    return not state.roles.isdisjoint(EARLIER) and not change.turn[1]


def _is_alone(text: str, change: Figure, told: str) -> bool:
    """Whether a change is the first that its sentence tells, of nothing that it names, or of what
    the states are those of: 随着宣传深入，警情同比下降30%."""
    start, _, words = text[slice(*change.lead)].rpartition("。")
    if not start + words:
        return False
    if len(_NO_NAME.sub("", _CHANGED.sub("", words))) < 2:
        return True
    name = _NO_NAME.sub("", _CHANGED.sub("", CLAUSE.split(words)[-1])).rstrip("数量")
    return len(name) > 1 and name in told


def _heads(text: str, passage: list[Figure], change: Figure, states: tuple[Figure, Figure]) -> bool:
    """Whether a change is told first, and the only two states of the passage explain it: 新登记大幅
    增加42%。具体看，去年登记6250户，今年8250户."""
    first, second = states
    between = text[change.span.end : first.span.start]
    if between.count("。") > 1 or "\n" in between:
        return False
    for figure in passage:
        if figure in (change, *states):
            continue
        changed = not figure.roles.isdisjoint(CHANGE_ROLES)
        if (figure.dimension == first.dimension and not changed) or (
            changed and figure.roles & change.roles & CHANGE_ROLES
        ):
            return False
    own = (f for f in passage if f.span < change.span and not f.roles.isdisjoint(EARLIER))
    if any("。" not in text[f.span.end : change.span.start] for f in own):
        return False  # 由12个精简为9个，压减25%；企业由14家整合为10家
    told = text[first.lead.start : second.span.end]
    claim = text[passage[0].lead.start : change.span.start].rpartition("。")[2]
    claim = _NO_NAME.sub("", _CHANGED.sub("", claim)) + _AFTER.sub("", between.partition("。")[0])
    return (
        _is_same(second, text, context(text, first))
        and not _OWN_RATE.search(claim)
        and (shares_pair(claim, told) or _EXPLAINS.search(between) is not None)
    )


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


def _is_named_so(
    text: str, passage: list[Figure], change: Figure, states: tuple[Figure, Figure]
) -> bool:
    """Whether the name at the place of a change in a list, if there is one, is that of a state."""
    place, size = change.turn
    first = next((f for f in passage if f.turn == (1, size) and f.roles & change.roles), None)
    names = names_in_turn(text[slice(*first.lead)], size) if first and size > 1 else []
    if len(set(names)) < size or size < _TWO:
        return True
    told = "".join(context(text, state) + state.unit for state in states)
    return shares_char(names[place - 1], told)


def _in_turn(
    text: str, passage: list[Figure], change: Figure, earlier: Figure, later: Figure
) -> bool:
    """Whether states and change have the same place in their lists behind 分别."""
    place, size = change.turn
    if not _is_named_so(text, passage, change, (earlier, later)):
        return False
    if not size or any(state.turn[1] and state.turn != change.turn for state in (earlier, later)):
        return False
    states = [
        f
        for f in passage
        if f.span < change.span
        and f.dimension == earlier.dimension
        and f.roles.isdisjoint(CHANGE_ROLES)
    ]
    if earlier.turn[1] and later.turn[1]:
        return True
    if len(states) < size:
        return False  # 287起、106人、171.9万元……分别下降6.3%、8.5%: each of another kind
    if len(states) == 2:
        return _is_kind_in_turn(passage, change, earlier)
    if states[-1] != _plain_before(passage, change)[-1]:
        return False  # 港口吞吐量达到10.5亿吨，分别比2002年增长: not of what was told before that
    indices = sorted((states.index(earlier), states.index(later)))
    if len(states) == size + 1:  # 2022年3.2亿元，2023年4.0亿元，2024年4.6亿元，后两年分别增长
        return indices == [place - 1, place]
    return len(states) == 2 * size and indices in (
        [2 * place - 2, 2 * place - 1],
        [place - 1, place - 1 + size],
    )


def _is_kind_in_turn(passage: list[Figure], change: Figure, state: Figure) -> bool:
    """Whether what two states count is the last but so many of what was counted as the change is
    the last but so many of its list: 样品3600批、报告3480份，上年3200批和3120份，分别增长."""
    kinds = [*dict.fromkeys(f.dimension for f in reversed(_plain_before(passage, change)))]
    place, size = change.turn
    return len(kinds) >= size and kinds[size - place] == state.dimension


def _plain_before(passage: list[Figure], change: Figure) -> list[Figure]:
    return [f for f in passage if f.span < change.span and f.roles.isdisjoint(CHANGE_ROLES)]


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
    if len(clause) < 2:
        return True
    if shares_pair(clause, told):
        head = _NO_NAME.sub("", told)[-2:]
        return clause[-2:] in told or head in clause  # not 养老床位 beside 养老机构
    rival = _NO_NAME.sub("", told).endswith(clause[-1])  # 进口由36亿元降到32亿元，出口
    return len(clause) < _BRIEF and not rival and shares_char(clause, told)
