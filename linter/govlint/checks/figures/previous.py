"""previous: does this year's report agree with last year's?

``growth``: a stated growth against the two years' values. Growth at constant prices may lie apart
from that at current ones, and bases are revised, so only what lies outside of all that is told.
``aims``: what was aimed at last year, beside what has become of it. ``years``: that the two do not
follow on each other.
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
from govlint.facts.ledger import build_ledger
from govlint.facts.previous import Compared, Previous, Said
from govlint.facts.prices import DEFLATION, is_priced
from govlint.facts.report_periods import period_of
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, apart, divide
from govlint.text.span import Span

_INFLATION = Decimal("0.08")
"""By how much prices may rise in a year that a report speaks of."""
_REVISION = Decimal("0.01")
"""By how much a base may be revised after it was reported."""
_OTHER = re.compile(r"年均|平均|环比|累计|年初|同口径|可比|剔除|扣除|比20|两年|五年")


class Params(NamedTuple):
    """``about``: growth, aims, or years."""

    about: Literal["growth", "aims", "years"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    previous = facts.previous
    if previous is None:
        return
    if not _follows(facts, previous):
        if params.about == "years":
            yield _other_year(facts, previous)
    elif params.about == "growth":
        yield from _growths(facts, previous)
    elif params.about == "aims":
        yield from _all_aims(facts, previous)


def _follows(facts: Facts, previous: Previous) -> bool:
    """Whether a report is of the year behind that of the earlier one."""
    if facts.first_year == previous.year + 1:
        return True
    facts.compared = Compared(years=1)
    return False


def _results(facts: Facts) -> Iterator[Entry]:
    """What a report tells of its own year."""
    for entry in build_ledger(facts):
        of_year = period_of(entry.period, facts.year) == f"{facts.first_year}年"
        if of_year and is_result(facts, entry, growth=True):
            yield entry


def _growths(facts: Facts, previous: Previous) -> Iterator[Finding]:
    count = 0
    for entry in _results(facts):
        base = _base_of(facts, previous, entry)
        if base is not None:
            count += 1
            yield from _growth(facts, previous, entry, base)
    facts.compared = (facts.compared or Compared())._replace(growths=count)


def _all_aims(facts: Facts, previous: Previous) -> Iterator[Finding]:
    told: set[tuple[str, bool]] = set()
    for entry in _results(facts):
        yield from _aims(facts, previous, entry, told)
    aims, answered = (
        {(facts.indicators.same(name)[0], grows) for name, grows in each}
        for each in (previous.aims, told)
    )
    before = facts.compared or Compared()
    facts.compared = before._replace(aims=len(answered), open=len(aims - answered))


def _other_year(facts: Facts, previous: Previous) -> Finding:
    """That the earlier report is not of the year before, at the title."""
    start, end = facts.title.span
    file = previous.path.replace("\\", "/")
    own = str(facts.first_year or "？")
    nothing: dict[str, str | int] = dict.fromkeys(("indicator", "value", "earlier", "right"), "")
    fields = {**nothing, "year": previous.year, "file": file, "row": 1, "own": own}
    return Finding(Span(start, max(end, start + 1)), fields)


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
    if apart(grown.signed, current):
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
        "own": "",
    }


CHECK = Check(
    "previous",
    Params,
    run,
    fields=("indicator", "value", "year", "earlier", "right", "file", "row", "own"),
)
