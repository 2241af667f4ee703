"""table-relation: is a figure of a table what the other columns of its row make?

完成率 of 计划 and 完成, 增减 of two years, 金额 of 单价 and 数量, 余额, and whatever else all other
rows show (see facts/table_relations.py, facts/table_balances.py). Where the names stand in front
of the rows, the same is asked of the rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.table_balances import find_unbalanced
from govlint.facts.table_cells import Cell
from govlint.facts.table_columns import Column, read_columns, turned
from govlint.facts.table_lines import table_searches
from govlint.facts.table_relations import Broken, find_broken
from govlint.facts.table_totals import kinds_of
from govlint.facts.tables import Table
from govlint.text.span import Span

_LEAST = 3


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for table in facts.tables:
        columns = read_columns(table)
        yield from _balances(table, columns)
        if len(columns) > 1:
            yield from _relations(table, columns)


def _relations(table: Table, columns: list[Column]) -> Iterator[Finding]:
    kinds = kinds_of(table)
    totals = {n for n, kind in enumerate(kinds) if kind == "total"}
    parts = {n for n, kind in enumerate(kinds) if kind in ("part", "sub")}
    for broken in find_broken(columns, totals, parts):
        row = table.rows[broken.row].cells
        given = [row[other.number] for other in broken.others]
        stated = row[broken.column.number]
        inside = [stated.span, *(cell.span for cell in given)]
        if broken.sign == "占":
            whole = min(totals)
            given.append(table.rows[whole].cells[broken.others[0].number])
        span = Span(min(inside).start, max(each.end for each in inside))
        yield _finding(span, broken, given, stated)
    if len(columns) < _LEAST:
        return
    for broken in find_broken(turned(table, columns), set(), set(), by_name=True):
        column = columns[broken.row].number
        given = [table.rows[other.number].cells[column] for other in broken.others]
        stated = table.rows[broken.column.number].cells[column]
        yield _finding(stated.span, broken, given, stated)


def _finding(span: Span, broken: Broken, given: list[Cell], stated: Cell) -> Finding:
    texts = [cell.text for cell in given]
    if broken.sign == "占":
        formula = f"{texts[0]}÷{texts[-1]}"
    elif broken.sign == "增长":
        formula = f"（{texts[0]}-{texts[1]}）÷{texts[1]}"
    else:
        formula = broken.sign.join(texts)
    amount = broken.column.amounts[broken.row]
    assert amount is not None, "it was held against others"
    step = min(amount.step, Decimal("0.1")) if broken.column.is_percent else amount.step
    expected = f"{broken.expected.quantize(step):f}" + "%" * stated.text.endswith("%")
    fields: dict[str, str | int] = {"formula": formula, "expected": expected, "stated": stated.text}
    return Finding(span, fields, tuple(Related(cell.span, "from") for cell in given))


def _balances(table: Table, columns: list[Column]) -> Iterator[Finding]:
    for found in find_unbalanced(table, columns):
        cells = [table.rows[row].cells[column] for _, (row, column) in found.given]
        stated = table.rows[found.place[0]].cells[found.place[1]]
        formula = ""
        for (sign, _), cell in zip(found.given, cells, strict=True):
            formula += ("" if not formula else "+" if sign > 0 else "-") + cell.text
        fields: dict[str, str | int] = {
            "formula": formula,
            "expected": f"{found.expected.normalize():f}",
            "stated": stated.text,
        }
        yield Finding(stated.span, fields, tuple(Related(cell.span, "from") for cell in cells))


CHECK = Check(
    "table-relation",
    NoParams,
    run,
    fields=("formula", "expected", "stated"),
    roles=("from",),
    searches=table_searches,
)
