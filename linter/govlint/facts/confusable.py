"""confusable: which characters are mistaken for each other.

Because an input method offers them for the same letters, or because they differ in the radical
only. The groups (confusable.csv) are made by bench/confusable.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from govlint.packaged import packaged

TABLE = "confusable.csv"
_KIND = len("音,")
"""How a line begins: by what its characters are alike."""


@cache
def _groups() -> str:
    """The groups, a line each, those that sound alike first."""
    return packaged("facts", TABLE).decode().partition("\n")[2]


@cache
def _with(char: str) -> tuple[str, ...]:
    """The groups that ``char`` is in: few are ever asked for."""
    groups, found = _groups(), list[str]()
    place = groups.find(char) if char.strip(" \n\r\t,") else -1
    while place >= 0:
        start = groups.rfind("\n", 0, place) + 1 + _KIND
        end = groups.find("\n", place) % (len(groups) + 1)
        if place < start:
            end = start  # it says what kind of a group this is
        else:
            found.append(groups[start:end])
        place = groups.find(char, end)
    return tuple(found)


def confusable(one: str, other: str) -> bool:
    r"""Whether two characters sound or look alike.

    >>> confusable("廉", "连"), confusable("拨", "拔"), confusable("廉", "拔")
    (True, True, False)
    >>> confusable("\n", "连")
    False
    """
    return any(other in group for group in _with(one))


def alike(char: str) -> str:
    """The characters of all groups that ``char`` is in, itself included."""
    return "".join(_with(char))


def mistaken(char: str) -> Iterator[str]:
    """The characters that are mistaken for ``char``, those that sound alike first."""
    for group in _with(char):
        yield from (each for each in sorted(group, key=_groups().find) if each != char)
