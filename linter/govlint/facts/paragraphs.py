"""paragraphs: the sentences with figures of each paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govlint.facts.printed import Printed

_BLANKS = 4
"""So many blanks may stand at the end of a line, the mark of its end included."""


def paragraphs(text: str, printed: Sequence[Sequence[Printed]]) -> Iterator[range]:
    """The numbers of the sentences among ``printed`` (see facts/printed.py) that stand in one
    paragraph, paragraph by paragraph."""
    first = 0
    for number in range(1, len(printed) + 1):
        last = printed[number - 1][-1].end
        if number == len(printed) or text.find("\n", last, printed[number][0].start) >= 0:
            yield range(first, number)
            first = number


def ends_in(text: str, end: int, marks: str) -> bool:
    """Whether the line that ends at ``end`` has one of ``marks`` as its last character."""
    last = text[max(0, end - _BLANKS) : end].rstrip()[-1:]
    return last != "" and last in marks


def with_lists(text: str, printed: Sequence[Sequence[Printed]]) -> Iterator[range]:
    """The same, with the lines of one list, which end with a semicolon or a colon, together."""
    first: int | None = None
    for numbers in paragraphs(text, printed):
        first = numbers.start if first is None else first
        end = text.find("\n", printed[numbers.stop - 1][-1].end)
        if end < 0 or not ends_in(text, end, "；："):
            yield range(first, numbers.stop)
            first = None
    if first is not None and first < len(printed):
        yield range(first, len(printed))
