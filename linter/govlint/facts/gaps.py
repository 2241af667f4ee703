"""gaps: a number missing from a series that a mark of another shape supplies."""

from __future__ import annotations

from govlint.facts.breaks import Break
from govlint.facts.facts import Facts
from govlint.facts.items import ItemSeries
from govlint.facts.outline import Series
from govlint.syntax.tree import Heading, Item


def fills_gap(facts: Facts, series: Series, found: Break) -> Heading | None:
    """The heading of another shape that stands where ``found`` misses a number: the 3、 of
    一、二、3、四、. It is the first of its own series and has the missing ordinal."""
    if not found.place:
        return None
    outline = facts.outline
    first = series.members[found.place - 1].span.start
    last = series.members[found.place].span.start
    for other in outline.series:
        member = other.members[0]
        if (
            first < member.span.start < last
            and member.ordinal == found.expected
            and other.shape != series.shape
            and found.expected > 1
        ):
            return member
    return None


def fills_item_gap(facts: Facts, series: ItemSeries, found: Break) -> Item | None:
    """The same for items: the 三是 of 一要…… 二要…… 三是…… 四要……"""
    if not found.place:
        return None
    first = series.members[found.place - 1].mark.start
    last = series.members[found.place].mark.start
    for other in facts.items:
        member = other.members[0]
        if first < member.mark.start < last and member.ordinal == found.expected > 1:
            return member
    return None
