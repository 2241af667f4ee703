"""index: by which pairs and characters the literals of a run are known.

It depends on nothing but the rules and takes longer to make than many a report to read, so the
wheel holds that of the default rules (see engine/wanted.py).
"""

from __future__ import annotations

import marshal
import sys
from array import array
from collections.abc import Iterable

from govlint.hints import Protocol
from govlint.records import NamedTuple


class Group(Protocol):
    """Literals of which a match holds one (see :class:`govlint.facts.literals.Alternatives`)."""

    @property
    def keys(self) -> frozenset[int]: ...
    @property
    def chars(self) -> list[str]: ...
    @property
    def ranges(self) -> list[tuple[str, str]]: ...
    @property
    def loose(self) -> list[str]: ...


class Index(NamedTuple):
    """By what the groups of a run are known, each group by its bit. ``keys``: of pairs, in order;
    ``numbers``: for each where its groups stand in ``masks``, the first of which is of no pair.
    ``chars``; ``ranges`` of characters. ``loose``: the groups that hold a literal of which nothing
    is known; ``size``: how many groups there are."""

    keys: array[int]
    numbers: array[int]
    masks: tuple[int, ...]
    chars: dict[str, int]
    ranges: tuple[tuple[str, str, int], ...]
    loose: int
    size: int


def index_of(groups: Iterable[Group]) -> Index:
    """The index of ``groups``, which have the bits in this order."""
    pairs: dict[int, int] = {}
    chars: dict[str, int] = {}
    ranges: list[tuple[str, str, int]] = []
    loose, bit = 0, 1
    for group in groups:
        fresh = dict.fromkeys(group.keys, bit)
        for key in pairs.keys() & group.keys:
            fresh[key] |= pairs[key]
        pairs.update(fresh)
        for char in group.chars:
            chars[char] = chars.get(char, 0) | bit
        ranges += [(first, last, bit) for first, last in group.ranges]
        loose |= bit if group.loose else 0
        bit <<= 1
    keys = sorted(pairs)
    distinct = dict.fromkeys((0, *map(pairs.__getitem__, keys)))
    masks = {mask: number for number, mask in enumerate(distinct)}
    numbers = array("I", [masks[pairs[key]] for key in keys])
    size = bit.bit_length() - 1
    return Index(array("I", keys), numbers, (*masks,), chars, tuple(ranges), loose, size)


FILE = f"literals-{sys.byteorder}.bin"
"""What a packed index is called: the keys of pairs are as the machine has them."""


def packed(index: Index) -> bytes:
    """``index`` in few and large pieces, which are read in no time."""
    return marshal.dumps((index.keys.tobytes(), index.numbers.tobytes(), *index[2:]), 4)


def unpacked(data: bytes) -> Index:
    """The inverse of :func:`packed`."""
    keys, numbers, *rest = marshal.loads(data)  # noqa: S302  # the wheel's own file
    return Index(array("I", keys), array("I", numbers), *rest)
