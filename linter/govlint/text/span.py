"""Where something is: half-open ranges of characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from govlint.records import NamedTuple


class Span(NamedTuple):
    """Code points ``start`` up to, but not including, ``end``, counted from 0."""

    start: int
    end: int


def union(spans: Iterable[tuple[int, int]]) -> list[Span]:
    """The same places in order and apart.

    >>> union([(4, 6), (1, 3), (2, 4)])
    [Span(start=1, end=6)]
    """
    apart: list[Span] = []
    for start, end in sorted(spans):
        if apart and start <= apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, end))
        else:
            apart.append(Span(start, end))
    return apart


def touches(span: Span, apart: list[Span]) -> bool:
    """Whether ``span``, or the character at an empty one, lies in one of the places ``apart``,
    which are in order."""
    index = bisect_left(apart, (max(span.end, span.start + 1),))
    return index > 0 and apart[index - 1].end > span.start


BLANK = " \t\u3000"
"""White space inside a line."""


_LINE = re.compile(rf"[^{BLANK}\n](?:[^\n]*[^{BLANK}\n])?")


def lines_in(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    r"""The lines of folded ``text[start:end]`` that hold something, without the blanks around it.

    >>> lines_in(" 甲 \n\n\u3000乙")
    [Span(start=1, end=2), Span(start=6, end=7)]
    """
    lines = _LINE.finditer(text, start, len(text) if end is None else end)
    return [Span(*line.span()) for line in lines]
