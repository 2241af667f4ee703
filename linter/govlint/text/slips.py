"""Slips of the pen: one digit wrong, or two exchanged."""

from __future__ import annotations

from decimal import Decimal
from operator import ne

_CLOSE = Decimal("0.02")
"""As a share: how far rounding may take a figure that a wrong scale explains."""


def is_slip(one: str, other: str) -> bool:
    """Whether two writings of one length differ in one character, or have two exchanged.

    >>> is_slip("3472", "3742"), is_slip("215.6", "212.6"), is_slip("86", "97")
    (True, True, False)
    """
    differing = sum(map(ne, one, other))
    return differing == 1 or (differing == 2 and sorted(one) == sorted(other))


def is_dropped(one: str, other: str) -> bool:
    """Whether one writing is the other without one of its characters.

    >>> is_dropped("160", "60"), is_dropped("16", "61")
    (True, False)
    """
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) != len(shorter) + 1:
        return False
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def is_scaled(one: Decimal, other: Decimal) -> bool:
    """Whether one number is ten times the other, or another power of ten: 万元 for 亿元.

    >>> is_scaled(Decimal("0.387"), Decimal("0.0000387")), is_scaled(Decimal(36), Decimal(35))
    (True, False)
    """
    if one <= 0 or other <= 0:
        return False
    ratio = max(one, other) / min(one, other)
    power = Decimal(10) ** round(ratio.log10())
    return power > 1 and abs(ratio / power - 1) < _CLOSE
