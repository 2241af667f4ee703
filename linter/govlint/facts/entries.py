"""entries: a figure of a report with what it is called and of when it tells (台账的一行).

Whether it tells what was, of the whole that the report is about, or what is to be.
"""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.report_periods import period_of, year_before
from govlint.facts.report_times import in_plans
from govlint.records import NamedTuple
from govlint.text.years import YEAR, YEAR_NAMED

_PLANNED = re.compile(r"目标|计划|力争|确保|争取|预期|打算|将达|规划")
_EXPECTED = re.compile(
    "预计[^，。；]{0,30}(?:可|将|能|会|后|带动|吸引|建成|投产|达产)|(?:后|建成|投产|达产|竣工)[^。；]{0,12}预计"
)
"""What is yet to come; 预计全年完成 is how a report at the end of a year tells its results."""
_AIMS = re.compile("力争|确保|预期|将达|目标|打算|拟")
_PART_YEAR = re.compile("[上下]半年|季度|[0-9]月")
_OTHER_KIND = re.compile("年均|平均|环比|累计|[一二三四]季度末?增|目标|任务|计划|预算")
_OTHER_BASE = re.compile(
    "(?:[比较自从由]|相对)(?:[上去]?年[初末底]|上月|上季|[一二三四]季度|[上下]半年|前[两三四五]年|“?十[一二三四]?五)"
    "|(?:[两三四五十]|[0-9])年(?:来|间|累计)"
)
_SINCE = re.compile(rf"(?:[比较由从自]|相对于?|同)({YEAR})年")
_YEARLY = re.compile("同比|[比较][上去]年(?!末|底)")
_ALL = re.compile(r"全(?P<all>[省市县区镇乡村国])")
_PLACE = re.compile(
    r"全(?P<all>[省市县区镇乡村])|(?P<name>[一-龥]{1,5}?[省市县区镇乡])(?=[一-龥]{4})"
)
_OF_PLACE = re.compile("[省市县区镇乡村]")
_SHORTEST = 2
_BASES = frozenset(("起点", "上期"))


class Entry(NamedTuple):
    """``indicator`` and ``period`` as the report words them, "" where it does not; ``changes``:
    what is said of how the figure has changed; ``sure``: the words before the figure name the
    indicator, or it is one with that of the figure before (由……增加到……); ``base``: the period of
    the figure beside it that it is compared with, "" where that has none, None where there is none.
    """

    indicator: str
    period: str
    figure: Figure
    changes: tuple[Figure, ...] = ()
    sure: bool = True
    base: str | None = None

    @property
    def growth(self) -> Figure | None:
        """The change in percent, else whatever change is told, or None."""
        rates = (each for each in self.changes if "变幅" in each.roles)
        return next(rates, self.changes[0] if self.changes else None)


def is_result(facts: Facts, entry: Entry, *, growth: bool = False) -> bool:
    """Whether a figure surely tells what was, of the whole that the report is about; ``growth``:
    also one that tells only how much that has grown."""
    figure = entry.figure
    other = _BASES if growth else _BASES | CHANGE_ROLES
    if figure.about or figure.roles & other or len(entry.indicator) < _SHORTEST:
        return False
    return entry.sure and tells_what_was(facts, entry)


def tells_what_was(facts: Facts, entry: Entry) -> bool:
    """Whether a figure tells what was, and not what is to be, of the whole that the report is
    about."""
    figure = entry.figure
    lead = facts.body[slice(*figure.lead)]
    if _PLANNED.search(lead):
        return False
    if "预计" in lead and (_EXPECTED.search(lead) or _is_to_come(facts, entry)):
        return False
    whole, title = _ALL.search(lead.rpartition("，")[2]), facts.body[slice(*facts.title.span)]
    if whole is not None and whole["all"] not in title and _OF_PLACE.search(title):
        return False  # 全县 in the report of a town
    return not in_plans(facts, figure)


def _is_to_come(facts: Facts, entry: Entry) -> bool:
    """Whether what is expected is so of a time behind the one that the report looks back on."""
    if _PART_YEAR.search(facts.body, *facts.title.span):
        return True
    year = YEAR_NAMED.search(period_of(entry.period, facts.year))
    return year is not None and int(year[0]) > (facts.first_year or int(year[0]))


def is_yearly(facts: Facts, entry: Entry) -> bool:
    """Whether the growth of an entry is told as one from the same time of the year before (同比),
    which it is where nothing else is named."""
    growth = entry.growth or entry.figure
    start = entry.figure.span.end if entry.growth else growth.lead.start
    words = facts.body[start : growth.span.start]
    clause = facts.body[slice(*growth.lead)].rpartition("，")[2]
    if _OTHER_KIND.search(clause):
        return False
    if _YEARLY.search(clause):
        return True
    before = year_before(period_of(entry.period, facts.year))
    if _OTHER_BASE.search(words) or {*_SINCE.findall(words)} - {before[:4]}:
        return False
    return entry.base is None or period_of(entry.base, facts.year) == before != ""


def is_aim(facts: Facts, entry: Entry) -> bool:
    """Whether a figure tells what is to be."""
    return entry.sure and bool(entry.indicator) and in_plans(facts, entry.figure)


def tells_aim(facts: Facts, entry: Entry) -> bool:
    """Whether a figure, with or without a name of its own, tells what is to be."""
    lead = facts.body[slice(*entry.figure.lead)]
    aims = _AIMS.search(lead) is not None and "之比" not in entry.figure.roles
    return aims or in_plans(facts, entry.figure)


def usual_name(facts: Facts, indicator: str) -> str:
    """What an indicator is called in the ledger: by the first of its known names, else as it
    stands."""
    known = facts.indicators.known
    return next(filter(known, names_of(facts, indicator)), indicator)


def names_of(facts: Facts, indicator: str) -> tuple[str, ...]:
    """An indicator as it stands, and without the place whose report this is, and what else these
    are called."""
    place = _PLACE.match(indicator)
    title = facts.body[slice(*facts.title.span)]
    names = [indicator]
    if place is not None and (place["all"] or place["name"]) in title:
        names.append(indicator[place.end() :])
    return tuple(dict.fromkeys(other for name in names for other in facts.indicators.same(name)))
