"""met: which characters public documents put side by side.

What they never put side by side is a name, a new word, or a slip. The table (met.txt, a line for
each first character, with what follows it) is made by bench/misspelt.py. A text is held against
it in C: it is packed into a byte for each of two million hashes of a pair, so that one unmet pair
in fourteen passes for met. In the wheel the byte also says of what a slip may be made there.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import compress
from mmap import mmap
from operator import itemgetter

from govlint.packaged import mapped, packaged

TABLE, FILE = "met.txt", "met.bin"
"""What the table is called, and what the wheel holds it as."""
_BITS = 21
_SHIFT = 11
"""Of a pair, the units of UTF-16 of which are one number, so many bits are folded into the rest: at
least so many that the next pair does not reach the bits that count."""
_OTHER = 14
"""The same for another hash, of one pair by itself."""
_CHUNK = 1 << 16
"""Code points read at a time."""
_LANE = ((1 << _BITS) - 1).to_bytes(4, "little")


_UNMET, _SLIP, _TURNED, _AGAIN = 1, 2, 4, 8
"""Of the pairs with one hash: none is met; one may be a slip, or a slip and turned round; and of
those with another hash, since a third of all hashes is of a pair that may be a slip."""
_UNKNOWN = _SLIP | _TURNED | _AGAIN
_SUSPECT, _INDEED = 16, 32
"""Of the pairs with one hash: one is a suspect (see mistaken); and of those with the other."""
_GAP, _GAP_INDEED = 64, 128
"""The same for pairs between which a character may be lost (see lost)."""
SUSPECTS, GAPS = "mistaken.csv", "lost.txt"


def unmet(text: str) -> list[int]:
    """The places of ``text`` where two Chinese characters begin that are not met side by side, and
    that may be a slip themselves, or stand beside two that changed places, as far as is known.

    >>> 9 in unmet("加强组织领导，加强组只领导"), unmet("加强组织领导")
    (True, [])
    """
    table, codes = _table(), codes_of(text)
    found = list[int]()
    for start in range(0, len(codes), _CHUNK):
        piece = codes[max(0, start - 1) : start + _CHUNK + 1]
        ones = int.from_bytes(b"\1" * len(piece), "little")
        bits = int.from_bytes(piece, "little")
        turned = bits >> 2 & ones
        asked = bits & (bits >> 1 | turned << 8 | turned >> 8) & ones
        if asked:
            held = asked.to_bytes(len(piece), "little")
            first = max(0, start - 1)
            found += (
                place
                for place in compress(range(first, first + len(piece)), held)
                if start <= place < start + _CHUNK
            )
    return [
        place
        for place in found
        if "一" <= text[place] <= "龥" and "一" <= text[place + 1] <= "龥"
        if table[_hash(text[place : place + 2], _OTHER)] & _AGAIN
        or (codes[place - 1] | codes[place + 1]) & _TURNED
    ]


def are_met(pair: str) -> bool:
    """Whether the two characters of ``pair`` are met side by side, as far as is known.

    >>> are_met("组织"), are_met("组只")
    (True, False)
    """
    return not _table()[_hash(pair)] & _UNMET


def suspected(text: str) -> list[int]:
    """The places of ``text`` where a word begins that may be mistaken for another, and hardly any
    other place.

    >>> 3 in suspected("窗口共受力申请86件"), suspected("窗口共受理申请86件")
    (True, [])
    """
    return _marked(text, _ONLY_SUSPECTS, _INDEED)


def suspected_gaps(text: str) -> list[int]:
    """The places of ``text`` behind which a character may be lost, and hardly any other place.

    >>> 8 in suspected_gaps("坚持稳中求进工总基调")
    False
    """
    return _marked(text, _ONLY_GAPS, _GAP_INDEED)


def _marked(text: str, only: bytes, indeed: int) -> list[int]:
    """The places whose pairs have the mark that ``only`` leaves, and ``indeed``."""
    table, codes = _table(), codes_of(text)
    found = codes.translate(only)
    places, place = list[int](), found.find(1)
    while place >= 0:
        if table[_hash(text[place : place + 2], _OTHER)] & indeed:
            places.append(place)
        place = found.find(1, place + 1)
    return places


_ONLY_SUSPECTS = bytes(code & _SUSPECT != 0 for code in range(256))
_ONLY_GAPS = bytes(code & _GAP != 0 for code in range(256))


@lru_cache(maxsize=1)
def codes_of(text: str) -> bytearray:
    """For each place of ``text`` what is known of the pair that begins there."""
    table, codes = _table(), bytearray(len(text) + 1)
    for start, keys in _hashed(text):
        codes[start : start + 2 * len(keys) : 2] = bytes(itemgetter(*keys)(table))
    return codes


@cache
def _table() -> bytes | mmap:
    """By the hash of a pair what is known of the pairs that have it."""
    try:
        return mapped("_built", FILE)
    except OSError:
        return packed()


def packed(slips: Iterable[str] | None = None, turned: Iterable[str] = ()) -> bytes:
    """The table. ``slips``: the pairs that may be one, and ``turned``: those that are a slip when
    their characters have changed places; without them any may."""
    rest = _UNKNOWN if slips is None else 0
    table = bytearray([_UNMET | rest]) * (1 << _BITS)
    for line in packaged("facts", TABLE).decode().split("\n"):
        for char in line[1:]:
            table[_hash(line[0] + char)] &= ~_UNMET
    for pair in slips or ():
        table[_hash(pair)] |= _SLIP
        table[_hash(pair, _OTHER)] |= _AGAIN
    for pair in turned:
        table[_hash(pair)] |= _TURNED
    for line in packaged("facts", SUSPECTS).decode().split("\n")[1:-1]:
        table[_hash(line[:2])] |= _SUSPECT
        table[_hash(line[:2], _OTHER)] |= _INDEED
    for line in packaged("facts", GAPS).decode().split("\n"):
        for char in line[1:]:
            table[_hash(line[0] + char)] |= _GAP
            table[_hash(line[0] + char, _OTHER)] |= _GAP_INDEED
    return bytes(table)


def _hash(pair: str, shift: int = _SHIFT) -> int:
    key = ord(pair[0]) | ord(pair[1]) << 16
    return (key ^ key >> shift) & ((1 << _BITS) - 1)


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
