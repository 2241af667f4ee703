"""table-excess: is what a table tells of a part no more than the whole?

See facts/table_parts.py.
"""

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
    from govlint.facts.table_parts import find_excess

    for table in facts.tables:
        for found in find_excess(table, read_columns(table)):
            part, whole = found.part.span, found.whole.span
            fields: dict[str, str | int] = {"part": found.part.text, "whole": found.whole.text}
            beside = "\n" not in facts.body[min(part.end, whole.end) : max(part.start, whole.start)]
            span = Span(min(part.start, whole.start), max(part.end, whole.end)) if beside else part
            yield Finding(span, fields, (Related(whole, "whole"),))


CHECK = Check(
    "table-excess",
    NoParams,
    run,
    fields=("part", "whole"),
    roles=("whole",),
    searches=table_searches,
)
