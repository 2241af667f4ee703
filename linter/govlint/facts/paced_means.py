"""paced_means: what a day or a month has on the average, and the total of a stretch before it.

6月供气93万立方米……日均供气3.1万立方米; 上半年受理4260件。……月均受理710件: sentences may lie
between, but the paragraph has one total of the unit, told of one stretch of time. What fits the
days of the calendar, or its working days, is never held against a mean, nor what is no slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, is_slip_of, written_as
from govlint.facts.links import CLAUSE, shares_char
from govlint.facts.search import find, search_for
from govlint.facts.told_before import told_before
from govlint.facts.told_names import name_of
from govlint.facts.units import PERCENT
from govlint.records import NamedTuple
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
_STRETCH = re.compile(
    r"(?P<half>[上下]半年)|(?P<nine>前三个?季度)|(?<!前)(?P<quarter>[一二三四])季度|(?P<year>全年)"
    r"|(?<![0-9至到—～~-])(?P<month>1[0-2]|[1-9])月(?:份|全月|当月)?(?![0-9]|[底末初上中下旬起以至到—～~-])"
    r"|(?<![0-9])(?P<from>1[0-2]|[1-9])月?[—～~至到-](?P<to>1[0-2]|[1-9])月(?![0-9底末初])"
)
_OTHER = re.compile(
    "[上去]年|同期|目标|计划|预计|最[高低多少大小]|每|[日月季人户]均|平均|其中|累计|年均|截至|工作日|[旺淡]季"
)
_APART = CHANGE_ROLES | {"均值", "目标", "上期", "占比", "差距", "起点"}
_SOME = frozenset(("其中", "部分", "之中"))
_HALF, _NINE, _YEAR = 6, 9, 12
_BACK, _ALL = 260, 2
_ROUGHLY = 30
"""Closer than this share it is rounded or counted roughly."""
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
        total = _total(text, told, mean, name_of(match["what"]))
        found = _missed(text, total, mean, daily=bool(match["day"])) if total else None
        if found is not None:
            yield found


def _total(text: str, told: list[Figure], mean: Figure, name: str) -> Figure | None:
    """The only figure of its unit that a mean may be of."""
    alike = [f for f in told if f.unit == mean.unit and f.roles.isdisjoint(_APART)]
    whole = [f for f in alike if f.roles.isdisjoint(_SOME)]
    if len(whole) != 1 or len(alike) > _ALL:
        return None
    (total,) = whole
    clause = CLAUSE.split(text[slice(*total.lead)])[-1]
    if total.about or total.limit or total.mean or _OTHER.search(clause):
        return None
    called = not name or shares_char(name, clause)
    return total if called and total.value > mean.value else None


def _missed(text: str, total: Figure, mean: Figure, *, daily: bool) -> PacedMean | None:
    least = max(0, total.span.start - _BACK)
    begun = max(least, *(text.rfind(mark, least, total.span.start) + 1 for mark in "。；\n"))
    told = {match[0]: match for match in _STRETCH.finditer(text, begun, mean.span.start)}
    if len(told) != 1:
        return None
    (stretch,) = told.values()
    months = _months(stretch)
    days = [sum(days_of(year, month) for month in months) for year in (2023, 2024)]
    parts = {*days} if daily else {len(months)}
    tried = {*parts, *(_working(max(days)) if daily else ())}
    if max(parts) < _ALL or any(not apart(_shared(total, n), mean.interval) for n in tried):
        return None
    if any(abs(total.value / size - mean.value) <= mean.value / _ROUGHLY for size in parts):
        return None
    for size in sorted(parts):
        made = total.value / size
        if is_slip_of(text, mean, made):
            said = f"{size}天" if daily else f"{size}个月"
            return PacedMean(mean, total, said, written_as(text, mean, made))
    return None


def _months(stretch: re.Match[str]) -> range:
    """The months of a stretch of the year."""
    if stretch["half"]:
        return range(1, _HALF + 1) if stretch["half"][0] == "上" else range(_HALF + 1, _YEAR + 1)
    if stretch["nine"]:
        return range(1, _NINE + 1)
    if stretch["quarter"]:
        first = "一二三四".index(stretch["quarter"]) * 3 + 1
        return range(first, first + 3)
    if stretch["month"]:
        return range(int(stretch["month"]), int(stretch["month"]) + 1)
    if stretch["from"]:
        return range(int(stretch["from"]), int(stretch["to"]) + 1)
    return range(1, _YEAR + 1)


def _working(days: int) -> range:
    """How many working days so many days may have."""
    most = int(days * _WORKED / _WEEK) + 2
    return range(max(1, most - _HOLIDAYS), most + 1)


def _shared(total: Figure, parts: int) -> Interval:
    return Interval(total.interval.low / parts, total.interval.high / parts)
