"""table_contradictions: the cells of a table that are not what the others of their row, or of
their column, make.

完成率 of 计划 and 完成, 增减 of two years, 金额 of 单价 and 数量, 余额, and whatever else all other
rows show (see facts/table_relations.py, facts/table_balances.py). Where the names stand in front
of the rows, the same is asked of the rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from govlint.facts.table_balances import find_unbalanced
from govlint.facts.table_cells import Cell
from govlint.facts.table_columns import Column, read_columns, turned
from govlint.facts.table_kinds import RATE
from govlint.facts.table_relations import Broken, find_broken
from govlint.facts.table_totals import kinds_of
from govlint.facts.tables import Table
from govlint.records import NamedTuple
from govlint.text.span import Span

_LEAST = 3
_TENTH = Decimal("0.1")


class Contradiction(NamedTuple):
    """``span``: what is wrong; ``formula``: of what stands in ``given``; ``expected``: what that
    makes, as it would be written in the place of ``stated``."""

    span: Span
    formula: str
    expected: str
    stated: str
    given: list[Span]


def find_contradictions(table: Table) -> Iterator[Contradiction]:
    """The cells of a table that its other cells contradict."""
    columns = read_columns(table)
    yield from _balances(table, columns)
    if len(columns) > 1:
        yield from _relations(table, columns)
    counted = [column for column in columns if not RATE.search(column.name)]
    if len(counted) >= _LEAST:
        for broken in find_broken(turned(table, counted), set(), set(), by_name=True):
            column = counted[broken.row].number
            given = [table.rows[other.number].cells[column] for other in broken.others]
            stated = table.rows[broken.column.number].cells[column]
            yield _told(stated.span, broken, given, stated)


def _relations(table: Table, columns: list[Column]) -> Iterator[Contradiction]:
    kinds = kinds_of(table)
    totals = {n for n, kind in enumerate(kinds) if kind == "total"}
    parts = {n for n, kind in enumerate(kinds) if kind in ("part", "sub")}
    for broken in find_broken(columns, totals, parts):
        row = table.rows[broken.row].cells
        given = [row[other.number] for other in broken.others]
        stated = row[broken.column.number]
        inside = [stated.span, *(cell.span for cell in given)]  # any of them may be wrong
        if broken.sign == "占":
            given.append(table.rows[min(totals)].cells[broken.others[0].number])
        yield _told(Span(min(inside).start, max(inside).end), broken, given, stated)


def _told(span: Span, broken: Broken, given: list[Cell], stated: Cell) -> Contradiction:
    texts = [cell.text for cell in given]
    if broken.sign == "占":
        formula = f"{texts[0]}÷{texts[-1]}"
    elif broken.sign == "增长":
        formula = f"（{texts[0]}-{texts[1]}）÷{texts[1]}"
    else:
        formula = broken.sign.join(texts)
    amount = broken.column.amounts[broken.row]
    assert amount is not None, "it was held against others"
    step = min(amount.step, _TENTH) if broken.column.is_percent else amount.step
    expected = f"{_rounded(broken.expected, step):f}" + "%" * stated.text.endswith("%")
    return Contradiction(span, formula, expected, stated.text, [cell.span for cell in given])


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    """``value`` in steps of ``step``; as it is where it has more digits than can be worked with."""
    try:
        return value.quantize(step)
    except InvalidOperation:
        return value


def _balances(table: Table, columns: list[Column]) -> Iterator[Contradiction]:
    for found in find_unbalanced(table, columns):
        cells = [table.rows[row].cells[column] for _, (row, column) in found.given]
        stated = table.rows[found.place[0]].cells[found.place[1]]
        signs = ["+" if sign > 0 else "-" for sign, _ in found.given]
        terms = (sign + cell.text for sign, cell in zip(signs, cells, strict=True))
        formula = "".join(terms).removeprefix("+")
        expected = f"{found.expected.normalize():f}"
        given = [cell.span for cell in cells]
        yield Contradiction(stated.span, formula, expected, stated.text, given)
