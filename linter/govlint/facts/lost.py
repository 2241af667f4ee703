"""lost: where a usual word has lost one of its characters, and what is left of it stands alone.

One looks where two characters stand side by side that public documents far more often have with a
third one between them (lost.txt: by the first of two such what stands second), and one of the two
hardly ever stands alone (bound.txt). Both rows of four characters that the lost one would be in
must be what several documents have (see runs), and the words of the clause, cut with it and without
it, must be one whole word there instead of a piece. The tables are made by bench/runs.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from govlint.facts.halves import SINGLE
from govlint.facts.met import suspected_gaps
from govlint.facts.runs import between, is_run, signed
from govlint.facts.words import MARK, starts
from govlint.packaged import packaged
from govlint.records import NamedTuple
from govlint.text.occurrences import is_once
from govlint.text.span import Span

BOUND = "bound.txt"
_WINDOW = 128
"""Code points on either side that hold a clause as far as it is read."""
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两零〇")
_PAIR = 2
_NAMED = frozenset("（）、“”《》·()「」+ \u3000\n")
"""Beside these stand short forms (工、青、妇, 新（扩）建) and what is broken over two lines."""

_LINKS = frozenset(
    "的了和等在将被及与对是把向为从由到至并也都又不未已有以就可要须应会能还其该各每"
    "，。；：！？ \u3000"
)
"""What stands alone beside any word."""


_BEFORE = frozenset("为，。；：")
"""Behind these one character stands alone: 农业为基, ，系工程保证金."""


class Lost(NamedTuple):
    """``right`` is meant for what stands at ``span``, one character less."""

    span: Span
    right: str


@cache
def _bound() -> list[frozenset[str]]:
    """What is no word of its own where it is the beginning of one, and where it is the end."""
    return [*map(frozenset, packaged("facts", BOUND).decode().split())]


def find_lost(text: str) -> Iterator[Lost]:
    """The words of ``text`` that have lost a character, in order.

    >>> [each.right for each in find_lost("着力优化营环境，优化营商环境。")]
    ['营商']
    """
    done = -1
    for place in suspected_gaps(text):
        if place < done:
            continue
        near = max(0, place - _WINDOW)  # copied for each guess, so no more than its clause
        part = text[near : place + _WINDOW]
        guesses = (_word(part, place + 1 - near, char) for char in _chars(text, place))
        found = next(filter(None, guesses), None)
        if found and is_once(text, text[place - 1 : place + 3]):
            found = Lost(Span(found.span.start + near, found.span.end + near), found.right)
            done = found.span.end
            yield found


def _chars(text: str, place: int) -> list[str]:
    """What may be lost behind ``place``, the likelier by its neighbours."""
    around = signed(text, place - 1, place + 3)
    if is_run(around) or around[0] in _NUMERALS:  # 一产
        return []
    if not _NAMED.isdisjoint(text[max(0, place - 1) : place + 3]):
        return []
    ahead = signed(text, place - 2, place + 1)
    return [
        char
        for char in between(around[:2], around[2])
        if _is_han(char) and char not in _NUMERALS
        if is_run(ahead + char if around[2] == MARK else around[1] + char + around[2:])
    ]


def _is_han(char: str) -> bool:
    return "一" <= char <= "龥"


def _word(text: str, place: int, char: str) -> Lost | None:
    """The word that has lost ``char`` in front of ``place``."""
    right = text[:place] + char + text[place:]
    ends = starts(right, Span(place, place + 1))
    low = max((each for each in ends if each <= place), default=place)
    high = min((each for each in ends if each > place), default=place + 1)
    if high - low == 1:
        return None
    left = starts(text, Span(place, place))
    if not {low, high - 1} <= left:
        return None
    if high - low == _PAIR and text[low - 1 : low] in _BEFORE:
        return None
    for beside in (low - 1, high - 1):
        if {beside, beside + 1} <= left and text[beside : beside + 1] not in _LINKS:
            return None  # 互|促|共进: of such ones short forms are made
    begun, ended = _bound()
    for half, known in ((place - 1, begun), (place, ended)):
        if not (low <= half < high - 1 and {half, half + 1} <= left):
            continue
        if text[half] in known and text[half] not in SINGLE:
            return Lost(Span(low, high - 1), right[low:high])
    return None
