"""table_totals: the rows of a table that add others up, and which they may add up.

A row 合计 can be the sum of all rows, of those that are no 其中, of the 小计, or of the highest
level of 一、（一）; a 小计 of the rows above it, or of those below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govlint.facts.tables import Table
from govlint.records import NamedTuple

_TOTAL = re.compile(
    "(?:[合总共]计|总和|总[数分额]|累计|全部)(?:（[^（）]{1,12}）|数|额|[人户件个])?"
    "|全(?:[省市州县区镇乡街村校院局系行年]|街道|年度)(?:[合总]计)?"
)
_SUB = re.compile("小计|分计|[合共]计|(?<![会统设审预估累核])计）?$")
_PART = re.compile("[（#]?(?:其中|内：|内含|#)")
_LEVELS = (
    re.compile("[一二三四五六七八九十]{1,3}[、.]?"),
    re.compile("（[一二三四五六七八九十]{1,3}）"),
    re.compile(r"[0-9]{1,2}[.、]?"),
    re.compile(r"（[0-9]{1,2}）|[0-9]{1,2}\.[0-9]{1,2}"),
)

_INDUSTRIES = ("第一产业", "第二产业", "第三产业")

Way = tuple[int, ...]
"""The rows that are added up."""


class Total(NamedTuple):
    """``row``; ``ways``: which rows it may add up, the likeliest first; ``sure``: whether there is
    no doubt about that one."""

    row: int
    ways: list[Way]
    sure: bool


def kinds_of(table: Table) -> list[str]:
    """Of each row whether it is a ``total``, a ``sub``, a ``part`` of another one, or none."""
    return [_kind(row.label) for row in table.rows]


def _kind(label: str) -> str:
    label = label.strip("*（）：: ")
    if any(map(_TOTAL.fullmatch, label.split(" "))):
        return "total"
    return "part" if _PART.match(label) else "sub" if _SUB.search(label) else ""


def find_totals(table: Table, kinds: list[str]) -> Iterator[Total]:
    """The row 合计 at the end, before what is only 其中, and the one at the beginning."""
    last = len(kinds) - 1
    while last > 0 and kinds[last] == "part":
        last -= 1
    for row in range(len(kinds) - len(_INDUSTRIES)):
        below = tuple(range(row + 1, row + 1 + len(_INDUSTRIES)))
        labels = [table.rows[n].label for n in below]
        if all(map(str.startswith, labels, _INDUSTRIES)):
            yield Total(row, [below], sure=True)
    for row in {0, last}:
        if kinds[row] == "total":
            total = _total(table, kinds, row, [*(range(row) if row else range(1, len(kinds)))])
            if total.ways:
                yield total


def _total(table: Table, kinds: list[str], row: int, pool: list[int]) -> Total:
    indents = {n: table.rows[n].indent for n in pool}
    least = min(indents.values(), default=0)
    plain = tuple(n for n in pool if kinds[n] != "part")
    outer = tuple(n for n in plain if indents[n] == least)
    subs = [n for n in pool if kinds[n] in ("sub", "total")]
    leaves = tuple(n for n in plain if n not in subs)
    levels = {n: _level(table, n) for n in pool}
    likeliest: list[Way] = []
    sure = outer == plain
    if all(levels.values()) and len(set(levels.values())) > 1:
        highest = min(levels.values())
        likeliest.append(tuple(n for n in pool if levels[n] == highest))
        sure = True
    elif subs:
        likeliest.append(tuple(n for n in pool if n in subs or n > subs[-1]))
        likeliest.append(tuple(n for n in pool if n in subs or n < subs[0]))
        sure = sure and len(subs) > 1
    ways = [*likeliest, plain, outer, tuple(pool), leaves]
    sure = sure and bool(pool) and kinds[pool[0]] != "part"
    return Total(row, [way for way in dict.fromkeys(ways) if len(way) > 1], sure)


def _level(table: Table, row: int) -> int:
    """The level of the ordinal of a row, 1 for the highest, 0 where it has none."""
    mark = table.rows[row].cells[0].text
    return next((n for n, form in enumerate(_LEVELS, 1) if form.fullmatch(mark)), 0)


def find_groups(table: Table, kinds: list[str]) -> Iterator[dict[int, Sequence[int]]]:
    """By row what it may be the sum of: a 小计 of those above, up to the one before; of those
    below; a row of a higher level of those of the next one."""
    groups = [n for n, kind in enumerate(kinds) if kind == "sub"]
    marks = [-1, *(n for n, kind in enumerate(kinds) if kind in ("sub", "total")), len(kinds)]
    at = {n: marks.index(n) for n in groups}
    yield {n: range(marks[at[n] - 1] + 1, n) for n in groups}
    yield {n: range(n + 1, marks[at[n] + 1]) for n in groups}
    levels = [_level(table, n) for n in range(len(kinds))]
    below: dict[int, Sequence[int]] = {}
    for number, level in enumerate(levels):
        end = number + 1
        while end < len(levels) and levels[end] > level and kinds[end] != "total":
            end += 1
        if level and end > number + 1:
            least = min(levels[number + 1 : end])
            below[number] = [n for n in range(number + 1, end) if levels[n] == least]
    yield below


def find_parts(table: Table, kinds: list[str]) -> Iterator[tuple[int, Way]]:
    """By the row that rows 其中 are of those up to the next 其中: 城镇 and 乡村, then 男 and 女.
    The row above that is less indented is meant, else the one above the first 其中."""
    indents = [row.indent for row in table.rows]
    marks = [n for n, kind in enumerate(kinds) if kind == "part"]
    for mark in marks:
        end = mark + 1
        while end < len(kinds) and not kinds[end] and indents[end] >= indents[mark]:
            end += 1
        above = (n for n in range(mark - 1, -1, -1) if indents[n] < indents[mark])
        whole = next(above, marks[0] - 1)
        if end - mark > 1 and whole >= 0:
            yield whole, tuple(range(mark, end))
