"""passages: the figures of a sentence with those that stand around it in its paragraph.

What a rate is worked out from may stand in the sentence before, or behind: 独居老人占12.6%……全街道
有老年人8420名，其中独居的886名.
"""

from __future__ import annotations

import re

from govlint.facts.figure import Figure, Sentence, roles_of
from govlint.facts.figures import read_sentence
from govlint.facts.printed import Printed
from govlint.text.span import Span

_BEFORE, _BEHIND = 2, 1
"""So many sentences with figures."""
_BACK = 3
"""So many passages."""
_LINES = 12
"""So many lines of a list."""
_FAR = 240
"""Code points from one sentence to the next beyond which they tell of different things."""
_BRIEF = 40
"""A line of a list is no longer than this."""
_HEAD = re.compile(
    r"[\s（(]{0,4}(?:[一二三四五六七八九十]{1,3}[、）)是要]|[0-9]{1,2}[.．、）)]|第[一二三四五六七八九十])"
)
"""What opens a part of its own."""


class Passages:
    """The passages of one text, each worked out once."""

    def __init__(self, text: str, printed: list[list[Printed]], sentences: list[Sentence]) -> None:
        self._text = text
        self._printed = printed
        self._read = {sentence.number: sentence for sentence in sentences}
        self._around: dict[int, Sentence] = {}
        self._ranges: dict[int, range] = {}
        self._joins: dict[int, bool] = {}

    def sentence(self, number: int) -> Sentence:
        """The sentence of that number alone."""
        if number not in self._read:
            self._read[number] = read_sentence(self._text, self._printed[number], number)
        return self._read[number]

    def around(self, number: int) -> Sentence:
        """The sentence of that number with the figures of its neighbours, in order."""
        if number not in self._around:
            several = [*map(self.sentence, self._numbers(number))]
            figures = [figure for sentence in several for figure in sentence.figures]
            self._around[number] = Sentence(figures, roles_of(several), number)
        return self._around[number]

    def further(self, number: int) -> list[Figure]:
        """The figures of the passage around a sentence and of what stands before that."""
        numbers = self._numbers(number)
        start = numbers[0]
        for _ in range(_BACK):
            start = self._numbers(start)[0]
        several = map(self.sentence, range(start, numbers[-1] + 1))
        return [figure for sentence in several for figure in sentence.figures]

    def with_line_before(self, number: int) -> list[Figure]:
        """The figures of the passage that ends in the line before the sentence of that number, if
        this opens a line with no number of its own, and of the sentence; else none."""
        if not number:
            return []
        end, start = self._printed[number - 1][-1].end, self._printed[number][0].start
        line = self._text.find("\n", end, start)
        if line < 0 or start - end > _BRIEF or _HEAD.match(self._text, line + 1):
            return []
        if "\n" in self._text[line + 1 : start]:
            return []
        return [*self.around(number - 1).figures, *self.sentence(number).figures]

    def stretch(self, number: int) -> Span:
        """Where the words and figures of that passage stand."""
        numbers = self._numbers(number)
        return Span(self._printed[numbers[0]][0].last, self._printed[numbers[-1]][-1].end)

    def _numbers(self, number: int) -> range:
        """The sentences of the passage around the one of that number."""
        found = self._ranges.get(number)
        if found is None:
            found = self._ranges[number] = self._worked_out(number)
        return found

    def _worked_out(self, number: int) -> range:
        first = last = number
        while first and self._joined(first - 1):
            listed = number - first < _LINES and self._is_item(first - 1)
            if not listed and first <= number - _BEFORE:
                break
            first -= 1
        while last + 1 < len(self._printed) and self._joined(last):
            listed = last - number < _LINES and self._is_item(last + 1)
            if not listed and last >= number + _BEHIND:
                break
            last += 1
        return range(first, last + 1)

    def _is_item(self, number: int) -> bool:
        """Whether a sentence is a line with one figure, as those of a list are."""
        one = self._printed[number]
        behind = self._text[one[0].end : one[0].end + 3].lstrip("，；。 ")
        return len(one) == 1 and behind[:1] in ("\n", "")

    def _joined(self, number: int) -> bool:
        """Whether a sentence and the next stand in one paragraph, or are lines of a list."""
        found = self._joins.get(number)
        if found is None:
            found = self._joins[number] = self._are_joined(number)
        return found

    def _are_joined(self, number: int) -> bool:
        start, end = self._printed[number][-1].end, self._printed[number + 1][0].start
        if end - start > _FAR:
            return False
        line = self._text.find("\n", start, end)
        return line < 0 or (end - start < _BRIEF and "。" not in self._text[start:end])
