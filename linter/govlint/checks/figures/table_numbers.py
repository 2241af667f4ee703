"""table-numbers: does the column 序号 of a table count on?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.table_lines import table_searches


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    if not facts.tables:
        return  # most
    from govlint.facts.table_orders import misnumbered

    for table in facts.tables:
        for span, expected in misnumbered(table):
            yield Finding(span, {"expected": expected})


CHECK = Check("table-numbers", NoParams, run, fields=("expected",), searches=table_searches)
