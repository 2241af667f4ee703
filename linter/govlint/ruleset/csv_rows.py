"""The rows of a table beside a rule, as a spreadsheet saves it: a CSV, in UTF-8 or GBK."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from govlint.ruleset.fault import FileFault
from govlint.text.decode import DecodeFault, decode

_MAX_BYTES = 8_000_000
_WORDS = re.compile("[一-龥]+(?:[、|][一-龥]+)*")


def text_of(path: str, data: bytes) -> str:
    """The text of a table that was read from ``path``. Raises FileFault."""
    if len(data) > _MAX_BYTES:
        raise FileFault(path, 1, 1, f"词表超过 {_MAX_BYTES // 1_000_000} MB", "分成几个表")
    try:
        return decode(data).text
    except DecodeFault:
        hint = "在电子表格里另存为 CSV（UTF-8 或 GBK）"
        raise FileFault(path, 1, 1, "词表不是文本", hint) from None


def rows_of(path: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table, each with the line on which it begins, from 1, and its cells without
    white space around them; empty ones, and remarks behind #, are left out. Raises FileFault."""
    head = text.partition("\n")[0]
    comma = "\t" if "\t" in head and "," not in head else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
    done = 0
    try:
        for row in rows:
            line, done = done + 1, rows.line_num
            cells = [cell.strip() for cell in row]
            if any(cells) and not cells[0].startswith("#"):
                yield line, cells
    except csv.Error as fault:
        message = f"不是完好的 CSV：{fault}"
        raise FileFault(path, rows.line_num, 1, message, "看看引号是不是成对") from None


def words_of(
    path: str, data: bytes, heads: list[str], needed: int
) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table with these ``heads`` whose cells hold words in Han characters, several of
    them apart by 、 or |, and of which the first ``needed`` are not empty; each with its line.
    Raises FileFault."""
    rows = rows_of(path, text_of(path, data))
    if next(rows, (1, []))[1] != heads:
        raise FileFault(path, 1, 1, "词表的列不对", f"第一行写列名：{','.join(heads)}")
    for line, row in rows:
        cells = [*row, *[""] * len(heads)][: len(heads)]
        for column, cell in enumerate(cells, 1):
            if not _WORDS.fullmatch(cell) and (column <= needed or cell):
                raise FileFault(path, line, column, f"“{cell}”不是汉字的词，几个用“、”隔开")
        yield line, cells
