"""made_of: what a few figures make of each other, whatever the words say.

Asked where a figure seems to be wrong: one that two or three others make is taken to be right.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from govlint.facts.figure import Figure
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.text.intervals import (
    Interval,
    absolute,
    add,
    apart,
    divide,
    exactly,
    multiply,
    subtract,
)

RELATIVE = frozenset((PERCENT, POINTS, TIMES, DOUBLINGS))
"""What is no amount and no count."""


def is_made(figures: list[Figure], stated: Figure) -> bool:
    """Whether any two or three others make a figure, or it makes one of them with another."""
    others = [f for f in figures if f is not stated and f.value > 0]
    return any(not apart(made, stated.interval) for made in _makes(others, stated)) or any(
        not apart(made, third.interval)
        for one in others
        for third in others
        if third is not one
        for made in made_of(stated, one, third)
    )


def _makes(others: list[Figure], stated: Figure) -> Iterator[Interval]:
    for one, other in combinations(others, 2):
        yield from made_of(one, other, stated)
        yield multiply(one.interval, other.interval)
    for several in combinations(others, 3):
        kinds = {f.dimension for f in several}
        if len(kinds) == 1:
            yield from _of_three([f.interval for f in several], stated)


def made_of(one: Figure, other: Figure, result: Figure) -> Iterator[Interval]:
    """What two figures make of the kind of ``result``."""
    relative = {one.dimension, other.dimension} <= {PERCENT, POINTS}
    if one.dimension == other.dimension == result.dimension or (
        relative and result.dimension in (PERCENT, POINTS)
    ):
        yield add(one.interval, other.interval)
        yield absolute(subtract(one.interval, other.interval))
    alike = one.dimension == other.dimension
    if not alike or result.dimension in RELATIVE:
        quotients = divide(one.interval, other.interval), divide(other.interval, one.interval)
        for quotient in quotients:
            if quotient is not None:
                yield quotient
                if alike:
                    yield absolute(subtract(quotient, exactly(1)))


def _of_three(three: list[Interval], stated: Figure) -> Iterator[Interval]:
    for place, one in enumerate(three):
        rest = [each for number, each in enumerate(three) if number != place]
        both, gap = add(*rest), absolute(subtract(*rest))
        if stated.dimension in RELATIVE:
            for part in (both, gap):
                for quotient in (divide(part, one), divide(one, part)):
                    if quotient is not None:
                        yield quotient
        else:
            yield absolute(subtract(both, one))
            yield add(both, one)
