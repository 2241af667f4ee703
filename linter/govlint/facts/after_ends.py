"""after_ends: what is said to begin after the end of a stage, on a day before that end.

申报阶段（6月1日至6月20日）……申报结束后，于6月10日前完成初审; 6月至9月登记，8月在登记结束后审核.
Beside them, stages that lie outside of the time of the whole: 从4月开始，到12月底结束，分四个阶段.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.facts.literals import Literals
from govlint.facts.moments import Moment, moments_in
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.day_numbers import day_number, days_of

AFTER = search_for(
    r"(?P<what>(?![月日年在于前待底])[一-龥]{2,6}?)(?:工作|阶段|环节)?(?:全部|全面|统一)?(?:结束|完成|截止)(?:之)?后",
    (("结束后", "完成后", "截止后", "结束之后", "完成之后"),),
    18,
)
WITHIN = search_for(
    r"[从自由]?[^，。；\n]{2,14}(?:开始|起|启动)，?(?:至|到)[^，。；\n]{2,14}?(?:结束|止|基本结束|完成)[^。\n]{0,12}?(?:分(?:为|成)?)?[三四五六]个?(?:阶段|步骤)",
    (("阶段", "步骤"), ("结束", "止", "完成")),
    60,
)
_LINK = re.compile("(?:份|日|号|底|末)?(?:至|到|—|～|-|——)$")
_STAGE = re.compile("[为是（：，]?[^，。；、0-9]{0,4}[“”一-龥]{1,12}阶段")
_NOT = re.compile("首批|分批|陆续|随报|边|提前|部分|试点|同步|第[一二三四]批|延期|次年|原")
_ON = re.compile("[^，。；0-9]{0,4}[，、]?(?:[^，。；0-9]{0,16}[，于在]|[^，。；0-9]{0,14})$")
_AHEAD = re.compile("(?:日|月份?)?(?:上旬|中旬|下旬)?，?在?[^，。；0-9]{0,8}$")
_SENTENCE = re.compile("[。；\n]")
_CLAUSE = 24
_BACK, _NEXT = 220, 40
_COMMON = 2023
_TWO = 2


class Early(NamedTuple):
    """``moment``: one before the ``end`` after which it should lie, or outside of that."""

    moment: Moment
    end: Moment


def find_early(text: str, literals: Literals) -> Iterator[Early]:
    """What is too early, and what lies outside of the whole."""
    for match in find(text, literals, AFTER):
        end = _end_of(text, match)
        own = _own(text, match)
        if end is not None and own is not None and is_before(own, end):
            yield Early(own, end)
    for match in find(text, literals, WITHIN):
        yield from _outside(text, match)


def _end_of(text: str, match: re.Match[str]) -> Moment | None:
    """The end of the stretch that is told of what ends, if that is told once before it."""
    start = max(0, match.start() - _BACK)
    found: list[Moment] = []
    moments = moments_in(text, start, match.start())
    for one, other in pairwise(moments):
        if not _LINK.search(text, one.span.start, other.span.start):
            continue
        led = text[max(start, one.span.start - _CLAUSE) : one.span.start]
        behind = text[other.span.end : other.span.end + _CLAUSE].lstrip("底末止前）")
        led = re.split("[，。；\n）]", led)[-1]
        behind = re.split("[，。；\n（]", behind)[0]
        called = match["what"][-_TWO:]
        if called in led or called in behind:
            found.append(other)
    return found[0] if len(found) == 1 else None


def _own(text: str, match: re.Match[str]) -> Moment | None:
    """When it is to be that comes after: told behind the words, or right before them."""
    closed = _SENTENCE.search(text, match.end(), match.end() + _NEXT)
    end = closed.start() if closed else match.end() + _NEXT
    start = max(0, match.start() - 60)
    start = max(start, *(text.rfind(mark, start, match.start()) + 1 for mark in "。；\n"))
    if _NOT.search(text, start, end):
        return None
    before = moments_in(text, max(start, match.start() - 16), match.start())
    if before and _AHEAD.fullmatch(text, before[-1].span.end, match.start()):
        return before[-1]
    behind = moments_in(text, match.end(), end)
    if behind and _ON.fullmatch(text, match.end(), behind[0].span.start):
        return behind[0]
    return None


def is_before(own: Moment, end: Moment) -> bool:
    """Whether a moment is surely before another, in one year."""
    if own.month is None or end.month is None or own.next_year or end.next_year:
        return False
    if own.year and end.year and own.year != end.year:
        return False
    return _days(own)[1] < _days(end)[0] or (
        own.month < end.month and not own.vague and end.month - own.month < 10
    )


def _days(moment: Moment) -> tuple[int, int]:
    """The first and the last day that a moment can mean."""
    month = moment.month or 1
    first = day_number(_COMMON, month, moment.day or 1) or 0
    return first, first if moment.day else first + days_of(_COMMON, month) - 1


def _outside(text: str, match: re.Match[str]) -> Iterator[Early]:
    """The stages that begin before the whole does or end after it."""
    ends = moments_in(text, match.start(), match.end())
    if len(ends) != _TWO or any(f.month is None for f in ends) or ends[0].year is None:
        return
    first, last = ends
    year = last.year or first.year or _COMMON
    if last.year is None and (last.month or 0) < (first.month or 0):
        return
    line = text.find("\n", match.end(), match.end() + _BACK)
    stop = text.find("。", match.end(), line if line >= 0 else match.end() + _BACK)
    end = stop if stop >= 0 else (line if line >= 0 else match.end() + _BACK)
    for moment in moments_in(text, match.end(), end):
        if moment.month is None or not _STAGE.match(text, moment.span.end):
            continue
        told = moment.year or year
        begun = (first.year or year, first.month or 1)
        if (told, moment.month) > (year, last.month or 12) or (told, moment.month) < begun:
            yield Early(moment, last if (told, moment.month) > (year, last.month or 12) else first)
