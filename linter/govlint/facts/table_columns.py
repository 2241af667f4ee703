"""table_columns: what the columns of a table hold, by their heads and their cells."""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.table_cells import Amount, Cell, unit_of
from govlint.facts.tables import Row, Table
from govlint.facts.units import PERCENT, UNITS
from govlint.records import NamedTuple

_HEAD = re.compile(r"(?P<name>[^（）]*)(?:（(?:单位：?)?(?P<unit>[^（）]{1,10})）)?.*")
_CAPTION_UNIT = re.compile(
    r"单位：[ \u3000]?(?P<unit>[^（）()\n，、；。 ]{1,8})(?=[）\n ]|$)"
    r"|金额单位为(?P<more>[万亿]?元)"
)
_SPACES = re.compile(r"[ \t\u3000]+")
_ORDINAL = re.compile("序号?$|编号|号$|^号")
_INDUSTRIES = ("第一产业", "第二产业", "第三产业")
DIMENSIONS = frozenset(dimension for dimension, _ in UNITS.values())
_UNIT_NAME = re.compile("(?:计量|计算)?单位$")


class Column(NamedTuple):
    """``number``; ``name`` without its ``unit``; ``amounts``: row by row, in the base of a
    dimension, None where there is none."""

    number: int
    name: str
    unit: str
    amounts: list[Amount | None]

    @property
    def is_percent(self) -> bool:
        told = [amount.dimension in (PERCENT, "‰") for amount in self.amounts if amount]
        return "%" in self.name or sum(told) * 2 > len(told)


def read_columns(table: Table) -> list[Column]:
    """The columns that hold amounts, without the one that only numbers the rows."""
    around = _CAPTION_UNIT.search(table.caption)
    common = (around["unit"] or around["more"]) if around else ""
    units = _units_at(table)
    labels = [_unit_of_row(row, units) for row in table.rows]
    for number in range(1, len(labels)):
        deeper = table.rows[number].indent > table.rows[number - 1].indent
        if not labels[number] and (deeper or table.rows[number].label.startswith(_INDUSTRIES)):
            labels[number] = labels[number - 1]
    found = []
    for number, head in enumerate(table.names):
        cells = table.column(number)
        if sum(cell.amount is not None for cell in cells) < 2 or _numbers(head, cells, number):
            continue
        name, unit = split_head(head)
        given = unit or ("" if "%" in name or "率" in name else common)
        own = bool(unit) or "%" in name
        amounts = [
            _measured(cell.amount, given if own else label or given)
            for cell, label in zip(cells, labels, strict=True)
        ]
        found.append(Column(number, name, given, amounts))
    return found


def turned(table: Table, columns: list[Column]) -> list[Column]:
    """The rows of a table as if they were its columns, those that hold an amount in each of
    ``columns``."""
    found = []
    for number, row in enumerate(table.rows):
        amounts = [column.amounts[number] for column in columns]
        if all(amounts):
            found.append(Column(number, *split_head(row.label), amounts))
    return found


def split_head(head: str) -> tuple[str, str]:
    """The name and the unit of a head.

    >>> split_head("金额（万元）"), split_head("完成 率")
    (('金额', '万元'), ('完成率', ''))
    """
    head = _SPACES.sub("", head)
    match = _HEAD.fullmatch(head)
    if match is None:
        return head, ""
    unit = match["unit"] or ""
    known = bool(unit) and (unit_of(unit)[1] != unit or len(unit) <= 3)
    return (match["name"], unit) if known else (head, "")


def _units_at(table: Table) -> int:
    """Which column says in what each row is counted; 单位 can also be an office. -1: none."""
    for number, name in enumerate(table.names):
        if _UNIT_NAME.search(name):
            known = [_is_unit(cell.text) for cell in table.column(number)]
            if sum(known) * 2 > len(known):
                return number
    return -1


def _is_unit(words: str) -> bool:
    return unit_of(words)[1] in DIMENSIONS


def _unit_of_row(row: Row, units: int) -> str:
    """The unit that a row has for itself: 总诊疗人次（万）, or in a column for it."""
    if units >= 0:
        return row.cells[units].text if row.cells[units].amount is None else ""
    return split_head(row.cells[0].text)[1] if row.cells[0].amount is None else ""


def _numbers(head: str, cells: list[Cell], number: int) -> bool:
    """Whether a column numbers the rows, or other things."""
    if _ORDINAL.search(head):
        return True
    if number or head:
        return False
    values = [cell.amount.value for cell in cells if cell.amount]
    return values[:3] == [Decimal(1), Decimal(2), Decimal(3)][: len(values)]


def _measured(amount: Amount | None, unit: str) -> Amount | None:
    """An amount in the unit that head, row or caption give, where it has none of its own."""
    if amount is None or amount.dimension or amount.scale != 1 or not unit:
        return amount
    scale, dimension = unit_of(unit)
    return amount._replace(scale=scale, dimension=dimension)
