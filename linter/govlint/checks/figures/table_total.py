"""table-total: does what a table calls a total add up its parts?

A row 合计, the rows 小计, a column 合计, in tables and in listings that stand as text (see
facts/tables.py, facts/table_sums.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.table_lines import table_searches
from govlint.text.span import Span

_ROUNDED = re.compile("四舍五入|尾差|取整|进位|分项之和|分项合计")
_NOTE = 300
"""Code points around a table in which a note tells of rounding."""
_MOST = 12
"""Parts that a message adds up in full."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    if not facts.tables:
        return  # most
    from govlint.facts.table_sums import find_off

    text = facts.body
    told: set[Span] = set()
    for table in facts.tables:
        start, end = table.span
        near = text[max(0, start - _NOTE) : start] + text[end : end + _NOTE]
        for off in find_off(table, rounded=_ROUNDED.search(near) is not None):
            if off.cell.span in told:
                continue
            told.add(off.cell.span)
            written = [part.text for part in off.parts if part.text]
            parts = written if len(written) <= _MOST else [*written[:3], "…", written[-1]]
            fields: dict[str, str | int] = {
                "expected": f"{off.made.normalize():f}",
                "parts": "+".join(parts),
            }
            related = tuple(Related(part.span, "part") for part in off.parts if part.text)
            yield Finding(off.cell.span, fields, related)


CHECK = Check(
    "table-total",
    NoParams,
    run,
    fields=("expected", "parts"),
    roles=("part",),
    searches=table_searches,
)
