"""met: which characters public documents put side by side.

What they never put side by side is a name, a new word, or a slip. The table (met.txt, a line for
each first character, with what follows it) is made by bench/misspelt.py. A text is held against
it in C: it is packed into a byte for each of two million hashes of a pair, so that one unmet pair
in fourteen passes for met.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from functools import cache
from itertools import compress
from operator import itemgetter

from govlint.packaged import packaged

TABLE, FILE = "met.txt", "met.bin"
"""What the table is called, and what the wheel holds it as."""
_BITS = 21
_SHIFT = 11
"""Of a pair, the units of UTF-16 of which are one number, so many bits are folded into the rest: at
least so many that the next pair does not reach the bits that count."""
_CHUNK = 1 << 16
"""Code points read at a time."""
_LANE = ((1 << _BITS) - 1).to_bytes(4, "little")


def unmet(text: str) -> list[int]:
    """The places of ``text`` where two Chinese characters begin that are not met side by side.

    >>> unmet("加强组织领导，加强组只领导")
    [9, 10]
    """
    table, found = _table(), list[int]()
    for start, keys in _hashed(text):
        places = range(start, start + 2 * len(keys), 2)
        found += compress(places, itemgetter(*keys)(table))
    return sorted(
        place for place in found if "一" <= text[place] <= "龥" and "一" <= text[place + 1] <= "龥"
    )


@cache
def _table() -> bytes:
    """By the hash of a pair whether no pair with it is met."""
    try:
        return packaged("_built", FILE)
    except OSError:
        return packed()


def packed() -> bytes:
    """The table as the wheel holds it."""
    table = bytearray(b"\1" * (1 << _BITS))
    for line in packaged("facts", TABLE).decode().split("\n"):
        for char in line[1:]:
            pair = ord(line[0]) | ord(char) << 16
            table[(pair ^ pair >> _SHIFT) & ((1 << _BITS) - 1)] = 0
    return bytes(table)


def _hashed(text: str) -> Iterator[tuple[int, array[int]]]:
    """The hashes of all pairs of ``text``, every other one at a time, with where the first begins:
    worked out for a whole chunk as one number."""
    for start in range(0, len(text), _CHUNK):
        piece = text[start : start + _CHUNK + 1]
        data = piece.encode("utf-16-le", "surrogatepass")
        if len(data) != 2 * len(piece):
            data = "".join(min(char, "\ufffd") for char in piece).encode(
                "utf-16-le", "surrogatepass"
            )
        for first in (0, 1):
            pairs = (len(piece) - first) // 2
            if pairs > 1:
                units = int.from_bytes(data[2 * first : 2 * first + 4 * pairs], "little")
                hashes = (units ^ units >> _SHIFT) & _mask()
                keys = array("I", hashes.to_bytes(4 * pairs, "little"))
                if sys.byteorder == "big":
                    keys.byteswap()
                yield start + first, keys


@cache
def _mask() -> int:
    """The bits that count, of as many pairs as a chunk has."""
    return int.from_bytes(_LANE * (_CHUNK // 2 + 1), "little")
