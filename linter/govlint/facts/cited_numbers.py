"""cited_numbers: a series that keeps the numbers of a list of elsewhere, which the text says first.

由我局牵头的是第二、四、七项： announces 第二项…… 第四项…… 第七项……: no number is missing there. And
what a noun calls (情形①、情形③和情形⑥) begins no item.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = "[一二三四五六七八九十]{1,3}|[0-9]{1,2}|[①-⑳]"
_NUMBER = re.compile(_N)
_LISTED = re.compile(
    rf"第?(?:{_N})[项条点款类批个步章节部分题]{{0,2}}(?:(?:[、，和及与]|以及)第?(?:{_N})[项条点款类批个步章节部分题]{{0,2}}){{1,12}}"
)
_NOUN = re.compile("[一-龥]{2}")
_FEWEST = 2
_REACH = 300


def cited_before(text: str, start: int, ordinals: Sequence[int]) -> bool:
    """Whether the lines before ``start`` list the very numbers that a series has.

    >>> cited_before("涉及我局的是第二、四、七项：", 14, [2, 4, 7])
    True
    >>> cited_before("涉及我局的是第一、二、三项：", 14, [1, 3])
    False
    """
    for match in _LISTED.finditer(text, max(0, start - _REACH), start):
        told = [parse_numeral(number) for number in _NUMBER.findall(match[0])]
        if len(told) >= _FEWEST and told == [*ordinals]:
            return True
    return False


def called_alike(text: str, marks: Sequence[Span]) -> bool:
    """Whether one and the same noun stands right before two of the marks or more."""
    nouns = [text[mark.start - 2 : mark.start] for mark in marks if mark.start > 1]
    named = [noun for noun in nouns if _NOUN.fullmatch(noun)]
    return len(named) > len({*named})
