"""rows: the row of one word in a table of which only what is looked at is read.

The tables lie beside this file, in the order of their first cells, and are made by programs below
bench/.
"""

from __future__ import annotations

from functools import cache, lru_cache
from mmap import mmap

from govlint.facts.lexicon import first_line
from govlint.packaged import mapped


@cache
def _data(table: str) -> tuple[bytes | mmap, int]:
    """What the table holds, and where its first row begins."""
    data = mapped("facts", table)
    return data, data.find(b"\n") + 1


@lru_cache(maxsize=8192)
def row_of(table: str, word: str) -> str:
    """What stands behind ``word`` in its row of ``table``, "" where it has none: found by
    bisection.

    >>> row_of("mistaken.csv", "试典"), "试点" in row_of("mistaken.csv", "视点")
    ('', True)
    """
    data, start = _data(table)
    sought = f"{word},".encode()
    low = first_line(data, start, sought)
    if data[low : low + len(sought)] != sought:
        return ""
    return data[low + len(sought) : data.find(b"\n", low)].decode()
