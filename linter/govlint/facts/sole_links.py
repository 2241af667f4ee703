"""sole_links: of which part and which whole a percentage is told, if no other can be meant.

What binds figures is as often that nothing else could be meant as what they are called: 全校620人，
390人住校，住宿率. So few words are asked for. A whole that is named is the count that is called
most like it; else it is the one before 其中, or that of which other percentages are shares, or the
only greater count. That nothing else explains the percentage is asked by
checks/figures/alternatives.py.
"""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.facts.links import (
    EARLIER,
    context,
    is_called,
    is_naming,
    place_of,
    shares_pair,
)
from govlint.facts.percentages import NUMBERED
from govlint.facts.rate_links import core_of
from govlint.facts.share_links import named
from govlint.facts.ties import NEGATED, Tie
from govlint.facts.units import PERCENT

_AMONG = re.compile(rf"(?P<of>{NUMBERED}{{2,16}}?)(?<!其)[中里](?=[，的一-龥])")
_PLACE = re.compile("全[国省市州盟县旗区镇乡村球]|世界")
_GENERAL = re.compile("^(?:全部|总|所有|同期|该|其|上述)+|(?:总)?(?:数量?|量|额|人数|户数|面积)$")
_JOINED = re.compile(r"。(?!其中)|[；\n]")
_STATES = EARLIER | {"终点", "均值", "基准"}
_WITHIN = frozenset(("其中", "之中", "部分"))
_ASIDE = CHANGE_ROLES | EARLIER
_AND = ("和", "及", "与", "、")
_BRIEF = 4
_LONG = 5
_MUCH = 3
_CLAUSES = 2
_REST = re.compile("[^0-9]*(?:其余|余下|剩余)[^0-9]*")


def is_sole(tie: Tie) -> bool:
    """Whether a ratio is that of the only part in the only whole that could be meant."""
    return _is_only(tie) and not _is_of_rest(tie)


_NOW = re.compile("^(?:目前|总体|综合|最终|全年|平均|年度|截至目前)+")
_FEW = 20
"""Of fewer, chance makes any share."""
_BEFORE = 4
"""So near before a word stands what denies it."""


def is_rest(tie: Tie) -> bool:
    """Whether a ratio is that of what is left of the whole without the part: 不合格6批，合格率."""
    return _is_of_rest(tie) and (_is_only(tie) or _is_denied_alone(tie))


def _is_denied_alone(tie: Tie) -> bool:
    """Whether a passage counts but a whole and what is denied to be as its only rate says, however
    far that is: 抽检1320批，不合格33批，均已立案……合格率."""
    if tie.counts != tie.parts or not tie.is_only or tie.whole.value < _FEW:
        return False
    (part,) = tie.parts
    if not tie.whole.span < part.span < tie.ratio.span:
        return False
    if not (tie.whole.roles | part.roles).isdisjoint(_STATES):
        return False
    name = _NOW.sub("", core_of(tie.ratio.name))
    told = tie.text[tie.whole.lead.start : part.span.end]
    if "其中" in tie.text[slice(*tie.ratio.lead)] or not all(char in told for char in name[:-2]):
        return False  # 重大隐患整改率
    core = name[-2:]
    counted = context(tie.text, part)
    return len(core) > 1 and any(f"{no}{core}" in counted for no in ("不", "未", "未能"))


def _is_of_rest(tie: Tie) -> bool:
    """Whether a ratio is told of the others: 缺考46人，其余都参加了, or of what the part is not."""
    part = tie.parts[0]
    if _REST.fullmatch(tie.text, part.span.end, tie.ratio.lead.end):
        return True
    counted = context(tie.text, part).replace(tie.ratio.name, "")
    said = named(tie.ratio.name)[0] if "占比" in tie.ratio.roles else core_of(tie.ratio.name)
    if bool(NEGATED.search(counted)) == bool(NEGATED.search(said)):
        return False
    bare = NEGATED.sub("", said)[-2:]
    place = counted.rfind(bare)
    if place >= 0 and bare == said[-2:] and not NEGATED.search(counted, max(0, place - _BEFORE)):
        return False  # 对22批次不合格食品逐一处置，处置率
    return is_called(bare, NEGATED.sub("", counted))


def _is_only(tie: Tie) -> bool:
    """Whether no other part and no other whole could be meant."""
    if len(tie.parts) > 1:
        return False
    part = tie.parts[0]
    if tie.text.endswith(_AND, 0, part.span.start):
        return False
    if not tie.whole.span < part.span < tie.ratio.span or _part_of(tie, tie.ratio) != part:
        return False
    if not (tie.whole.roles | part.roles).isdisjoint(_STATES) or not _is_spoken_of(tie, part):
        return False
    return _whole_of(tie, part) == tie.whole


def _is_spoken_of(tie: Tie, part: Figure) -> bool:
    """Whether a ratio is said of what was counted: it names nothing, or that."""
    told = tie.text[part.span.end : tie.ratio.span.start]
    if tie.ratio.turn[1] < 2 and (_JOINED.search(told) or told.count("，") > _CLAUSES):
        return False
    if "占比" in tie.ratio.roles:
        said_of = named(tie.ratio.name)[0]
        return len(said_of) < _BRIEF or shares_pair(said_of, context(tie.text, part))
    core = core_of(tie.ratio.name)
    if len(core) < _LONG and (len(core) < _BRIEF or shares_pair(core, context(tie.text, part))):
        return True
    return core[:2] in context(tie.text, tie.whole)


def _part_of(tie: Tie, ratio: Figure) -> Figure | None:
    """The count that a ratio is told of: what is called as the ratio is, or stands right before
    it, or in its place of the list before."""
    counts = [f for f in (tie.whole, *tie.counts) if f.span < ratio.span]
    counts = sorted((f for f in counts if not _is_aside(tie.text, f, ratio)), key=place_of)
    place, size = ratio.turn
    if size > 1:
        first = next(f for f in tie.passage if f.turn == (1, size) and f.span <= ratio.span)
        listed = [f for f in counts if f.span < first.span][-size:]
        return listed[place - 1] if len(listed) == size else None
    word = named(ratio.name)[0][:2] if "占比" in ratio.roles else core_of(ratio.name)[-2:]
    called = [f for f in counts if word in context(tie.text, f)] if len(word) > 1 else []
    if len(called) == 1 and called[0] != counts[0]:
        return called[0]
    last = counts[-1] if counts else None
    between = (f for f in tie.passage if last and last.span < f.span < ratio.span)
    aside = (bool(f.roles & _ASIDE) or _is_aside(tie.text, f, ratio) for f in between)
    return last if all(aside) else None


def _is_aside(text: str, figure: Figure, ratio: Figure) -> bool:
    """Whether a figure stands in a bracket that ends before a ratio."""
    between = text[figure.span.end : ratio.span.start]
    return between.count("）") > between.count("（")


def _whole_of(tie: Tie, part: Figure) -> Figure | None:
    """The only count of which a part can be told, if there is one."""
    counts = [tie.whole, *tie.counts]
    before = sorted((f for f in counts if f.span < part.span), key=place_of)
    greater = [f for f in before if f.value > part.value]
    of = _named_whole(tie, part)
    if of:
        return _called_most_like(tie.text, of, greater)
    if "其中" in part.roles:
        return before[-1] if before else None
    proven = [f for f in _proven(tie) if f in greater]
    if proven:
        called = _called_most_like(tie.text, context(tie.text, part), greater, _MUCH)
        return proven[0] if all(f == proven[0] for f in (*proven, called or proven[0])) else None
    near = [f for f in greater if not _JOINED.search(tie.text, f.span.end, part.span.start)]
    only = near or greater
    return only[0] if len(only) == 1 else None


def _named_whole(tie: Tie, part: Figure) -> str:
    """What words call the whole: 占税收收入的, 审结案件中; else ""."""
    of = named(tie.ratio.name)[1] if "占比" in tie.ratio.roles else ""
    of = _GENERAL.sub("", of.strip("的同期"))
    if len(of) > 1:
        return of
    among = [match["of"] for match in _AMONG.finditer(tie.text, *part.lead)]
    return among[-1] if among else ""


def _called_most_like(text: str, name: str, figures: list[Figure], least: int = 1) -> Figure | None:
    """The figure of which the words have most in common with a name, half of it and so many
    characters at least, if there is one such."""
    place = _PLACE.search(name)
    if place:
        figures = [f for f in figures if place[0] in text[slice(*f.lead)]]
    wanted = {char for char in name if is_naming(char)}
    found = [(sum(char in context(text, f) for char in wanted), f) for f in figures]
    most = max((count for count, _ in found), default=0)
    likest = [figure for count, figure in found if count == most]
    enough = most >= max(least, len(wanted) / 2)
    return likest[0] if enough and len(likest) == 1 else None


def _proven(tie: Tie) -> list[Figure]:
    """The figures of which other percentages of the passage are the shares of what stands right
    before them: 公办12所，占40%，民办18所，占."""
    found: list[Figure] = []
    for ratio in tie.passage:
        if ratio == tie.ratio or ratio.dimension != PERCENT or ratio.roles & CHANGE_ROLES:
            continue
        part = _part_of(tie, ratio)
        if part is not None:
            wholes = (f for f in (tie.whole, *tie.counts) if f.value > part.value)
            found += [whole for whole in wholes if _is_quotient(part, whole, ratio)]
    return found


def _is_quotient(part: Figure, whole: Figure, ratio: Figure) -> bool:
    low, high = part.interval.low / whole.interval.high, part.interval.high / whole.interval.low
    return low <= ratio.interval.high and ratio.interval.low <= high
