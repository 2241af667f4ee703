"""Regexes as they were compiled when the wheel was built.

Compiling some thirteen hundred regexes is half of a cold start. The wheel holds their compiled
code, for the Python that built it and no other; ``warm`` lets ``re.compile`` find, where it looks
first, something in place of each that reads the code when it is used: half of them are not, in a
report. Each is found by its source and flags, so a table can be of no use but never wrong. Where
there is no table, or this Python keeps its cache otherwise, ``re`` compiles as ever.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager

from govlint.hints import Any
from govlint.packaged import packaged
from govlint.pieces import Numbered, numbered

try:
    import _sre  # type: ignore[import-not-found]
    from _imp import source_hash  # that of importlib.util, which asks for less
except ImportError:  # not CPython
    _sre = None

_SALT = 0
_SPARE = 256
"""Room for what a run compiles beside the table: ``re`` drops the oldest when it is full."""
FORMAT = "I"
"""How code is stored: 32-bit words, as ``_sre.CODESIZE`` says."""


def table_name() -> str:
    """The table that this Python can read, below govlint/_built, or "" where it reads none."""
    if _sre is None or array(FORMAT).itemsize != _sre.CODESIZE:
        return ""
    return f"regexes-{sys.implementation.cache_tag}-{_sre.MAGIC}-{sys.byteorder}.bin"


def built(name: str) -> bytes | None:
    """What the wheel holds as ``name`` below govlint/_built, or None."""
    try:
        return packaged("_built", name)
    except OSError:
        return None


Row = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

_table: list[Numbered] = []
"""The table, where there is one."""


class Later:
    """A regex that is looked up when something is first asked of it; all that a ``re.Pattern`` is
    to who uses it."""

    def __init__(self, source: str, flags: int) -> None:
        self._asked = source, flags

    def __getattr__(self, name: str) -> Any:
        pattern = self.__dict__.get("_pattern")
        if pattern is None:
            pattern = self.__dict__["_pattern"] = _found(*self._asked)
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


class _Cache(dict[Any, Any]):
    """The cache of ``re``, which finds in the table what it does not have. To put all that the
    table has into it beforehand was 7 in 100 of a start."""

    def __missing__(self, key: tuple[type, Any, int]) -> Later:
        kind, source, flags = key
        if kind is str and (_ours or _table[0].get(key_of(source, flags)) is not None):
            later = self[key] = Later(source, flags)
            return later
        raise KeyError


_ours: list[bool] = []
"""Not empty while only our own modules ask for regexes: then none is looked up before it is used,
which most are not."""


@contextmanager
def asked_by_us() -> Iterator[None]:
    """Take it that all regexes are our own, which can be compiled."""
    _ours.append(True)
    try:
        yield
    finally:
        _ours.clear()


def warm() -> int:
    """Let ``re.compile`` find what the wheel holds, where it looks first; how many regexes there
    are."""
    asked = "_cache2" if hasattr(re, "_cache2") else "_cache"  # the second since Python 3.12
    room = getattr(re, "_MAXCACHE", None)
    name = table_name()
    if not name or not isinstance(getattr(re, asked, None), dict) or not isinstance(room, int):
        return 0
    try:
        table = numbered(name)
    except OSError:
        return 0
    _table[:] = [table]
    re._MAXCACHE = max(room, len(table) + _SPARE)  # type: ignore[attr-defined]  # noqa: SLF001
    setattr(re, asked, _Cache())
    return len(table)


def compiled(source: str, flags: int = re.MULTILINE) -> re.Pattern[str]:
    """What ``re.compile`` gives, from the table where it has it."""
    return _found(source, int(flags))


def key_of(source: str, flags: int) -> int:
    """By what a table knows a regex: of three thousand sources the directory would be long."""
    return _key_of(_encoded(source), flags)


def _encoded(source: str) -> bytes:
    return source.encode("utf-8", "surrogatepass")


def _key_of(encoded: bytes, flags: int) -> int:
    return int.from_bytes(source_hash(_SALT, encoded), "little") ^ flags


def packed(source: str, flags: int, row: tuple[Any, ...]) -> bytes:
    """The piece of a regex with what ``_sre.compile`` is handed behind its source."""
    final, code, *rest = row
    return marshal.dumps((_encoded(source), flags, (final, array(FORMAT, code).tobytes(), *rest)))


def _found(source: str, flags: int) -> re.Pattern[str]:
    encoded = _encoded(source)
    piece = _table[0].get(_key_of(encoded, flags)) if _table else None
    if piece is not None:
        known, of, row = marshal.loads(piece)  # noqa: S302  # the wheel's own
        if known == encoded and of == flags:  # and not another one with this key
            return _restored(source, row)
    from re import _compiler  # type: ignore[attr-defined]  # re.compile might ask us again

    pattern: re.Pattern[str] = _compiler.compile(source, flags)
    return pattern


def _restored(source: str, row: Row) -> re.Pattern[str]:
    flags, code, groups, names, indexes = row
    words = array(FORMAT)
    words.frombytes(code)
    pattern: re.Pattern[str] = _sre.compile(source, flags, words.tolist(), groups, names, indexes)
    return pattern
