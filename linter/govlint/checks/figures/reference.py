"""reference: does a figure differ from the table that the user vouches for?

Aims and plans are not held against results, nor parts against the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.entries import Entry, is_yearly, names_of, tells_what_was
from govlint.facts.facts import Facts
from govlint.facts.ledger import build_ledger
from govlint.facts.proportions import PROPORTION
from govlint.facts.reference import Held, Reference, Row
from govlint.facts.report_periods import period_of

_SHORTEST = 2


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    reference = facts.reference
    if reference is None:
        return
    checked = unmatched = ambiguous = 0
    for entry in build_ledger(facts):
        if entry.figure.dimension == PROPORTION or not tells_what_was(facts, entry):
            continue
        period = period_of(entry.period, facts.year)
        names = names_of(facts, entry.indicator)
        row = _row(reference, names, period)
        if not _is_clear(entry, period):
            ambiguous += 1
        elif row is None or not _has(row, entry):
            unmatched += 1
        else:
            checked += 1
            yield from _differing(facts, entry, row, reference)
    facts.held = Held(checked, unmatched, ambiguous)


def _row(reference: Reference, names: tuple[str, ...], period: str) -> Row | None:
    rows = (reference.rows.get((name, period)) for name in names)
    return next((row for row in rows if row is not None), None)


def _is_clear(entry: Entry, period: str) -> bool:
    """Whether it is clear of what a figure tells, and of when, and that it is the exact one."""
    named = entry.sure and len(entry.indicator) >= _SHORTEST
    return named and bool(period) and not entry.figure.about


def _has(row: Row, entry: Entry) -> bool:
    """Whether a row tells what an entry does: a value in the same dimension, or only growth."""
    if entry.figure.roles & CHANGE_ROLES:
        return row.growth is not None and "变幅" in entry.figure.roles
    return row.dimension == entry.figure.dimension


def _differing(facts: Facts, entry: Entry, row: Row, reference: Reference) -> Iterator[Finding]:
    """The figure, and its growth, where the row has others."""
    fields: dict[str, str | int] = {
        "indicator": entry.indicator,
        "period": period_of(entry.period, facts.year),
        "table": reference.path.replace("\\", "/"),
        "row": row.line,
    }
    grows = not entry.figure.roles.isdisjoint(CHANGE_ROLES)
    if not grows and not row.value.agrees(entry.figure):
        stated = facts.document.source.text[slice(*entry.figure.span)]
        yield Finding(entry.figure.span, {**fields, "right": row.written, "stated": stated})
    growth = entry.figure if grows else entry.growth
    if row.growth is None or growth is None or "变幅" not in growth.roles or growth.about:
        return
    if is_yearly(facts, entry) and not row.growth.agrees(growth):
        right = f"同比{_told(row.growth.number, row.growth.step)}"
        sign = -1 if growth.sign < 0 else 1
        stated = _told(growth.value * sign, growth.step)
        yield Finding(growth.span, {**fields, "right": right, "stated": stated})


def _told(rate: Decimal, step: Decimal) -> str:
    """A growth in words, with the decimals of ``step``: 增长4.2%, 下降4.2%."""
    percent = abs(rate * 100).quantize((step * 100).normalize())
    return f"{'下降' if rate < 0 else '增长'}{percent:f}%"


CHECK = Check(
    "reference", NoParams, run, fields=("indicator", "period", "right", "stated", "table", "row")
)
