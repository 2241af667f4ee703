"""Rounding: whether two printed numbers can be one number, printed twice.

Both as exact: they are equal. One of them less so: it is the other, rounded to its last place.
"""

from __future__ import annotations

from decimal import Decimal

_NOUGHT = Decimal(0)


def are_one(
    one: Decimal, step: Decimal, other: Decimal, other_step: Decimal, room: Decimal = _NOUGHT
) -> bool:
    """Whether ``one`` and ``other`` may be one number; ``step``, ``other_step``: what one in the
    last printed place of each is worth; ``room``: by how much more they may lie apart. A half may
    be rounded either way.

    >>> tenth, hundredth = Decimal("0.1"), Decimal("0.01")
    >>> are_one(Decimal("19.7"), tenth, Decimal("19.8"), tenth)
    False
    >>> are_one(Decimal("19.7"), tenth, Decimal("19.74"), hundredth)
    True
    """
    coarse, fine = max(step, other_step), min(step, other_step)
    return abs(one - other) <= (coarse / 2 if fine < coarse else _NOUGHT) + room
