"""paragraphs: the sentences with figures of each paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govlint.facts.printed import Printed


def paragraphs(text: str, printed: Sequence[Sequence[Printed]]) -> Iterator[range]:
    """The numbers of the sentences among ``printed`` (see facts/printed.py) that stand in one
    paragraph, paragraph by paragraph."""
    first = 0
    for number in range(1, len(printed) + 1):
        last = printed[number - 1][-1].end
        if number == len(printed) or text.find("\n", last, printed[number][0].start) >= 0:
            yield range(first, number)
            first = number
