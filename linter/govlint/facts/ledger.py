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
from govlint.facts.naming import indicator_of, known_name, name_before, names_in_turn
from govlint.facts.proportions import find_proportions
from govlint.facts.report_times import time_of
from govlint.facts.units import PERCENT
from govlint.text.years import YEAR, YEAR_NAMED

_PERIOD = re.compile(
    rf"(?<![比较])(?:{YEAR}年(?:上半年|下半年|第?[一二三四]季度|[0-9]{{1,2}}月)?|上半年|下半年|全年"
    r"|前[一二三]季度|[一二三四]季度|1(?:—|-|至)[0-9]{1,2}月|去年|上年|今年"
    r"|“?十[一二三四五六]?五”?期?(?:间|末))"
)
"""A period, unless it is what another is compared with: 比上年."""
_CLASS = re.compile("及?以[上下](?:的)?[一-龥]{2,8}")
_AND = ("、", "和", "与", "及")
_WHOLE_YEAR = re.compile("全年|1[—～~至-]12月")
_OF_AIM = re.compile("(?:目标|任务|计划|预算)[^，。；0-9]{0,3}的$")
_SUBJECT = re.compile(
    r"(?!(?:同[比期]|环比|年均|可比|增幅|降幅|增速|累计|平均|名义|实际|总量|占比|净))[一-龥]{3}"
)
"""What a change of its own begins with, not one of the figure before."""
_IN_YEAR = re.compile(r"全年|[上下]半年|前?[一二三四]季度|前三季度|1(?:—|-|至)")
_RELATIVE = ("去年", "上年", "今年")
"""These speak of one figure; a period that is named holds until the next."""


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
    was told last, and of which entry."""

    def __init__(self, facts: Facts, figures: list[Figure]) -> None:
        self.facts = facts
        self.text = facts.body
        self.figures = figures
        self.year, self.period = time_of(facts, figures[0])
        self.indicator = self.size = ""
        self.listed: tuple[list[str], list[str]] = ([], [])
        self.last: tuple[Figure, int] | None = None
        self.entries: list[Entry] = []

    def read(self) -> list[Entry]:
        for number, figure in enumerate(self.figures):
            if self._is_class(number):
                self.size = self.text[figure.span.start : self.figures[number + 1].span.start]
                continue
            if not self._attach(number):
                self._enter(figure)
            self.size = ""
        return self.entries

    def _is_class(self, number: int) -> bool:
        """Whether a figure only says which things the next one counts: 50亿元以上项目1个."""
        if number + 1 == len(self.figures) or self.figures[number].dimension == PERCENT:
            return False
        return _CLASS.fullmatch(self.text, *self.figures[number + 1].lead) is not None

    def _attach(self, number: int) -> bool:
        """Whether a figure is the change of one before, which is then told with it."""
        figure = self.figures[number]
        lead = self.text[slice(*figure.lead)]
        target = None
        if figure.roles & CHANGE_ROLES and not _SUBJECT.match(indicator_of(lead)):
            place, size = figure.turn
            if size:
                target = len(self.entries) - size + place - 1
            elif self._may_grow(number):
                target = len(self.entries) - self._list_size()
        elif self.last and lead in _AND and figure.dimension == self.last[0].dimension:
            target = self.last[1] + 1
            figure = figure._replace(roles=self.last[0].roles, sign=self.last[0].sign)
        if target is None or not 0 <= target < len(self.entries):
            return False
        entry = self.entries[target]
        if any(each.dimension == figure.dimension for each in entry.changes):
            return False
        if not entry.figure.roles.isdisjoint(CHANGE_ROLES):
            return False
        self.entries[target] = entry._replace(changes=(*entry.changes, figure))
        self.last = figure, target
        return True

    def _may_grow(self, number: int) -> bool:
        """Whether the figure before is that of the last entry, or a change of it."""
        before = self.figures[number - 1] if number else None
        if before is None or not self.entries:
            return False
        return before == self.entries[-1].figure or before in self.entries[-1].changes

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
        named = _PERIOD.findall(lead)
        told = [self._dated(words) for words in named]
        if told and named[-1] not in _RELATIVE and len(told) != figure.turn[1]:
            self.period = told[-1]
        when = told[-1] if told else self.period
        words = self._named(figure, lead)
        name = words or self.indicator
        sure = bool(words) and name in lead
        place, size = figure.turn
        if size:
            names, periods = self.listed = (
                (names_in_turn(lead, size), told if len(told) == size else [])
                if place == 1 or not self.listed[0]
                else self.listed
            )
            name = names[place - 1] or name
            when = periods[place - 1] if periods else when
            sure = len(set(names)) == size or bool(periods)
        if figure.roles.isdisjoint(("占比", "之比")):
            self.indicator = name
        self.last = (figure, len(self.entries)) if figure.roles & CHANGE_ROLES else None
        self.entries.append(Entry(name, when, figure, (), sure))

    def _named(self, figure: Figure, lead: str) -> str:
        """What the words before a figure call it, or ""."""
        if self.size:
            return indicator_of(self.size)
        words = indicator_of(lead)
        if "之比" in figure.roles and _OF_AIM.search(lead):
            return f"{self.indicator}完成{words}" if words else ""
        if "占比" in figure.roles:
            return _share_name(figure.name, self.indicator)
        if not words and "，" in lead[1:]:
            return name_before(lead, self.facts.indicators)
        return known_name(words, self.facts.indicators)

    def _relative(self, words: str) -> str:
        """去年 and 今年, seen from the year that was named last."""
        year = YEAR_NAMED.search(self.period)
        if year is None:
            return words
        return f"{int(year[0]) - 1}年" if words in ("去年", "上年") else self.period

    def _dated(self, words: str) -> str:
        if self.year and _WHOLE_YEAR.fullmatch(words):
            return f"{self.year}年"
        if words in _RELATIVE:
            return self._relative(words)
        if self.year and _IN_YEAR.match(words):
            return f"{self.year}年{words.removeprefix('全年')}"
        return words


def _share_name(share: str, indicator: str) -> str:
    """What a share is called: 占比, 占耕地面积比重, behind what has it."""
    part, _, whole = share.partition("/")
    name = indicator_of(part) or indicator
    return f"{name}占{whole}比重" if whole else f"{name}占比"
