"""figure: a quantity of a text with what its words say of it, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from govlint.facts.means import Mean
from govlint.facts.units import PERCENT, POINTS, UNITS
from govlint.records import NamedTuple
from govlint.text.intervals import Interval
from govlint.text.slips import is_slip
from govlint.text.span import Span

_ROOM = {"~": (Decimal("0.85"), Decimal("1.15")), "<": (Decimal("0.5"), Decimal(1)),
         "≲": (Decimal("0.85"), Decimal(1)), "≳": (Decimal(1), Decimal("1.1")),
         ">": (Decimal(1), Decimal(2)), "": (Decimal(1), Decimal(1))}  # fmt: skip
"""How far the exact figure may lie from one that is told so, as multiples of it: wider than any
writer would go."""
_STRICT = "<>"
"""What is told to be less or more than a figure is so, however far that is rounded."""
_NEARLY = "≲≳"
_LITTLE = 50
"""近四成 may be said of a little more than 40 percent, by such a part of it."""
_DIGITS = re.compile(r"[0-9.，]+")
_LONGEST = 15
_SEVERAL, _TENS = 2, 10


class Figure(NamedTuple):
    """A quantity. ``span``: the number with its unit; ``value``: in the base of its
    ``dimension``, which is written ``unit``; ``step``: one in the last printed place; ``about``:
    the words do not claim that it is exact. ``lead``: the text before it, from the figure before
    or the start of the sentence. ``roles``, ``sign``, ``name``: see facts/roles.py; ``turn``: in a
    list behind 分别 its place, from 1, and how many there are.
    """

    span: Span
    value: Decimal
    step: Decimal
    dimension: str
    unit: str
    about: bool
    lead: Span
    roles: frozenset[str]
    sign: int = 0
    name: str = ""
    limit: str = ""
    mean: Mean | None = None
    turn: tuple[int, int] = (0, 0)

    @property
    def interval(self) -> Interval:
        """What may have been rounded to the printed figure."""
        low, high = self.value - self.step / 2, self.value + self.step / 2
        if not self.limit:
            return Interval(low, high)
        least, most = _ROOM[self.limit]
        if self.limit in _STRICT:
            low = high = self.value
        if self.limit in _NEARLY:
            slack = min(self.step / 2, self.value / _LITTLE)
            low, high = self.value * least, self.value * most
            if self.limit == "≳":
                return Interval(low - slack, max(high, self.value + self._place))
            return Interval(min(low, self.value - self._place / 4), high + slack)
        return Interval(low * least, high * most)

    @property
    def signed(self) -> Interval:
        """The same, below nought where it is a fall."""
        low, high = self.interval
        return Interval(-high, -low) if self.sign < 0 else Interval(low, high)

    @property
    def _place(self) -> Decimal:
        """What one is worth in the last place that is not nought: 5倍多 are less than 6倍, 120多
        less than 130."""
        if not self.step and self.value % 1:
            return Decimal(0)  # 三分之一
        unit = self.step or Decimal(1)
        return unit.scaleb(max(0, int((self.value / unit).normalize().as_tuple().exponent)))


class Sentence(NamedTuple):
    """The figures of one sentence, in order, and all their roles. ``number``: the sentence's among
    those that have figures."""

    figures: list[Figure]
    roles: frozenset[str]
    number: int = 0


@lru_cache(maxsize=1024)
def shared(roles: frozenset[str]) -> frozenset[str]:
    """One set for all that are equal: few differ, and each is larger than a figure."""
    return roles


def roles_of(several: Iterable[Figure | Sentence]) -> frozenset[str]:
    """All their roles."""
    return shared(frozenset[str]().union(*(each.roles for each in several)))


def scale_of(text: str, figure: Figure) -> str:
    """The scale and the unit in which a figure is written: 亿元; "" for one in words."""
    number = _DIGITS.match(text, figure.span.start)
    return text[number.end() : figure.span.end] if number else ""


def is_rounded_mean(mean: Figure, made: Decimal) -> bool:
    """Whether a mean that is told in whole ones of what is counted may stand for ``made``: 735件，
    20个庭室，平均37件."""
    if mean.step or mean.value < _TENS or mean.value % 1:
        return False
    return abs(made - mean.value) < 1


def is_slip_of(text: str, figure: Figure, value: Decimal) -> bool:
    """Whether a figure of several digits is a slip of the pen from ``value``, in the base of the
    dimension, written as it is."""
    printed = text[slice(*figure.span)]
    if value <= 0 or sum(map(str.isdecimal, printed)) < _SEVERAL:
        return False
    wanted = written_as(text, figure, value)
    return len(printed) == len(wanted) and is_slip(printed, wanted)


def written_as(text: str, figure: Figure, value: Decimal) -> str:
    """``value``, in the base of the dimension, as ``figure`` is written: in its scale and unit,
    with its decimals, at least one where it is a percentage, and so many that it is not nought."""
    number = _DIGITS.match(text, figure.span.start)
    unit = text[number.end() : figure.span.end] if number else figure.unit
    decimals = len(number[0].partition(".")[2]) if number else 0
    scaled = number and figure.step
    worth = figure.step.scaleb(decimals) if scaled else UNITS[figure.unit][1]
    amount = value / worth
    if abs(amount.adjusted()) > _LONGEST:
        return f"{amount:.2E}{unit}"
    least = 1 if figure.dimension in (PERCENT, POINTS) else 0
    if amount and not round(amount, max(decimals, least)):
        least = 1 - amount.adjusted()
    return f"{round(amount, max(decimals, least))}{unit}"
