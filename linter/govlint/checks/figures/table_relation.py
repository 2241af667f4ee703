"""table-relation: is a cell of a table what the others of its row, or of its column, make?

See facts/table_contradictions.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.table_lines import table_searches


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    if not facts.tables:
        return  # most
    from govlint.facts.table_contradictions import find_contradictions

    for table in facts.tables:
        for found in find_contradictions(table):
            fields: dict[str, str | int] = {
                "formula": found.formula,
                "expected": found.expected,
                "stated": found.stated,
            }
            yield Finding(found.span, fields, tuple(Related(span, "from") for span in found.given))


CHECK = Check(
    "table-relation",
    NoParams,
    run,
    fields=("formula", "expected", "stated"),
    roles=("from",),
    searches=table_searches,
)
