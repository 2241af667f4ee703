"""back: where the line or the sentence begins that a place is in."""

from __future__ import annotations

LONGEST = 4000
"""No line or sentence that is written to be read has so many code points: a text without line ends
is not read back to its beginning from each place (ADR 17)."""


def begins(text: str, place: int, marks: str, reach: int = LONGEST) -> int:
    """Where what stands before ``place`` begins: behind the last of ``marks``, and no more than
    ``reach`` code points before.

    >>> begins("一。二，", 4, "。；"), begins("一。二，", 4, "；"), begins("一二三", 3, "。", 2)
    (2, 0, 1)
    """
    low = max(0, place - reach)
    return max(low, *(text.rfind(mark, low, place) + 1 for mark in marks))
