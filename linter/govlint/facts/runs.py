"""runs: which four characters stand in a row in several public documents.

Where a character is mistaken, lost or exchanged, the rows that hold it are such as no document has;
with what is meant there, several documents have all of them. The table (runs.csv: by a pair of
characters what follows it, the third and, behind it, all fourths) is made by bench/runs.py. Any
number counts as ``#`` there, and any mark as ``|``.
"""

from __future__ import annotations

from functools import lru_cache

from govlint.facts.rows import row_of
from govlint.facts.words import MARK, NUMBER

TABLE = "runs.csv"
_SIZE = 4


def signed(text: str, start: int, end: int) -> str:
    """``text`` from ``start`` to ``end`` as the table has it, what is outside of it as marks."""
    inside = "".join(map(_sign, text[max(0, start) : end]))
    return MARK * -min(0, start) + inside + MARK * (end - max(len(text), end - (end - start)))


def _sign(char: str) -> str:
    return char if "一" <= char <= "龥" else NUMBER if char.isdigit() else MARK


@lru_cache(maxsize=8192)
def _followers(pair: str) -> dict[str, str]:
    """By a third character behind ``pair`` all fourths."""
    return {cell[0]: cell[1:] for cell in row_of(TABLE, pair).split("、") if cell}


def is_run(four: str) -> bool:
    """Whether several public documents have ``four`` signs in a row.

    >>> is_run("加强组织"), is_run("加强组只")
    (True, False)
    """
    return four[3] in _followers(four[:2]).get(four[2], "")


def between(before: str, behind: str) -> list[str]:
    """What stands between the two signs ``before`` and the one ``behind`` in such rows.

    >>> "责" in between("主体", "任")
    True
    """
    return [third for third, fourths in _followers(before).items() if behind in fourths]


def runs_in(signs: str) -> int:
    """How many of the rows of four in ``signs`` several public documents have."""
    return sum(is_run(signs[place : place + _SIZE]) for place in range(len(signs) - _SIZE + 1))
