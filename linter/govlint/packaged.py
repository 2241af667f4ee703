"""Files that lie beside the code, installed, in a checkout or in a zip."""

from __future__ import annotations

import os


def packaged(*parts: str) -> bytes:
    """What the file at ``parts`` below govlint holds. Raises OSError where there is none."""
    assert __spec__ is not None
    place = os.path.join(os.path.dirname(__file__), *parts)
    data: bytes = __spec__.loader.get_data(place)  # type: ignore[union-attr]
    return data
