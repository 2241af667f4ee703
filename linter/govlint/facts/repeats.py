"""repeats: where a stretch of Han characters stands twice, one right behind the other.

A text shifted by n characters and held against itself is the same for n characters wherever n
characters stand twice. Both are read as one long number, of one byte a character, so that this
costs next to nothing; what only looks alike then is sorted out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_CHUNK = 1 << 16
_OTHER = bytes(0 if 0x4E <= high <= 0x9F else 0xFF for high in range(256))
"""By the high byte of a character whether it is none of U+4E00 to U+9FFF."""
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def repeats(text: str, sizes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where so many Han characters (U+4E00 to U+9FFF) of ``text`` begin that stand there once more
    behind themselves, and how many, in order.

    >>> list(repeats("做好工作工作。", [2, 3])), list(repeats("看看XX", [1]))
    ([(2, 2)], [(0, 1)])
    """
    sizes = tuple(sizes)
    for base in range(0, len(text), _CHUNK):
        piece = text[base : base + _CHUNK + 2 * max(sizes)]
        data = piece.encode("utf-16-le", "surrogatepass")
        if len(data) != 2 * len(piece):
            data = _ASTRAL.sub("\ufffd", piece).encode("utf-16-le", "surrogatepass")
        number = int.from_bytes(data[::2], "little")
        other = int.from_bytes(data[1::2].translate(_OTHER), "little")
        found = [(base + at, size) for size in sizes for at in _repeats(piece, number, other, size)]
        yield from sorted(found)


def _repeats(piece: str, number: int, other: int, size: int) -> Iterator[int]:
    """Where ``size`` characters repeat that begin in the first part of ``piece``; ``number`` has a
    byte for each character, and so has ``other``, 0 where it is Han."""
    last = min(len(piece) - 2 * size, _CHUNK - 1)
    apart = (number ^ (number >> (8 * size)) | other).to_bytes(len(piece), "little")
    same = bytes(size)
    start = apart.find(same)
    while 0 <= start <= last:
        if piece.startswith(piece[start : start + size], start + size):
            yield start
        start = apart.find(same, start + 1)
