"""table-relation: is a figure of a table what the other columns of its row make?

完成率 of 计划 and 完成, 增减 of two years, 金额 of 单价 and 数量, and whatever else all other rows
show (see facts/table_relations.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.table_columns import read_columns
from govlint.facts.table_lines import table_searches
from govlint.facts.table_relations import Broken, find_broken
from govlint.facts.table_totals import kinds_of
from govlint.facts.tables import Table
from govlint.text.span import Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for table in facts.tables:
        columns = read_columns(table)
        if len(columns) < 2:
            continue
        kinds = kinds_of(table)
        totals = {n for n, kind in enumerate(kinds) if kind == "total"}
        parts = {n for n, kind in enumerate(kinds) if kind in ("part", "sub")}
        for broken in find_broken(columns, totals, parts):
            yield _finding(table, broken, totals)


def _finding(table: Table, broken: Broken, totals: set[int]) -> Finding:
    row = table.rows[broken.row]
    cell = row.cells[broken.column.number]
    given = [row.cells[other.number] for other in broken.others]
    if broken.given == "占":
        given += [table.rows[n].cells[broken.others[0].number] for n in sorted(totals)[:1]]
    texts = [each.text for each in given]
    if broken.given == "占":
        formula = f"{texts[0]}÷{texts[-1]}"
    elif broken.given == "增长":
        formula = f"（{texts[0]}-{texts[1]}）÷{texts[1]}"
    else:
        formula = broken.given.join(texts)
    fields: dict[str, str | int] = {
        "formula": formula,
        "expected": _written(broken, cell.text),
        "stated": cell.text,
    }
    inside = [cell, *(row.cells[other.number] for other in broken.others)]
    span = Span(min(each.span.start for each in inside), max(each.span.end for each in inside))
    return Finding(span, fields, tuple(Related(each.span, "from") for each in given))


def _written(broken: Broken, text: str) -> str:
    """What should stand there, with as many decimals, and at least one of a percentage."""
    amount = broken.column.amounts[broken.row]
    assert amount is not None, "it was held against others"
    step = amount.step
    if broken.column.is_percent:
        step = min(step, Decimal("0.1"))
    expected = broken.expected.quantize(step)
    return f"{expected:f}" + ("%" if text.endswith("%") else "")


CHECK = Check(
    "table-relation",
    NoParams,
    run,
    fields=("formula", "expected", "stated"),
    roles=("from",),
    searches=table_searches,
)
