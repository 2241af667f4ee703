"""table_sums: which totals of a table are not the sums of their parts.

Any way to add up that holds lets a total pass (see facts/table_totals.py). Where one way holds in
other columns, or in other rows, the odd one is wrong; where there is nothing to compare, a total
must be near what its rows make.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govlint.facts.table_cells import Amount, Cell
from govlint.facts.table_columns import Column, read_columns
from govlint.facts.table_totals import Way, find_groups, find_parts, find_totals, kinds_of
from govlint.facts.tables import Table
from govlint.records import NamedTuple
from govlint.text.slips import is_slip

_NO_SUM = re.compile(
    r"率|%|‰|均|单价|价格|单产|增速|增幅|涨幅|同比|环比|±|序号|编号|[账门]号|名次|排名|位次|电话"
    r"|日期|时间|年份|年限|年龄|指数|温度|浓度|密度|强度|标准|水位|[每/]|增长|比例|比上年|比重|占比"
    r"|倍|系数|最[高低大小]|进度"
)
_SHARE = re.compile("占|比重|构成|比例|份额")
_TOTAL_NAME = re.compile(
    "[合总共小]计|总[数分额量]|.{1,4}合计|[一二三四]季度|[上下]半年|全年|前三季度|1—[0-9]{1,2}月|应[到考缴].{0,2}"
)
_NEAR = Decimal("0.3")
_HUNDRED = Decimal(100)
_ROUNDED = Decimal("0.15")
_LARGE = 10_000
_TWO, _FEW = 2, 3
_RUN = 7
_ZERO = Decimal(0)


class Off(NamedTuple):
    """A cell that is not what its ``parts`` make: they make ``made``, in its own unit, ``by``
    less than it says; ``place``: its row and column."""

    cell: Cell
    made: Decimal
    parts: list[Cell]
    by: Decimal
    place: tuple[int, int]


def find_off(table: Table, *, rounded: bool) -> list[Off]:
    """The totals of a table that are not the sums of their parts. ``rounded``: a note says that
    the parts need not add up exactly."""
    sums = _Sums(table, rounded=rounded)
    below = [*sums.down()] if table.whole else []
    below += [*sums.in_groups(), *sums.in_parts()]
    return _settled(table, below, [*sums.across()])


def _settled(table: Table, below: list[Off], beside: list[Off]) -> list[Off]:
    """One cell for what is off in its row and in its column by as much."""
    found = []
    for one in beside:
        same = next((other for other in below if one.by == other.by), None)
        if same is None:
            found.append(one)
            continue
        row, column = one.place[0], same.place[1]
        cell = table.rows[row].cells[column]
        if column == one.place[1]:
            below.remove(same)  # the total of the row is wrong, and so is that of the totals
        elif cell in one.parts and cell in same.parts and cell.amount:
            below.remove(same)
            parts = [one.cell, *(each for each in one.parts if each != cell)]
            one = Off(cell, cell.amount.value + one.by, parts, -one.by, (row, column))  # noqa: PLW2901
        found.append(one)
    return [*below, *found]


class _Sums:
    """The sums of one table."""

    def __init__(self, table: Table, *, rounded: bool) -> None:
        self.table = table
        self.rounded = rounded
        self.columns = read_columns(table)
        self.kinds = kinds_of(table)

    def down(self) -> Iterator[Off]:
        """The rows 合计."""
        for total in find_totals(self.table, self.kinds):
            added = [
                column
                for column in self.columns
                if _is_added(column, total.row)
                and self._is_full(column, (total.row, *total.ways[0]))
            ]
            if any(not column.is_percent for column in added):
                added = [column for column in added if not column.is_percent]
            fits = [
                [way for way in total.ways if self._fits(column, total.row, way)]
                for column in added
            ]
            holding = [ways for ways in fits if ways]
            failing = [column for column, ways in zip(added, fits, strict=True) if not ways]
            if len(failing) > max(1, len(holding)):
                continue
            way = max(total.ways, key=lambda way: sum(way in ways for ways in holding))
            if holding or (total.sure and len(added) == 1):
                yield from filter(_is_near, (self._off(c, total.row, way) for c in failing))
            elif len(added) == 1:  # which rows it adds up is not sure: one digit must be all
                every = (self._off(added[0], total.row, way) for way in total.ways)
                slips = [off for off in every if _is_slipped(off)]
                yield from slips if len(slips) == 1 else ()

    def in_groups(self) -> Iterator[Off]:
        """The rows 小计, and those of a higher level, as most of them are made."""
        best: tuple[int, list[Off]] = (0, [])
        for ways in find_groups(self.table, self.kinds):
            holding, off = 0, []
            for row, rows in ways.items():
                way = tuple(n for n in rows if self.kinds[n] != "part")
                for column in self.columns if len(way) > 1 else ():
                    if column.is_percent or not _is_added(column, row):
                        continue
                    if not self._is_full(column, (row, *way)):
                        continue
                    if self._fits(column, row, way):
                        holding += 1
                    else:
                        off.append(self._off(column, row, way))
            best = max(best, (holding, off), key=_holding)
        holding, off = best
        if holding and len(off) <= max(1, holding // 2):
            yield from filter(_is_near, off)

    def in_parts(self) -> Iterator[Off]:
        """The rows 其中 that make the row they are of in one column, and in another do not; or
        that are one digit from it, where others make theirs."""
        held: Counter[int] = Counter()
        off: list[tuple[Off, bool]] = []
        for row, way in find_parts(self.table, self.kinds):
            added = [c for c in self.columns if _is_added(c, row) and self._is_full(c, (row, *way))]
            failing = [column for column in added if not self._fits(column, row, way)]
            held.update(column.number for column in added if column not in failing)
            alone = len(failing) == 1 < len(added)
            off += [(self._off(column, row, way), alone) for column in failing]
        for each, alone in off:
            if (alone and _is_near(each)) or (held[each.place[1]] and _is_slipped(each)):
                yield each

    def across(self) -> Iterator[Off]:
        """The columns 合计, row by row, as most rows are made."""
        for column in self.columns:
            if not _TOTAL_NAME.fullmatch(column.name) or column.is_percent:
                continue
            best: tuple[int, list[Off]] = (0, [])
            for way in self._beside(column):
                best = max(best, self._rows(column, way), key=_holding)
            holding, off = best
            if holding > 1 and len(off) <= max(1, holding // 4):
                yield from off

    def _beside(self, column: Column) -> Iterator[list[Column]]:
        """The columns that one 合计 may add up."""
        others = [
            other
            for other in self.columns
            if other is not column and not other.is_percent and not _NO_SUM.search(other.name)
        ]
        leaves = [other for other in others if not _TOTAL_NAME.fullmatch(other.name)]
        runs = [
            others[first : first + size]
            for size in range(2, _RUN)
            for first in range(len(others) - size + 1)
            if others[first + size - 1].number == column.number - 1
            or others[first].number == column.number + 1
        ]
        totals = [other for other in others if other not in leaves]
        for way in (others, leaves, totals, *runs):
            yield from (
                each
                for each in (
                    way,
                    [other for other in way if other.number < column.number],
                    [other for other in way if other.number > column.number],
                )
                if len(each) > 1 + column.name.startswith("应")  # of two: see table_relations
            )

    def _rows(self, column: Column, others: list[Column]) -> tuple[int, list[Off]]:
        """In how many rows a column is the sum of others, and where it is not."""
        holding, off = 0, []
        for row, whole in enumerate(column.amounts):
            cells = [self.table.rows[row].cells[other.number] for other in others]
            parts = [part for other in others if (part := other.amounts[row])]
            empty = sum(cell.is_none and not cell.amount for cell in cells)
            if whole is None or not parts or len(parts) + empty < len(others):
                continue
            if len({part.dimension for part in (whole, *parts)}) > 1:
                continue
            if _agree(whole, parts, rounded=self.rounded):
                holding += 1
            else:
                made = sum((part.worth for part in parts), _ZERO) / whole.scale
                place = row, column.number
                cell = self.table.rows[row].cells[column.number]
                off.append(Off(cell, made, cells, whole.value - made, place))
        return holding, off

    def _is_full(self, column: Column, rows: Sequence[int]) -> bool:
        """Whether all of them hold an amount, or say that there is none."""
        cells = (self.table.rows[n].cells[column.number] for n in rows)
        return all(column.amounts[n] or c.is_none for n, c in zip(rows, cells, strict=True))

    def _fits(self, column: Column, row: int, way: Way) -> bool:
        return _agree(*_amounts(column, row, way), rounded=self.rounded)

    def _off(self, column: Column, row: int, way: Way) -> Off:
        whole, parts = _amounts(column, row, way)
        made = sum((part.worth for part in parts), _ZERO) / whole.scale
        cells = [self.table.rows[n].cells[column.number] for n in way]
        cell = self.table.rows[row].cells[column.number]
        return Off(cell, made, cells, whole.value - made, (row, column.number))


def _holding(each: tuple[int, list[Off]]) -> int:
    return each[0]


def _is_added(column: Column, row: int) -> bool:
    """Whether the amounts of a column can be added up."""
    whole = column.amounts[row]
    rates = () if column.is_percent else ("%", "‰")  # a row 占比 below the others
    dimensions = {amount.dimension for amount in column.amounts if amount}.difference(rates)
    if whole is None or len(dimensions) != 1:
        return False
    if column.is_percent or _SHARE.search(column.name):
        return abs(whole.value - _HUNDRED) <= _ROUNDED
    return not _NO_SUM.search(column.name)


def _amounts(column: Column, row: int, way: Way) -> tuple[Amount, list[Amount]]:
    whole = column.amounts[row]
    assert whole is not None, "a column that is added up"
    return whole, [amount for n in way if (amount := column.amounts[n]) is not None]


def _agree(whole: Amount, parts: list[Amount], *, rounded: bool) -> bool:
    """Whether a total is what its parts make, as far as rounding goes."""
    amounts = [whole, *parts]
    apart = abs(whole.worth - sum((part.worth for part in parts), _ZERO))
    if rounded or min(amount.step for amount in amounts) < 1:
        return apart == 0 or apart < sum((a.step * a.scale for a in amounts), _ZERO) / 2
    scale = max(amount.scale for amount in amounts)
    return apart <= (scale if scale >= _LARGE and len(amounts) > _FEW else _ZERO)


def _is_near(off: Off) -> bool:
    """Whether a total is near enough to what its parts make to be meant so."""
    stated, made = off.made + off.by, off.made
    if made == 0 or stated == 0 or (made < 0) != (stated < 0):
        return False
    return _is_slipped(off) or abs(stated / made - 1) < _NEAR


def _is_slipped(off: Off) -> bool:
    """Whether a total is one digit, or two exchanged, from what its parts make."""
    printed, wanted = f"{off.made + off.by:f}", f"{off.made:f}"
    return len(printed) == len(wanted) > _TWO and is_slip(printed, wanted)
