"""confusable: which characters are mistaken for each other.

Because an input method offers them for the same letters, or because they differ in the radical
only. The groups (confusable.csv) are made by bench/confusable.py.
"""

from __future__ import annotations

import marshal
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from govlint import warm
from govlint.packaged import packaged

TABLE = "confusable.csv"
_KIND = len("音,")
"""How a line begins: by what its characters are alike."""


@cache
def _groups() -> list[str]:
    """The groups, those that sound alike first."""
    return [line[_KIND:] for line in packaged("facts", TABLE).decode().splitlines()[1:]]


FILE = f"confusable-{sys.byteorder}.bin"
"""In which groups each character is, as the wheel holds it."""


def packed() -> bytes:
    """What that file holds: the characters in order, where the numbers of the groups of each begin,
    and these."""
    found: dict[str, list[int]] = {}
    for number, group in enumerate(_groups()):
        for char in group:
            found.setdefault(char, []).append(number)
    numbers, starts = array("H"), array("I", [0])
    for char in sorted(found):
        numbers.extend(found[char])
        starts.append(len(numbers))
    return marshal.dumps(("".join(sorted(found)), starts.tobytes(), numbers.tobytes()), 2)


@cache
def _index() -> tuple[str, array[int], array[int]]:
    chars, starts, numbers = marshal.loads(warm.built(FILE) or packed())  # noqa: S302  # our own
    return chars, array("I", starts), array("H", numbers)


@cache
def _with(char: str) -> tuple[str, ...]:
    """The groups that ``char`` is in."""
    groups, (chars, starts, numbers) = _groups(), _index()
    place = bisect_left(chars, char)
    if chars[place : place + 1] != char:
        return ()
    return tuple(groups[number] for number in numbers[starts[place] : starts[place + 1]])


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
        yield from (each for each in group if each != char)
