"""ahead: which headings come later in a text, asked while its lines are walked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from govlint.facts.headings import Entry
from govlint.syntax.tree import PART, Heading

_MANY = 10**9


class Ahead:
    """The headings of ``entries`` by their shapes."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._of: dict[str, list[tuple[int, int]]] = {}
        self._parts: list[int] = []
        for index, entry in enumerate(entries):
            if isinstance(entry, Heading):
                self._of.setdefault(entry.shape, []).append((index, entry.ordinal or 0))
                if entry.rank <= PART:
                    self._parts.append(index)

    def following(self, shape: str, index: int) -> tuple[int, int] | None:
        """The first heading of ``shape`` after the entry at ``index``: its entry and its
        ordinal."""
        later = self._of.get(shape, [])
        found = bisect_right(later, (index, _MANY))
        return later[found] if found < len(later) else None

    def behind_series(self, shape: str, index: int) -> tuple[int, list[int]]:
        """How many headings of ``shape`` number on from 1 at ``index``, and the ordinals of the
        two behind them."""
        later = self._of[shape]
        end = begin = bisect_right(later, (index, _MANY))
        while end < len(later) and later[end][1] == end - begin + 2:
            end += 1
        return end - begin, [ordinal for _, ordinal in later[end : end + 2]]

    def same_part(self, first: int, second: int) -> bool:
        """Whether no part of the document begins between two entries."""
        return bisect_right(self._parts, first) == bisect_right(self._parts, second)
