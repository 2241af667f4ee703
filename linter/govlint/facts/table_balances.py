"""table_balances: what is left in a table of receipts and issues, and where it does not follow.

期初 + 收入 - 支出 = 期末 in one row; the balance of the row above in the place of 期初, where there
is none; or one below the other in one column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.table_cells import Amount
from govlint.facts.table_columns import Column
from govlint.facts.table_totals import kinds_of
from govlint.facts.tables import Table
from govlint.records import NamedTuple

_START = re.compile("[期年月季]初|上[年期月季](?:末|结[转余存]|滚存|余额)|原[有存]|结转[数额]?$")
_END = re.compile("(?:期|年|月|季)末|结[存余]|余额|库存|现[有存]|实[有存]|滚存|在[园院馆校岗所场]")
_IN = re.compile("收入|收$|[入进][园院馆库校岗所场]|购[入进]|[调转新]入|增加|新增|进货|借方")
_OUT = re.compile(
    "支出|支$|[出离][园院馆库校岗所场]|领[用取]|[调转]出|减少|消耗|报废|发放|贷方|付$"
)
_FLOW = re.compile(
    "(?:[本当][年期月季]|全年)?总?(?:收入|支出|增加|减少|入库|出库)(?:合计|总[额计]|数)?"
)
_OWN = re.compile("[本当][年期月季](?:结余|结存)")
"""What is left of one year alone."""
_TOGETHER = re.compile("累计")
_TWO = 2
_NEAR = Decimal("0.3")


class Unbalanced(NamedTuple):
    """``place``: row and column of a balance; ``given``: the places of what makes it, each with
    its sign; ``expected``: in the unit of the balance."""

    place: tuple[int, int]
    given: list[tuple[int, tuple[int, int]]]
    expected: Decimal


def find_unbalanced(table: Table, columns: list[Column]) -> Iterator[Unbalanced]:
    """The balances of a table that do not follow."""
    roles = {column.number: _role(column.name) for column in columns}
    by_role = {role: [c for c in columns if roles[c.number] == role] for role in "期末收支"}
    start, end = by_role["期"], by_role["末"]
    if len(end) == 1 and by_role["收"] and by_role["支"] and len(start) < 2:
        flows = [(1, c) for c in by_role["收"]] + [(-1, c) for c in by_role["支"]]
        if len(flows) + len(start) + 1 == sum(not c.is_percent for c in columns):
            yield from _in_rows(table, start[0] if start else end[0], flows, end[0])
    elif len(columns) == _TWO and _TOGETHER.match(columns[1].name) and not columns[0].is_percent:
        yield from _in_rows(table, columns[1], [(1, columns[0])], columns[1])
    elif len(columns) == 1:
        yield from _in_column(table, columns[0])


def _role(name: str) -> str:
    if _OWN.match(name):
        return ""
    if _START.search(name):
        return "期"
    if _END.search(name):
        return "末"
    return "收" if _IN.search(name) else "支" if _OUT.search(name) else ""


def _in_rows(
    table: Table, start: Column, flows: list[tuple[int, Column]], end: Column
) -> Iterator[Unbalanced]:
    """``start``: the same as ``end`` where the balance goes on from row to row."""
    kinds = kinds_of(table)
    running = start is end
    holds, odd = 0, []
    for row in range(1 if running else 0, len(table.rows)):
        if running and (kinds[row] or kinds[row - 1]):
            continue
        begin = (row - 1 if running else row), start.number
        given = [(1, begin), *((sign, (row, column.number)) for sign, column in flows)]
        amounts = [start.amounts[begin[0]], *(column.amounts[row] for _, column in flows)]
        found = _compared([sign for sign, _ in given], amounts, end.amounts[row])
        if found is None:
            continue
        holds += found[0]
        if not found[0]:
            odd.append(Unbalanced((row, end.number), given, found[1]))
    follows = len(odd) > 1 and odd[1].place[0] == odd[0].place[0] + 1 and running
    if holds and (len(odd) == 1 or (len(odd) == _TWO and follows)):
        yield odd[0]


def _in_column(table: Table, column: Column) -> Iterator[Unbalanced]:
    """期初, 收入, 支出 and 期末 one below the other, each once."""
    found: dict[str, int] = {}
    for number, row in enumerate(table.rows):
        role = _role(row.label)
        if role in ("收", "支") and not _FLOW.fullmatch(row.label):
            continue
        if role in found:
            return
        if role:
            found[role] = number
    if [*found] != ["期", "收", "支", "末"]:
        return
    signs = (1, 1, -1)
    rows = [found[role] for role in "期收支"]
    stated = column.amounts[found["末"]]
    compared = _compared([*signs], [column.amounts[row] for row in rows], stated)
    if compared is None or compared[0] or not stated or not compared[1]:
        return
    if abs(stated.value / compared[1] - 1) < _NEAR:
        given = [(sign, (row, column.number)) for sign, row in zip(signs, rows, strict=True)]
        yield Unbalanced((found["末"], column.number), given, compared[1])


def _compared(
    signs: list[int], amounts: list[Amount | None], stated: Amount | None
) -> tuple[bool, Decimal] | None:
    """Whether amounts make what is stated, and what they make, in its unit."""
    told = [amount for amount in amounts if amount]
    if stated is None or len(told) < len(amounts):
        return None
    if len({amount.dimension for amount in (stated, *told)}) > 1:
        return None
    made = sum((sign * amount.worth for sign, amount in zip(signs, told, strict=True)), Decimal(0))
    apart = abs(made - stated.worth)
    rounded = min(amount.step for amount in (stated, *told)) < 1
    room = sum((amount.step * amount.scale for amount in (stated, *told)), Decimal(0)) / 2
    return apart == 0 or (rounded and apart < room), made / stated.scale
