"""looking_back: 以上四项, and how many there were.

What can be meant is the series of items or headings that ends right before, or the list in the one
sentence before. A number that fits any of them is right.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from govlint.facts.items import ItemSeries
from govlint.facts.outline import Outline
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_BACK = re.compile(
    r"[上述](?<=以上|上述|前述)(?P<hit>(?P<n>[两二三四五六七八九十]|[2-9]|1[0-9])(?:个|大)?"
    r"(?:[项点条类种个]|方面|部分|款|件|步))(?![以多余])(?![^，。]{0,12}（含)"
)
_LIST = re.compile(r"[^，。；：、]{2,16}(?:、[^，。；：、]{2,16}){1,9}")
_MOST = 2
"""How far a number may be from what it counts; further off, it counts something else."""


class LookingBack(NamedTuple):
    """``span``: the number with its measure word; ``number``: what it says; ``listed``: how many
    stand before it."""

    span: Span
    number: int
    listed: int


def find_looking_back(
    text: str, outline: Outline, items: list[ItemSeries]
) -> Iterator[LookingBack]:
    for match in _BACK.finditer(text):
        number = parse_numeral(match["n"]) or 0
        counts = {*_series(outline, items, match.start()), *_listed(text, match.start() - 1)}
        if len(counts) == 1 and number not in counts:
            count = counts.pop()
            if 0 < abs(number - count) <= _MOST:
                yield LookingBack(Span(*match.span("hit")), number, count)


def _series(outline: Outline, items: list[ItemSeries], place: int) -> Iterator[int]:
    """The lengths of the series that end in the line of a place, or in the one before it."""
    starts = [entry.span.start for entry in outline.entries]
    line = bisect_right(starts, place) - 1
    for series in items:
        last = series.members[-1]
        near = line - 1 <= series.lines[-1] <= line and last.mark.start < place
        if near and series.members[0].ordinal == 1:
            yield series.last
    for headings in outline.series:
        last_heading = headings.members[-1]
        if last_heading.span.start >= place or headings.members[0].ordinal != 1:
            continue
        between = bisect_right(starts, last_heading.span.start) - 1
        if line - 3 <= between < line:
            yield last_heading.ordinal or 0


def _listed(text: str, start: int) -> Iterator[int]:
    """The lengths of the lists in the sentence before ``start``, if it is the first of its line."""
    line = text.rfind("\n", 0, start) + 1
    while start > line and text[start - 1] not in "。；：":
        start -= 1
    before = text[line : start - 1]
    if not before or "。" in before or "等" in before or "；" in before:
        return
    for match in _LIST.finditer(before):
        yield match[0].count("、") + 1
