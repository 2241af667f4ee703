"""table_relations: how one column of a table follows from others, and which row does not.

Where the heads name a relation (计划、完成、完成率), two rows that hold show that it is meant;
where nothing names it, at least three that could not hold by chance. Amounts are held against each
other as far as their rounding goes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations
from math import log10

from govlint.facts.table_cells import Amount, within
from govlint.facts.table_columns import Column
from govlint.facts.table_kinds import KINDS, MAYBE, RATE, SURELY, UNNAMED, Kind
from govlint.facts.table_screen import Screened, may_hold, screened
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
_TWO = 2
_MANY = 8
_SMALL = 3
_LARGE = 10_000
_RATES = frozenset(("", "%", "‰"))
_SHARES = frozenset(("%", "‰"))


class Broken(NamedTuple):
    """A row in which ``column`` is not what it should be: ``expected``, in its own unit, by the
    formula that ``sign`` makes of ``others``."""

    row: int
    column: Column
    others: tuple[Column, ...]
    expected: Decimal
    sign: str


def find_broken(
    columns: list[Column], totals: set[int], parts: set[int], *, by_name: bool = False
) -> Iterator[Broken]:
    """The odd rows of relations that all others show. ``totals``: rows that add others up;
    ``parts``: rows that tell of a part; ``by_name``: only of relations that the heads name."""
    if not _TWO <= len(columns) <= _MOST or len(columns[0].amounts) > _MOST_ROWS:
        return
    chance = log10(len(KINDS) * len(columns) ** 3)
    told: set[tuple[int, int]] = set()
    every = [screened(column) for column in columns]
    for column in reversed(every):
        others = [other for other in every if other is not column]
        tried = [*_tried(column, others, totals)]
        if any(each.holds and not each.odd for each in tried):
            continue
        for each in sorted(tried, key=lambda one: (-one.named, -one.holds)):
            if (by_name and each.named != SURELY) or not _is_proven(each, chance):
                continue
            for broken in each.odd:
                keys = {(broken.row, c.number) for c in (broken.column, *broken.others)}
                if not keys & told and (each.named or broken.row not in parts | totals):
                    told |= keys
                    yield broken
            break


class _Tried(NamedTuple):
    """A relation: in how many rows it holds, where it does not, how surely the heads name it, and
    how unlikely it is that it holds by chance, as a power of ten."""

    holds: int
    odd: list[Broken]
    named: int
    evidence: float


_NOTHING = _Tried(0, [], UNNAMED, 0)


def _is_proven(tried: _Tried, chance: float) -> bool:
    """Whether a relation is meant, and few rows are odd. ``chance``: how many of them could have
    been found, as a power of ten."""
    if len(tried.odd) > 1 + (tried.holds >= _MANY):
        return False
    if tried.named == SURELY:
        return tried.holds >= _TWO
    if tried.named == MAYBE:
        return tried.holds >= _TWO and tried.evidence >= _TWO
    return tried.holds > _TWO and tried.evidence >= chance + _TWO


def _tried(column: Screened, others: list[Screened], totals: set[int]) -> Iterator[_Tried]:
    for kind in KINDS:
        pairs = permutations(others, 2) if kind.ordered else combinations(others, 2)
        for one, other in pairs:
            if _may_relate(kind, column.column, one.column, other.column) and may_hold(
                kind.sign, column, one, other
            ):
                yield _try(kind, column.column, one.column, other.column)
    for total in [*totals][:1]:
        for other in others:
            if column.column.is_percent and not other.column.is_percent:
                yield _try_share(column.column, other.column, total)


def _may_relate(kind: Kind, column: Column, one: Column, other: Column) -> bool:
    if kind.sign in "+-":
        named = kind.named(column.name, one.name, other.name)
        alike = column.is_percent == one.is_percent or named
        return one.is_percent == other.is_percent and bool(alike)
    if kind.sign == "增长":
        shares = any(amount.dimension in _RATES for amount in column.amounts if amount)
        return shares and not one.is_percent and not other.is_percent
    if column.is_percent:
        return kind.sign == "÷" and not one.is_percent and not other.is_percent
    return not other.is_percent or kind.sign == "÷"


def _try(kind: Kind, column: Column, one: Column, other: Column) -> _Tried:
    named = kind.named(column.name, one.name, other.name)
    rule = _Rule(kind, column, (one, other), _WIDE if named else _NARROW)
    telling, odd = 0, []
    holding: list[tuple[float, float]] = []
    for row, made in rule.made().items():
        told = rule.told(row)
        if rule.agrees(told[0], made):
            telling += rule.tells(told, made)
            width = made.high - made.low + told[0].step * told[0].scale
            holding.append((float(told[0].worth), float(width)))
        elif not rule.agrees(told[0], made, cut=True):
            expected = made.middle / told[0].scale
            odd.append(Broken(row, column, (one, other), expected, kind.sign))
            if len(odd) > _TWO:
                return _NOTHING
    holds = len(holding) if named and telling else telling
    return _Tried(holds, odd, named, _evidence(holding))


def _evidence(holding: list[tuple[float, float]]) -> float:
    """How unlikely it is that all these amounts, each with the width of what would do, are as they
    are by chance, as a power of ten: any of the stretch over which they lie was as likely."""
    values = [value for value, _ in holding]
    spread = max(values, default=0) - min(values, default=0)
    return sum(log10(max(1, spread / width)) for _, width in holding if width)


class _Rule:
    """One relation of columns; ``share``: how well an amount must be known to tell something."""

    def __init__(
        self, kind: Kind, column: Column, others: tuple[Column, Column], share: Decimal
    ) -> None:
        self._kind = kind
        self._columns = (column, *others)
        self._exact = [_is_exact(other) for other in others]
        self._whole = kind.sign in "+-×" and _is_exact(column)
        self._either = kind.sign in "-增长" and _is_unsigned(column)
        self._share = share

    def told(self, row: int) -> list[Amount]:
        """The amounts of a row, the one that follows first; fewer where a cell holds none."""
        return [amount for column in self._columns if (amount := column.amounts[row])]

    def made(self) -> dict[int, Interval]:
        """What the others make, by row, where that can be told; between units that are not told,
        as 元 and 万元, there is the power of ten that most rows show."""
        found: dict[int, Interval] = {}
        for row in range(len(self._columns[0].amounts)):
            told = self.told(row)
            made = self._of_row(told) if len(told) == len(self._columns) else None
            if made is not None:
                found[row] = made
        if self._kind.sign not in "÷×":
            return found
        if self._columns[0].is_percent:
            power: Decimal | None = _HUNDRED
        else:
            powers = Counter(_power(self.told(row)[0], made) for row, made in found.items())
            power = powers.most_common(1)[0][0] if powers else None
        if power is None:
            return {}
        return {row: Interval(low * power, high * power) for row, (low, high) in found.items()}

    def _of_row(self, amounts: Sequence[Amount]) -> Interval | None:
        c, a, b = amounts
        if self._kind.sign == "增长" and (
            c.dimension not in _RATES or a.dimension != b.dimension or a.dimension in _SHARES
        ):
            return None
        if self._kind.sign in "+-" and len({x.dimension for x in amounts}) > 1:
            return None
        shares = self._kind.sign == "÷" and self._columns[0].is_percent
        if shares and a.dimension != b.dimension:
            return None
        return self._kind.make(within(a, exact=self._exact[0]), within(b, exact=self._exact[1]))

    def agrees(self, c: Amount, made: Interval, *, cut: bool = False) -> bool:
        """Whether an amount may be what follows. ``cut``: what was cut off, not rounded, may."""
        room = _ZERO if self._whole and c.step == 1 else c.step * c.scale / (1 if cut else 2)
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
    holding: list[tuple[float, float]] = []
    odd = []
    for row, (c, a) in enumerate(zip(column.amounts, other.amounts, strict=True)):
        if c is None or a is None:
            continue
        made = divide(within(a, exact=exact), within(whole, exact=exact))
        if made is None or a.dimension != whole.dimension:
            return _NOTHING
        low, high = made.low * _HUNDRED, made.high * _HUNDRED
        if low - c.step > c.worth or c.worth > high + c.step:
            odd.append(Broken(row, column, (other,), (low + high) / 2, "占"))
        elif row != total:
            holding.append((float(c.worth), float(high - low + c.step)))
    named = MAYBE if RATE.search(column.name) else UNNAMED
    return _Tried(len(holding), odd, named, _evidence(holding))


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
