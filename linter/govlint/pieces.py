"""Files below govlint/_built that hold many pieces, of which a run reads those that it needs."""

from __future__ import annotations

import os
from collections.abc import Hashable, Mapping
from marshal import dumps, loads
from mmap import ACCESS_READ, mmap

from govlint.hints import Any
from govlint.packaged import packaged

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
