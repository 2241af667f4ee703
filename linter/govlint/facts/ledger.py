"""ledger: each figure of a report with its indicator, its period and its growth (台账).

The indicator is the noun before the number, without the words that only carry it:
全年完成固定资产投资 is 固定资产投资. A figure that follows another's comma with a change (，增长8%)
is that one's growth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.entries import Entry
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.ledger_names import STOP, named, named_beside
from govlint.facts.naming import indicator_of, names_in_turn, without_asides
from govlint.facts.proportions import find_proportions
from govlint.facts.report_periods import Told, first_of, last_of, told_in
from govlint.facts.report_times import time_of
from govlint.facts.units import PERCENT

_CLASS = re.compile("及?以[上下](?:的)?[一-龥]{2,8}")
_LONGEST = 6
"""Members of a list behind 分别."""
_AND = ("、", "和", "与", "及")
_SUBJECT = re.compile(
    r"(?!(?:按|扣除|剔除|同[比期]|环比|年均|可比|增幅|降幅|增速|累计|平均|名义|实际|总量|占比|净))[一-龥]{3}"
)
"""What a change of its own begins with, not one of the figure before."""
_HALF_DONE = re.compile("(?:时间|任务)$")
"""时间过半、任务过半 counts nothing."""
_BOUND = re.compile("(?:大关|关口|台阶)?，(?:实际)?(?:达到?|为)")
"""突破280亿元大关，达286.4亿元: the exact figure behind the round one."""
_OF_THAT = re.compile("(?:同期|末|底)?的[一-龥]{0,12}")


def build_ledger(facts: Facts, numbers: Iterable[int] | None = None) -> list[Entry]:
    """The figures of a report, in order. ``numbers``: of those of its sentences with figures to
    which it matters, where not all do."""
    entries = [
        entry
        for number in (range(len(facts.printed)) if numbers is None else numbers)
        for entry in _Reader(facts, facts.sentence_figures(number).figures).read()
    ]
    return sorted([*entries, *find_proportions(facts)], key=_start) if entries else entries


def _start(entry: Entry) -> int:
    return entry.figure.span.start


class _Reader:
    """One sentence, figure by figure: ``indicator``, ``period`` and ``listed`` hold until the
    next; ``listed``: the names and the periods of a list behind 分别; ``last``: the change that
    was told last, and of which entry; ``compared``: for an entry that another is compared with,
    that other; ``begun``: the last entry from which something has changed that is told behind it;
    ``waiting``: changes of what is told behind them, 由10亿元增长20%至12亿元."""

    def __init__(self, facts: Facts, figures: list[Figure]) -> None:
        self.facts = facts
        self.text = facts.body
        self.figures = figures
        self.year, self.period = time_of(facts, figures[0])
        self.indicator = self.size = ""
        self.listed: tuple[list[str], list[str]] = ([], [])
        self.compared: dict[int, int] = {}
        self.begun = -1
        self.waiting: list[Figure] = []
        self.last: tuple[Figure, int] | None = None
        self.entries: list[Entry] = []

    def read(self) -> list[Entry]:
        for number, figure in enumerate(self.figures):
            if self._is_class(number):
                self.size = self.text[figure.span.start : self.figures[number + 1].span.start]
                continue
            if not self._attach(number) and not self._is_idiom(figure):
                self._enter(figure)
            self.size = ""
        return self.entries

    def _is_class(self, number: int) -> bool:
        """Whether a figure only says which things the next one counts: 50亿元以上项目1个."""
        if number + 1 == len(self.figures) or self.figures[number].dimension == PERCENT:
            return False
        return _CLASS.fullmatch(self.text, *self.figures[number + 1].lead) is not None

    def _is_idiom(self, figure: Figure) -> bool:
        half = self.text[slice(*figure.span)] == "过半"
        return half and _HALF_DONE.search(self.text, *figure.lead) is not None

    def _attach(self, number: int) -> bool:
        """Whether a figure is the change of one before, which is then told with it."""
        figure = self.figures[number]
        lead = self.text[slice(*figure.lead)]
        target = None
        if figure.roles & CHANGE_ROLES and not _SUBJECT.match(indicator_of(lead)):
            place, size = self._turn(number)
            if size:
                target = len(self.entries) - size + place - 1
            elif self._may_grow(number):
                target = len(self.entries) - self._list_size()
        elif self.last and lead in _AND and figure.dimension == self.last[0].dimension:
            target = self.last[1] + 1
            figure = figure._replace(roles=self.last[0].roles, sign=self.last[0].sign)
        if target is None or not 0 <= target < len(self.entries):
            return False
        target = self.compared.get(target, target)
        entry = self.entries[target]
        if target == self.begun and self._has_end(number, entry.figure.dimension):
            self.waiting.append(figure)
            return True
        if any(each.dimension == figure.dimension for each in entry.changes):
            return False
        if not entry.figure.roles.isdisjoint(CHANGE_ROLES):
            return False
        self.entries[target] = entry._replace(changes=(*entry.changes, figure))
        self.last = figure, target
        return True

    def _turn(self, number: int) -> tuple[int, int]:
        """The place of a change in a list behind 分别, from 1, and how many that has."""
        figure = self.figures[number]
        behind = self.text[slice(*figure.lead)].rpartition("，")[2]
        if figure.turn[1] or not behind.startswith("分别"):
            return figure.turn
        more = self.figures[number + 1 : number + 1 + _LONGEST]
        marks = [self.text[slice(*each.lead)] for each in more]
        size = 1 + next((at for at, mark in enumerate(marks) if mark not in _AND), len(marks))
        return (1, size) if 1 < size <= len(self.entries) else figure.turn

    def _may_grow(self, number: int) -> bool:
        """Whether the figure before is that of the last entry, or a change of it."""
        before = self.figures[number - 1] if number else None
        if before is None or not self.entries:
            return False
        last = len(self.entries) - 1
        changes = self.entries[self.compared.get(last, last)].changes
        return before == self.entries[-1].figure or before in changes or before in self.waiting

    def _has_end(self, number: int, dimension: str) -> bool:
        """Whether a figure that something has come to stands near behind another."""
        return any(
            "终点" in each.roles and each.dimension == dimension
            for each in self.figures[number + 1 : number + 3]
        )

    def _list_size(self) -> int:
        """How many entries the list behind 分别 has that ends with the last one, at least 1; of
        those the first is meant where further changes follow: 增长8.1%、9.9%."""
        size = self.entries[-1].figure.turn[1]
        start = self.entries[-1].figure.span.end
        behind = [each for each in self.figures if each.span.start > start]
        again = [self.text[slice(*each.lead)] in _AND for each in behind[1:size]]
        return size if size and len(again) == size - 1 and all(again) else 1

    def _enter(self, figure: Figure) -> None:
        """Tell a figure by itself."""
        lead = self.text[slice(*figure.lead)]
        told = list(told_in(lead, self.period, self.year))
        own = [each for each in told if not each.compared]
        if own and not own[-1].passing and len(own) != figure.turn[1]:
            self.period = own[-1].period
        words = named(self.facts.indicators, figure, lead, self.size, self.indicator)
        base = self._base(figure, lead, told, words)
        if base is not None and base.compared:
            words = named_beside(lead, base)
        begun = bool(self.entries) and self.begun == len(self.entries) - 1
        ends = begun and "终点" in figure.roles and not (words and STOP.search(lead))
        if ends:
            words = ""  # 从10亿元跃升至12亿元: how, not what
        name = words or self.indicator
        sure = bool(words) and name in without_asides(lead)
        if not words and _BOUND.fullmatch(lead) and self._is_alike(figure):
            sure = self.entries[-1].sure and bool(self.entries[-1].figure.limit)
        elif (base is not None or ends) and not words and self._is_alike(figure):
            sure = self.entries[-1].sure
        when = last_of(own[-1].period if own else self.period)
        if base is not None:
            when = base.period
        place, size = figure.turn
        if size:
            periods = [each.period for each in own]
            names, periods = self.listed = (
                (names_in_turn(lead, size), periods if len(periods) == size else [])
                if place == 1 or not self.listed[0]
                else self.listed
            )
            name = names[place - 1] or name
            when = periods[place - 1] if periods else when
            sure = len(set(names)) == size or bool(periods)
        if figure.roles.isdisjoint(("占比", "之比")):
            self.indicator = name
        self.last = (figure, len(self.entries)) if figure.roles & CHANGE_ROLES else None
        entry = Entry(name, when, figure, (), sure, None if base is None else "")
        self._add(entry, named=bool(words), ends=ends)

    def _add(self, entry: Entry, *, named: bool, ends: bool) -> None:
        """``ends``: the entry is what became of the one before."""
        here, figure = len(self.entries), entry.figure
        based = entry.base is not None and not named and self._is_alike(figure)
        if based and "起点" in figure.roles:
            based = not self._has_end(self.figures.index(figure), figure.dimension)
        if ends:
            entry = entry._replace(base=self.entries[-1].period, changes=tuple(self.waiting))
            self.waiting = []
        elif based:
            self.compared[here] = here - 1
            self.entries[-1] = self.entries[-1]._replace(base=entry.period)
        elif entry.base is not None:
            self.begun = here
        self.entries.append(entry)

    def _is_alike(self, figure: Figure) -> bool:
        """Whether a figure is told of the same thing as the last entry, in the same dimension."""
        return bool(self.entries) and self.entries[-1].figure.dimension == figure.dimension

    def _base(self, figure: Figure, lead: str, told: list[Told], words: str) -> Told | None:
        """Of when a figure tells that another is compared with, or from which that has changed; no
        period where none is named; None of any other figure."""
        if figure.roles & CHANGE_ROLES or figure.turn[1]:
            return None
        near = told[-1] if told and not STOP.search(lead, told[-1].end) else None
        if "起点" in figure.roles:
            begun = max(lead.rfind("由"), lead.rfind("从"))
            if near and near.end > begun:
                return near._replace(compared=False)
            stretch = first_of(self.period) if "—" in self.period else ""
            return Told(stretch, compared=False, passing=False, start=0, end=0)
        if near is None:
            return None
        if near.compared:
            return near if _OF_THAT.fullmatch(lead, near.end) else None
        return near if "上期" in figure.roles and not words else None
