"""Workbooks (.xlsx), by openpyxl, which ``govlint[xlsx]`` installs."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from govlint.ruleset.fault import UsageFault

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell

_MISSING = '读写 .xlsx 要另装一个包：pip install "govlint[xlsx]"；也可以另存为 CSV'


def read_rows(data: bytes, shown: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet, each with its number from 1, its cells as they are shown.
    Raises UsageFault."""
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError:
        raise UsageFault(f"{shown}：{_MISSING}") from None
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError):
        raise UsageFault(f"{shown} 不是完好的 .xlsx 文件，请用 WPS 或 Excel 重新保存") from None
    try:
        for number, row in enumerate(book.worksheets[0].iter_rows(), 1):
            yield number, [_shown(cell) for cell in row]
    finally:
        book.close()


def _shown(cell: Cell | MergedCell) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, (int, float)) and "%" in (cell.number_format or ""):
        return f"{round(value * 100, 10):g}%"  # a cell that shows 5.2% holds 0.052
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def workbook(rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook of one sheet with ``rows``, every cell as text or, where it is one, as a number.
    Raises UsageFault where openpyxl is missing."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise UsageFault(_MISSING) from None
    book = Workbook(write_only=True)
    sheet = book.create_sheet("govlint")
    for row in rows:
        sheet.append([_value(cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _value(text: str) -> str | float:
    """A number where the cell is nothing else; a formula never."""
    plain = text.replace(",", "")
    if plain.replace(".", "", 1).isdecimal():
        return float(plain) if "." in plain else int(plain)
    return f"'{text}" if text[:1] == "=" else text
