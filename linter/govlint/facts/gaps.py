"""gaps: a number missing from a series that a mark of another shape supplies."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from govlint.facts.breaks import Break
from govlint.facts.facts import Facts
from govlint.facts.items import ItemSeries
from govlint.facts.lexicon import kind_of
from govlint.facts.outline import Series
from govlint.hints import TypeVar
from govlint.syntax.tree import Heading, Item
from govlint.text.numerals import write_numeral
from govlint.text.span import Span

T = TypeVar("T")

_SECOND = 2
_FURTHER = 400
"""So far behind an item its successor may stand in a line."""
_MOST_MARKS = 20


def fills_gap(facts: Facts, series: Series, found: Break) -> Heading | None:
    """The heading of another shape that stands where ``found`` misses a number: the 3、 of
    一、二、3、四、. It is the first of its own series and has the missing ordinal."""
    if not found.place:
        return None
    first = series.members[found.place - 1].span.start
    last = series.members[found.place].span.start
    for other in _between(facts.series_in_order, first, last, _heading_start):
        member = other.members[0]
        if member.ordinal == found.expected > 1 and other.shape != series.shape:
            return member
    return None


def fills_item_gap(facts: Facts, series: ItemSeries, found: Break) -> Item | Heading | None:
    """The same for items: the 三是, or the heading 3., of 一要…… 二要…… 三是…… 四要……"""
    if not found.place:
        return None
    first = series.members[found.place - 1].mark.start
    last = series.members[found.place].mark.start
    for heads in _between(facts.series_in_order, first, last, _heading_start):
        if heads.members[0].ordinal == found.expected > 1 and len(heads.members) == 1:
            return heads.members[0]
    for other in _between(facts.items_in_order, first, last, _item_start):
        member = other.members[0]
        if member.ordinal == found.expected > 1:
            return member
    return None


def strange_mark(text: str, series: ItemSeries, found: Break) -> Span | None:
    """The mark of any style that stands in one line for the item that ``found`` misses, and that
    is none by itself: the 3要 of 一要…… 二要…… 3要…… 四要……"""
    if not found.place or found.expected > _MOST_MARKS:
        return None
    before, after = series.members[found.place - 1 : found.place + 1]
    han, circled = write_numeral(found.expected), chr(0x245F + found.expected)
    mark = re.compile(
        f"(?<=[，；。：])(?:（(?:{han}|{found.expected})）|{han}(?:[是要]|[、，](?=[一-龥]{{2}}))"
        f"|{found.expected}(?:[.、）](?![0-9])|[是要])|{circled}|第{han}[，、])"
    )
    match = mark.search(text, before.mark.end, after.mark.start)
    return Span(*match.span()) if match else None


def last_of_another(text: str, series: ItemSeries) -> Span | None:
    """The 第三 without a point behind it that goes on in the line of 一是……；二是……；, right behind
    a point and in front of a verb: 第三产业 and 第三次 are words."""
    last = series.members[-1]
    if len(series.members) < _SECOND or len(set(series.lines)) > 1 or series.ordinals[0] != 1:
        return None
    stop = text.find("\n", last.mark.end, last.mark.end + _FURTHER)
    mark = re.compile(
        f"(?<=[；。])第{write_numeral(series.last + 1)}"
        "(?=[抓要是]|[一-龥]{2}(?![一-龥]{0,4}(?:公司|集团|[区院局所厂队期]|中心)))"
    )
    end = stop if stop >= 0 else min(len(text), last.mark.end + _FURTHER)
    match = mark.search(text, last.mark.end, end)
    if match is None:
        return None
    behind = text[match.end() : match.end() + 2]
    verb = behind[0] in "抓要是" or kind_of(behind).startswith("v")
    return Span(*match.span()) if verb else None


def first_of_another(facts: Facts, series: Series) -> Heading | None:
    """The heading of another shape that stands for the first of a series which begins with its
    second: the 1. of 1. 进展 （二）问题, where other sections have （一）（二）."""
    first = series.members[0]
    if first.ordinal != _SECOND or first.loose:
        return None
    if series.shape not in facts.begun.get(first.rank, ()):
        return None
    place = bisect_left(facts.heading_starts, first.span.start)
    before = facts.outline.headings[place - 1] if place else first
    if before.ordinal != 1 or before.loose or before.shape == series.shape:
        return None
    alone = any(
        each.members[0].span == before.span and len(each.members) == 1
        for each in facts.outline.series
    )
    beside = facts.path(before.span.start)[:-1]
    around = facts.path(first.span.start)[:-1]
    return before if alone and around and around[: len(beside)] == beside else None


def _between(all_: list[T], first: int, last: int, start: Callable[[T], int]) -> Iterator[T]:
    """Those of ``all_``, which are in order, that start between two places."""
    places = range(bisect_right(all_, first, key=start), bisect_left(all_, last, key=start))
    return map(all_.__getitem__, places)


def _heading_start(series: Series) -> int:
    return series.members[0].span.start


def _item_start(series: ItemSeries) -> int:
    return series.members[0].mark.start
