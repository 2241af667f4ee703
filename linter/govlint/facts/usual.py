"""usual: the words that public documents use often, by the characters of which they consist.

The table (usual.csv) is made by bench/misspelt.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from govlint.packaged import packaged

TABLE = "usual.csv"
LONGEST = 6
"""No usual word is longer."""
_NONE = ",,,"


@cache
def _rows() -> dict[str, str]:
    """By a character its row: what stands before and behind it in usual words, and which begin with
    it."""
    lines = packaged("facts", TABLE).decode().split("\n")[1:-1]
    return {line[0]: line for line in lines}


def usual_characters() -> Iterable[str]:
    """The characters of usual words."""
    return _rows().keys()


@lru_cache(maxsize=8192)
def before(char: str) -> frozenset[str]:
    """The characters that stand before ``char`` in usual words."""
    return frozenset(_rows().get(char, _NONE).split(",")[1])


@lru_cache(maxsize=8192)
def behind(char: str) -> frozenset[str]:
    """The characters that stand behind ``char`` in usual words."""
    return frozenset(_rows().get(char, _NONE).split(",")[2])


@cache
def _words() -> str:
    """The usual words, a line each."""
    words = "、".join(filter(None, (row.split(",")[3] for row in _rows().values())))
    return "\n" + words.replace("、", "\n") + "\n"


def words_begun(part: str) -> list[str]:
    """The usual words that begin with ``part``: found in one row, where :func:`words_with` looks
    through all.

    >>> words_begun("供应")
    ['供应', '供应商', '供应量', '供应链']
    """
    words = _begun(part[0])
    if f"\n{part}" not in words:
        return []  # most
    return [word for word in words.split("\n") if word.startswith(part)]


@lru_cache(maxsize=8192)
def _begun(char: str) -> str:
    """The usual words that begin with ``char``, each behind a line end."""
    words = _rows().get(char, _NONE).split(",")[3]
    return "\n" + words.replace("、", "\n") if words else ""


@lru_cache(maxsize=8192)
def words_with(part: str) -> tuple[str, ...]:
    """The usual words that hold ``part``.

    >>> words_with("应链")
    ('供应链',)
    """
    words, found = _words(), list[str]()
    place = words.find(part)
    while place >= 0:
        end = words.index("\n", place)
        found.append(words[words.rfind("\n", 0, place) + 1 : end])
        place = words.find(part, end)
    return (*found,)
