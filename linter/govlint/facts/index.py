"""index: by which pairs and characters the literals of a run are known, and what each rule needs.

It depends on nothing but the rules and takes longer to make than many a report to read, so the
wheel holds that of the default rules (see engine/wanted.py).
"""

from __future__ import annotations

import marshal
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain

from govlint.facts.alternatives import Alternatives
from govlint.facts.anchors import CODEC
from govlint.hints import Protocol
from govlint.records import NamedTuple

_LOWER = 0 if sys.byteorder == "little" else 1
"""Which of the two units of a key is its lower half."""
Sets = tuple[Alternatives, ...]
"""Sets of literals of each of which a match holds one."""


class Sought(Protocol):
    """A search, to those who run none."""

    @property
    def sets(self) -> Sets: ...


class Asked(NamedTuple):
    """What one rule looks for: its ``finds``, without which it has no finding, and what excuses
    one. Whoever keeps it keeps them: they are known by their identity."""

    finds: Sequence[Sought] = ()
    excuses: Sequence[Sought] = ()


class Index(NamedTuple):
    """By what the sets of a run are known, each by its number. ``keys``: of pairs, in order;
    ``places``: for each half of one where those begin that have it as their upper half;
    ``groups``: for each key that of its sets; ``starts``: for each group where they begin in
    ``members``, and where the last ones end. ``chars``: for each its sets; ``ranges`` of
    characters. ``loose``: the sets that hold a literal of which nothing is known; ``mixed``: those
    whose literals are not all known by pairs; ``met_only``: those of which it matters only whether
    they are met. ``size``: how many sets there are; ``rules``: for each how many finds it has, and
    the sets of each of these and of what excuses them."""

    keys: array[int]
    places: array[int]
    groups: array[int]
    starts: array[int]
    members: array[int]
    chars: dict[str, tuple[int, ...]]
    ranges: tuple[tuple[str, str, int], ...]
    loose: frozenset[int]
    mixed: frozenset[int]
    met_only: frozenset[int]
    size: int
    rules: tuple[tuple[int, tuple[tuple[int, ...], ...]], ...]

    def groups_of(self, keys: Iterable[int]) -> dict[int, int]:
        """The groups of those of ``keys`` that have one. Bisection would compare numbers a dozen
        times for each; looked for among those with the same second half, a character is found at
        once."""
        halves = array("H", self.keys.tobytes())[_LOWER::2].tobytes().decode(CODEC, "surrogatepass")
        places, groups, find = self.places, self.groups, halves.find
        found = {}
        for key in keys:
            high = key >> 16
            place = find(chr(key & 0xFFFF), places[high], places[high + 1])
            if place >= 0:
                found[key] = groups[place]
        return found

    def sets(self, group: int) -> array[int]:
        """The sets of a group."""
        return self.members[self.starts[group] : self.starts[group + 1]]


def index_of(rules: Sequence[Asked]) -> Index:
    """The index of what ``rules`` look for."""
    every = [sought.sets for asked in rules for sought in (*asked.finds, *asked.excuses)]
    groups = {id(group): group for sets in every for group in sets}
    number_of = {key: number for number, key in enumerate(groups)}

    def numbered(sought: Sought) -> tuple[int, ...]:
        return tuple(number_of[id(group)] for group in sought.sets)

    return _known_by([*groups.values()])._replace(
        rules=tuple(
            (len(asked.finds), tuple(map(numbered, (*asked.finds, *asked.excuses))))
            for asked in rules
        )
    )


def _known_by(groups: list[Alternatives]) -> Index:
    """The index of ``groups``, which have the numbers in this order."""
    pairs: dict[int, list[int]] = {}
    chars: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for key in group.keys:
            pairs.setdefault(key, []).append(number)
        for char in group.chars:
            chars.setdefault(char, []).append(number)
    keys = sorted(pairs)
    distinct: dict[tuple[int, ...], int] = {}
    of_keys = [distinct.setdefault(tuple(pairs[key]), len(distinct)) for key in keys]
    starts = [0, *accumulate(map(len, distinct))]
    several = list(enumerate(groups))
    begun = range(0, (1 << 32) + 1, 1 << 16)
    return Index(
        array("I", keys),
        array("I", [bisect_left(keys, first) for first in begun]),
        array("I", of_keys),
        array("I", starts),
        array("I", chain.from_iterable(distinct)),
        {char: tuple(numbers) for char, numbers in chars.items()},
        tuple((first, last, n) for n, group in several for first, last in group.ranges),
        frozenset(n for n, group in several if group.loose),
        frozenset(n for n, group in several if not group.plain),
        frozenset(n for n, group in several if group.met_only),
        len(groups),
        (),
    )


FILE = f"literals-{sys.byteorder}.bin"
"""What a packed index is called: the keys of pairs are as the machine has them."""


def packed(index: Index) -> bytes:
    """``index`` in few and large pieces, which are read in no time."""
    sets = (sorted(index.loose), sorted(index.mixed), sorted(index.met_only))
    known_by = (index.keys, index.places, index.groups, index.starts, index.members)
    arrays = tuple(each.tobytes() for each in known_by)
    return marshal.dumps((arrays, index.chars, index.ranges, sets, index.size, index.rules), 4)


def unpacked(data: bytes) -> Index:
    """The inverse of :func:`packed`."""
    arrays, chars, ranges, sets, size, rules = marshal.loads(data)  # noqa: S302  # the wheel's own file
    keys, places, groups, starts, members = (array("I", each) for each in arrays)
    loose, mixed, met_only = map(frozenset, sets)
    return Index(
        keys, places, groups, starts, members, chars, ranges, loose, mixed, met_only, size, rules
    )  # fmt: skip
