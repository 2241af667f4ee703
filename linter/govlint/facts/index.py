"""index: by which pairs and characters the literals of a run are known, and what each rule needs.

It depends on nothing but the rules and takes longer to make than many a report to read, so the
wheel holds that of the default rules (see engine/wanted.py).
"""

from __future__ import annotations

import marshal
import sys
from array import array
from collections.abc import Sequence

from govlint.facts.alternatives import Alternatives
from govlint.hints import Protocol
from govlint.records import NamedTuple

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
    """By what the sets of a run are known, each by its bit, or its number. ``keys``: of pairs, in
    order; ``numbers``: for each where its sets stand in ``masks``, the first of which is of no
    pair. ``chars``; ``ranges`` of characters. ``loose``: the sets that hold a literal of which
    nothing is known; ``plain``: those whose literals are all known by pairs; ``met_only``: those
    of which it matters only whether they are met. ``size``: how many sets there are; ``rules``: for
    each how many finds it has, and the sets of each of these and of what excuses them."""

    keys: array[int]
    numbers: array[int]
    masks: tuple[int, ...]
    chars: dict[str, int]
    ranges: tuple[tuple[str, str, int], ...]
    loose: int
    plain: int
    met_only: int
    size: int
    rules: tuple[tuple[int, tuple[tuple[int, ...], ...]], ...]


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
    """The index of ``groups``, which have the bits in this order."""
    pairs: dict[int, int] = {}
    chars: dict[str, int] = {}
    ranges: list[tuple[str, str, int]] = []
    loose = plain = met_only = 0
    for number, group in enumerate(groups):
        bit = 1 << number
        fresh = dict.fromkeys(group.keys, bit)
        for key in pairs.keys() & group.keys:
            fresh[key] |= pairs[key]
        pairs.update(fresh)
        for char in group.chars:
            chars[char] = chars.get(char, 0) | bit
        ranges += [(first, last, bit) for first, last in group.ranges]
        loose |= bit if group.loose else 0
        plain |= bit if group.plain else 0
        met_only |= bit if group.met_only else 0
    keys = sorted(pairs)
    distinct = dict.fromkeys((0, *map(pairs.__getitem__, keys)))
    masks = {mask: number for number, mask in enumerate(distinct)}
    numbers = array("I", [masks[pairs[key]] for key in keys])
    sets = loose, plain, met_only, len(groups)
    return Index(array("I", keys), numbers, (*masks,), chars, tuple(ranges), *sets, ())


FILE = f"literals-{sys.byteorder}.bin"
"""What a packed index is called: the keys of pairs are as the machine has them."""


def packed(index: Index) -> bytes:
    """``index`` in few and large pieces, which are read in no time."""
    return marshal.dumps((index.keys.tobytes(), index.numbers.tobytes(), *index[2:]), 4)


def unpacked(data: bytes) -> Index:
    """The inverse of :func:`packed`."""
    keys, numbers, *rest = marshal.loads(data)  # noqa: S302  # the wheel's own file
    return Index(array("I", keys), array("I", numbers), *rest)
