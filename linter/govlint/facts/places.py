"""places: the line and the sentence around an offset, and the masks that lie over it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence

from govlint.facts import masks
from govlint.text.span import Span, touches

_END = re.compile(r"[。！？；]")


class Places:
    """Where the offsets of ``text``, whose lines begin at ``starts``, lie; what was asked once is
    known."""

    def __init__(self, text: str, starts: Sequence[int]) -> None:
        self._text = text
        self._starts = starts
        self._lines: dict[int, Span] = {}
        self._ends: dict[int, array[int]] = {}
        self._present: dict[str, bool] = {}
        self._masks: dict[tuple[int, str], list[Span]] = {}

    def line(self, offset: int) -> Span:
        """The line around ``offset``, without its line end."""
        return self._line(bisect_right(self._starts, offset))

    def _line(self, number: int) -> Span:
        """Line ``number``, counted from 1."""
        line = self._lines.get(number)
        if line is None:
            end = self._starts[number] if number < len(self._starts) else len(self._text)
            while end > self._starts[number - 1] and self._text[end - 1] in "\r\n":
                end -= 1
            line = self._lines[number] = Span(self._starts[number - 1], end)
        return line

    def sentence(self, offset: int) -> Span:
        """The sentence around ``offset``: up to the next 。！？； of its line, that included."""
        number = bisect_right(self._starts, offset)
        ends = self._ends.get(number)
        if ends is None:
            line = self._line(number)
            ends = array("I", [match.end() for match in _END.finditer(self._text, *line)])
            if not ends or ends[-1] < line.end:
                ends.append(line.end)
            self._ends[number] = ends
        place = bisect_right(ends, offset)
        if place == len(ends):
            place -= 1
        start, end = ends[place - 1] if place else self._starts[number - 1], ends[place]
        while start < min(offset, end) and self._text[start] in " \t\u3000":
            start += 1
        return Span(start, end)

    def masks_here(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the masks ``names`` of which the document has a sign; noise is blanked."""
        return tuple(name for name in names if name != "noise" and self._has(name))

    def _has(self, mask: str) -> bool:
        """Whether the text has a sign of ``mask``; every rule that finds something asks."""
        found = self._present.get(mask)
        if found is None:
            found = any(sign in self._text for sign in masks.SIGNS[mask])
            self._present[mask] = found
        return found

    def masked(self, span: Span, names: tuple[str, ...]) -> bool:
        """Whether ``span`` touches one of the masks ``names`` (see facts/masks.py)."""
        line = self.line(span.start)
        return any(touches(span, self._stretches(line, name)) for name in names)

    def _stretches(self, line: Span, mask: str) -> list[Span]:
        found = self._masks.get((line.start, mask))
        if found is None:
            found = [Span(*each) for each in masks.stretches(mask, self._text, line)]
            self._masks[line.start, mask] = found
        return found
