"""threes: which three characters stand in a row in more than one public document.

The table (threes.csv: by a pair of characters what stands behind it in a few, and in many) is made
by bench/runs.py. Any number counts as ``#`` there, and any marks side by side as ``|``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from govlint.facts.rows import row_of
from govlint.facts.runs import signed
from govlint.facts.words import MARK

TABLE = "threes.csv"
_SIZE = 3
_SIDE = 2
_NEAR = 6
"""In so many code points on either side two signs are found: a longer number or row of marks is
taken for all there is."""
_AGAIN = re.compile(r"([#|])\1+")


@lru_cache(maxsize=8192)
def _row(pair: str) -> tuple[str, str]:
    now_and_then, _, often = row_of(TABLE, pair).partition(",")
    return now_and_then, often


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """The two signs before ``start`` and the two behind ``end``.

    >>> around("共120人，参加", 5, 5), around("参加", 0, 1)
    (('#人', '|参'), ('||', '加|'))
    """
    low = max(0, start - _NEAR)
    before = _AGAIN.sub(r"\1", signed(text, low, start))[-_SIDE:]
    after = _AGAIN.sub(r"\1", signed(text, end, min(len(text), end + _NEAR)))[:_SIDE]
    return before.rjust(_SIDE, MARK), after.ljust(_SIDE, MARK)


def threes_in(signs: str) -> int:
    """How many of the rows of three in ``signs`` more than one public document has.

    >>> threes_in("组织领导"), threes_in("组只领导")
    (2, 0)
    """
    return sum(
        any(signs[place + 2] in cell for cell in _row(signs[place : place + 2]))
        for place in range(len(signs) - _SIZE + 1)
    )


def are_often(signs: str) -> bool:
    """Whether all of the rows of three in ``signs`` that public documents have are in many.

    >>> are_often("织领导")
    True
    """
    return not any(
        signs[place + 2] in _row(signs[place : place + 2])[0]
        for place in range(len(signs) - _SIZE + 1)
    )
