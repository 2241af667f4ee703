"""confusable: which characters are mistaken for each other.

Because an input method offers them for the same letters, or because they differ in the radical
only. The groups (confusable.csv) are made by bench/confusable.py.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

TABLE = "confusable.csv"


@cache
def _groups() -> dict[str, set[int]]:
    """The numbers of the groups that each character is in."""
    assert __spec__ is not None
    data: bytes = __spec__.loader.get_data(  # type: ignore[union-attr]
        os.path.join(os.path.dirname(__file__), TABLE)
    )
    found: dict[str, set[int]] = {}
    for number, line in enumerate(data.decode().splitlines()[1:]):
        for char in line.partition(",")[2]:
            found.setdefault(char, set()).add(number)
    return found


def confusable(one: str, other: str) -> bool:
    """Whether two characters sound or look alike.

    >>> confusable("廉", "连"), confusable("拨", "拔"), confusable("廉", "拔")
    (True, True, False)
    """
    groups = _groups()
    return not groups.get(one, set()).isdisjoint(groups.get(other, ()))


def mistaken(char: str) -> Iterator[str]:
    """The characters that are mistaken for ``char``, those that sound alike first."""
    numbers = sorted(_groups().get(char, ()))
    for number in numbers:
        yield from (other for other, of in _groups().items() if number in of and other != char)
