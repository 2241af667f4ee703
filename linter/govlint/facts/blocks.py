"""blocks: where pairs of characters stand in a text, by blocks of a few dozen code points.

Which blocks hold something is one number with a byte for each block, 1 or 0. What must stand close
together is an ``&`` of such numbers, and takes no loop over places.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator

BLOCK = 64
"""Code points of a block."""

_AT_ONCE = 1024
"""Blocks read at a time, so that the pass needs no more memory for a longer text."""
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_CODEC = f"utf-16-{sys.byteorder[0]}e"
_RUN = re.compile(b"\1+")

Blocks = dict[int, list[int]]
"""By the key of a pair the numbers of the blocks in which it begins, some of them twice."""


def is_astral(text: str) -> bool:
    """Whether ``text`` has a character that is two units of UTF-16, of which no key is made."""
    return _ASTRAL.search(text) is not None


def keys_of(pairs: str) -> list[int]:
    """The keys of pairs of characters, one behind the other, none of them astral."""
    keys: list[int] = memoryview(pairs.encode(_CODEC, "surrogatepass")).cast("I").tolist()
    return keys


def read_pairs(text: str, wanted: frozenset[int], found: Blocks, first: int, last: int) -> None:
    """Note in ``found`` which of the ``wanted`` pairs begin in the blocks from ``first`` up to,
    and not with, ``last``."""
    for start in range(first, last, _AT_ONCE):
        end = min(last, start + _AT_ONCE)
        piece = text[start * BLOCK : end * BLOCK + 1]
        data = piece.encode(_CODEC, "surrogatepass")
        if len(data) != 2 * len(piece):
            data = _ASTRAL.sub("\ufffd", piece).encode(_CODEC, "surrogatepass")
        even, odd = (_units(data[shift:]) for shift in (0, 2))
        half = BLOCK // 2
        for block, at in enumerate(range(0, len(even), half), start):
            for key in wanted.intersection(even[at : at + half] + odd[at : at + half]):
                if key in found:
                    found[key].append(block)
                else:
                    found[key] = [block]


def _units(data: bytes) -> list[int]:
    units: list[int] = memoryview(data[: len(data) // 4 * 4]).cast("I").tolist()
    return units


def count(text: str) -> int:
    """The number of blocks of ``text``."""
    return len(text) // BLOCK + 1


def number(blocks: Iterable[list[int]], size: int) -> int:
    """The number for those of ``size`` blocks that one of the lists names."""
    flags = bytearray(size)
    for places in blocks:
        for block in places:
            flags[block] = 1
    return int.from_bytes(flags, "little")


def holding(char: str, text: str, size: int) -> int:
    """The number for the blocks of ``text`` in which ``char`` stands."""
    flags = bytearray(size)
    place = text.find(char)
    while place >= 0:
        block = place // BLOCK
        flags[block] = 1
        place = text.find(char, (block + 1) * BLOCK)
    return int.from_bytes(flags, "little")


def widened(blocks: int, steps: int) -> int:
    """``blocks`` and as many as ``steps`` before and behind each; may name one before the first,
    or behind the last."""
    for _ in range(steps):
        blocks |= blocks << 8 | blocks >> 8
    return blocks


def runs(blocks: int, size: int) -> Iterator[tuple[int, int]]:
    """Where in the text each unbroken run of ``blocks`` begins and ends, in code points."""
    for match in _RUN.finditer(blocks.to_bytes(size, "little")):
        start, end = match.span()
        yield start * BLOCK, end * BLOCK
