"""literals: which of the texts that rules look for a document holds, found in one pass.

A literal of two or more characters is known by one pair of neighbouring characters, its anchor.
One pass in C over all pairs of the text tells which anchors it holds; a ``str.find`` for each
literal would read the text as often as there are literals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

from govlint.facts import blocks
from govlint.facts.blocks import Blocks, is_astral, keys_of
from govlint.facts.index import Index, index_of
from govlint.text.fold import signs_in

_FEW = 4
"""Of more literals than these, not known by a pair, the blocks are not looked up."""

_NONE = frozenset[int]()


class Alternatives:
    r"""Literals of which a match holds one, as rules have them: ``\1`` and two characters stand
    for those between them. ``paired``: those known by a pair of characters, ``keys``: of the pairs;
    ``chars``: rare single characters; ``ranges``: the first and the last of a range of those;
    ``loose``: literals of which nothing is known beforehand. ``plain``: all are known by pairs.
    ``width``: of the longest.

    They are sorted when one of these is first asked for: of most groups none ever is."""

    paired: list[str]
    keys: frozenset[int]
    chars: list[str]
    ranges: list[tuple[str, str]]
    loose: list[str]
    plain: bool
    width: int

    def __init__(self, members: tuple[str, ...]) -> None:
        self._members = members

    def __getattr__(self, name: str) -> Any:
        if name not in Alternatives.__annotations__:  # as of an object that is being copied
            raise AttributeError(name)
        self._sort(self._members)
        return self.__dict__[name]

    def _sort(self, members: tuple[str, ...]) -> None:
        paired = [literal for literal in members if len(literal) > 1 and literal[0] != "\1"]
        self.loose = []
        if is_astral("".join(paired)):
            self.loose = [*filter(is_astral, paired)]
            paired = [literal for literal in paired if not is_astral(literal)]
        self.keys = frozenset(_keys(paired))
        self.paired = paired
        self.chars = []
        self.ranges = []
        self.width = max(map(len, members), default=1)
        for literal in members if len(paired) < len(members) else ():
            if len(literal) == 1:
                (self.chars if signs_in(literal) else self.loose).append(literal)
            elif literal[0] == "\1":
                self.ranges.append((literal[1], literal[2]))

        self.plain = not (self.chars or self.ranges or self.loose)

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


class _Pairs(Alternatives):
    """What is known by pairs of characters, and looked up elsewhere."""

    def __init__(self, pairs: str, but: str) -> None:
        super().__init__(())
        self._pairs, self._but = pairs, but

    def _sort(self, members: tuple[str, ...]) -> None:
        super()._sort(members)
        self.keys = frozenset(keys_of(self._pairs))
        if self._but:
            pairs = zip(keys_of(self._pairs), keys_of(self._but), strict=True)
            self.keys = frozenset([key for key, other in pairs if key != other])
        self.width = 2


def _keys(literals: Iterable[str]) -> list[int]:
    """The keys of their anchors: the second and third character, as words have two, and words are
    common, while what meets where one ends is not."""
    return keys_of("".join([each[1:3] if len(each) > 2 else each for each in literals]))


@lru_cache(maxsize=1024)
def alternatives(members: tuple[str, ...]) -> Alternatives:
    """The same for the same literals."""
    return Alternatives(members)


def known_by(pairs: str, but: str = "") -> Alternatives:
    """What is known by ``pairs`` of characters, one behind the other, and looked up elsewhere.
    ``but``: as many pairs, or none; one that stands at the same place there does not count."""
    return _Pairs(pairs, but)


class Wanted:
    """All that a run looks for, known before a document is read: of each search the sets of which
    a match holds one literal each. ``groups``: the bits of those sets, by identity; ``index``: by
    what they are known, which is worked out unless it is given; ``keys``: of the pairs;
    ``needs``: by the identity of what a search needs its sets, bit by bit."""

    def __init__(
        self, searches: Iterable[tuple[Alternatives, ...]], index: Index | None = None
    ) -> None:
        self._searches = list(searches)  # known by their identity, so they must not go away
        groups = {id(group): group for sets in self._searches for group in sets}
        if index is None or index.size != len(groups):
            index = index_of(groups.values())
        self.index = index
        self.groups = {number: 1 << place for place, number in enumerate(groups)}
        self.needs = {
            id(sets): sum({self.groups[id(group)] for group in sets}) & ~index.loose
            for sets in self._searches
        }
        self.keys = frozenset(index.keys)

    def absent(self, present: Mapping[int, int], rare: frozenset[str]) -> int:
        """The sets of which a text with these pairs, each with its sets, and rare characters
        holds no literal, bit by bit."""
        held = 0
        for mask in present.values():
            held |= mask
        for char in rare:
            held |= self.index.chars.get(char, 0)
        for first, last, bit in self.index.ranges:
            if not held & bit and any(first <= char <= last for char in rare):
                held |= bit
        return ~held


class Literals:
    """Which pairs of what is ``wanted`` stand in ``text``, which has these ``signs``, and in which
    blocks. ``body``: the same text with characters in ``blanked`` (offsets, half-open, in order)
    blanked out, whose pairs are known as well. Without ``wanted`` nothing is known of pairs.
    ``needs``, ``absent``: see Wanted, bit by bit."""

    def __init__(
        self,
        text: str,
        signs: frozenset[str],
        wanted: Wanted | None = None,
        body: str = "",
        blanked: Iterable[tuple[int, int]] = (),
    ) -> None:
        blanked = tuple(blanked)
        self._texts = (text, body) if blanked else (text,)
        self._wanted = wanted.keys if wanted else frozenset[int]()
        self._groups = wanted.groups if wanted else {}
        self.rare = signs | {" "}
        self.size = blocks.count(text)
        self._pairs: Blocks = {}
        if wanted:
            blocks.read_pairs(text, wanted.keys, self._pairs, 0, self.size)
            for start, end in blanked:
                first, last = max(0, start - 1) // blocks.BLOCK, end // blocks.BLOCK + 1
                blocks.read_pairs(body, wanted.keys, self._pairs, first, last)
        self._present = frozenset(self._pairs)
        self._held = {key: wanted.index.of(key) for key in self._pairs} if wanted else {}
        self._blocks: dict[int, int | None] = {}
        self._others: dict[str, int] = {}
        self._keys: dict[int, int] = {}
        self.needs = wanted.needs if wanted else {}
        self.absent = wanted.absent(self._held, self.rare) if wanted else 0

    def may_hold(self, sets: tuple[Alternatives, ...]) -> bool:
        """Whether the text may hold a literal of each of ``sets``."""
        needs = self.needs.get(id(sets))
        return not any(map(self._lacks, sets)) if needs is None else not needs & self.absent

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
        bit = self._groups.get(id(group))
        if bit is None:
            return group.keys
        if bit & self.absent:
            return _NONE
        if "keys" in group.__dict__:
            return group.keys & self._present
        return frozenset([key for key, mask in self._held.items() if mask & bit])

    def blocks(self, group: Alternatives) -> int | None:
        """The blocks in which a literal of ``group`` may stand, None where that is not known."""
        number = id(group)
        if number not in self._blocks:
            self._blocks[number] = self._look_up(group)
        return self._blocks[number]

    def _look_up(self, group: Alternatives) -> int | None:
        known = id(group) in self._groups
        if known and group.plain:
            return blocks.number(map(self._pairs.__getitem__, self.present(group)), self.size)
        others = [] if known else [*filter(self._can_stand, group.paired)]
        others += [char for char in group.chars if char in self.rare]
        others += group.loose
        if group.ranges or len(others) > _FEW:
            return None
        found = 0
        if known:
            found = blocks.number(map(self._pairs.__getitem__, self.present(group)), self.size)
        for literal in others:
            if literal not in self._others:
                each = [blocks.holding(literal, text, self.size) for text in self._texts]
                self._others[literal] = each[0] | each[-1]
            found |= self._others[literal]
        return found

    def held(self, group: Alternatives) -> Iterator[tuple[int, str]]:
        """The literals of ``group``, all of them known by pairs, that the text may hold, each
        with its key."""
        for key in self.present(group):
            for literal in group.anchors[key]:
                yield key, literal

    def places(self, literal: str, text: str, keys: Iterable[int]) -> Iterator[int]:
        """Where ``literal`` begins in ``text``, one of the two texts, in order. ``keys``: of pairs
        in it that are looked for in this run, at most a block apart."""
        near = [self._holding(key) for key in keys if key in self._wanted]
        if not near:
            yield from _places(text, literal, 0, len(text))
            return
        held = near[0]
        for other in near[1:]:
            held &= blocks.widened(other, 1)
        done = 0
        for start, end in blocks.runs(held, self.size) if held else ():
            low = max(done, start - len(literal))
            for place in _places(text, literal, low, end + len(literal) - 1):
                done = place + 1
                yield place

    def _holding(self, key: int) -> int:
        """The blocks that hold a pair."""
        if key not in self._keys:
            self._keys[key] = blocks.number([self._pairs.get(key, [])], self.size)
        return self._keys[key]


def _places(text: str, literal: str, low: int, high: int) -> Iterator[int]:
    place = text.find(literal, low, high)
    while place >= 0:
        yield place
        place = text.find(literal, place + 1, high)
