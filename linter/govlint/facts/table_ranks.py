"""table_ranks: the places of a table (名次, 第3名) beside the scores that they are told of.

Which column is the score is told by its head, or it is the only one. Either way of counting is
right, 得分 from the top, 用时 from the bottom, as most rows show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.facts.table_columns import Column
from govlint.facts.table_totals import kinds_of
from govlint.facts.tables import Row, Table
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral

_HEAD = re.compile("(?:名次|排名|位次|位序|排序|座次|全[市省县国区]排?位次?)$")
_PLACE = re.compile("第?(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:名|位)?")
_SAID = re.compile("第(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})[名位](?![一-龥])")
_CAPTION = re.compile(
    "排名|名次|排行|排位|位次|前[0-9一二三四五六七八九十]{1,3}[名位强]|由高到低|从高到低|由多到少|从多到少|评[比分选]结果|按[^，。；：]{1,8}(?:多少|高低|先后|大小|排[列序名])"
)
_SCORE = re.compile("总[得评]?分|综合|得分|成绩|分[数值]|评分|合计|考核|指数|平均")
_NO_SCORE = re.compile("上[年期次月季]|变化|[增升]降|名次|编号|人数|序")
_LEAST = 4


class Misplaced(NamedTuple):
    """A row that stands before, or behind, where its score would put it."""

    row: Row
    before: Row
    column: Column


def find_misplaced(table: Table, columns: list[Column]) -> Iterator[Misplaced]:
    """The one row of a table whose place its score contradicts."""
    kinds = kinds_of(table)
    places = _places(table)
    rows = [n for n, kind in enumerate(kinds) if not kind and n in places]
    if len(rows) < _LEAST or len(rows) < len(table.rows) - 2:
        return
    ordered = sorted(rows, key=lambda n: (places[n], n))
    if ordered != rows or len({places[n] for n in rows}) * 2 < len(rows):
        return
    scores = [c for c in columns if not _NO_SCORE.search(c.name) and not _HEAD.search(c.name)]
    scores = [c for c in scores if all(c.amounts[n] for n in rows)]
    scores = [c for c in scores if len({c.amounts[n].dimension for n in rows}) == 1]  # type: ignore[union-attr]
    if not scores or any(_turns(column, rows) == [] for column in scores):
        return
    named = [column for column in scores if _SCORE.search(column.name)]
    chosen = scores if len(scores) == 1 else named[-1:]
    for column in chosen:
        turns = _turns(column, rows)
        if len(turns) == 1 and _is_lone(column, rows, turns[0]):
            at = turns[0]
            yield Misplaced(table.rows[rows[at]], table.rows[rows[at - 1]], column)


def _places(table: Table) -> dict[int, int]:
    """By row the place that it is told to have."""
    heads = [n for n, name in enumerate(table.names) if _HEAD.search(name.replace(" ", ""))]
    if not heads and _CAPTION.search(table.caption) and not any(table.names[:1]):
        heads = [0]
    found = {}
    for number, row in enumerate(table.rows):
        text = row.cells[heads[-1] if heads else 0].text
        match = _PLACE.fullmatch(text.rstrip(".、")) if heads else _SAID.match(text)
        place = parse_numeral(match["n"]) if match else None
        if place:
            found[number] = place
    return found


def _values(column: Column, rows: list[int]) -> list[float]:
    return [float(amount.worth) for n in rows if (amount := column.amounts[n])]


def _turns(column: Column, rows: list[int]) -> list[int]:
    """Where the scores go the other way than most."""
    values = _values(column, rows)
    up = [n for n, (one, other) in enumerate(pairwise(values), 1) if other > one]
    down = [n for n, (one, other) in enumerate(pairwise(values), 1) if other < one]
    return min((up, down), key=len)


def _is_lone(column: Column, rows: list[int], at: int) -> bool:
    """Whether all would be in order without the row there, or without the one before it, and at
    least three more are."""
    values = _values(column, rows)
    return (
        any(not _turns_of(values[:skip] + values[skip + 1 :]) for skip in (at, at - 1))
        and len(values) >= _LEAST
    )


def _turns_of(values: list[float]) -> bool:
    up = any(other > one for one, other in pairwise(values))
    down = any(other < one for one, other in pairwise(values))
    return up and down
