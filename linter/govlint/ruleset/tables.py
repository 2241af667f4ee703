"""A table of words, as a spreadsheet saves it, every mistake with its row and column."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from govlint.facts.terms import Term, table_of
from govlint.records import NamedTuple
from govlint.ruleset.csv_rows import rows_of, text_of
from govlint.ruleset.fault import FileFault
from govlint.ruleset.rule import Case
from govlint.ruleset.table_cases import cases_of, has_examples
from govlint.ruleset.table_cells import COLUMNS, CellFault, term_of

_LONG = 2000
"""Of a table with more lines than that, the rows without examples are not all tested …"""
_SAMPLE = 400
"""… but one in so many."""


class Read(NamedTuple):
    """A table, and what its rows are tested with."""

    table: Any
    cases: tuple[Case, ...]


def read_table(path: str, data: bytes, *, fixable: bool) -> Read:
    """The table in ``data``, which was read from ``path``. ``fixable``: the rule offers its
    right words as edits. Raises FileFault, whose column is that of the cell."""
    return _Reader(path, fixable=fixable).read(text_of(path, data))


class _Reader:
    """One table, row by row. ``line``: where the row begins, from 1."""

    def __init__(self, path: str, *, fixable: bool) -> None:
        self.path = path
        self.fixable = fixable
        self.heads: list[str] = []
        self.line = 1
        self.seen: dict[tuple[str, ...], int] = {}
        self.terms: list[Term] = []
        self.cases: list[Case] = []
        self.sampled = 1

    def read(self, text: str) -> Read:
        self.sampled = _SAMPLE if text.count("\n") > _LONG else 1
        try:
            for line, cells in rows_of(self.path, text):
                self.line = line
                if self.heads:
                    self._row(cells)
                else:
                    self._head(cells)
        except CellFault as fault:
            number = self.heads.index(fault.column) + 1 if fault.column in self.heads else 1
            raise self._fault(number, fault.message, fault.hint) from None
        if not self.heads:
            raise self._fault(1, "词表是空的", f"第一行写列名：{'、'.join(COLUMNS)}")
        return Read(table_of(self.terms), tuple(self.cases))

    def _fault(self, column: int, message: str, hint: str = "") -> FileFault:
        return FileFault(self.path, self.line, column, message, hint)

    def _head(self, heads: list[str]) -> None:
        for number, head in enumerate(heads, 1):
            if head and head not in COLUMNS:
                if "，" in head:
                    hint = "列与列之间用半角逗号"
                else:
                    close = get_close_matches(head, COLUMNS, 1, 0.4)
                    hint = f"是不是“{close[0]}”？" if close else f"可用的列：{'、'.join(COLUMNS)}"
                raise self._fault(number, f"不认识的列“{head}”", hint)
            if head and heads.index(head) + 1 < number:
                raise self._fault(number, f"有两个“{head}”列")
        for head in COLUMNS[:2]:
            if head not in heads:
                raise self._fault(1, f"缺少“{head}”列", f"第一行写列名：{'、'.join(COLUMNS)}")
        self.heads = heads

    def _row(self, texts: list[str]) -> None:
        extra = [n for n, text in enumerate(texts[len(self.heads) :], len(self.heads) + 1) if text]
        if extra:
            raise self._fault(extra[0], "这一格上面没有列名", "格子里有逗号时，要用引号括起来")
        cells = {head: text for head, text in zip(self.heads, texts, strict=False) if head}
        term = term_of(cells, self.line)
        key = (term.wrong, term.before, term.after, str(term.since), str(term.until))
        if key in self.seen:
            raise CellFault("错", f"“{term.wrong}”在第 {self.seen[key]} 行已经有了")
        self.seen[key] = self.line
        self.terms.append(term)
        if has_examples(cells) or self.line % self.sampled == 0:
            place = f"{self.path}:{self.line}"
            cases = cases_of(term, cells, fixable=self.fixable)
            self.cases += [Case(place, kind, text) for kind, text in cases]
