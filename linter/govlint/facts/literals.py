"""literals: which of the texts that rules look for a document holds, found in one pass.

A literal of two or more characters is known by one pair of neighbouring characters, its anchor.
One pass in C over all pairs of the text tells which anchors it holds; a ``str.find`` for each
literal would read the text as often as there are literals.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import lru_cache

from govlint.records import NamedTuple

_CHUNK = 1 << 16
"""Code points read at a time, so that the pass needs no more memory for a longer text."""
_LITTLE = sys.byteorder == "little"
_PLANE = 0xFFFF
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_CODEC = f"utf-16-{sys.byteorder[0]}e"
_COMMON = re.compile(r"[^一-鿿0-9，。、；：“”（）\n]")
"""What a text need not hold: its absence is worth knowing."""


class Alternatives(NamedTuple):
    """Literals of which a match holds one. ``anchors``: by the key of a pair of characters the
    literals that are known by it; ``chars``: rare single
    characters; ``ranges``: the first and the last of a range of those; ``loose``: literals of
    which nothing is known beforehand. ``width``: of the longest."""

    keys: frozenset[int]
    anchors: dict[int, list[str]]
    chars: tuple[str, ...]
    ranges: tuple[tuple[str, str], ...]
    loose: tuple[str, ...]
    width: int


@lru_cache(maxsize=1024)
def alternatives(members: tuple[str, ...]) -> Alternatives:
    r"""Literals as rules have them: ``\1`` and two characters stand for those between them."""
    anchors: dict[int, list[str]] = {}
    chars: list[str] = []
    ranges: list[tuple[str, str]] = []
    loose: list[str] = []
    for literal in members:
        size = len(literal)
        if size == 1:
            (chars if _COMMON.match(literal) else loose).append(literal)
        elif literal[0] == "\1":
            ranges.append((literal[1], literal[2]))
        else:
            first, last = ord(literal[-2]), ord(literal[-1])  # phrases begin with common words
            key = first | last << 16 if _LITTLE else first << 16 | last
            if first > _PLANE or last > _PLANE:
                loose.append(literal)
            elif key in anchors:
                anchors[key].append(literal)
            else:
                anchors[key] = [literal]
    width = max(map(len, members), default=1)
    return Alternatives(
        frozenset(anchors), anchors, tuple(chars), tuple(ranges), tuple(loose), width
    )


class Literals:
    """Which of the pairs ``wanted`` stand in ``text``. ``body``: the same text with characters
    in ``blanked`` (offsets, half-open, in order) blanked out, whose pairs are known as well.
    ``complete``: nothing but what is wanted will be asked for."""

    def __init__(
        self,
        text: str,
        wanted: frozenset[int],
        body: str = "",
        blanked: Iterable[tuple[int, int]] = (),
        *,
        complete: bool = False,
    ) -> None:
        self.wanted = wanted
        self.complete = complete
        self.rare = frozenset(_COMMON.findall(text)) | {" "}
        self._present: set[int] = set()
        self._found: dict[tuple[str, int], list[int]] = {}
        for start in range(0, len(text) if wanted else 0, _CHUNK):
            self._read(text[start : start + _CHUNK + 1])
        for start, end in blanked:
            self._read(body[max(0, start - 1) : end + 1])

    def _read(self, piece: str) -> None:
        data = piece.encode(_CODEC, "surrogatepass")
        if len(data) != 2 * len(piece):
            data = _ASTRAL.sub("\ufffd", piece).encode(_CODEC, "surrogatepass")
        for start in (0, 2):
            pairs = memoryview(data[start : start + (len(data) - start) // 4 * 4]).cast("I")
            self._present |= self.wanted.intersection(pairs.tolist())

    def lacks(self, group: Alternatives) -> bool:
        """Whether the text is known to hold none of ``group``."""
        if group.loose or not self._present.isdisjoint(group.keys):
            return False
        if group.chars and not self.rare.isdisjoint(group.chars):
            return False
        if group.ranges and any(low <= c <= high for low, high in group.ranges for c in self.rare):
            return False
        return self.complete or group.keys <= self.wanted

    def present(self, keys: frozenset[int]) -> frozenset[int]:
        """Those of ``keys``, pairs that were wanted, that the text holds."""
        return keys & self._present

    def held(self, group: Alternatives) -> list[str]:
        """The literals of ``group`` that the text may hold."""
        keys = self._present & group.keys
        if not self.complete:
            keys |= group.keys - self.wanted
        literals = [literal for key in keys for literal in group.anchors[key]]
        literals += [char for char in group.chars if char in self.rare]
        return [*literals, *group.loose]

    def find(self, literals: Iterable[str], text: str) -> list[int]:
        """Where one of ``literals`` begins in ``text``, one of the two texts, in order."""
        found = [place for literal in literals for place in self._all(literal, text)]
        found.sort()
        return found

    def _all(self, literal: str, text: str) -> list[int]:
        places = self._found.get((literal, id(text)))
        if places is None:
            places = self._found[literal, id(text)] = _all(text, literal)
        return places


def _all(text: str, literal: str) -> list[int]:
    found: list[int] = []
    place = text.find(literal)
    while place >= 0:
        found.append(place)
        place = text.find(literal, place + 1)
    return found
