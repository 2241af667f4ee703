"""reference: does a figure differ from the table that the user vouches for?

Aims and plans are not held against results, nor parts against the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.entries import Entry, is_result, names_of
from govlint.facts.facts import Facts
from govlint.facts.ledger import build_ledger
from govlint.facts.reference import Held, Reference, Row, period_of
from govlint.text.intervals import Interval, apart

_OTHER_GROWTH = re.compile(r"年均|平均|环比|累计|年初|实际|名义")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    reference = facts.reference
    if reference is None:
        return
    checked = unmatched = ambiguous = 0
    for entry in build_ledger(facts):
        if not is_result(facts, entry):
            continue
        period = period_of(entry.period, facts.year)
        names = names_of(facts, entry.indicator)
        rows = (reference.rows.get((name, period)) for name in names)
        row = next((row for row in rows if row is not None), None)
        if row is None or row.dimension != entry.figure.dimension:
            known = not reference.names.isdisjoint(names)
            ambiguous += known and not period
            unmatched += not known or bool(period)
            continue
        checked += 1
        yield from _differing(facts, entry, row, reference)
    facts.held = Held(checked, unmatched, ambiguous)


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
        other = _OTHER_GROWTH.search(facts.body, *grown.lead)
        if not grown.about and other is None and apart(stated, row.growth):
            yield Finding(grown.span, {**fields, "right": f"同比{row.grown}"})


CHECK = Check("reference", NoParams, run, fields=("indicator", "period", "right", "table", "row"))
