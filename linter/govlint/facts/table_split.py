"""table_split: the cells of the lines of a table, by what parts them."""

from __future__ import annotations

import re
from collections import Counter

from govlint.facts.table_cells import Cell, read_cell
from govlint.facts.table_lines import trimmed
from govlint.text.span import BLANK, Span

_MARK = re.compile(r"[0-9]{1,2}[.、](?=[ \u3000]{0,3}[一-龥])|[①-⑳]")
_WIDE = re.compile(r"[ \u3000]*(?:\u3000|\t| {2})[ \u3000]*")
_NARROW = re.compile(r"[ \u3000\t]+")
_SPACED = re.compile(
    r"(?<![一-龥])([合总小共项单名序类指地镇村])[ \u3000]{1,6}([计目位称号别标区次])(?![一-龥])"
)
"""A word of two that is spaced out: 合　计."""


def split(text: str, lines: list[Span]) -> list[list[Cell]]:
    """The cells of each line: by bars or tabs if most lines have them, else by the gaps that part
    most lines alike."""
    for sign in "|\t":
        if sum(text.find(sign, *line) >= 0 for line in lines) * 2 > len(lines):
            framed = sum(text[slice(*line)].lstrip(BLANK).startswith("|") for line in lines)
            return [_by_sign(text, line, sign, framed=framed * 2 > len(lines)) for line in lines]
    wide = [_by_gaps(text, line, _WIDE) for line in lines]
    narrow = [_by_gaps(text, line, _NARROW) for line in lines]
    return max((wide, narrow), key=_evenness)


def _evenness(lines: list[list[Cell]]) -> int:
    """How many lines have as many cells as most."""
    counts = Counter(len(cells) for cells in lines if len(cells) > 1)
    return max(counts.values(), default=0)


def _by_sign(text: str, line: Span, sign: str, *, framed: bool) -> list[Cell]:
    """``framed``: a bar in front and at the end of a line is none between cells."""
    start, end = line
    if framed:
        start, end = trimmed(text, start, end)
        start += text.startswith(sign, start)
        end -= end > start and text[end - 1] == sign
    found, place = [], start
    for part in text[start:end].split(sign):
        found.append(cell_at(text, place, place + len(part)))
        place += len(part) + 1
    return found


def _by_gaps(text: str, line: Span, gap: re.Pattern[str]) -> list[Cell]:
    start, end = trimmed(text, *line)
    spaced = [match.span() for match in _SPACED.finditer(text, start, end)]
    found, place = [], start
    mark = _MARK.match(text, start, end)
    if mark is not None:  # 1. 上坪村 320亩
        found.append(cell_at(text, start, mark.end()))
        place, _ = trimmed(text, mark.end(), end)
    for match in gap.finditer(text, place, end):
        if not any(first < match.start() < last for first, last in spaced):
            found.append(cell_at(text, place, match.start()))
            place = match.end()
    return [*found, cell_at(text, place, end)]


def cell_at(text: str, start: int, end: int) -> Cell:
    """The cell in a stretch, without the blanks around it and within 合　计."""
    cell = read_cell(text, trimmed(text, start, end))
    spaced = _SPACED.fullmatch(cell.text)
    return cell._replace(text=spaced[1] + spaced[2]) if spaced else cell


def tail(lines: list[list[Cell]], width: int) -> int:
    """How many of the last columns hold amounts in most rows of full width."""
    full = [cells for cells in lines if len(cells) == width and cells[-1].amount]
    size = 0
    while full and size < width:
        if sum(bool(cells[-1 - size].amount) for cells in full) * 2 <= len(full):
            break
        size += 1
    return size


def fitted(cells: list[Cell], width: int, size: int) -> list[Cell]:
    """The cells of a row that has all ``size`` amounts and fewer words before them: 合计 without
    a number of its own."""
    if not 1 < len(cells) < width or not 0 < size < len(cells):
        return cells
    words, figures = cells[:-size], cells[-size:]
    if any(cell.amount for cell in words) or not all(c.amount or c.is_none for c in figures):
        return cells
    end = words[-1].span.end
    empty = Cell(Span(end, end), "", None)
    return [*words, *[empty] * (width - len(cells)), *figures]
