"""The stretch of a source that shows a finding: its sentence, cut to the width of the screen."""

from __future__ import annotations

import re
from bisect import bisect_right

from govlint.records import NamedTuple
from govlint.reporters.visible import visible_char
from govlint.text.columns import columns
from govlint.text.source import Source
from govlint.text.span import Span

_END = re.compile("[。！？；!?;]")
_REACH = 400
CUT = "…"


class Excerpt(NamedTuple):
    """``text`` fits on a line of the screen; from column ``start`` on (counted from 0), ``width``
    columns of it are what was found."""

    text: str
    start: int
    width: int


def cut_excerpt(source: Source, span: Span, width: int, ambiguous: int) -> Excerpt:
    """The sentence around ``span`` in at most ``width`` columns."""
    sentence = _sentence(source, span)
    cells = [visible_char(char) for char in source.text[slice(*sentence)]]
    widths = [columns(cell, ambiguous) for cell in cells]
    start = span.start - sentence.start
    end = min(max(span.end - sentence.start, start), len(cells))
    first, last = _window(widths, start, end, width, columns(CUT, ambiguous))
    left, right = CUT if first else "", CUT if last < len(cells) else ""
    return Excerpt(
        left + "".join(cells[first:last]) + right,
        columns(left, ambiguous) + sum(widths[first:start]),
        max(1, sum(widths[start : min(end, last)])),
    )


def _sentence(source: Source, span: Span) -> Span:
    """The sentence on the line where ``span`` starts, no further than the eye can follow, without
    the white space around it."""
    text, starts = source.text, source.line_starts
    number = bisect_right(starts, span.start)
    begin = max(starts[number - 1], span.start - _REACH)
    limit = starts[number] if number < len(starts) else len(text)
    limit = min(limit, max(span.start, min(span.end, limit)) + _REACH)
    ends = [match.end() for match in _END.finditer(text, begin, span.start)]
    begin = ends[-1] if ends else begin
    after = _END.search(text, max(span.start, min(span.end, limit) - 1), limit)
    limit = after.end() if after else limit
    while limit > span.start and text[limit - 1] in "\r\n \t\u3000":
        limit -= 1
    while begin < span.start and text[begin] in " \t\u3000":
        begin += 1
    return Span(begin, max(limit, span.start))


def _window(widths: list[int], start: int, end: int, width: int, cut: int) -> tuple[int, int]:
    """From where to where cells are shown: all if they fit, else what was found (its beginning,
    if it is long) and as much around it as there is room for, twice as much after as before."""
    if sum(widths) <= width:
        return 0, len(widths)
    room = max(1, width - 2 * cut)
    last, used = start, 0
    while last < end and used + widths[last] <= room:
        used += widths[last]
        last += 1
    first = start
    for share in (room // 3, room):  # some context before, then after, then what is left
        before = 0
        while first and used + widths[first - 1] <= room and before < share:
            first -= 1
            before += widths[first]
            used += widths[first]
        while end <= last < len(widths) and used + widths[last] <= room:
            used += widths[last]
            last += 1
    return first, last
