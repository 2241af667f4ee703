"""restarts: headings that begin to count again, or count on, where those beside them do not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from govlint.facts.facts import Facts
from govlint.facts.outline import Series
from govlint.syntax.tree import Heading

_BEYOND = 2
"""What follows the one that is wrong is so far behind the last before it."""
_SHORTEST = 2
_SECTIONS = 3
_MOST = 64
"""Series before another among which the one it goes on from is looked for."""
_COUNTED = ("han-paren", "arabic")


def begun_again(facts: Facts, series: Series) -> Series | None:
    """The series that goes on behind the first heading of ``series``, which alone is wrong: 第一条
    between 第四条 and 第六条."""
    first, *rest = series.members
    if first.ordinal != 1 or not rest or first.loose:
        return None
    before = _before(facts, series)
    if before is None or len(before.members) < _SHORTEST:
        return None
    last = before.members[-1].ordinal or 0
    return before if last >= _SHORTEST and rest[0].ordinal == last + _BEYOND else None


def counted_on_alone(facts: Facts) -> Iterator[tuple[Heading, Heading]]:
    """The heading in front of it, and the first one of the one section that counts on from the
    section before, where those below all others begin at one.

    （一）（二） below 一、 and below 二、, （三）（四） below 三、.
    """
    outline = facts.outline
    below: dict[int, list[Heading]] = {}
    for heading, parent in zip(outline.headings, outline.parents, strict=True):
        if parent >= 0 and heading.shape in _COUNTED and not heading.loose:
            below.setdefault(parent, []).append(heading)
    groups: dict[tuple[int, str, str], list[list[Heading]]] = {}
    for parent, members in below.items():
        if len({member.shape for member in members}) == 1:
            key = outline.parents[parent], outline.headings[parent].shape, members[0].shape
            groups.setdefault(key, []).append(members)
    for sections in groups.values():
        odd = [place for place, each in enumerate(sections) if each[0].ordinal != 1]
        if len(sections) < _SECTIONS or len(odd) != 1 or not odd[0]:
            continue
        before, here = sections[odd[0] - 1], sections[odd[0]]
        counted = all(_counts(each) for each in sections)
        if counted and len(here) > 1 and here[0].ordinal == (before[-1].ordinal or 0) + 1:
            yield before[-1], here[0]


def _counts(members: list[Heading]) -> bool:
    first = members[0].ordinal or 0
    return [member.ordinal for member in members] == [*range(first, first + len(members))]


def _before(facts: Facts, series: Series) -> Series | None:
    """The series of the same shape that ends right before another one."""
    start = series.members[0].span.start
    place = bisect_left(facts.series_starts, start)
    for number in range(place - 1, max(-1, place - _MOST), -1):
        each = facts.series_in_order[number]
        if each.shape == series.shape:
            return each if each.members[-1].span.start < start else None
    return None
