"""table_orders: what counts on from row to row, and the one row where it does not.

序号 1, 2, 3; times of an agenda, 8:30—9:00, each of which begins where the one before it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govlint.facts.search import search_for
from govlint.facts.tables import Table
from govlint.records import NamedTuple
from govlint.text.span import Span

_NUMBER_HEAD = re.compile("序号?|编号|项次|行次")
_WHOLE = re.compile("[0-9]{1,3}")
_LEAST = 4
TIMES = search_for(
    r"(?:^|(?<=\n))[|\-·•●]?[ \t\u3000]{0,12}"
    r"(?:[上下中]午|晚上?|（[0-9一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.、])?[ \t\u3000：]{0,4}"
    r"(?P<h>[0-2]?[0-9])：(?P<m>[0-5][0-9])[ ]?(?:[—～–-]{1,2}|至)[ ]?"
    r"(?P<to>[0-2]?[0-9])：(?P<till>[0-5][0-9])(?![0-9：])",
    (tuple(f"：{digit}" for digit in "012345"),),
    0,
)


class Slot(NamedTuple):
    """A stretch of time, in minutes from midnight, and where it stands."""

    start: int
    end: int
    span: Span


def misnumbered(table: Table) -> Iterator[tuple[Span, int]]:
    """The number in a column 序号 that is not the one after that before it, where the others count
    on; with what it should be."""
    for column, head in enumerate(table.names):
        if not _NUMBER_HEAD.fullmatch(head.replace(" ", "")):
            continue
        cells = table.column(column)
        while cells and not _WHOLE.fullmatch(cells[-1].text):
            cells = cells[:-1]  # 合计
        if len(cells) < _LEAST or not all(_WHOLE.fullmatch(cell.text) for cell in cells):
            continue
        values = [int(cell.text) for cell in cells]
        steps = [other - one for one, other in pairwise(values)]
        odd = [n for n, step in enumerate(steps, 1) if step != 1]
        if values[0] == 1 and 1 <= len(odd) <= 2 and _is_one(odd, values):
            yield cells[odd[0]].span, values[odd[0] - 1] + 1


def _is_one(odd: Sequence[int], values: Sequence[int]) -> bool:
    """Whether it is one number that is wrong: the rest go on as if it were right, or as it says."""
    at = odd[0]
    if len(odd) == 1:
        return values[at] in (values[at - 1], values[at - 1] + 2)
    return odd[1] == at + 1 and values[odd[1]] == values[at - 1] + 2


def agendas(text: str, matches: Sequence[re.Match[str]]) -> Iterator[list[Slot]]:
    """The stretches of lines that begin with a stretch of time."""
    found: list[Slot] = []
    for match in matches:
        span = Span(match.start("h"), match.end("till"))
        if found and text.count("\n", found[-1].span.end, span.start) != 1:
            yield found
            found = []
        found.append(
            Slot(_minutes(match["h"], match["m"]), _minutes(match["to"], match["till"]), span)
        )
    yield found


def _minutes(hours: str, minutes: str) -> int:
    return int(hours) * 60 + int(minutes)


def overlapping(slots: Sequence[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """The slot that begins before the one in front of it has ended, and that one, in an agenda the
    others of which follow one another."""
    if len(slots) < _LEAST - 1 or any(slot.end <= slot.start for slot in slots):
        return
    odd = [(one, other) for one, other in pairwise(slots) if other.start < one.end]
    adjoining = sum(one.end == other.start for one, other in pairwise(slots))
    if len(odd) != 1 or adjoining < 1:
        return
    one, other = odd[0]
    if one.start < other.start and other.end > one.end:
        yield other, one
