"""agendas: the stretches of time with which the lines of an agenda begin, 8:30—9:00."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govlint.facts.search import search_for
from govlint.records import NamedTuple
from govlint.text.span import Span

TIMES = search_for(
    r"(?:^|(?<=\n))[|\-·•●]?[ \t\u3000]{0,12}"
    r"(?:[上下中]午|晚上?|（[0-9一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.、])?[ \t\u3000：]{0,4}"
    r"(?P<h>1?[0-9]|2[0-4])：(?P<m>[0-5][0-9])"
    r"(?:[ ]?(?:[—～–-]{1,2}|至)[ ]?(?P<to>1?[0-9]|2[0-4])：(?P<till>[0-5][0-9]))?(?![0-9：])",
    (tuple(f"：{digit}" for digit in "012345"),),
    0,
)
_LEAST, _SEVERAL = 3, 4
_EMPTY = 2
"""Line ends between two parts: one of the lines may be empty."""
_HALF = 6 * 60
"""Minutes by which a part that is told too early comes back at most: by more, it is told by the
clock of twelve hours, or of another day."""


class Slot(NamedTuple):
    """A part of an agenda, in minutes from midnight, and where its time stands; ``end`` is its
    start, where that is not told."""

    start: int
    end: int
    span: Span


def agendas(text: str, matches: Sequence[re.Match[str]]) -> Iterator[list[Slot]]:
    """The lines, one below the other, that begin with a time."""
    found: list[Slot] = []
    for match in matches:
        span = Span(match.start("h"), match.end("till" if match["till"] else "m"))
        if found and not 0 < text.count("\n", found[-1].span.end, span.start) <= _EMPTY:
            yield found
            found = []
        start = _minutes(match["h"], match["m"])
        end = _minutes(match["to"], match["till"]) if match["till"] else start
        found.append(Slot(start, end, span))
    yield found


def _minutes(hours: str, minutes: str) -> int:
    return int(hours) * 60 + int(minutes)


def misplaced(slots: Sequence[Slot]) -> tuple[Slot, Slot] | None:
    """The only part that begins before the one in front of it has begun, or has ended, in an
    agenda the others of which follow one another; and the one in front."""
    if len(slots) < _LEAST or any(slot.end < slot.start for slot in slots):
        return None
    odd = [(one, other) for one, other in pairwise(slots) if other.start < one.end]
    back = [(one, other) for one, other in pairwise(slots) if other.start < one.start]
    if len(odd) == 1 and odd == back and len(slots) >= _SEVERAL:
        one, other = odd[0]
        return (one, other) if one.start - other.start < _HALF and _is_lone(slots, other) else None
    adjoining = sum(one.end == other.start for one, other in pairwise(slots))
    if len(odd) != 1 or back or not adjoining:
        return None
    one, other = odd[0]
    return (one, other) if one.start < other.start and other.end > one.end else None


def _is_lone(slots: Sequence[Slot], odd: Slot) -> bool:
    """Whether all others follow one another without the odd one, or without the one before it."""
    at = slots.index(odd)
    starts = [slot.start for slot in slots]
    without = (starts[:skip] + starts[skip + 1 :] for skip in (at, at - 1))
    return any(all(one < other for one, other in pairwise(rest)) for rest in without)
