"""told_again: what the words around a figure tell, to be held against those of one before it.

A figure that takes up another is told shorter, in another order: 86名网格员参训, 86名参训网格员.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from govlint.facts.links import is_naming
from govlint.facts.mentions import noun_behind
from govlint.records import NamedTuple
from govlint.text.span import Span

_STOP = re.compile("[，。；：、（）“”\n0-9]")
_FILLERS = re.compile(
    "[这此本该]次|参[加与]|计划|任务|目标|确保|力争|虽然?|尽管|已经?|仍然?|却|[也就]|预[计期]|[升降增]至|[升降]到|增加到|达到?|突破|[总共]计?|有|约|是|完成|实现|[的到近]|超过?|累计|合计|至|[了仅均在由从对将把这该]"
    r"|上述|以上|现|[我全本][省市县区镇乡村校院局]|目前|当前|今年|全年|恳请|支持|贵[局委]|请|向|给予|拨付|安排|所有|[上中要用为看任]"
)
_CUT = re.compile("[已均都也将正中的逐需可等]|全[部都]|以(?![上下内外])")
_KIN = re.compile("[家亲遗]属|子女|代表|骨干|负责人|家庭")
"""Behind a name these make others of whom it names."""
_OTHER = re.compile(
    "其中|分别|每|年度|[人户亩平]均|同期|[上去前]年|[比较]|目标|计划|任务|力争|确保|增[长加]|减少|下降|提高|上升|新增|剩余|其余|另|[一二三四]季|月|半年|占|[一二三]期|最|各|预算"
    "|调整|原|高于|低于|左右|百分点"
)
"""Words of a mention with which it tells of another time, of an aim, of a part or of a change."""
_ALIKE_IN = {
    "新增": "new",
    "计划": "aim",
    "任务": "aim",
    "目标": "aim",
    "确保": "aim",
    "力争": "aim",
}
"""With these two mentions may tell of one thing, if both have them."""
_PARTED = re.compile(
    "其中|分别|另|合计|总[占数]|新增|增[加长至到]|减[少至到]|调整|其余|剩余|抽[取查选样]|部分"
)
_DONE = re.compile("(?P<rest>[一-龥]*?)(?P<done>[一-龥]{2})的$")
_ATTENDED = re.compile("(?P<rest>[一-龥]*?)(?P<done>[一-龥]{2})(?:人员|人数)(?:共|有|为|达|约)*$")
_WIDE = re.compile("[全各我本][省市县区镇乡村街校院局]+")
_PLACED = re.compile(
    "[省市县区镇乡村街校院局厂园片部所站队会]|[一二三四五六七八九十甲乙丙东西南北]"
)
"""A name of somebody else's."""
_FILLED = re.compile("[了共计有达约到]+$")
_BACK, _NOUN = 24, 8
_LEAST, _SHORT = 3, 2
_FAR = 3000
_ENDS = "。\n；"


class Mention(NamedTuple):
    """A figure with the words of its clause before it, ``lead``, what it counts, ``noun``, and
    where its sentence stands."""

    lead: str
    noun: str
    sentence: Span


@lru_cache(maxsize=256)
def read_mention(text: str, figure: re.Match[str]) -> Mention:
    """What is told of a figure, a match of FIGURE: one is held against several behind it."""
    lead = _STOP.split(text[max(0, figure.start() - _BACK) : figure.start()])[-1]
    noun = _STOP.split(noun_behind(text, figure))[0][:_NOUN]
    noun = _CUT.split(noun)[0]
    start, end = 0, len(text)
    for mark in _ENDS:  # each between the nearest of those before it: some stand nowhere
        start = max(start, text.rfind(mark, start, figure.start()) + 1)
        place = text.find(mark, figure.end(), end)
        end = place if place >= 0 else end
    return Mention(lead, noun, Span(start, end))


def pairs_of(words: str) -> set[str]:
    """The neighbouring characters of words that name something."""
    pieces = _FILLERS.split(words)
    return {a + b for piece in pieces for a, b in pairwise(piece) if is_naming(a + b)}


def kind_of(mention: Mention) -> frozenset[str] | None:
    """What makes a mention one of an aim, or of what is new; None where it cannot be that of
    another."""
    said = {*_OTHER.findall(mention.lead), *_OTHER.findall(mention.noun)}
    return frozenset(_ALIKE_IN[word] for word in said) if said <= _ALIKE_IN.keys() else None


def named(noun: str, first: Mention) -> str:
    """What a figure counts, without the words behind that tell what was done: 救援人员纪律严明,
    where 救援人员 were counted before."""
    for size in range(len(noun), _LEAST - 1, -1):
        name = noun[:size]
        if first.lead.endswith(name) or first.noun.startswith(name):
            return noun if _KIN.match(noun, size) else name
    return noun


def seam(noun: str, sentence: str) -> set[str]:
    """The pair of characters where what is told of two words is put together anew: 网格员参训,
    参训网格员."""
    if noun in sentence:
        return set()
    for place in range(2, len(noun) - 1):
        if noun[:place] in sentence and noun[place:] in sentence:
            return {noun[place - 1 : place + 1]}
    return set()


def is_far_alone(text: str, earlier: re.Match[str], later: re.Match[str], noun: str) -> bool:
    """Whether two figures that stand pages apart are the only ones between them that count
    ``noun``."""
    start, end = earlier.end(), later.start()
    if len(noun) < _LEAST or end - start > _FAR:
        return False
    if text.find(noun, start, end) < 0:
        return True  # most; a regex of its own takes as long to compile as a page to check
    unit, name = re.escape(later["unit"]), re.escape(noun)
    counted = re.compile(f"[0-9]{unit}的?{name}|{name}[^，。；0-9\n]{{0,4}}[0-9.]{{1,8}}{unit}")
    return counted.search(text, start, end) is None


def tells_all(text: str, between: Span, again: Mention) -> bool:
    """Whether a figure is that of all that something was done to, as was told before, and nothing
    ``between`` makes it another: 走访的34个村."""
    if not again.lead.endswith("的") or not pairs_of(again.lead) or not pairs_of(again.noun):
        return False
    return not _PARTED.search(text, *between)


def may_be_done(mention: Mention) -> bool:
    """Whether a mention may say what was done to all, or who did something."""
    return mention.lead.endswith("的") or (not mention.noun and "人" in mention.lead)


def is_done_again(text: str, between: Span, first: Mention, again: Mention) -> bool:
    """Whether both tell of what the same was done to, or of who did the same: 新建公园36处 and
    新建的36处公园; 260人参演 and 参演人员260人."""
    did = _DONE.fullmatch(again.lead)
    attended = None if did or again.noun else _ATTENDED.fullmatch(again.lead)
    told = did or attended
    if told is None or _PARTED.search(text, *between):
        return False
    if _PLACED.search(_WIDE.sub("", told["rest"])):
        return False
    if attended:
        return first.noun.startswith(told["done"]) and pairs_of(told["rest"]) <= pairs_of(
            text[slice(*first.sentence)]
        )
    noun, end = named(again.noun, first), _FILLED.sub("", first.lead)
    whole = end.endswith(told["done"] + noun)
    return len(noun) > _SHORT and (
        whole or (end.endswith(told["done"]) and first.noun.startswith(noun))
    )
