"""beside: which words stand right before and right behind a usual word in public documents.

The table (beside.csv, in the order of its words) is made by bench/misspelt.py.
"""

from __future__ import annotations

from functools import lru_cache

from govlint.facts.rows import row_of

TABLE = "beside.csv"


@lru_cache(maxsize=8192)
def beside(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands before ``word``, and what behind it."""
    before, _, behind = row_of(TABLE, word).partition(",")
    return _listed(before), _listed(behind)


def _listed(cell: str) -> tuple[str, ...]:
    return (*cell.split("、"),) if cell else ()


def backing(text: str, start: int, end: int, word: str) -> int:
    """How long the longest word beside ``start`` and ``end`` is that public documents have beside
    ``word``, 0 where there is none.

    >>> backing("失业认员再就业", 2, 4, "人员"), backing("甲认员乙", 1, 3, "人员")
    (2, 0)
    """
    before, behind = beside(word)
    return max(
        max((len(each) for each in before if text.endswith(each, 0, start)), default=0),
        max((len(each) for each in behind if text.startswith(each, end)), default=0),
    )
