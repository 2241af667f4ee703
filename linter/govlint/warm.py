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
from importlib.util import source_hash

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
NOW = "now"
"""The piece that has the sources and flags of the regexes that modules compile as they are loaded;
the rows of these are known by their places in it, those of others by :func:`key_of`."""


class Later:
    """A regex whose code is read when something is first asked of it; all that a ``re.Pattern`` is
    to who uses it."""

    def __init__(self, table: Pieces, number: int, source: str, flags: int) -> None:
        self._table, self._number, self._asked = table, number, (source, flags)

    def __getattr__(self, name: str) -> Any:
        pattern = self.__dict__.get("_pattern")
        if pattern is None:
            row = marshal.loads(self._table.get(self._number) or b"")  # noqa: S302
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
    now = marshal.loads(table.get(NOW) or b"")  # noqa: S302  # the wheel's own
    _table[:] = [table]
    re._MAXCACHE = max(room, len(cache) + 2 * len(now) + _SPARE)  # type: ignore[attr-defined]  # noqa: SLF001
    for number, (source, flags) in enumerate(now):
        later = Later(table, number, source, flags)
        cache[str, source, flags] = cache[Later, later, 0] = later  # also for re.sub(later, …)
    return len(now)


def compiled(source: str, flags: int = re.MULTILINE) -> re.Pattern[str]:
    """What ``re.compile`` gives, from the table where it has it."""
    piece = _table[0].get(key_of(source, flags)) if _table else None
    if piece is None:
        return re.compile(source, flags)
    known, row = marshal.loads(piece)  # noqa: S302
    return _restored(source, row) if known == source else re.compile(source, flags)


def key_of(source: str, flags: int) -> bytes:
    """By what a table knows a regex: of two thousand sources the directory would be long."""
    return source_hash(f"{int(flags)} {source}".encode("utf-8", "surrogatepass"))


def _restored(source: str, row: Row) -> re.Pattern[str]:
    flags, code, groups, names, indexes = row
    words = array(FORMAT)
    words.frombytes(code)
    pattern: re.Pattern[str] = _sre.compile(source, flags, words.tolist(), groups, names, indexes)
    return pattern
