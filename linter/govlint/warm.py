"""Regexes as they were compiled when the wheel was built.

Compiling some two hundred regexes is half of a cold start. The wheel holds their compiled code,
for the Python that built it and no other; ``warm`` puts it where ``re.compile`` looks first. Each
entry is found by its source and flags, so a table can be of no use but never wrong. Where there
is no table, or this Python keeps its cache otherwise, ``re`` compiles as ever.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array

from govlint.packaged import packaged
from govlint.pieces import Pieces, opened

try:
    import _sre  # type: ignore[import-not-found]
except ImportError:  # not CPython
    _sre = None

_SPARE = 256
"""Room for what a run compiles beside the table: ``re`` drops the oldest when it is full."""
FORMAT = "I"
"""How code is stored: 32-bit words, as ``_sre.CODESIZE`` says."""


def table_name() -> str:
    """The table that this Python can read, below govlint/_built, or "" where it reads none."""
    if _sre is None or array(FORMAT).itemsize != _sre.CODESIZE:
        return ""
    return f"regexes-{sys.implementation.cache_tag}-{_sre.MAGIC}.bin"


def built(name: str) -> bytes | None:
    """What the wheel holds as ``name`` below govlint/_built, or None."""
    try:
        return packaged("_built", name)
    except OSError:
        return None


Row = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

_later: list[Pieces] = []
"""The table, where there is one: of most of its rows, no run has need."""
NOW = ""
"""The piece of the table that every run has need of."""


def warm() -> int:
    """Fill the cache of ``re`` with what every check compiles, and remember where to find what
    rules may compile; how many regexes were put there."""
    cache = getattr(re, "_cache", None)
    name = table_name()
    if not name or not isinstance(cache, dict):
        return 0
    try:
        table = opened(name)
    except OSError:
        return 0
    now = marshal.loads(table.get(NOW) or b"")  # noqa: S302  # the wheel's own file
    if isinstance(room := getattr(re, "_MAXCACHE", None), int):
        re._MAXCACHE = max(room, len(cache) + len(now) + _SPARE)  # type: ignore[attr-defined]  # noqa: SLF001
        for (source, flags), row in now.items():
            cache[str, source, flags] = _restored(source, row)
    _later[:] = [table]
    return len(now)


def compiled(source: str, flags: int = re.MULTILINE) -> re.Pattern[str]:
    """What ``re.compile`` gives, from the table where it has it."""
    row = _later[0].get((source, int(flags))) if _later else None
    if row is None:
        return re.compile(source, flags)
    return _restored(source, marshal.loads(row))  # noqa: S302


def _restored(source: str, row: Row) -> re.Pattern[str]:
    flags, code, groups, names, indexes = row
    words = array(FORMAT)
    words.frombytes(code)
    pattern: re.Pattern[str] = _sre.compile(source, flags, words.tolist(), groups, names, indexes)
    return pattern
