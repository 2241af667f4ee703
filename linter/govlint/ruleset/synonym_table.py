"""A table of words of one sense, every mistake with its row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from govlint.ruleset.csv_rows import words_of
from govlint.ruleset.fault import FileFault
from govlint.ruleset.rule import Case
from govlint.ruleset.tables import Read

HEADS = ["词", "后接"]


def read_synonyms(path: str, data: bytes, *, fixable: bool) -> Read:
    """The table in ``data``, which was read from ``path``: words of which any two do not stand side
    by side, or words and those that do not follow them. Which of two is meant only the author
    knows, so that nothing is ``fixable``. Raises FileFault."""
    if fixable:
        raise FileFault(path, 1, 1, "这样的词表没有可以改成的词", "规则里不要写 fix")
    found: dict[str, list[str]] = {}
    cases: list[Case] = []
    for line, (words, behind) in words_of(path, data, HEADS, 1):
        pairs = [*_pairs(words, behind)]
        if not pairs:
            raise FileFault(path, line, 1, f"“{words}”只有一个词")
        for one, other in pairs:
            row = found.setdefault(one[-1] + other[0], [])
            if (pair := f"{one}、{other}") not in row:
                row.append(pair)
        one, other = pairs[0]
        cases.append(Case(f"{path}:{line}", HEADS[0], f"会上提到⟦{one}{other}⟧，请照办。"))
    lines = "".join(f"\n{meet}\t{'|'.join(row)}\n" for meet, row in found.items())
    return Read(("".join(found), lines), tuple(cases))


def _pairs(words: str, behind: str) -> Iterator[tuple[str, str]]:
    if not behind:
        yield from permutations(words.split("、"), 2)
    for one in words.split("、") if behind else ():
        yield from ((one, other) for other in behind.split("、") if other != one)
