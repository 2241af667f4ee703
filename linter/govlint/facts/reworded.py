"""reworded: two sentences near each other that say the same with other small words, or with fewer.

我县地处三省交界，山林面积大。我县位于三省交界处，山林面积很大。: nothing but points, particles and
words of degree tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.facts.copies import Copy
from govlint.text.span import Span

_SENTENCE = re.compile(r"[^。！？；\n]{20,160}")
_SMALL = dict.fromkeys(map(ord, "，、：“” \u3000的了已均都也将在为是处位于地其该很更并且"))
_DEGREES = re.compile("十分|非常|较为|比较|进一步|不断|切实|已经|目前|当前")
_SHORTEST = 14
"""Characters that are left of a sentence."""
_APART = 14
_NEAR = 4
"""So many sentences on, what has the same figures and no word of its own says nothing new."""
_FIGURES = re.compile("[0-9][0-9.]*")
_FEWEST = 2


def find_reworded(text: str) -> Iterator[Copy]:
    """The second of each such pair in one line, and the first."""
    for one, other in pairwise(_SENTENCE.finditer(text)):
        if other.start() - one.end() != 1 or text[one.end()] not in "。；":
            continue
        if one[0] == other[0] or abs(len(one[0]) - len(other[0])) > _APART:
            continue
        left, right = (_DEGREES.sub("", each[0]).translate(_SMALL) for each in (one, other))
        if left == right and len(left) >= _SHORTEST:
            yield Copy(Span(*other.span()), Span(*one.span()))


def find_told_shorter(text: str) -> Iterator[Copy]:
    """The sentences whose characters, of which several are figures, all stand in a sentence shortly
    before in the same order, or the other way round."""
    before: list[tuple[re.Match[str], list[str]]] = []
    for match in _SENTENCE.finditer(text):
        figures = _FIGURES.findall(match[0])
        if len(figures) >= _FEWEST and text.startswith("。", match.end()):
            for earlier, same in before:
                near = text.count("。", earlier.end(), match.start()) <= _NEAR
                if near and same == figures and _is_within(earlier[0], match[0]):
                    yield Copy(Span(*match.span()), Span(*earlier.span()))
        before = [*before[1 - _NEAR :], (match, figures)]


def _is_within(one: str, other: str) -> bool:
    """Whether the shorter of two different sentences is the longer one with less in it."""
    short, long = sorted((one.strip(), other.strip()), key=len)
    if short == long or len(short) < _SHORTEST or 2 * len(short) < len(long):
        return False
    rest = iter(long)
    return all(char in rest for char in short)
