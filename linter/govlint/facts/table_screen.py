"""table_screen: which relations of three columns are worth a close look.

In floats, and row by row only until three do not hold: a table of nine columns has two thousand
relations to be tried, of which next to none is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from govlint.facts.table_columns import Column
from govlint.facts.units import PERCENT
from govlint.records import NamedTuple

_ODD = 2
"""Rows in which a relation may fail."""
_POWER = 0.03
"""How far a power of ten may be away, as a logarithm."""


class Screened(NamedTuple):
    """The amounts of a column with what one is worth in their last place, as floats."""

    column: Column
    values: Sequence[tuple[float, float] | None]


def screened(column: Column) -> Screened:
    """A column, ready to be tried."""
    return Screened(
        column,
        [a and (float(a.worth), float(a.step * a.scale)) for a in column.amounts],
    )


def may_hold(sign: str, told: Screened, one: Screened, other: Screened) -> bool:
    """Whether one column may follow from two others by the formula ``sign`` in all rows but two."""
    odd = held = 0
    percent = told.column.is_percent
    amounts = told.column.amounts
    for amount, c, a, b in zip(amounts, told.values, one.values, other.values, strict=True):
        if not amount or not c or not a or not b:
            continue
        if sign == "增长" and amount.dimension not in ("", PERCENT, "‰"):
            continue  # 增加7天
        if _is_off(sign, c, a, b, percent=percent):
            odd += 1
            if odd > _ODD:
                return False
        else:
            held += 1
    return held > 1


def _is_off(
    sign: str,
    c: tuple[float, float],
    a: tuple[float, float],
    b: tuple[float, float],
    *,
    percent: bool,
) -> bool:
    room = c[1] + a[1] + b[1]
    if sign == "+":
        return abs(c[0] - a[0] - b[0]) > room
    if sign == "-":
        return abs(abs(c[0]) - abs(a[0] - b[0])) > room
    if not (a[0] and b[0] and c[0]):
        return False
    share = a[1] / abs(a[0]) + b[1] / abs(b[0])
    if sign == "增长":
        made = 100 * (a[0] - b[0]) / b[0]
        return abs(abs(c[0]) - abs(made)) > c[1] + share * (100 + abs(made))
    if percent:
        made = 100 * a[0] / b[0]
        return abs(c[0] - made) > c[1] + share * abs(made)
    power = log10(abs(c[0] * b[0] / a[0] if sign == "÷" else c[0] / a[0] / b[0]))
    return abs(power - round(power)) > _POWER + share + c[1] / abs(c[0])
