"""A table of words that are taken for each other, every mistake with its row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.confusions import CLASSES, Row, lines_of
from govlint.ruleset.csv_rows import rows_of, text_of
from govlint.ruleset.fault import FileFault
from govlint.ruleset.rule import Case
from govlint.ruleset.tables import Read

HEADS = ["错", "对", "前接", "后接", "前有", "后有", "同句", "除外"]
"""The wrong word and the right one; what stands right before it or right behind it; what stands
before or behind it in the clause, or in the sentence; what there makes it right."""
_WORD = re.compile("[一-龥]{2}[一-龥、，]*")
_ITEM = re.compile("[一-龥A-Za-z0-9“”《》，。]+")
_PAIR, _LAST = 2, 7
"""Where the cells with contexts begin and end."""
_BESIDE = 2
"""So many of them may hold classes of words."""

_FORMS = ("{0}{1}", "{1}{0}", "{0}统一{1}", "{1}本县{0}", "{0}，{1}")


def read_confusions(path: str, data: bytes, *, fixable: bool) -> Read:
    """The table in ``data``, which was read from ``path``. ``fixable``: the rule offers the right
    words as edits. Raises FileFault."""
    rows = rows_of(path, text_of(path, data))
    if next(rows, (1, []))[1] != HEADS:
        raise FileFault(path, 1, 1, "词表的列不对", f"第一行写列名：{','.join(HEADS)}")
    if not fixable:
        raise FileFault(path, 1, 1, "这样的词表知道该怎么改", "规则里写 fix: unsafe")
    found: dict[Row, int] = {}
    cases: list[Case] = []
    for line, cells in rows:
        row = _row(path, line, [*cells, *[""] * len(HEADS)][: len(HEADS)])
        if row in found:
            raise FileFault(path, line, 1, f"第 {found[row]} 行已经有了")
        found[row] = line
        cases += _cases(f"{path}:{line}", row)
    return Read(lines_of(found), tuple(cases))


def _row(path: str, line: int, cells: list[str]) -> Row:
    wrong, right, *rest = cells
    for column, word in enumerate((wrong, right), 1):
        if not _WORD.fullmatch(word) or wrong == right:
            raise FileFault(path, line, column, f"“{word}”要是两个以上汉字的词，“错”“对”不同")
    items = [(*filter(None, cell.split("、")),) for cell in rest]
    for column, some in enumerate(items, _PAIR + 1):
        for item in some:
            if item in CLASSES and column <= _PAIR + _BESIDE:
                continue
            if not _ITEM.fullmatch(item):
                raise FileFault(path, line, column, f"“{item}”不是词，几个用“、”隔开")
    if not any(items[: _LAST - _PAIR]):
        raise FileFault(path, line, _PAIR + 1, f"“{wrong}”在哪里是错的没有写")
    return Row(wrong, right, *items)


def _cases(place: str, row: Row) -> Iterator[Case]:
    """For each kind of company the first of its words."""
    kinds = (row.before, row.behind, row.ahead, row.objects, row.around)
    for head, some, form in zip(HEADS[_PAIR:], kinds, _FORMS, strict=False):
        for word in [each for each in some if each not in CLASSES][:1]:
            for said in (f"⟦{row.wrong}|{row.right}⟧", row.right):
                yield Case(place, head, f"会上提到，{form.format(word, said)}，请各单位照办。")
