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
from govlint.facts.reference import Held, Reference, Row, period_of
from govlint.facts.roles import CHANGE_ROLES
from govlint.text.intervals import Interval, apart

_PLANNED = re.compile(r"目标|计划|力争|确保|预计|争取|预期|打算|将达|规划")
_AHEAD = re.compile(r"计划|安排|思路|打算|下一步|今后|目标|部署|谋划")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年)")
_ALL = re.compile(r"全(?P<all>[省市县区镇乡村国])")
_PLACE = re.compile(
    r"全(?P<all>[省市县区镇乡村])|(?P<name>[一-龥]{1,5}?[省市县区镇乡])(?=[一-龥]{4})"
)
_NO_RESULT = CHANGE_ROLES | {"起点", "上期"}
_OTHER_GROWTH = re.compile(r"年均|平均|环比|累计|年初|实际|名义")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    reference = facts.reference
    if reference is None:
        return
    checked = unmatched = ambiguous = 0
    for entry in build_ledger(facts):
        if not _is_reported(facts, entry):
            continue
        period = period_of(entry.period, facts.year)
        names = _names(facts, entry.indicator)
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


def _is_reported(facts: Facts, entry: Entry) -> bool:
    figure = entry.figure
    lead = facts.body[slice(*figure.lead)]
    if figure.about or figure.roles & _NO_RESULT or not entry.indicator:
        return False
    if entry.indicator not in lead or _PLANNED.search(lead):
        return False
    whole, title = _ALL.search(lead.rpartition("，")[2]), facts.body[slice(*facts.title.span)]
    if whole is not None and title and whole["all"] not in title:
        return False  # 全县 in the report of a town
    return not any(_is_ahead(facts, title) for _, title in facts.section(figure.span.start))


def _is_ahead(facts: Facts, title: str) -> bool:
    """Whether a heading speaks of what is to come."""
    years = [int(year) for year in _YEAR.findall(title)]
    return _AHEAD.search(title) is not None or any(year > (facts.year or year) for year in years)


def _names(facts: Facts, indicator: str) -> tuple[str, ...]:
    """An indicator as it stands, and without the place whose report this is."""
    place = _PLACE.match(indicator)
    title = facts.body[slice(*facts.title.span)]
    if place is None or (place["all"] or place["name"]) not in title:
        return (indicator,)
    return (indicator, indicator[place.end() :])


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
