"""pasted: how much of a paragraph was pasted, where one of the two copies was touched later."""

from __future__ import annotations

from govlint.facts.copies import Copy
from govlint.text.back import begins
from govlint.text.span import BLANK, Span

_SHORTEST, _LONGEST = 16, 1000
_TOUCHED = 2
"""So many characters may differ in what was pasted."""


def widened(text: str, copy: Copy) -> Copy:
    """The copy with what its paragraph has before it, where the earlier paragraph has that too,
    but for a character or two: the paragraph was pasted, and one of the two touched."""
    line = begins(text, copy.span.start, "\n")
    above = begins(text, copy.first.start, "\n")
    led = text[line : copy.span.start].lstrip(BLANK)
    size, before = len(led), text[above : copy.first.start].lstrip(BLANK)
    if line == above or not _SHORTEST <= size <= _LONGEST or len(before) < size:
        return copy
    at_end, at_start = before[-size:], before[:size]
    apart = min(
        sum(a != b for a, b in zip(led, other, strict=True)) for other in (at_end, at_start)
    )
    if apart > _TOUCHED:
        return copy
    start = copy.first.start - size if led[-_SHORTEST:] == at_end[-_SHORTEST:] else copy.first.start
    return Copy(Span(copy.span.start - size, copy.span.end), Span(start, copy.first.end))
