"""entries: a figure of a report with what it is called and of when it tells (台账的一行).

Whether it tells what was, of the whole that the report is about, or what is to be.
"""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.report_times import in_plans
from govlint.records import NamedTuple

_PLANNED = re.compile(r"目标|计划|力争|确保|预计|争取|预期|打算|将达|规划")
_AIMS = re.compile("力争|确保|预期|将达|目标|打算|拟")
_ALL = re.compile(r"全(?P<all>[省市县区镇乡村国])")
_PLACE = re.compile(
    r"全(?P<all>[省市县区镇乡村])|(?P<name>[一-龥]{1,5}?[省市县区镇乡])(?=[一-龥]{4})"
)
_OF_PLACE = re.compile("[省市县区镇乡村]")
_SHORTEST = 2
_NO_RESULT = frozenset(("起点", "上期"))


class Entry(NamedTuple):
    """``indicator`` and ``period`` as the report words them, "" where it does not; ``changes``:
    what is said of how the figure has changed; ``sure``: the words before the figure name the
    indicator, and it is not taken over from another figure."""

    indicator: str
    period: str
    figure: Figure
    changes: tuple[Figure, ...] = ()
    sure: bool = True

    @property
    def growth(self) -> Figure | None:
        """The change in percent, else whatever change is told, or None."""
        rates = (each for each in self.changes if "变幅" in each.roles)
        return next(rates, self.changes[0] if self.changes else None)


def is_result(facts: Facts, entry: Entry, *, growth: bool = False) -> bool:
    """Whether a figure tells what was, of the whole that the report is about; ``growth``: also
    one that tells only how much that has grown."""
    figure = entry.figure
    lead = facts.body[slice(*figure.lead)]
    other = _NO_RESULT if growth else _NO_RESULT | CHANGE_ROLES
    if figure.about or figure.roles & other or len(entry.indicator) < _SHORTEST:
        return False
    if not entry.sure or _PLANNED.search(lead):
        return False
    whole, title = _ALL.search(lead.rpartition("，")[2]), facts.body[slice(*facts.title.span)]
    if whole is not None and whole["all"] not in title and _OF_PLACE.search(title):
        return False  # 全县 in the report of a town
    return not in_plans(facts, figure)


def is_aim(facts: Facts, entry: Entry) -> bool:
    """Whether a figure tells what is to be."""
    return entry.sure and bool(entry.indicator) and in_plans(facts, entry.figure)


def tells_aim(facts: Facts, entry: Entry) -> bool:
    """Whether a figure, with or without a name of its own, tells what is to be."""
    lead = facts.body[slice(*entry.figure.lead)]
    aims = _AIMS.search(lead) is not None and "之比" not in entry.figure.roles
    return aims or in_plans(facts, entry.figure)


def names_of(facts: Facts, indicator: str) -> tuple[str, ...]:
    """An indicator as it stands, and without the place whose report this is, and what else these
    are called."""
    place = _PLACE.match(indicator)
    title = facts.body[slice(*facts.title.span)]
    names = [indicator]
    if place is not None and (place["all"] or place["name"]) in title:
        names.append(indicator[place.end() :])
    return tuple(dict.fromkeys(other for name in names for other in facts.indicators.same(name)))
