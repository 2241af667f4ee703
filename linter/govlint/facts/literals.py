"""literals: where the texts that rules look for can stand in a document, found in one pass.

A literal of two or more characters is known by its anchor (see facts/anchors.py); a ``str.find``
for each literal would read the text as often as there are literals.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from govlint.facts.anchors import (
    add_anchors,
    is_astral,
    keys_of,
    no_anchors,
    pairs_in,
    read_anchors,
)
from govlint.facts.index import Index, index_of
from govlint.hints import Any
from govlint.text.fold import signs_in
from govlint.text.span import Span

_MANY = 256
"""So many places and more are held as plain numbers, which are slower to read and take a tenth of
the memory: one long text has thousands of places for hundreds of groups."""
_SOON = 4
"""From so many texts on anchors are looked up in a table of all."""
_FEW = 4
"""Of more literals than these, not known by a pair, the places are not looked up."""


class Alternatives:
    r"""Literals of which a match holds one, as rules have them: ``\1`` and two characters stand
    for those between them. ``paired``: those known by a pair of characters, ``keys``: of the pairs;
    ``chars``: rare single characters; ``ranges``: the first and the last of a range of those;
    ``loose``: literals of which nothing is known beforehand. ``plain``: all are known by pairs.
    ``met_only``: it matters only which pairs a text holds, not where.

    They are sorted when one of these is first asked for: of most groups none ever is."""

    paired: list[str]
    keys: frozenset[int]
    chars: list[str]
    ranges: list[tuple[str, str]]
    loose: list[str]
    plain: bool
    met_only = False

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
        self.met_only = bool(but)

    def _sort(self, members: tuple[str, ...]) -> None:
        super()._sort(members)
        self.keys = frozenset(keys_of(self._pairs))
        if self._but:
            pairs = zip(keys_of(self._pairs), keys_of(self._but), strict=True)
            self.keys = frozenset([key for key, other in pairs if key != other])


def _keys(literals: Iterable[str]) -> list[int]:
    """The keys of their anchors: the second and third character, as words have two, and words are
    common, while what meets where one ends is not."""
    return keys_of("".join([each[1:3] if len(each) > 2 else each for each in literals]))


@lru_cache(maxsize=1 << 13)  # the default rules have 1,200
def alternatives(members: tuple[str, ...]) -> Alternatives:
    """The same for the same literals."""
    return Alternatives(members)


def known_by(pairs: str, but: str = "") -> Alternatives:
    """What is known by ``pairs`` of characters, one behind the other, and looked up elsewhere.
    ``but``: as many pairs, or none; one that stands at the same place there does not count, and of
    the others it matters only which are met."""
    return _Pairs(pairs, but)


class Wanted:
    """All that a run looks for, known before a document is read: of each search the sets of which
    a match holds one literal each. ``groups``: the bits of those sets, by identity; ``index``: by
    what they are known, which is worked out unless it is given; ``needs``: by the identity of what
    a search needs its sets, bit by bit."""

    def __init__(
        self, searches: Iterable[tuple[Alternatives, ...]], index: Index | None = None
    ) -> None:
        self._searches = list(searches)  # known by their identity, so they must not go away
        groups = {id(group): group for sets in self._searches for group in sets}
        if index is None or index.size != len(groups):
            index = index_of(groups.values())
        self.index = index
        self._numbers_of: dict[int, frozenset[int]] = {}
        self._texts = 0
        self.groups = {number: 1 << place for place, number in enumerate(groups)}
        bits = {id(sets): sum({self.groups[id(each)] for each in sets}) for sets in self._searches}
        self._met_only = sum(self.groups[id(each)] for each in groups.values() if each.met_only)
        needless = index.loose | self._met_only  # words of two characters have no other end
        self.needs = {number: sets & ~needless for number, sets in bits.items()}
        self._searched = [*zip(self.needs.values(), bits.values(), strict=True)]

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return dict(zip(self.index.keys, self.index.numbers, strict=True))

    def numbers(self, texts: Iterable[str]) -> Mapping[int, int]:
        """By the key of each anchor its number (see Index); of a run's first texts only those that
        they have, since the table of all takes longer to make than most texts to read."""
        self._texts += 1
        if self._texts >= _SOON:
            return self._numbers
        keys, numbers = self.index.keys, self.index.numbers
        met = pairs_in(texts).intersection(keys)
        return {key: numbers[bisect_left(keys, key)] for key in met}

    def numbers_of(self, bit: int) -> frozenset[int]:
        """The numbers of the anchors by which the set with this bit is known."""
        found = self._numbers_of.get(bit)
        if found is None:
            masks = self.index.masks
            found = frozenset(number for number, mask in enumerate(masks) if mask & bit)
            self._numbers_of[bit] = found
        return found

    def absent(self, met: Iterable[int], rare: frozenset[str]) -> int:
        """The sets of which a text that holds the anchors with the numbers ``met``, and ``rare``
        characters, holds no literal, bit by bit."""
        held = 0
        for number in met:
            held |= self.index.masks[number]
        for char in rare:
            held |= self.index.chars.get(char, 0)
        for first, last, bit in self.index.ranges:
            if not held & bit and any(first <= char <= last for char in rare):
                held |= bit
        return ~held

    def placed(self, absent: int) -> int:
        """The sets of the searches that can match a text without those that are ``absent``, if it
        matters where they stand."""
        found = 0
        for needs, sets in self._searched:
            if not needs & absent:
                found |= sets
        return found & ~self._met_only


class Literals:
    """Where the literals that are ``wanted`` can stand in ``text``, which has these ``signs``.
    ``body``: the same text with characters in ``blanked`` (offsets, half-open, in order) blanked
    out, whose literals are known as well. Without ``wanted`` nothing is known of pairs.
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
        self.rare = signs | {" "}
        self._wanted = wanted
        self._groups = wanted.groups if wanted else {}
        self.needs = wanted.needs if wanted else {}
        self.absent = self._placed = 0
        self._anchors = no_anchors()
        self._places: dict[int, Sequence[int] | None] = {}
        self._found: dict[str, Sequence[int]] = {}
        self._numbers: Mapping[int, int] = {}
        if wanted:
            self._numbers = wanted.numbers(self._texts)
            self._anchors = read_anchors(text, self._numbers)
            for start, end in blanked:
                around = Span(max(0, start - 1), end)
                add_anchors(self._anchors, self._numbers, body, text, around)
            self._note(wanted)

    def _note(self, wanted: Wanted) -> None:
        """Find which sets the anchors that were met are of."""
        self.absent = wanted.absent({*map(self._numbers.__getitem__, self._anchors)}, self.rare)
        self._placed = wanted.placed(self.absent)

    @cached_property
    def _numbered(self) -> dict[int, list[int]]:
        """The anchors that were met, by their numbers (see Index)."""
        found: dict[int, list[int]] = {}
        for key in self._anchors:
            found.setdefault(self._numbers[key], []).append(key)
        return found

    def may_hold(self, sets: tuple[Alternatives, ...]) -> bool:
        """Whether the text may hold a literal of each of ``sets``."""
        needs = self.needs.get(id(sets))
        return not any(map(self._lacks, sets)) if needs is None else not needs & self.absent

    def _lacks(self, group: Alternatives) -> bool:
        if group.loose or group.holds_char(self.rare):
            return False
        bit = self._groups.get(id(group))
        return bool(bit & self.absent) if bit else not any(map(self._can_stand, group.paired))

    def _can_stand(self, literal: str) -> bool:
        """Whether the text has the rare characters of a literal."""
        return signs_in(literal) <= self.rare

    def anchors(self, group: Alternatives) -> Collection[int]:
        """The keys of ``group`` that the text may hold."""
        return self._met(group) if self._is_known(group) else group.keys

    def anchored(self, group: Alternatives) -> dict[int, Sequence[int]]:
        """By its key where each pair of ``group`` begins, in no order."""
        if self._is_known(group):
            return {key: self._anchors[key] for key in self._met(group)}
        return dict(read_anchors(self._texts[-1], group.keys))

    def _is_known(self, group: Alternatives) -> bool:
        """Whether all is known of the pairs of ``group``."""
        return bool(self._groups.get(id(group), 0) & (self._placed | self.absent))

    def _met(self, group: Alternatives) -> list[int]:
        """The keys of ``group`` that were met, by the index: thousands need not be sorted out."""
        assert self._wanted is not None
        of = self._wanted.numbers_of(self._groups[id(group)])
        return [key for number in of.intersection(self._numbered) for key in self._numbered[number]]

    def may_meet(self, key: int) -> bool:
        """Whether the text may hold a pair that is looked for."""
        return key in self._anchors or not self._groups

    def places(self, group: Alternatives) -> Sequence[int] | None:
        """Where a literal of ``group`` may stand, in order: a place in it or where it begins;
        None where that is not known."""
        number = id(group)
        if number not in self._places:
            self._places[number] = self._look_up(group)
        return self._places[number]

    def _look_up(self, group: Alternatives) -> Sequence[int] | None:
        known = self._is_known(group)
        others = [] if known else [*filter(self._can_stand, group.paired)]
        if not known or not group.plain:
            others += [char for char in group.chars if char in self.rare]
            others += group.loose
            if group.ranges or len(others) > _FEW:
                return None
        keys = filter(self._anchors.__contains__, group.keys) if known else ()
        found = [place for key in keys for place in self._anchors[key]]
        for literal in others:
            found += self._standing(literal)
        found.sort()
        return _packed(found)

    def _standing(self, literal: str) -> Sequence[int]:
        """Where ``literal`` begins in one of the texts."""
        if literal not in self._found:
            each = [[*_all_places(text, literal)] for text in self._texts]
            found = each[0] if len(each) == 1 else sorted({*each[0], *each[1]})
            self._found[literal] = _packed(found)
        return self._found[literal]

    def standing(self, literal: str, offset: int, key: int, text: str) -> Iterable[int]:
        """Where ``literal`` begins in ``text``, one of the two texts. ``key``: of one of its pairs,
        which begins at ``offset``."""
        places = self._anchors.get(key)
        if places is None:
            return _all_places(text, literal)
        starts = (place - offset for place in places if place >= offset)
        return [start for start in starts if text.startswith(literal, start)]


def _packed(places: list[int]) -> Sequence[int]:
    return places if len(places) < _MANY else array("I", places)


def _all_places(text: str, literal: str) -> Iterator[int]:
    place = text.find(literal)
    while place >= 0:
        yield place
        place = text.find(literal, place + 1)
