"""paced_means: what a day or a month has on the average, and the total of a stretch before it.

6月供气93万立方米……日均供气3.1万立方米; 上半年受理4260件。……月均受理710件: sentences may lie
between, but the paragraph has one total of the unit, told of one stretch of time. What fits the
days of the calendar, or its working days, is never held against a mean, nor what is no slip; nor
where the words tell of another time (防汛期间), of days without work, or of what could be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, is_slip_of, written_as
from govlint.facts.links import CLAUSE, shares_char
from govlint.facts.mean_scopes import is_of_other_time, is_of_power
from govlint.facts.month_spans import STRETCH, months_of
from govlint.facts.search import find, search_for
from govlint.facts.told_before import told_before
from govlint.facts.told_names import name_of
from govlint.facts.units import PERCENT
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.day_numbers import days_of
from govlint.text.intervals import Interval, apart

PACES = ("日均", "平均每天", "平均每日", "每天平均", "月均", "平均每月", "每月平均")
MEAN = search_for(
    r"[，。；\n](?:(?:[上下]半年|全年|[一二三四]季度|1?[0-9]月份?|期间)，?)?(?:(?P<day>日均|平均每[天日]|每天平均)|月均|平均每月|每月平均)"
    r"(?P<what>[^，。；：0-9\n]{0,10})(?=[0-9])",
    (PACES,),
    34,
)
"""A mean that stands at the beginning of its clause."""
_OTHER = re.compile(
    "[上去]年|同期|目标|计划|预计|最[高低多少大小]|每|[日月季人户]均|平均|其中|累计|年均|截至|工作日|[旺淡]季"
)
_APART = CHANGE_ROLES | {"均值", "目标", "上期", "占比", "差距", "起点"}
_SOME = frozenset(("其中", "部分", "之中"))
_EMPTY = re.compile("[约仅只达到了近共数量额次]")
_BACK, _ALL = 260, 2
_ROUGHLY = 30
"""Closer than this share it is rounded or counted roughly."""
_FAR = Decimal("1.4")
"""So many times as much as is told, and nobody slipped."""
_WEEK, _WORKED = Decimal(7), Decimal(5)
_HOLIDAYS = 8
"""So many working days a stretch may lose to them."""


class PacedMean(NamedTuple):
    """``mean``: what each of the ``parts`` (days, or months) of a stretch has of ``total``."""

    mean: Figure
    total: Figure
    parts: str
    expected: str


def find_paced_means(facts: Facts) -> Iterator[PacedMean]:
    """The means of a text that are a slip away from what their only total makes."""
    text = facts.body
    for match in find(text, facts.literals, MEAN):
        end = match.end() + 1
        line = text.rfind("\n", max(0, end - _BACK), match.end()) + 1
        before = told_before(facts, end, min(_BACK, end - line))
        if len(before) < _ALL or before[-1].span.start != match.end():
            continue
        *told, mean = before
        if mean.about or mean.limit or mean.dimension == PERCENT or mean.turn[1]:
            continue
        if is_of_power(text, mean) or _OTHER.search(match["what"]):
            continue
        total = _total(text, told, mean, match["what"])
        found = _missed(text, total, mean, daily=bool(match["day"])) if total else None
        if found is not None:
            yield found


def _total(text: str, told: list[Figure], mean: Figure, what: str) -> Figure | None:
    """The only figure of its unit that a mean may be of."""
    alike = [f for f in told if f.unit == mean.unit and f.roles.isdisjoint(_APART)]
    whole = [f for f in alike if f.roles.isdisjoint(_SOME)]
    if len(whole) != 1 or len(alike) > _ALL:
        return None
    (total,) = whole
    clause = CLAUSE.split(text[slice(*total.lead)])[-1]
    if total.about or total.limit or total.mean or _OTHER.search(clause):
        return None
    name = name_of(what)
    more = [char for char in _EMPTY.sub("", name) if char not in clause + mean.unit]
    called = not name or (shares_char(name, clause) and len(more) <= 1)
    return total if called and total.value > mean.value else None


def _missed(text: str, total: Figure, mean: Figure, *, daily: bool) -> PacedMean | None:
    begun = begins(text, total.span.start, "。；\n", _BACK)
    told = {match[0]: match for match in STRETCH.finditer(text, begun, mean.span.start)}
    if len(told) != 1:
        return None
    (stretch,) = told.values()
    first, last = months_of(stretch)
    months = range(first, last + 1)
    days = [sum(days_of(year, month) for month in months) for year in (2023, 2024)]
    parts = {*days} if daily else {len(months)}
    tried = {*parts, *(_working(max(days)) if daily else ())}
    if max(parts) < _ALL or any(not apart(each_of(total, n), mean.interval) for n in tried):
        return None
    if is_of_other_time(text, total, mean, parts, begun):
        return None
    if any(abs(total.value / size - mean.value) <= mean.value / _ROUGHLY for size in parts):
        return None
    for size in sorted(parts):
        made = total.value / size
        near = mean.value / _FAR < made < mean.value * _FAR
        if near and is_slip_of(text, mean, made):
            said = f"{size}天" if daily else f"{size}个月"
            return PacedMean(mean, total, said, written_as(text, mean, made))
    return None


def _working(days: int) -> range:
    """How many working days so many days may have."""
    most = int(days * _WORKED / _WEEK) + 2
    return range(max(1, most - _HOLIDAYS), most + 1)


def each_of(total: Figure, parts: int | Decimal) -> Interval:
    """What each of so many parts of a total may have."""
    return Interval(total.interval.low / parts, total.interval.high / parts)
