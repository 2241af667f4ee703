"""table_relations: how one column of a table follows from others, and which row does not.

Where the heads name a relation (计划、完成、完成率), two rows that hold show that it is meant;
where nothing names it, at least three that could not hold by chance. Amounts are held against each
other as far as their rounding goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from govlint.facts.table_cells import Amount, within
from govlint.facts.table_columns import Column
from govlint.facts.table_kinds import KINDS, RATE, Kind
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, divide

_RISE = re.compile("增长|增速|增幅|涨幅|增加|同比|净增")
_EITHER = re.compile("减|降|变[化动]|±|差")
_MOST = 9
_MOST_ROWS = 60
_HUNDRED = Decimal(100)
_ZERO = Decimal(0)
_NARROW, _WIDE = Decimal("0.06"), Decimal("0.4")
"""As a share: an expected amount that is no better known than so says little, or little of a
relation that the heads name."""
_PROOF, _NAMED_PROOF = 3, 2
"""Rows in which a relation holds, where nothing names it, and where the heads do."""
_TWO = 2
_MANY = 8
_SMALL = 3
_LARGE = 10_000
_RATES = frozenset(("", "%", "‰"))


class Broken(NamedTuple):
    """A row in which ``column`` is not what it should be: ``expected``, in its own unit, by what is
    written in ``given``, a formula of the columns ``others``."""

    row: int
    column: Column
    others: tuple[Column, ...]
    expected: Decimal
    given: str


def find_broken(columns: list[Column], totals: set[int], parts: set[int]) -> Iterator[Broken]:
    """The odd rows of relations that all others show. ``totals``: rows that add others up;
    ``parts``: rows that tell of a part."""
    if not _TWO <= len(columns) <= _MOST or len(columns[0].amounts) > _MOST_ROWS:
        return
    told: set[tuple[int, int]] = set()
    for column in reversed(columns):
        others = [other for other in columns if other is not column]
        tried = [*_tried(column, others, totals)]
        if any(each.holds and not each.odd for each in tried):
            continue
        for each in sorted(tried, key=lambda one: (-one.holds, not one.named)):
            enough = each.holds >= (_NAMED_PROOF if each.named else _PROOF)
            if not enough or len(each.odd) > 1 + (each.holds >= _MANY):
                continue
            for broken in each.odd:
                keys = {(broken.row, c.number) for c in (broken.column, *broken.others)}
                if not keys & told and (each.named or broken.row not in parts | totals):
                    told |= keys
                    yield broken
            break


class _Tried(NamedTuple):
    """A relation: in how many rows it holds, and where it does not."""

    holds: int
    odd: list[Broken]
    named: bool


_NOTHING = _Tried(0, [], named=False)


def _tried(column: Column, others: list[Column], totals: set[int]) -> Iterator[_Tried]:
    for kind in KINDS:
        pairs = permutations(others, 2) if kind.ordered else combinations(others, 2)
        for one, other in pairs:
            if _may_relate(kind, column, one, other):
                yield _try(kind, column, one, other)
    for total in [*totals][:1]:
        for other in others:
            if column.is_percent and not other.is_percent:
                yield _try_share(column, other, total)


def _may_relate(kind: Kind, column: Column, one: Column, other: Column) -> bool:
    if kind.sign in "+-":
        named = kind.is_named(column.name, one.name, other.name)
        alike = column.is_percent == one.is_percent or named
        return one.is_percent == other.is_percent and alike
    if kind.sign == "增长":
        shares = {amount.dimension for amount in column.amounts if amount} <= _RATES
        return shares and not one.is_percent and not other.is_percent
    if column.is_percent:
        return kind.sign == "÷" and not one.is_percent and not other.is_percent
    return not other.is_percent or kind.sign == "÷"


def _try(kind: Kind, column: Column, one: Column, other: Column) -> _Tried:
    named = kind.is_named(column.name, one.name, other.name)
    rule = _Rule(kind, column, (one, other), _WIDE if named else _NARROW)
    telling, holds, odd = 0, 0, []
    for row, amounts in enumerate(zip(column.amounts, one.amounts, other.amounts, strict=True)):
        told = [amount for amount in amounts if amount]
        made = rule.made(told) if len(told) == len(amounts) else None
        if made is None:
            continue
        if rule.agrees(told[0], made):
            holds += 1
            telling += rule.tells(told, made)
        else:
            odd.append(Broken(row, column, (one, other), made.middle / told[0].scale, kind.sign))
            if len(odd) > _TWO:
                return _NOTHING
    return _Tried(holds if named and telling else telling, odd, named)


class _Rule:
    """One relation of columns; ``share``: how well an amount must be known to tell something."""

    def __init__(
        self, kind: Kind, column: Column, others: tuple[Column, Column], share: Decimal
    ) -> None:
        self._kind = kind
        self._percent = column.is_percent
        self._exact = [_is_exact(other) for other in others]
        self._whole = kind.sign in "+-×" and _is_exact(column)
        self._either = kind.sign in "-增长" and _is_unsigned(column)
        self._share = share
        self._power: Decimal | None = Decimal(1)
        if kind.sign in "÷×":
            self._power = _HUNDRED if column.is_percent else None

    def made(self, amounts: Sequence[Amount]) -> Interval | None:
        """What the others of a row make, None where that cannot be told."""
        c, a, b = amounts
        if self._kind.sign in "+-" and len({x.dimension for x in amounts}) > 1:
            return None
        if self._kind.sign in "÷增长" and self._percent and a.dimension != b.dimension:
            return None
        made = self._kind.make(within(a, exact=self._exact[0]), within(b, exact=self._exact[1]))
        if made is not None and self._power is None:
            self._power = _power(c, made)
        if made is None or self._power is None:
            return None
        return Interval(made.low * self._power, made.high * self._power)

    def agrees(self, c: Amount, made: Interval) -> bool:
        """Whether an amount may be what follows; what was cut off instead of rounded may, too."""
        room = _ZERO if self._whole and c.step == 1 else c.step * c.scale
        worth = c.worth
        if worth - room <= made.high and made.low <= worth + room:
            return True
        return self._either and -worth - room <= made.high and made.low <= -worth + room

    def tells(self, amounts: Sequence[Amount], made: Interval) -> bool:
        """Whether it says something that the relation holds: none of the amounts is nought or one,
        and what follows is known well."""
        c, a, b = amounts
        if not (c.value and a.value and b.value) or c.value in (a.value, b.value):
            return False
        if self._kind.sign in "+-":
            return abs(c.value / c.step) >= _SMALL
        if abs(a.value) == 1 or abs(b.value) == 1:
            return False
        return made.high - made.low + c.step * c.scale < abs(made.middle) * self._share


def _try_share(column: Column, other: Column, total: int) -> _Tried:
    whole = other.amounts[total]
    if whole is None or whole.value == 0:
        return _NOTHING
    exact = _is_exact(other)
    holds, odd = 0, []
    for row, (c, a) in enumerate(zip(column.amounts, other.amounts, strict=True)):
        if c is None or a is None or row == total:
            continue
        made = divide(within(a, exact=exact), within(whole, exact=exact))
        if made is None or a.dimension != whole.dimension:
            return _NOTHING
        low, high = made.low * _HUNDRED, made.high * _HUNDRED
        if c.worth - c.step <= high and low <= c.worth + c.step:
            holds += 1
        else:
            odd.append(Broken(row, column, (other,), (low + high) / 2, "占"))
    return _Tried(holds, odd, bool(RATE.search(column.name)))


def _is_exact(column: Column) -> bool:
    """Whether whole numbers in a column were not rounded: it counts, without 万 and fractions."""
    return all(a.scale < _LARGE and a.step == 1 for a in column.amounts if a)


def _is_unsigned(column: Column) -> bool:
    """Whether a column tells by how much, and not whether more or less."""
    if _RISE.search(column.name) and not _EITHER.search(column.name):
        return False
    return not any(a.signed for a in column.amounts if a)


def _power(c: Amount, made: Interval) -> Decimal | None:
    """The power of ten between two amounts, None where they are not of one."""
    middle = made.middle
    if middle == 0 or c.worth == 0:
        return None
    power = Decimal(10) ** round((abs(c.worth) / abs(middle)).log10())
    return power if abs(c.worth / (middle * power) - 1) < _NARROW else None
