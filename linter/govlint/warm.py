"""Regexes as they were compiled when the wheel was built.

Compiling some six hundred regexes is half of a cold start. The wheel holds their compiled code,
for the Python that built it and no other; ``warm`` puts something in their places where
``re.compile`` looks first, and of each reads the code when it is used: half of them are not, in a
report. Each is found by its source and flags, so a table can be of no use but never wrong. Where
there is no table, or this Python keeps its cache otherwise, ``re`` compiles as ever.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from itertools import islice

from govlint.hints import Any
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

_table: list[Pieces] = []
"""The table, where there is one."""
NOW = ""
"""The piece that tells how many regexes, the first ones, every run compiles as it loads modules."""


class Later:
    """A regex whose code is read when something is first asked of it; all that a ``re.Pattern`` is
    to who uses it."""

    def __init__(self, table: Pieces, source: str, flags: int) -> None:
        self._table, self._asked = table, (source, flags)

    def __getattr__(self, name: str) -> Any:
        pattern = self.__dict__.get("_pattern")
        if pattern is None:
            row = marshal.loads(self._table.get(self._asked) or b"")  # noqa: S302
            pattern = self.__dict__["_pattern"] = _restored(self._asked[0], row)
        found = getattr(pattern, name)
        self.__dict__[name] = found  # is not asked of us again
        return found

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return re.Pattern

    def __repr__(self) -> str:
        return repr(self.__copy__())

    def __reduce__(self) -> tuple[Any, ...]:
        return (re.compile, self._asked)


def warm() -> int:
    """Put something in the cache of ``re`` in place of what every run compiles, and remember where
    to find that; how many regexes there are."""
    cache = getattr(re, "_cache", None)
    room = getattr(re, "_MAXCACHE", None)
    name = table_name()
    if not name or not isinstance(cache, dict) or not isinstance(room, int):
        return 0
    try:
        table = opened(name)
    except OSError:
        return 0
    now = [*islice(table.keys(), int(table.get(NOW) or b"0"))]
    _table[:] = [table]
    re._MAXCACHE = max(room, len(cache) + 2 * len(now) + _SPARE)  # type: ignore[attr-defined]  # noqa: SLF001
    for source, flags in now:
        later = Later(table, source, flags)
        cache[str, source, flags] = cache[Later, later, 0] = later  # also for re.sub(later, …)
    return len(now)


def compiled(source: str, flags: int = re.MULTILINE) -> re.Pattern[str]:
    """What ``re.compile`` gives, from the table where it has it."""
    row = _table[0].get((source, int(flags))) if _table else None
    if row is None:
        return re.compile(source, flags)
    return _restored(source, marshal.loads(row))  # noqa: S302


def _restored(source: str, row: Row) -> re.Pattern[str]:
    flags, code, groups, names, indexes = row
    words = array(FORMAT)
    words.frombytes(code)
    pattern: re.Pattern[str] = _sre.compile(source, flags, words.tolist(), groups, names, indexes)
    return pattern
