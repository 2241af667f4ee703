"""reference: the table of a statistics bureau that a report is held against.

Rows are found by indicator and period, in the form of facts/report_periods.py. A figure agrees with
its row if both are equal, or if the one with more decimals is the other where it is rounded to as
many.
"""

from __future__ import annotations

from decimal import Decimal

from govlint.facts.figure import Figure
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, apart
from govlint.text.rounding import are_one

_NOUGHT = Decimal(0)


class Value(NamedTuple):
    """A number of the table in the base of its dimension, with its sign. ``step``: what one in its
    last place is worth; ``room``: by how much more a figure may differ."""

    number: Decimal
    step: Decimal
    room: Decimal = _NOUGHT

    def agrees(self, figure: Figure) -> bool:
        """Whether a figure may be this number, as both are printed."""
        sign = -1 if figure.sign < 0 else 1
        if not figure.limit:
            stated = figure.value * sign
            return are_one(stated, figure.step, self.number, self.step, self.room)
        low, high = sorted(sign * end for end in figure.interval)
        most = self.step / 2 + self.room
        own = Interval(self.number - most, self.number + most)
        return not apart(Interval(low, high), own)


class Row(NamedTuple):
    """``growth``: 同比, or None. ``written``: the value as the table has it. ``line``: in the
    table, from 1."""

    value: Value
    dimension: str
    written: str
    growth: Value | None
    line: int


class Reference:
    """The rows of a table by name and period (see :func:`period_of`)."""

    def __init__(self, path: str, rows: dict[tuple[str, str], Row]) -> None:
        self.path = path
        self.rows = rows
        self.names = frozenset(name for name, _ in rows)


class Held(NamedTuple):
    """How many figures of a document were checked, stand in no row, or have no clear indicator or
    period, or are told to be about so much."""

    checked: int = 0
    unmatched: int = 0
    ambiguous: int = 0
