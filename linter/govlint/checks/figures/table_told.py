"""table-told: does a sentence beside a table say what the table says?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.table_lines import table_searches


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    if not facts.tables:
        return  # most
    from govlint.facts.table_columns import read_columns
    from govlint.facts.table_told import find_told

    for table in facts.tables:
        columns = read_columns(table)
        for told in find_told(facts, table, columns):
            related = tuple(Related(span, "cell") for span in told.cells)
            yield Finding(told.span, {"right": told.right}, related)


CHECK = Check(
    "table-told", NoParams, run, fields=("right",), roles=("cell",), searches=table_searches
)
