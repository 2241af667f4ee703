"""Files below govlint/_built that hold many pieces, of which a run reads those that it needs."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left
from collections.abc import Hashable, Mapping
from marshal import dumps, loads
from mmap import ACCESS_READ, mmap

from govlint.hints import Any
from govlint.packaged import mapped, packaged

FOLDER = os.path.join(os.path.dirname(__file__), "_built")
_HEAD = 8
"""Bytes that tell how long the directory is, which comes first."""


class Pieces:
    """Pieces of ``data`` by their keys. ``written``: when the file was, in nanoseconds; 0 where
    that is not known."""

    def __init__(self, data: bytes | mmap, written: int = 0) -> None:
        self.written = written
        self._data = memoryview(data)  # a slice of it copies nothing
        self._begin = _HEAD + int.from_bytes(data[:_HEAD], "little")
        self._places: dict[Any, tuple[int, int]] = loads(self._data[_HEAD : self._begin])  # noqa: S302  # the wheel's own

    def get(self, key: Hashable) -> memoryview | None:
        """The piece with this key."""
        place = self._places.get(key)
        return (
            None if place is None else self._data[self._begin + place[0] : self._begin + place[1]]
        )


def opened(name: str) -> Pieces:
    """The file ``name``, also out of a zip. Raises OSError where there is none."""
    try:
        with open(os.path.join(FOLDER, name), "rb") as file:
            written = os.fstat(file.fileno()).st_mtime_ns
            return Pieces(mmap(file.fileno(), 0, access=ACCESS_READ), written)
    except (OSError, ValueError):
        return Pieces(packaged("_built", name))


def joined(pieces: Mapping[Any, bytes]) -> bytes:
    """What a file with ``pieces`` holds."""
    places, end = {}, 0
    for key, piece in pieces.items():
        places[key] = (end, end + len(piece))
        end += len(piece)
    head = dumps(places)
    return b"".join((len(head).to_bytes(_HEAD, "little"), head, *pieces.values()))


class Numbered:
    """Pieces of ``data`` that are known by numbers of eight bytes. Of thousands a dict would take
    longer to make than what is asked of it."""

    def __init__(self, data: bytes | mmap) -> None:
        view = memoryview(data)
        size = int.from_bytes(data[:_HEAD], "little")
        keys, ends, self._begin = (_HEAD * (1 + part * size) for part in (0, 1, 2))
        self._keys, self._ends = array("Q"), view[ends : self._begin].cast("Q")
        self._keys.frombytes(view[keys:ends])  # searched twice as fast as where it lies
        self._data = view

    def __len__(self) -> int:
        return len(self._keys)

    def get(self, key: int) -> memoryview | None:
        """The piece with this key."""
        keys, ends = self._keys, self._ends
        place = bisect_left(keys, key)
        if place == len(keys) or keys[place] != key:
            return None
        start = ends[place - 1] if place else 0
        return self._data[self._begin + start : self._begin + ends[place]]


def numbered(name: str) -> Numbered:
    """The file ``name`` of these, also out of a zip. Raises OSError where there is none."""
    return Numbered(mapped("_built", name))


def joined_by_number(pieces: Mapping[int, bytes]) -> bytes:
    """What a file with ``pieces`` holds that is read on a machine of this byte order."""
    keys, ends, end = sorted(pieces), array("Q"), 0
    for key in keys:
        end += len(pieces[key])
        ends.append(end)
    head = (len(keys).to_bytes(_HEAD, "little"), array("Q", keys).tobytes(), ends.tobytes())
    return b"".join((*head, *map(pieces.__getitem__, keys)))
