"""taken-up: does a figure take up one told before it, one slip apart, in words that are all known?

雨污分流率达到63.7%……分流率虽已达到67.3%: what is told again is told shorter, before its figure or
behind it, so no pair of names is asked for. Asked is that every word of the second mention stands
in the sentence of the first, where the two are told in different ways: lists tell things alike.
Of two digits, or round, a figure is enough where words say that it is that of all (走访的34个村).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.mentions import common_end, digits_of
from govlint.facts.one_thing import are_contrasted
from govlint.facts.pointed_back import POINTS, find_pointed_back
from govlint.facts.same_mention import is_exact
from govlint.facts.search import Search
from govlint.facts.told_again import (
    Mention,
    is_done_again,
    is_far_alone,
    kind_of,
    may_be_done,
    named,
    pairs_of,
    read_mention,
    seam,
    tells_all,
)
from govlint.facts.told_otherwise import find_otherwise
from govlint.text.back import begins
from govlint.text.slips import is_slip
from govlint.text.span import Span

_NUMBERED = re.compile("第[0-9、]{1,20}$")
"""第4、6、88项: items, not how many there are."""
_TIME = re.compile(
    "20[0-9]{2}年|[上去前今明]年|[上下]半年|[一二三四]季度|[0-9]{1,2}月|[上下本]学期|第[一二三四]|[本上首]届|[首两]批"
)
_GRADE = re.compile("[一二三四五ⅠⅡⅢⅣI]级|[红橙黄蓝]色|[一二三]等|[甲乙丙]类")
_BASIS = re.compile("口径|按[^，。；]{2,8}统计")
"""Words with which one thing may be counted otherwise."""
_AHEAD = re.compile(
    "建议|[施成工产]后|届时|使[^，。；0-9]{2,14}$|将达|可达|力争|确保|到20[0-9]{2}年"
)
"""Words before a figure with which it tells of what will be."""
_NEXT_ITEM = re.compile("[。；][0-9]{1,2}[.．、](?![0-9])")
_SUMMED = re.compile("累计[^，。；0-9]{0,8}$")
_NEAR, _BACK = 300, 24
_ALIKE = 4
"""So many characters right before both are the words of a list."""
_PAIRS, _MORE = 2, 3


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    marks = [match.start() for match in _NEXT_ITEM.finditer(text)]
    pairs = [
        (first, again)
        for first, again in find_otherwise(text)
        if not _are_parted(marks, first.span.end, again.span.start)
    ]
    told = {span for first, again in pairs for span in (first.span, again.span)}
    found = [
        Finding(again.span, {"first": text[slice(*first.span)]}, (Related(first.span, "first"),))
        for first, again in pairs
    ]
    for earlier, later in find_pointed_back(text, facts.literals):
        first = Related(Span(*earlier.span()), "first")
        found.append(Finding(Span(*later.span()), {"first": earlier[0]}, (first,)))
    found += _slipped(facts, marks, told)
    yield from _each_once(sorted(found, key=_start))


def _slipped(facts: Facts, marks: list[int], told: set[Span]) -> Iterator[Finding]:
    """The figures that are a slip from one before them and are told of the same thing."""
    text = facts.body
    for later, before, repeated in facts.slipped:
        if repeated or _NUMBERED.search(text, max(0, later.start() - _BACK), later.start()):
            continue  # what is told more than once is no slip
        number, again = digits_of(later), read_mention(text, later)
        if Span(*later.span()) in told:
            continue
        if kind_of(again) is None and not may_be_done(again):
            continue
        if _is_made(before, later):
            continue
        for earlier in before:
            if not is_slip(digits_of(earlier), number):
                continue
            if _are_parted(marks, earlier.end(), later.start()):
                continue  # 2．对甲处收入40%的罚款。3．对乙处收入30%的罚款
            if _is_told_again(text, earlier, later, again):
                first = Related(Span(*earlier.span()), "first")
                yield Finding(Span(*later.span()), {"first": earlier[0]}, (first,))
                break


def _are_parted(marks: list[int], start: int, end: int) -> bool:
    """Whether the mark of a next item stands between two places; where they stand is found once,
    for a text may have hundreds of such pairs."""
    place = bisect_left(marks, start)
    return place < len(marks) and marks[place] < end


def _is_made(before: list[re.Match[str]], later: re.Match[str]) -> bool:
    """Whether the words before a figure say that it is a sum: 上月517处，本月54处，累计571处."""
    lead = later.string[max(0, later.start() - _BACK) : later.start()]
    return bool(before) and _SUMMED.search(lead) is not None


def _each_once(found: list[Finding]) -> Iterator[Finding]:
    """The findings, one for each place."""
    told = set[int]()
    for finding in found:
        place = _start(finding)
        if place not in told:
            told.add(place)
            yield finding


def _around(text: str, first: Mention, figure: re.Match[str]) -> str:
    """The words of its sentence around a figure, those that are near."""
    start = max(first.sentence.start, figure.start() - _NEAR)
    return text[start : min(first.sentence.end, figure.end() + _NEAR)]


def _is_told_again(text: str, earlier: re.Match[str], later: re.Match[str], again: Mention) -> bool:
    """Whether two figures, in sentences of one time, are told of one thing."""
    first = read_mention(text, earlier)
    if first.sentence == again.sentence or text[first.sentence.end - 1] == "的":
        return False  # （一）水位达到38.50米的；: one condition of several
    times = _times(text, first, earlier), _times(text, again, later)
    if all(times) and times[0].isdisjoint(times[1]):
        return False
    if are_contrasted(f"{again.lead}，{again.noun}", _around(text, first, earlier)):
        return False
    if _BASIS.search(text, again.sentence.start, later.end()):
        return False
    grades = [{*_GRADE.findall(text, *each.sentence)} for each in (first, again)]
    if all(grades) and grades[0] != grades[1]:
        return False  # 达到38.50米，启动三级响应；达到39.50米，启动二级响应
    if _is_taken_up(text, earlier, later, first, again):
        return True
    if kind_of(first._replace(noun="")) is None:
        return False
    between = Span(earlier.end(), later.start())
    near = between.end - between.start < _NEAR
    near = near or is_far_alone(text, earlier, later, named(again.noun, first))
    return near and is_done_again(text, between, first, again)


def _are_records(text: str, earlier: re.Match[str], later: re.Match[str]) -> bool:
    """Whether the clauses of two figures begin with the same words and hold nothing else: each is
    of another thing in a list (资信标16.50分，技术标34.10分)."""
    clauses = [
        (text[begins(text, each.start(), "，。；：\n", _BACK) : each.start()], text[each.end()])
        for each in (earlier, later)
        if each.end() < len(text)
    ]
    return len({*clauses}) == 1 < len(clauses) and clauses[0][1] in "，。；\n"


def _is_taken_up(
    text: str, earlier: re.Match[str], later: re.Match[str], first: Mention, again: Mention
) -> bool:
    """Whether the words of the second mention are all told with the first."""
    kind = kind_of(again)
    if kind is None or kind_of(first._replace(noun="")) != kind:
        return False
    if "aim" not in kind and _AHEAD.search(text, again.sentence.start, later.start()):
        return False
    if len(common_end(first.lead, again.lead)) >= _ALIKE or _are_records(text, earlier, later):
        return False
    again = again._replace(noun=named(again.noun, first))
    told, number = digits_of(earlier), digits_of(later)
    words, sentence = pairs_of(again.lead) | pairs_of(again.noun), text[slice(*first.sentence)]
    exchanged = sorted(told) == sorted(number)
    exact = is_exact(told) and is_exact(number)
    near = later.start() - earlier.end() < _NEAR
    own = pairs_of(first.lead + first.noun)
    if len(words) < _PAIRS:
        return bool(words) and exchanged and exact and near and words <= own
    put_together = seam(again.noun, sentence)
    words -= put_together
    known = all(pair in sentence for pair in words) and not words.isdisjoint(own)
    if exact:
        return known and (exchanged or near)
    noun = pairs_of(again.noun) - put_together
    between = Span(earlier.end(), later.start())
    here = near or is_far_alone(text, earlier, later, again.noun)
    if known and here and noun <= own and tells_all(text, between, again):
        return True
    counted = len(words if exchanged and noun else noun) >= _MORE
    return near and counted and words <= own


def _times(text: str, mention: Mention, figure: re.Match[str]) -> set[str]:
    """The times that a sentence names before a figure."""
    return {*_TIME.findall(text, mention.sentence.start, figure.start())}


def _start(finding: Finding) -> int:
    assert finding.span is not None
    return finding.span.start


def _searches(params: NoParams) -> tuple[Search, ...]:
    return (*only_figures(params), POINTS)


CHECK = Check("taken-up", NoParams, run, fields=("first",), roles=("first",), searches=_searches)
