"""table_parts: what a table tells of a part, and where that is more than its whole.

A column 其中 beside the one before it, 实到 beside 应到, 得分 beside 分值, 及格人数 beside
参考人数; a row 其中 below the one it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.table_cells import Amount, Cell
from govlint.facts.table_columns import Column
from govlint.facts.table_totals import kinds_of
from govlint.facts.tables import Table
from govlint.records import NamedTuple

_PART = re.compile("其中：?|#")
_PAIRS = tuple(
    (re.compile(part), re.compile(whole))
    for part, whole in (
        ("得分|实得分", "分值|满分|标准分|权重分?|总分值"),
        ("实[到考有]", "应[到考有]|编制"),
        ("(?:及格|合格|优秀|达标|上线)人?数", "(?:参[考加检]|受检|应考|报考|抽检)人?数"),
        ("合格(?:批次|数|件数)", "抽[检查](?:批次|数|件数)"),
    )
)
_LEAST = 2


class Excess(NamedTuple):
    """A part that is more than the whole that it is of."""

    part: Cell
    whole: Cell


def find_excess(table: Table, columns: list[Column]) -> Iterator[Excess]:
    """The one part in a column, and the parts in rows, that exceed their wholes."""
    for whole, part in _pairs(columns):
        more = []
        holding = 0
        for number, (one, other) in enumerate(zip(whole.amounts, part.amounts, strict=True)):
            if one and other and _is_more(other, one):
                cells = table.rows[number].cells
                more.append(Excess(cells[part.number], cells[whole.number]))
            elif one and other:
                holding += 1
        if len(more) == 1 and holding >= _LEAST:
            yield more[0]
    kinds = kinds_of(table)
    for number in range(1, len(kinds)):
        for column in columns if kinds[number] == "part" else ():
            above = [amount for amount in column.amounts[:number] if amount]
            told = column.amounts[number]
            if told is None or column.is_percent or len(above) < number:
                continue
            if all(_is_more(told, amount) for amount in above):  # whichever it is of
                here = table.column(column.number)
                yield Excess(here[number], here[number - 1])


def _pairs(columns: list[Column]) -> Iterator[tuple[Column, Column]]:
    """The columns of which one tells of a part of the other."""
    whole = None
    for column in columns:
        if not _PART.match(column.name):
            whole = column
        elif whole is not None and whole.is_percent == column.is_percent:
            yield whole, column
    for part, of in _PAIRS:
        parts = [column for column in columns if part.fullmatch(column.name)]
        wholes = [column for column in columns if of.fullmatch(column.name)]
        if len(wholes) == 1:
            yield from ((wholes[0], column) for column in parts)


def _is_more(part: Amount, whole: Amount) -> bool:
    return part.dimension == whole.dimension and part.worth > whole.worth > 0
