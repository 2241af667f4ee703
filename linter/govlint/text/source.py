"""A decoded text, and the lines and columns of its characters."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from govlint.records import NamedTuple


class Position(NamedTuple):
    """A line and a column, both counted from 1, in code points."""

    line: int
    column: int


class Source:
    r"""What was read from ``name``: its text without a byte order mark, and how it was encoded.

    A line ends at ``\n``, ``\r\n`` or a lone ``\r`` and nowhere else: ``str.splitlines`` also
    breaks at U+2028 and form feeds, and would disagree with every editor.
    """

    __slots__ = ("_starts", "encoding", "name", "text")

    def __init__(self, name: str, text: str, encoding: str = "utf-8") -> None:
        self.name = name
        self.text = text
        self.encoding = encoding
        self._starts: list[int] | None = None

    @property
    def line_starts(self) -> list[int]:
        """The offset of the first character of every line, in order."""
        if self._starts is None:
            text = self.text
            if "\r" in text:
                text = text.replace("\r\n", " \n").replace("\r", "\n")
            ends = accumulate([len(line) + 1 for line in text.split("\n")], initial=0)
            self._starts = list(ends)[:-1]
        return self._starts

    def position(self, offset: int) -> Position:
        r"""The line and column of ``offset``; the end of the text is a place, too.

        >>> Source("a", "甲\r\n乙").position(3)
        Position(line=2, column=1)
        """
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def positions(self, start: int, end: int) -> tuple[Position, Position]:
        """Those of both ends of a place, which mostly lie in one line."""
        starts = self.line_starts
        line = bisect_right(starts, start)
        first = starts[line - 1]
        if line < len(starts) and end >= starts[line]:
            return Position(line, start - first + 1), self.position(end)
        return Position(line, start - first + 1), Position(line, end - first + 1)

    def offset(self, position: Position) -> int:
        """The inverse of :meth:`position`."""
        return self.line_starts[position.line - 1] + position.column - 1
