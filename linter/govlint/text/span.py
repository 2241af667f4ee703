"""Where something is: half-open ranges of characters."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Code points ``start`` up to, but not including, ``end``, counted from 0."""

    start: int
    end: int
