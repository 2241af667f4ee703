"""A table of nouns and the measure words that they do not have, every mistake with its row."""

from __future__ import annotations

from govlint.ruleset.csv_rows import words_of
from govlint.ruleset.fault import FileFault
from govlint.ruleset.rule import Case
from govlint.ruleset.tables import Read

HEADS = ["名词", "用", "数量在前不用", "数量在后不用", "数量在后要有"]
_NEEDED = 2
"""The first columns: what a row is of, and what goes with it."""


def read_measures(path: str, data: bytes, *, fixable: bool) -> Read:
    """The table in ``data``, which was read from ``path``; it has no right words to offer, so that
    nothing is ``fixable``. Raises FileFault."""
    if fixable:
        raise FileFault(path, 1, 1, "这样的词表没有可以改成的词", "规则里不要写 fix")
    found: list[tuple[str, ...]] = []
    cases: list[Case] = []
    for line, cells in words_of(path, data, HEADS, _NEEDED):
        nouns, right, before, behind, _ = cells
        if not before or set(right) & {*before, *behind}:
            raise FileFault(path, line, 3, f"“{nouns}”不用的量词没有写，或者和“用”的一样")
        found.append((*cells,))
        noun = nouns.partition("、")[0]
        place = f"{path}:{line}"
        cases.append(Case(place, HEADS[2], f"共有3⟦{before[0]}⟧{noun}。"))
        cases.append(Case(place, HEADS[1], f"共有3{right[0]}{noun}。"))
    return Read(tuple(found), tuple(cases))
