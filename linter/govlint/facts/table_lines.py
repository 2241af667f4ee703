"""table_lines: the lines of a text that may be rows of a table or of a listing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from govlint.facts.literals import Literals
from govlint.facts.search import Search, find, search_for
from govlint.text.back import begins
from govlint.text.span import BLANK, Span

_DIGITS = "0123456789"
_ENDS = "%元亩户人个件分名吨里顷次家项处台辆座所套米株头只羽天时岁度斤克升瓦位场期张床班组双"
"""What a figure that stands last in its line ends with, beside digits: units."""
_AFTER = (
    *(f"{gap}{digit}" for gap in "|\t\u3000 " for digit in _DIGITS),
    *(f"{gap}{sign}" for gap in "|\t\u3000 " for sign in "+-−增减下上"),
)
_BEFORE = (
    *(f"{digit}{gap}" for digit in _DIGITS for gap in "|\t\u3000 \n"),
    *(f"{end}{gap}" for end in _ENDS for gap in "\n|\t\u3000 "),
)
ROWS = search_for(
    r"[^\n \u3000\t|][ \u3000\t|]{1,60}[+增减下上−-]?[升降少加长]?[0-9]", (_AFTER, _BEFORE), 0
)
"""A figure behind a gap."""
LISTED = search_for(
    r"(?:^|(?<=\n))[ \t\u3000]{0,12}[^\n：，。；]{1,24}：[ \u3000]?"
    r"[+-]?[0-9][^\n：，。；]{0,24}[；。]?[ ]?(?=\n|$)",
    (
        tuple(f"：{digit}" for digit in _DIGITS),
        tuple(f"{end}{gap}" for end in _DIGITS + _ENDS for gap in "\n；。 "),
    ),
    0,
)
"""A figure behind the colon of a line."""
_DRAWN = re.compile(r"[-:：—|+= \t\u3000]+")
"""A line of a table that is drawn, not written."""
_CAPTION = re.compile(
    r"[附续]?[表图][ \u3000]?(?:[0-9一二三四五六七八九十]|：)|[（(]?单位：|[注注]：|说明：|数据来源"
)
LIST_ROW = re.compile(
    r"(?:[0-9]{1,2}[.、．]|（[一二三四五六七八九十0-9]{1,3}）|[一二三四五六七八九十]{1,2}、|[-•·●①-⑳])?"
    r"[ \u3000]{0,4}(?P<label>[^：]{1,24})：[ \u3000]?(?P<figure>[^：]{1,25})"
)
_MOST = 120
"""Rows of a table: more than any has that a report shows as text."""
_LONGEST = 240
_NEXT, _APART = 2 * _LONGEST, 4
"""How far the figures of two rows are from each other at most: in code points, and in lines, of
which some may be empty."""


def table_searches(_params: object) -> tuple[Search, ...]:
    """What a check looks for that asks for tables."""
    return ROWS, LISTED


def places_of(text: str, known: Literals) -> tuple[list[int], list[int]]:
    """Where figures stand behind gaps, and behind the colons of lines, in a text whose literals
    are known; none of a kind of which no two stand in neighbouring lines."""
    rows = [match.start() for match in find(text, known, ROWS)]
    listed = [match.start() for match in find(text, known, LISTED)]
    return (rows if _is_run(text, rows) else [], listed if _is_run(text, listed) else [])


def _is_run(text: str, places: list[int]) -> bool:
    for one, other in pairwise(places):
        if other - one < _NEXT and 0 < text.count("\n", one + 1, other + 1) < _APART:
            return True
    return False


def may_be_row(line: str) -> bool:
    """Whether a line may be a row of cells, or nothing that parts rows."""
    if len(line) > _LONGEST:
        return False
    line = line.strip(BLANK)
    if not line:
        return True
    if "。" in line or line.endswith("，") or _CAPTION.match(line):
        return False
    return any(sign in line for sign in "|\t \u3000")


def may_be_listed(line: str) -> bool:
    """Whether a line may tell one thing with its figure, or nothing that parts such lines."""
    line = line.strip(BLANK)
    return not line or (len(line) < _LONGEST and LIST_ROW.fullmatch(line) is not None)


def stretches(
    text: str, places: Iterable[int], fits: Callable[[str], bool]
) -> Iterator[list[Span]]:
    """The written lines of each stretch around one of ``places`` all lines of which fit."""
    done = 0
    for place in places:
        if place < done:
            continue
        start = text.rfind("\n", done, place + 1) + 1 or done
        first = _bound(text, start, done, fits)
        end, count = start, 0
        while end < len(text) and count < _MOST:
            stop = text.find("\n", end)
            stop = len(text) if stop < 0 else stop
            if stop - end > _LONGEST or not fits(text[end:stop]):
                break
            end, count = stop + 1, count + 1
        if end > start:
            yield [*_written(text, first, min(end, len(text)))]
        done = max(end, stop + 1)


def _bound(text: str, start: int, least: int, fits: Callable[[str], bool]) -> int:
    """How far up the lines above ``start`` fit, too."""
    for _ in range(_MOST):
        above = begins(text, max(0, start - 1), "\n")
        if start <= least or above < least or not fits(text[above : start - 1]):
            break
        start = above
    return start


def _written(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        if line.strip(BLANK) and not _DRAWN.fullmatch(line):
            yield Span(start, stop)
        start = stop + 1


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without the blanks around it."""
    while start < end and text[start] in BLANK:
        start += 1
    while end > start and text[end - 1] in BLANK:
        end -= 1
    return Span(start, end)
