"""Files that lie beside the code, installed, in a checkout or in a zip."""

from __future__ import annotations

import os
from mmap import ACCESS_READ, mmap


def mapped(*parts: str) -> bytes | mmap:
    """The same, of which only what is looked at is read, where it is no file in a zip."""
    try:
        with open(os.path.join(os.path.dirname(__file__), *parts), "rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):
        return packaged(*parts)


def packaged(*parts: str) -> bytes:
    """What the file at ``parts`` below govlint holds. Raises OSError where there is none."""
    assert __spec__ is not None
    place = os.path.join(os.path.dirname(__file__), *parts)
    data: bytes = __spec__.loader.get_data(place)  # type: ignore[union-attr]
    return data
