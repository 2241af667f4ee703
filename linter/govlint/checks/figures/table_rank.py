"""table-rank: do the places of a table follow the order of its scores?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.table_lines import table_searches
from govlint.text.span import Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    if not facts.tables:
        return  # most
    from govlint.facts.table_columns import read_columns
    from govlint.facts.table_ranks import find_misplaced

    for table in facts.tables:
        for found in find_misplaced(table, read_columns(table)):
            here = found.row.cells[found.column.number]
            before = found.before.cells[found.column.number]
            fields: dict[str, str | int] = {"stated": here.text, "before": before.text}
            span = Span(found.row.cells[0].span.start, found.row.cells[-1].span.end)
            yield Finding(span, fields, (Related(before.span, "before"),))


CHECK = Check(
    "table-rank",
    NoParams,
    run,
    fields=("stated", "before"),
    roles=("before",),
    searches=table_searches,
)
