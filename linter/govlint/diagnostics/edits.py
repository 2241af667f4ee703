"""Edits made together: what they leave of a text, and where its places have gone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from govlint.diagnostics.finding import Edit
from govlint.text.span import Span


def apply(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with every edit made; none overlaps another.

    >>> apply("截止目前好", [Edit(Span(4, 4), "，"), Edit(Span(0, 2), "截至")])
    '截至目前，好'
    """
    pieces: list[str] = []
    last = 0
    for edit in sorted(edits):
        pieces += (text[last : edit.span.start], edit.text)
        last = edit.span.end
    return "".join((*pieces, text[last:]))


def minimal(text: str, edit: Edit) -> Edit:
    """``edit`` without what it leaves as it is at both ends.

    >>> minimal("（一）、甲", Edit(Span(0, 4), "（一）"))
    Edit(span=Span(start=3, end=4), text='')
    """
    (start, end), new = edit
    first, last = 0, len(new)
    while start < end and first < last and text[start] == new[first]:
        start, first = start + 1, first + 1
    while start < end and first < last and text[end - 1] == new[last - 1]:
        end, last = end - 1, last - 1
    return Edit(Span(start, end), new[first:last])


class Taken:
    """Edits that can be made together: ``take`` adds those that leave the others alone."""

    def __init__(self) -> None:
        self._edits: list[Edit] = []

    def take(self, edits: Iterable[Edit]) -> bool:
        """Add all of ``edits``, or none where one overlaps another, or inserts where another
        begins or ends.

        >>> taken = Taken()
        >>> taken.take([Edit(Span(0, 2), "甲"), Edit(Span(2, 3), "")])
        True
        >>> taken.take([Edit(Span(5, 6), "乙"), Edit(Span(3, 3), "丙")])
        False
        >>> taken.take([Edit(Span(5, 6), "乙")])
        True
        """
        places: list[int] = []
        for edit in edits:
            place = bisect_left(self._edits, edit)
            if any(map(_clash, self._edits[max(0, place - 1) : place + 1], (edit, edit))):
                for added in reversed(places):
                    del self._edits[added]
                return False
            self._edits.insert(place, edit)
            places.append(place)
        return True


def _clash(one: Edit, other: Edit) -> bool:
    (start, end), (begin, stop) = one.span, other.span
    if start == end or begin == stop:
        return start <= stop and begin <= end
    return start < stop and begin < end


class Moves:
    """How ``edits`` that do not clash move places: those of the text before them into the text
    after them. A place that begins or ends inside an edit takes in all of it, on both sides, so
    that what was said before and what is said after can be held against each other."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        ordered = sorted(edits)
        self._old = [edit.span for edit in ordered]
        self._new: list[Span] = []
        shift = 0
        for span, text in ordered:
            start = span.start + shift
            self._new.append(Span(start, start + len(text)))
            shift += len(text) - (span.end - span.start)

    def forward(self, span: Span) -> Span:
        """Where ``span`` of the old text lies in the new one."""
        return _moved(span, self._old, self._new)

    def settled(self, span: Span) -> Span:
        """``span`` of the new text, widened in the same way."""
        return _moved(span, self._new, self._new)


def _moved(span: Span, before: list[Span], after: list[Span]) -> Span:
    index = bisect_right(before, span.start, key=_start) - 1
    start = span.start
    if index >= 0:
        old, new = before[index], after[index]
        start = new.start if start < old.end else new.end + start - old.end
    if span.start == span.end:
        return Span(start, start)
    end = span.end
    index = bisect_left(before, end, key=_start) - 1
    if index >= 0:
        old, new = before[index], after[index]
        end = new.end if end <= old.end else new.end + end - old.end
    return Span(start, end)


def _start(span: Span) -> int:
    return span.start
