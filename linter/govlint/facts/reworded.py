"""reworded: two sentences in a row that say the same with other small words.

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
