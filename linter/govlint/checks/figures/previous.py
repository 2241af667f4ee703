"""previous: does this year's report agree with last year's?

``growth``: a stated growth against the two years' values. Growth at constant prices may lie apart
from that at current ones, and bases are revised, so only what lies outside of all that is told.
``aims``: what was aimed at last year, beside what has become of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.entries import Entry, is_result, is_yearly, names_of
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.ledger import build_ledger
from govlint.facts.previous import Compared, Previous, Said
from govlint.facts.prices import DEFLATION, is_priced
from govlint.facts.report_periods import period_of
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, apart, divide

_INFLATION = Decimal("0.08")
"""By how much prices may rise in a year that a report speaks of."""
_REVISION = Decimal("0.01")
"""By how much a base may be revised after it was reported."""
_OTHER = re.compile(r"年均|平均|环比|累计|年初|同口径|可比|剔除|扣除|比20|两年|五年")


class Params(NamedTuple):
    """``about``: growth, or aims."""

    about: Literal["growth", "aims"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    previous = facts.previous
    year = facts.first_year
    if previous is None:
        return
    if year is None or previous.year != year - 1:
        facts.compared = Compared(years=1)
        return
    told: set[tuple[str, bool]] = set()
    growths = 0
    for entry in build_ledger(facts):
        if not is_result(facts, entry, growth=True):
            continue
        if period_of(entry.period, facts.year) != f"{year}年":
            continue
        if params.about == "growth":
            base = _base_of(facts, previous, entry)
            if base is not None:
                growths += 1
                yield from _growth(facts, previous, entry, base)
        else:
            yield from _aims(facts, previous, entry, told)
    before = facts.compared or Compared()
    if params.about == "growth":
        facts.compared = before._replace(growths=growths)
    else:
        aims = {(facts.indicators.same(name)[0], grows) for name, grows in previous.aims}
        answered = {(facts.indicators.same(name)[0], grows) for name, grows in told}
        facts.compared = before._replace(aims=len(answered), open=len(aims - answered))


def _base_of(facts: Facts, previous: Previous, entry: Entry) -> Said | None:
    """Last year's value from which the growth of an entry can be worked out, or None."""
    grown, base = entry.growth, _found(facts, previous, entry.indicator)
    if grown is None or "变幅" not in grown.roles or grown.about or base is None:
        return None
    if base.dimension != entry.figure.dimension or not is_yearly(facts, entry):
        return None
    return None if _OTHER.search(facts.body, *grown.lead) or not base.interval.low else base


def _growth(facts: Facts, previous: Previous, entry: Entry, base: Said) -> Iterator[Finding]:
    """A growth that does not lead from last year's value to this year's."""
    grown, figure = entry.growth, entry.figure
    ratio = divide(figure.interval, base.interval)
    if ratio is None or grown is None:
        return
    current = Interval(ratio.low - 1 - _REVISION, ratio.high - 1 + _REVISION)
    if is_priced(facts.body, figure):
        current = Interval(current.low - _INFLATION, current.high + DEFLATION)
    if apart(_signed(grown), current):
        earlier = (base.interval.low + base.interval.high) / 2
        right = figure.value / earlier - 1 if earlier else (ratio.low + ratio.high) / 2 - 1
        fields = _fields(facts, previous, entry, base)
        yield Finding(grown.span, {**fields, "right": f"{right * 100:.1f}%"})


def _aims(
    facts: Facts, previous: Previous, entry: Entry, told: set[tuple[str, bool]]
) -> Iterator[Finding]:
    """Each aim of last year once, at the first result that answers it."""
    for figure in (entry.figure, entry.growth):
        if figure is None:
            continue
        grows = not figure.roles.isdisjoint(CHANGE_ROLES)
        for name in names_of(facts, entry.indicator):
            aim = previous.aims.get((name, grows))
            if aim is None or aim.dimension != figure.dimension or (name, grows) in told:
                continue
            told.add((name, grows))
            fields = _fields(facts, previous, entry, aim)
            yield Finding(figure.span, {**fields, "right": ""})
            break


def _found(facts: Facts, previous: Previous, indicator: str) -> Said | None:
    found = (previous.results.get(name) for name in names_of(facts, indicator))
    return next((said for said in found if said is not None), None)


def _fields(facts: Facts, previous: Previous, entry: Entry, said: Said) -> dict[str, str | int]:
    return {
        "indicator": entry.indicator,
        "value": facts.document.source.text[slice(*entry.figure.span)],
        "year": previous.year,
        "earlier": said.written,
        "file": previous.path.replace("\\", "/"),
        "row": said.line,
    }


def _signed(figure: Figure) -> Interval:
    low, high = figure.interval
    return Interval(-high, -low) if figure.sign < 0 else figure.interval


CHECK = Check(
    "previous",
    Params,
    run,
    fields=("indicator", "value", "year", "earlier", "right", "file", "row"),
)
