"""Intervals of decimals: what a printed figure can have been before it was rounded."""

from __future__ import annotations

from decimal import Decimal

from govlint.records import NamedTuple

_ZERO = Decimal(0)


class Interval(NamedTuple):
    """The numbers from ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal

    @property
    def middle(self) -> Decimal:
        return (self.low + self.high) / 2


def exactly(value: Decimal | int) -> Interval:
    """The interval that holds one number."""
    return Interval(Decimal(value), Decimal(value))


def add(one: Interval, other: Interval) -> Interval:
    return Interval(one.low + other.low, one.high + other.high)


def subtract(one: Interval, other: Interval) -> Interval:
    return Interval(one.low - other.high, one.high - other.low)


def multiply(one: Interval, other: Interval) -> Interval:
    ends = [a * b for a in one for b in other]
    return Interval(min(ends), max(ends))


def divide(one: Interval, other: Interval) -> Interval | None:
    """None where the divisor can be nought.

    >>> divide(exactly(1), Interval(Decimal(2), Decimal(4)))
    Interval(low=Decimal('0.25'), high=Decimal('0.5'))
    """
    if other.low <= _ZERO <= other.high:
        return None
    ends = [a / b for a in one for b in other]
    return Interval(min(ends), max(ends))


def absolute(one: Interval) -> Interval:
    if one.low >= _ZERO:
        return one
    if one.high <= _ZERO:
        return Interval(-one.high, -one.low)
    return Interval(_ZERO, max(-one.low, one.high))


def apart(one: Interval, other: Interval) -> bool:
    """Whether no number lies in both, or but one of two stretches: figures that were rounded are
    not all at the end of what was rounded to them.

    >>> apart(Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), Decimal(3)))
    True
    >>> apart(exactly(2), Interval(Decimal(2), Decimal(3)))
    False
    """
    if one.low < one.high and other.low < other.high:
        return one.high <= other.low or other.high <= one.low
    return one.high < other.low or other.high < one.low
