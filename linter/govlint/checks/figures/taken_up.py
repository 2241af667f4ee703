"""taken-up: does a figure take up one told before it, one slip apart, in words that are all known?

雨污分流率达到63.7%……分流率虽已达到67.3%: what is told again is told shorter, before its figure or
behind it, so no pair of names is asked for. Asked is that every word of the second mention stands
in the sentence of the first, where the two are told in different ways: lists tell things alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.links import is_naming
from govlint.facts.mentions import common_end, digits_of, noun_behind
from govlint.facts.same_mention import is_exact
from govlint.records import NamedTuple
from govlint.text.slips import is_slip
from govlint.text.span import Span

_STOP = re.compile("[，。；：、（）“”\n0-9]")
_FILLERS = re.compile(
    "虽然?|尽管|已经?|仍然?|却|[也就]|预[计期]|[升降增]至|[升降]到|增加到|达到?|突破|[总共]计?|有|约|是|完成|实现|[的到近]|超过?|累计|合计|至|[了仅均在由从对将把这该]"
    r"|上述|以上|现|[我全本][省市县区镇乡村校院局]|目前|当前|今年|全年|恳请|支持|贵[局委]|请|向|给予|拨付|安排|所有|[上中要用为看任]"
)
_CUT = re.compile("[已均都也将正中的逐需可等]|全[部都]")
_OTHER = re.compile(
    "其中|分别|每|[人户亩平]均|同期|[上去前]年|[比较]|目标|计划|任务|力争|确保|增[长加]|减少|下降|提高|上升|新增|剩余|其余|另|[一二三四]季|月|半年|占|[一二三]期|最|各|预算"
    "|调整|原|高于|低于|左右|百分点"
)
"""Words of a mention with which it tells of another time, of an aim, of a part or of a change."""
_TIME = re.compile("20[0-9]{2}年|[上下]半年|[一二三四]季度|[0-9]{1,2}月|[上下本]学期")
_GRADE = re.compile("[一二三四五ⅠⅡⅢⅣI]级|[红橙黄蓝]色|[一二三]等|[甲乙丙]类")
_AHEAD = re.compile(
    "建议|[施成工产]后|届时|使[^，。；0-9]{2,14}$|将达|可达|力争|确保|到20[0-9]{2}年"
)
"""Words before a figure with which it tells of what will be."""
_BY = "口径"
_ENDS = "。\n；"
_BACK, _NOUN = 24, 8
_NEAR = 300
_ALIKE = 4
"""So many characters right before both are the words of a list."""
_PAIRS, _MORE = 2, 3


class _Mention(NamedTuple):
    """A figure with the words of its clause before it, ``lead``, what it counts, ``noun``, and
    where its sentence stands."""

    lead: str
    noun: str
    sentence: Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    found = []
    for later, before, repeated in facts.slipped:
        if repeated:
            continue  # what is told more than once is no slip
        number = digits_of(later)
        again = _mention(facts.body, later)
        words = _words(again)
        if not words or _OTHER.search(again.lead) or _OTHER.search(again.noun):
            continue
        for earlier in before:
            if is_slip(digits_of(earlier), number) and _is_taken_up(
                facts.body, earlier, later, again, words
            ):
                first = Related(Span(*earlier.span()), "first")
                found.append(Finding(Span(*later.span()), {"first": earlier[0]}, (first,)))
                break
    yield from sorted(found, key=_start)


def _is_taken_up(
    text: str, earlier: re.Match[str], later: re.Match[str], again: _Mention, words: set[str]
) -> bool:
    """Whether the words of the second mention are all told with the first."""
    first = _mention(text, earlier)
    if text.find(_BY, *first.sentence) >= 0 or text.find(_BY, *again.sentence) >= 0:
        return False  # 按常住人口口径……低于户籍口径: counted otherwise
    if _AHEAD.search(text, again.sentence.start, later.start()):
        return False
    if first.sentence == again.sentence or _OTHER.search(first.lead):
        return False
    times = _times(text, first, earlier), _times(text, again, later)
    if all(times) and times[0].isdisjoint(times[1]):
        return False
    if len(common_end(first.lead, again.lead)) >= _ALIKE:
        return False
    if text[first.sentence.end - 1] == "的":
        return False  # （一）水位达到38.50米的；: one condition of several
    grades = [{*_GRADE.findall(text, *each.sentence)} for each in (first, again)]
    if all(grades) and grades[0] != grades[1]:
        return False  # 达到38.50米，启动三级响应；达到39.50米，启动二级响应
    told, number = digits_of(earlier), digits_of(later)
    exchanged = sorted(told) == sorted(number)
    exact = is_exact(told) and is_exact(number)
    near = later.start() - earlier.end() < _NEAR
    own = first.lead + first.noun
    if len(words) < _PAIRS:
        return exchanged and exact and near and words <= _pairs(own)
    sentence = text[slice(*first.sentence)]
    known = all(pair in sentence for pair in words) and not words.isdisjoint(_pairs(own))
    if exact:
        return known and (exchanged or near)
    noun = _pairs(again.noun)
    counted = len(words if exchanged and noun else noun) >= _MORE
    return near and counted and words <= _pairs(own)


def _mention(text: str, figure: re.Match[str]) -> _Mention:
    lead = _STOP.split(text[max(0, figure.start() - _BACK) : figure.start()])[-1]
    noun = _STOP.split(noun_behind(text, figure))[0][:_NOUN]
    noun = _CUT.split(noun)[0]
    start = max(text.rfind(mark, 0, figure.start()) for mark in _ENDS) + 1
    ends = [end for mark in _ENDS if (end := text.find(mark, figure.end())) >= 0]
    return _Mention(lead, noun, Span(start, min(ends, default=len(text))))


def _times(text: str, mention: _Mention, figure: re.Match[str]) -> set[str]:
    """The times that a sentence names before a figure."""
    return {*_TIME.findall(text, mention.sentence.start, figure.start())}


def _words(mention: _Mention) -> set[str]:
    return _pairs(mention.lead) | _pairs(mention.noun)


def _pairs(words: str) -> set[str]:
    """The neighbouring characters of words that name something."""
    pieces = _FILLERS.split(words)
    return {a + b for piece in pieces for a, b in pairwise(piece) if is_naming(a + b)}


def _start(finding: Finding) -> int:
    assert finding.span is not None
    return finding.span.start


CHECK = Check("taken-up", NoParams, run, fields=("first",), roles=("first",))
