"""anchors: where the pairs of characters stand in a text by which literals are known.

A literal of two or more characters is known by one pair of neighbouring characters, its anchor.
One pass in C over all pairs of a text finds the anchors of all literals of a run.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, MutableSequence
from itertools import compress

from govlint.text.span import Span

_CHUNK = 1 << 16
"""Code points read at a time, so that the pass needs no more memory for a longer text."""
_STEP = 64
"""Code points that are compared at a time."""
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
CODEC = f"utf-16-{sys.byteorder[0]}e"


Anchors = defaultdict[int, MutableSequence[int]]
"""By the key of a pair of characters where it begins, in no order."""


def no_anchors(size: int = 0) -> Anchors:
    """None yet, of a text of that ``size``. In a long one a list of as many numbers would take nine
    times the memory, and most of what is needed; in others it is the quicker."""
    return defaultdict(list if size <= _CHUNK else _numbers)


def _numbers() -> array[int]:
    return array("I")


def is_astral(text: str) -> bool:
    """Whether ``text`` has a character that is two units of UTF-16, of which no key is made."""
    return _ASTRAL.search(text) is not None


def keys_of(pairs: str) -> list[int]:
    """The keys of pairs of characters, one behind the other, none of them astral."""
    return key_array(pairs).tolist()


def key_array(pairs: str) -> array[int]:
    """The same, packed."""
    return _units(pairs.encode(CODEC, "surrogatepass"))


def _units(data: bytes) -> array[int]:
    units = array("I")
    units.frombytes(data[: len(data) // units.itemsize * units.itemsize])
    return units


def _chunks(text: str) -> Iterator[tuple[int, int, bytes]]:
    """Pieces of ``text`` with the first character of the next one: where each begins, where the
    next one does, and its code units, one a character."""
    for start in range(0, len(text), _CHUNK):
        piece = text[start : start + _CHUNK + 1]
        data = piece.encode(CODEC, "surrogatepass")
        if len(data) != 2 * len(piece):
            data = _ASTRAL.sub("\ufffd", piece).encode(CODEC, "surrogatepass")
        yield start, start + len(piece), data


def pairs_in(texts: Iterable[str]) -> set[int]:
    """The keys of all pairs of ``texts``."""
    found: set[int] = set()
    for text in texts:
        for _, _, data in _chunks(text):
            found.update(_units(data), _units(data[2:]))
    return found


def read_anchors(text: str, wanted: Collection[int]) -> Anchors:
    """Where the pairs begin in ``text`` whose keys are ``wanted``."""
    found = no_anchors(len(text))
    for start, end, data in _chunks(text):
        for first in (0, 1):
            keys = _units(data[2 * first :]).tolist()
            pairs = zip(range(start + first, end, 2), keys, strict=False)
            for place, key in compress(pairs, map(wanted.__contains__, keys)):
                found[key].append(place)
    return found


def add_anchors(found: Anchors, wanted: Collection[int], body: str, text: str, span: Span) -> None:
    """Note in ``found`` what begins in ``span`` of ``body``, the same text with characters blanked
    out, and does not stand in ``text``."""
    for start in range(span.start, min(span.end, len(text) - 1), _STEP):
        end = min(start + _STEP, span.end, len(text) - 1)
        if body[start : end + 1] != text[start : end + 1]:
            _add_pairs(found, wanted, body, text, range(start, end))


def _add_pairs(
    found: Anchors, wanted: Collection[int], body: str, text: str, places: range
) -> None:
    for place in places:
        pair = body[place : place + 2]
        if pair != text[place : place + 2] and not is_astral(pair):
            key = keys_of(pair)[0]
            if key in wanted:
                found[key].append(place)
