"""A table of nouns and the measure words that they do not have, every mistake with its row."""

from __future__ import annotations

import re

from govlint.ruleset.csv_rows import rows_of, text_of
from govlint.ruleset.fault import FileFault
from govlint.ruleset.rule import Case
from govlint.ruleset.tables import Read

HEADS = ["名词", "用", "数量在前不用", "数量在后不用", "数量在后要有"]
_WORDS = re.compile("[一-龥]+(?:[、|][一-龥]+)*")


def read_measures(path: str, data: bytes, *, fixable: bool) -> Read:
    """The table in ``data``, which was read from ``path``; it has no right words to offer, so that
    nothing is ``fixable``. Raises FileFault."""
    assert not fixable
    rows = rows_of(path, text_of(path, data))
    if next(rows, (1, []))[1] != HEADS:
        raise FileFault(path, 1, 1, "词表的列不对", f"第一行写列名：{','.join(HEADS)}")
    found: list[tuple[str, ...]] = []
    cases: list[Case] = []
    for line, row in rows:
        cells = (*row, "", "", "", "", "")[: len(HEADS)]
        nouns, right, before, behind, _ = cells
        for column, cell in enumerate(cells, 1):
            if not _WORDS.fullmatch(cell) and (column <= len("名用") or cell):
                raise FileFault(path, line, column, f"“{cell}”不是汉字的词，几个用“、”隔开")
        if not before or set(right) & {*before, *behind}:
            raise FileFault(path, line, 3, f"“{nouns}”不用的量词没有写，或者和“用”的一样")
        found.append(cells)
        noun = nouns.partition("、")[0]
        place = f"{path}:{line}"
        cases.append(Case(place, HEADS[2], f"共有3⟦{before[0]}⟧{noun}。"))
        cases.append(Case(place, HEADS[1], f"共有3{right[0]}{noun}。"))
    return Read(tuple(found), tuple(cases))
