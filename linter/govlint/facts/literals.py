"""literals: which of the texts that rules look for a document holds, found in one pass.

A literal of two or more characters is known by one pair of neighbouring characters, its anchor.
One pass in C over all pairs of the text tells which anchors it holds; a ``str.find`` for each
literal would read the text as often as there are literals.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cached_property, lru_cache

from govlint.text.fold import signs_in

_CHUNK = 1 << 16
"""Code points read at a time, so that the pass needs no more memory for a longer text."""
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_CODEC = f"utf-16-{sys.byteorder[0]}e"


class Alternatives:
    r"""Literals of which a match holds one, as rules have them: ``\1`` and two characters stand
    for those between them. ``paired``: those known by a pair of characters, ``keys``: of the pairs;
    ``chars``: rare single characters; ``ranges``: the first and the last of a range of those;
    ``loose``: literals of which nothing is known beforehand. ``width``: of the longest."""

    def __init__(self, members: tuple[str, ...]) -> None:
        paired = [literal for literal in members if len(literal) > 1 and literal[0] != "\1"]
        self.loose: list[str] = []
        if _ASTRAL.search("".join(paired)):
            self.loose = [literal for literal in paired if _ASTRAL.search(literal)]
            paired = [literal for literal in paired if not _ASTRAL.search(literal)]
        self.keys = frozenset(_keys(paired))
        self.paired = paired
        self.chars: list[str] = []
        self.ranges: list[tuple[str, str]] = []
        self.width = max(map(len, members), default=1)
        for literal in members if len(paired) < len(members) else ():
            if len(literal) == 1:
                (self.chars if signs_in(literal) else self.loose).append(literal)
            elif literal[0] == "\1":
                self.ranges.append((literal[1], literal[2]))

    @cached_property
    def anchors(self) -> dict[int, list[str]]:
        """By the key of a pair of characters the literals that are known by it."""
        found: dict[int, list[str]] = {}
        for key, literal in zip(_keys(self.paired), self.paired, strict=True):
            found.setdefault(key, []).append(literal)
        return found

    def holds_char(self, rare: frozenset[str]) -> bool:
        """Whether one of the ``rare`` characters of a text is among the characters and ranges."""
        if self.chars and not rare.isdisjoint(self.chars):
            return True
        return bool(self.ranges) and any(a <= char <= z for a, z in self.ranges for char in rare)


def _keys(literals: Iterable[str]) -> list[int]:
    """The keys of their last two characters each: phrases begin with common words."""
    return keys_of("".join([literal[-2:] for literal in literals]))


def keys_of(pairs: str) -> list[int]:
    """The keys of pairs of characters, one behind the other, none of them astral."""
    keys: list[int] = memoryview(pairs.encode(_CODEC, "surrogatepass")).cast("I").tolist()
    return keys


@lru_cache(maxsize=1024)
def alternatives(members: tuple[str, ...]) -> Alternatives:
    """The same for the same literals."""
    return Alternatives(members)


def known_by(pairs: str) -> Alternatives:
    """What is known by pairs of characters, one behind the other, and looked up elsewhere."""
    made = Alternatives(())
    made.keys = frozenset(keys_of(pairs))
    made.width = 2
    return made


class Wanted:
    """All that a run looks for, known before a document is read: of each search the sets of which
    a match holds one literal each. ``groups``: those sets, by identity; ``keys``: their anchors."""

    def __init__(self, searches: Iterable[tuple[Alternatives, ...]]) -> None:
        self._searches = list(searches)  # known by their identity, so they must not go away
        self.groups = groups = {id(group): group for sets in self._searches for group in sets}
        bits = {number: 1 << place for place, number in enumerate(groups)}
        self._by_key: dict[int, int] = {}
        for number, group in groups.items():
            fresh = dict.fromkeys(group.keys, bits[number])
            for key in self._by_key.keys() & group.keys:
                fresh[key] |= self._by_key[key]
            self._by_key.update(fresh)
        self._by_char = [
            (group, bits[number]) for number, group in groups.items() if group.chars or group.ranges
        ]
        self._needs = [
            (id(sets), sum({bits[id(group)] for group in sets if not group.loose}))
            for sets in self._searches
        ]
        self.keys = frozenset(self._by_key)

    def possible(self, present: Iterable[int], rare: frozenset[str]) -> dict[int, bool]:
        """For each search, by the identity of its sets, whether a text with these pairs and rare
        characters may hold one literal of each."""
        held = 0
        for key in present:
            held |= self._by_key[key]
        for group, bit in self._by_char:
            if group.holds_char(rare):
                held |= bit
        return {search: needs & held == needs for search, needs in self._needs}


class Literals:
    """Which pairs of what is ``wanted`` stand in ``text``, which has these ``signs``. ``body``: the
    same text with characters in ``blanked`` (offsets, half-open, in order) blanked out, whose pairs
    are known as well. Without ``wanted`` nothing is known of pairs. ``possible``: see Wanted."""

    def __init__(
        self,
        text: str,
        signs: frozenset[str],
        wanted: Wanted | None = None,
        body: str = "",
        blanked: Iterable[tuple[int, int]] = (),
    ) -> None:
        self._wanted = wanted.keys if wanted else frozenset[int]()
        self._groups = wanted.groups if wanted else {}
        self.rare = signs | {" "}
        self._present: set[int] = set()
        self._found: dict[tuple[str, int], list[int]] = {}
        for start in range(0, len(text) if wanted else 0, _CHUNK):
            self._read(text[start : start + _CHUNK + 1])
        for start, end in blanked if wanted else ():
            self._read(body[max(0, start - 1) : end + 1])
        self.possible = wanted.possible(self._present, self.rare) if wanted else {}

    def _read(self, piece: str) -> None:
        data = piece.encode(_CODEC, "surrogatepass")
        if len(data) != 2 * len(piece):
            data = _ASTRAL.sub("\ufffd", piece).encode(_CODEC, "surrogatepass")
        for start in (0, 2):
            pairs = memoryview(data[start : start + (len(data) - start) // 4 * 4]).cast("I")
            self._present |= self._wanted.intersection(pairs.tolist())

    def may_hold(self, sets: tuple[Alternatives, ...]) -> bool:
        """Whether the text may hold a literal of each of ``sets``."""
        known = self.possible.get(id(sets))
        return not any(map(self._lacks, sets)) if known is None else known

    def _lacks(self, group: Alternatives) -> bool:
        if group.loose or group.holds_char(self.rare):
            return False
        if id(group) in self._groups:
            return self._present.isdisjoint(group.keys)
        return not any(map(self._can_stand, group.paired))

    def _can_stand(self, literal: str) -> bool:
        """Whether the text has the rare characters of a literal."""
        return signs_in(literal) <= self.rare

    def present(self, group: Alternatives) -> frozenset[int]:
        """The keys of ``group`` that the text may hold."""
        return group.keys & self._present if id(group) in self._groups else group.keys

    def held(self, group: Alternatives) -> list[str]:
        """The literals of ``group`` that the text may hold."""
        if id(group) in self._groups:
            present = group.keys & self._present
            literals = [literal for key in present for literal in group.anchors[key]]
        else:
            literals = [*filter(self._can_stand, group.paired)]
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
