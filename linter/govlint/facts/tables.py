"""tables: the tables and listings that stand in a text as lines.

Columns apart by bars, tabs or blanks, or one thing a line with its figure (上坪村：320). At least
three lines of one shape make a table; where a line does not fit the shape it ends, and a rest that
has lost its head is not ``whole``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from govlint.facts.table_cells import Cell, is_year
from govlint.facts.table_lines import (
    LIST_ROW,
    may_be_listed,
    may_be_row,
    stretches,
    trimmed,
)
from govlint.facts.table_split import cell_at, fitted, split, tail
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.span import BLANK, Span

_LEAST = 3
_MOST_CELLS = 16
_ABOVE = 5
"""Lines above a table among which its caption is looked for."""
_CAPTION = 2
_NAMED = 3
"""Cells at the beginning of a row of which some name it."""


class Row(NamedTuple):
    """``cells`` in their columns; ``indent``: blanks before them; ``label``: what it is of."""

    span: Span
    cells: list[Cell]
    indent: int
    label: str


class Table(NamedTuple):
    """``names``: of the columns, "" where there is none; ``caption``: the lines above; ``whole``:
    whether nothing of it stands above its first row that was not read."""

    span: Span
    names: list[str]
    rows: list[Row]
    caption: str
    whole: bool

    def column(self, number: int) -> list[Cell]:
        """The cells of a column."""
        return [row.cells[number] for row in self.rows]


def find_tables(text: str, rows: Iterable[int], listed: Iterable[int]) -> list[Table]:
    """The tables around the places ``rows``, where a figure stands behind a gap, and ``listed``,
    where one stands behind the colon of a line."""
    found: list[Table] = []
    for lines in stretches(text, rows, may_be_row):
        found += _tables(text, lines)
    for lines in stretches(text, listed, may_be_listed):
        found += _listing(text, lines)
    return sorted(found, key=_start)


def _start(table: Table) -> int:
    return table.span.start


def _tables(text: str, lines: list[Span]) -> Iterator[Table]:
    if len(lines) < _LEAST:
        return
    every = split(text, lines)
    counts = Counter(len(cells) for cells in every if len(cells) > 1)
    width = max(counts, key=counts.__getitem__, default=0)
    figured = [any(cell.amount for cell in cells) for cells in every]
    if width > _MOST_CELLS or min(counts[width], sum(figured)) < _LEAST - 1:
        return
    size = tail(every, width)
    rows = [
        fitted(cells, width, size) if has else cells
        for cells, has in zip(every, figured, strict=True)
    ]
    number = 0
    while number < len(rows):
        last = number
        while last < len(rows) and len(rows[last]) == width:
            last += 1
        if last - number >= _LEAST:
            cut = any(figured[max(0, number - _CAPTION) : number])
            yield from _made(text, lines[number:last], rows[number:last], cut=cut)
        number = max(last, number + 1)


def _made(text: str, lines: list[Span], rows: list[list[Cell]], *, cut: bool) -> Iterator[Table]:
    """The tables of rows of one width: a second head begins another one. ``cut``: rows of
    another shape stand above."""
    heads = [number for number in range(len(rows)) if _is_head(rows, number)]
    for first, last in pairwise([0, *(number for number in heads if number), len(rows)]):
        named = first in heads
        begin = first + named
        if last - begin < _LEAST - 1:
            continue
        worded = sum(not cells[0].amount for cells in rows[begin:last]) * 2 > last - begin
        yield Table(
            Span(lines[first].start, lines[last - 1].end),
            [cell.text if named else "" for cell in rows[first]],
            [
                Row(
                    line, _unfigured(cells) if worded else cells, _indent(text, line), _label(cells)
                )
                for line, cells in zip(lines[begin:last], rows[begin:last], strict=True)
            ],
            _caption(text, lines[first].start),
            named or not cut,
        )


def _unfigured(cells: list[Cell]) -> list[Cell]:
    """The cells of a row whose first is a name, whatever it looks like: 65岁及以上."""
    return [cells[0]._replace(amount=None), *cells[1:]]


def _is_head(rows: list[list[Cell]], number: int) -> bool:
    """Whether a row names the columns: it holds no amounts but years, and the rows below do."""
    cells, below = rows[number], rows[number + 1 : number + 3]
    if any(cell.amount and not is_year(cell) for cell in cells) or not below:
        return False
    if number and any(cell.is_none for cell in cells):
        return False
    years = [place for place, cell in enumerate(cells) if is_year(cell)]
    if any(is_year(row[place]) for row in below for place in years):
        return False
    if len(years) == 1 and (number or all(not cell.text for cell in cells[1:-1])):
        return False  # 二 工程建设其他费用 1985
    return any(row[place].amount for row in below for place in range(len(cells)))


def _indent(text: str, line: Span) -> int:
    size = 0
    while line.start + size < line.end and text[line.start + size] in "| \t\u3000":
        size += 1
    return size


def _label(cells: list[Cell]) -> str:
    """The words in front that are no amount."""
    return " ".join(cell.text for cell in cells[:_NAMED] if cell.text and cell.amount is None)


def _caption(text: str, start: int) -> str:
    """The two lines above a table, without those that are empty."""
    found: list[str] = []
    for _ in range(_ABOVE):
        if start <= 0 or len(found) == _CAPTION:
            break
        above = begins(text, start - 1, "\n")
        line = text[above : start - 1].strip(BLANK)
        if line:
            found.insert(0, line)
        start = above
    return "\n".join(found)


def _listing(text: str, lines: list[Span]) -> Iterator[Table]:
    """One thing a line, each with its figure; what has none ends it."""
    rows: list[Row] = []
    whole = True
    for line in lines:
        match = LIST_ROW.fullmatch(text, *trimmed(text, *line))
        assert match is not None, "a line that was taken for one"
        figure = cell_at(text, *match.span("figure"))
        if figure.amount is None:
            yield from _listed(text, rows, whole=whole)
            rows, whole = [], False
            continue
        label = cell_at(text, *match.span("label"))._replace(amount=None)
        rows.append(Row(line, [label, figure], _indent(text, line), label.text))
    yield from _listed(text, rows, whole=whole)


def _listed(text: str, rows: list[Row], *, whole: bool) -> Iterator[Table]:
    if len(rows) >= _LEAST:
        span = Span(rows[0].span.start, rows[-1].span.end)
        yield Table(span, ["", ""], rows, _caption(text, span.start), whole)
