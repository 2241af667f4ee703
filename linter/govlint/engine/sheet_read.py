"""A table that a user keeps in a spreadsheet: a CSV in UTF-8 or GBK, or an .xlsx."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from govlint.engine.config_read import show_path
from govlint.ruleset.fault import UsageFault, os_reason
from govlint.text.decode import DecodeFault, decode


def read_sheet(
    path: str, kind: str, needed: tuple[str, ...], known: tuple[str, ...]
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of the table at ``path`` that hold anything, each with its number and the cells of
    the ``known`` columns by their head. ``kind``: what messages call it. Raises UsageFault."""
    given, path = path, show_path(path)
    try:
        with open(given, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise UsageFault(f"{kind}不存在：{path}") from None
    except OSError as fault:
        raise UsageFault(f"读不了{kind} {path}：{os_reason(fault)}") from None
    if given.lower().endswith(".xlsx"):
        from govlint.engine.workbook import read_rows  # most tables are CSV

        yield from _named(path, kind, read_rows(data, path), (needed, known))
        return
    try:
        text = decode(data).text
    except DecodeFault:
        raise UsageFault(f"{path} 不是文本：{kind}要存成 CSV（UTF-8 或 GBK）") from None
    try:
        yield from _named(path, kind, _rows(text), (needed, known))
    except csv.Error:
        raise UsageFault(f"{path} 不是完好的 CSV（引号不成对，或者一格太长）") from None


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV, each with the number of its last line."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    for cells in reader:
        yield reader.line_num, cells


def _named(
    path: str,
    kind: str,
    table: Iterator[tuple[int, list[str]]],
    columns: tuple[tuple[str, ...], tuple[str, ...]],
) -> Iterator[tuple[int, dict[str, str]]]:
    needed, known = columns
    heads = [head.strip() for head in next(table, (1, []))[1]]
    twice = [head for head in known if heads.count(head) > 1]
    if twice:
        raise UsageFault(f"{path}:1: {kind}有两个“{twice[0]}”列")
    missing = [head for head in needed if head not in heads]
    if missing:
        raise UsageFault(f"{path}:1: {kind}缺少“{'”“'.join(missing)}”列，要有 {'、'.join(needed)}")
    for line, cells in table:
        named = dict(zip(heads, cells, strict=False))
        read = {head: named.get(head, "").strip() for head in known}
        if any(read.values()):
            yield line, read
