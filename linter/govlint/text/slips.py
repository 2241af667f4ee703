"""Slips of the pen: one digit wrong, or two exchanged."""

from __future__ import annotations

from operator import ne


def is_slip(one: str, other: str) -> bool:
    """Whether two writings of one length differ in one character, or have two exchanged.

    >>> is_slip("3472", "3742"), is_slip("215.6", "212.6"), is_slip("86", "97")
    (True, True, False)
    """
    differing = sum(map(ne, one, other))
    return differing == 1 or (differing == 2 and sorted(one) == sorted(other))
