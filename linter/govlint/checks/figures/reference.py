"""reference: does a figure differ from the table that the user vouches for?

Aims and plans are not held against results, nor parts against the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.ledger import Entry, build_ledger
from govlint.facts.reference import Held, Reference, Row, name_of, period_of
from govlint.text.intervals import Interval, apart

_PLANNED = re.compile(r"目标|计划|力争|确保|预计|争取|预期|打算|将达|规划")
_CHANGES = {"变幅", "点差", "倍增", "差额"}


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    reference = facts.reference
    if reference is None:
        return
    checked = unmatched = ambiguous = 0
    for entry in build_ledger(facts):
        if not _is_reported(facts, entry):
            continue
        period = period_of(entry.period, facts.year)
        row = reference.rows.get((name_of(entry.indicator), period))
        if row is None or row.dimension != entry.figure.dimension:
            known = name_of(entry.indicator) in reference.names
            ambiguous += known and not period
            unmatched += not known or bool(period)
            continue
        checked += 1
        yield from _differing(facts, entry, row, reference)
    facts.held = Held(checked, unmatched, ambiguous)


def _is_reported(facts: Facts, entry: Entry) -> bool:
    figure = entry.figure
    if figure.about or figure.roles & _CHANGES or "部分" in figure.roles or not entry.indicator:
        return False
    return _PLANNED.search(facts.body, *figure.lead) is None


def _differing(facts: Facts, entry: Entry, row: Row, reference: Reference) -> Iterator[Finding]:
    """The figure, and its growth, where the row has others."""
    fields: dict[str, str | int] = {
        "indicator": entry.indicator,
        "period": period_of(entry.period, facts.year),
        "table": reference.path.replace("\\", "/"),
        "row": row.line,
    }
    if apart(entry.figure.interval, row.interval):
        yield Finding(entry.figure.span, {**fields, "right": row.written})
    grown = entry.growth
    if row.growth is not None and grown is not None and "变幅" in grown.roles:
        stated = grown.interval
        if grown.sign < 0:
            stated = Interval(-stated.high, -stated.low)
        if not grown.about and apart(stated, row.growth):
            yield Finding(grown.span, {**fields, "right": f"同比{row.grown}"})


CHECK = Check("reference", NoParams, run, fields=("indicator", "period", "right", "table", "row"))
