"""table_cells: one cell of a table that stands as text, and the amount in it.

An amount is a number with what may stand beside it in a cell: a sign or 增长/下降, a unit, a note
in brackets. What is about, a date, a time or a span of numbers is none.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.units import PERCENT, POINTS, UNITS
from govlint.records import NamedTuple
from govlint.text.intervals import Interval
from govlint.text.span import Span

_AMOUNT = re.compile(
    r"(?P<sign>增长|增加|上升|提高|下降|减少|降低|[增减升降+±↑↓−–—-])?[ ]?"
    r"(?P<n>[0-9]{1,3}(?:，[0-9]{3})+(?:\.[0-9]{1,6})?|[0-9]{1,12}(?:\.[0-9]{1,6})?)"
    r"(?P<unit>[^0-9（）+，。；：、—～~|−–-]{0,8})(?:（[^（）]{1,30}）)?[；。，]?"
)
_DOWN = frozenset(("下降", "减少", "降低", "减", "降", "↓", "-", "−", "–", "—"))
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_NO_UNIT = re.compile("[年月日]|[余多来几点旬]|号|季|周")
_ABOUT = re.compile("以[上下内]|左右|上下|余|[多来]$")
"""Behind a number that is a date, a class or about."""
_NONE = frozenset(("", "-", "--", "—", "——", "−", "–", "/", "／", "无", "0", "…"))
_UNIT = re.compile(
    r"(?P<scale>万亿|[千百]亿|亿|[百十]万|千万|万|千(?![瓦米克])|百(?!分))?(?P<base>.*)"
)
_SCALES = {"万亿": 12, "千亿": 11, "百亿": 10, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4,
           "千": 3, "百": 2}  # fmt: skip
_ONE = (Decimal(1), "")


class Amount(NamedTuple):
    """``value`` and ``step``, what one is worth in the last printed place, in the cell's own unit;
    ``scale``: how many of the base of its ``dimension`` that is; "" where it has no unit."""

    value: Decimal
    step: Decimal
    scale: Decimal
    dimension: str
    signed: bool

    @property
    def worth(self) -> Decimal:
        """The value in the base of its dimension."""
        return self.value * self.scale


class Cell(NamedTuple):
    """``text``: what it holds; ``amount``: if that is one."""

    span: Span
    text: str
    amount: Amount | None

    @property
    def is_none(self) -> bool:
        """Whether it says that there is nothing."""
        return self.text in _NONE


def read_cell(text: str, span: Span) -> Cell:
    """The cell that lies there in a width-folded text."""
    words = text[slice(*span)]
    return Cell(span, words, amount_in(words))


def amount_in(words: str) -> Amount | None:
    """The amount that is all that a cell holds.

    >>> amount_in("1，120公里").worth, amount_in("下降3.5%").value, amount_in("2024年")
    (Decimal('1120000'), Decimal('-3.5'), None)
    """
    found = _AMOUNT.fullmatch(words) if words else None
    if found is None or _NO_UNIT.match(found["unit"]) or _ABOUT.search(found["unit"]):
        return None
    value = Decimal(found["n"].replace("，", ""))
    step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    if found["sign"] in _DOWN:
        value = -value
    scale, dimension = unit_of(found["unit"].strip())
    return Amount(value, step, scale, dimension, bool(found["sign"]))


def unit_of(words: str) -> tuple[Decimal, str]:
    """How many of the base of its dimension a unit is, and the dimension.

    >>> unit_of("万元"), unit_of("")
    ((Decimal('10000'), '元'), (Decimal('1'), ''))
    """
    found = _UNIT.fullmatch(words)
    if not words or found is None:
        return _ONE
    scale = Decimal(10) ** _SCALES.get(found["scale"] or "", 0)
    dimension, factor = UNITS.get(found["base"], (found["base"], Decimal(1)))
    if dimension in (PERCENT, POINTS):  # 100% are 100 of its unit, and differ by points
        return Decimal(1), "%" if dimension == POINTS else found["base"]
    return scale * factor, dimension


def is_year(cell: Cell) -> bool:
    """Whether a cell names a year, though it could be a number."""
    return cell.amount is not None and _YEAR.fullmatch(cell.text) is not None


def within(amount: Amount, *, exact: bool) -> Interval:
    """What may have been rounded to an amount, in the base of its dimension. ``exact``: a whole
    number was not rounded."""
    room = Decimal(0) if exact and amount.step == 1 else amount.step * amount.scale / 2
    return Interval(amount.worth - room, amount.worth + room)
