"""table-total: does the last row of a table, 合计, add up the rows above it?

Tables that stand as text: cells apart by tabs, bars or blanks, one row a line. A column of which
the head says that it is no amount (率, 占比, 均, 单价, 序号) is not added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.slips import is_slip
from govlint.text.span import Span

_TOTAL = search_for(
    r"(?:^|(?<=\n))[ \t\u3000|]{0,6}(?:合[ \u3000]{0,4}计|总[ \u3000]{0,4}计|共计)"
    r"[ \t\u3000|][^\n。；]{1,120}",
    (("合", "总", "共计"), ("计",)),
    0,
)
_CELL = re.compile(r"[^ \t\u3000|]+")
_NUMBER = re.compile(r"-?[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|-?[0-9]+(?:\.[0-9]+)?")
_RULE = re.compile(r"[-:：—|+ \t]+")
_NO_AMOUNT = re.compile("率|比|%|均|单价|增|减|序|号|时|日期|电话|年|排名|名次|得分|[每/]")
_WITHIN = re.compile("小计|其中|合计|总计|计$")
_MOST = 60
_LEAST = 2
_NEAR = Decimal("0.3")


class _Row(NamedTuple):
    """The numbers of a line from the right, with their places; ``label``: the words before."""

    label: str
    numbers: list[tuple[Decimal, Span]]


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _TOTAL):
        total = _row(text, match.start(), match.end())
        if total is None:
            continue
        rows, head = _above(text, match.start(), len(total.numbers))
        if len(rows) < _LEAST or any(_WITHIN.search(row.label) for row in rows):
            continue
        for column, (stated, span) in enumerate(total.numbers):
            cells = [row.numbers[column] for row in rows]
            named = head[-1 - column] if len(head) > column else ""
            if named and _NO_AMOUNT.search(named):
                continue
            made = sum((value for value, _ in cells), Decimal(0))
            if _is_off(stated, made, [value for value, _ in cells]):
                fields: dict[str, str | int] = {"expected": f"{made:f}"}
                related = tuple(Related(each, "part") for _, each in cells)
                yield Finding(span, fields, related)


def _is_off(stated: Decimal, made: Decimal, parts: list[Decimal]) -> bool:
    """Whether a total is not what its parts make, and near enough to be meant so."""
    step = max(_step(each) for each in (stated, *parts))
    room = step * (len(parts) + 1) / 2 if step < 1 else Decimal(0)
    if abs(stated - made) <= room or made <= 0 or stated <= 0:
        return False
    printed, wanted = f"{stated:f}", f"{made:f}"
    slipped = len(printed) == len(wanted) and is_slip(printed, wanted)
    return slipped or abs(stated / made - 1) < _NEAR


def _step(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))


def _above(text: str, end: int, size: int) -> tuple[list[_Row], list[str]]:
    """The rows with as many numbers that stand above a place, and the cells of their head."""
    rows: list[_Row] = []
    stop = end - 1
    while stop > 0 and len(rows) < _MOST:
        start = text.rfind("\n", 0, stop) + 1
        line = text[start:stop]
        stop = start - 1
        if _RULE.fullmatch(line) or not line.strip():
            continue
        row = _row(text, start, start + len(line))
        if row is None or len(row.numbers) < size or not row.label:
            return rows, [match[0] for match in _CELL.finditer(line)]
        rows.insert(0, row)
    return rows, []


def _row(text: str, start: int, end: int) -> _Row | None:
    """What a line tells, if it is a row: words, and then nothing but numbers."""
    cells = [*_CELL.finditer(text, start, end)]
    numbers: list[tuple[Decimal, Span]] = []
    while cells and _NUMBER.fullmatch(cells[-1][0]):
        cell = cells.pop()
        value = Decimal(cell[0].replace(",", "").replace("，", ""))
        numbers.append((value, Span(*cell.span())))
    words = " ".join(cell[0] for cell in cells)
    return _Row(words, numbers) if numbers and len(words) < _MOST else None


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_TOTAL,)


CHECK = Check(
    "table-total", NoParams, run, fields=("expected",), roles=("part",), searches=_searches
)
