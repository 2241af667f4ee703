"""repeats: where a stretch of text stands twice, one right behind the other.

A text shifted by n characters and held against itself is the same for n characters wherever n
characters stand twice. Both are read as one long number, so that this costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

_CHUNK = 1 << 16


def repeats(text: str, size: int) -> Iterator[int]:
    """Where ``size`` characters of ``text`` begin that stand there once more behind themselves.

    >>> list(repeats("做好工作工作。", 2)), list(repeats("看看", 1))
    ([2], [0])
    """
    last = len(text) - 2 * size
    for base in range(0, last + 1, _CHUNK):
        piece = text[base : base + _CHUNK + 2 * size]
        data, width = piece.encode("utf-16-le", "surrogatepass"), 2
        if len(data) != width * len(piece):
            data, width = piece.encode("utf-32-le", "surrogatepass"), 4
        number = int.from_bytes(data, "little")
        apart = (number ^ (number >> (8 * width * size))).to_bytes(len(data), "little")
        same = bytes(width * size)
        place = apart.find(same)
        while place >= 0:
            start = -(-place // width)
            if start >= _CHUNK or base + start > last:
                break
            if piece.startswith(piece[start : start + size], start + size):
                yield base + start
            place = apart.find(same, width * (start + 1))
