"""A reference table from a CSV file or a workbook, every mistake with its row."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from govlint.engine.config_read import show_path
from govlint.engine.sheet_read import read_sheet
from govlint.facts.reference import Reference, Row, Value
from govlint.facts.report_periods import period_of
from govlint.facts.units import SCALES, UNITS
from govlint.ruleset.fault import UsageFault

_NEEDED = ("指标", "时期", "数值", "单位")
_KNOWN = (*_NEEDED, "同比", "别名", "容差")
_UNIT = re.compile(rf"(?P<scale>{'|'.join(SCALES)})?(?P<unit>.+)")
_APART = re.compile(r"[、；;|/]")
_ZERO = Decimal(0)
_DIGITS = 20


def read_reference(path: str) -> Reference:
    """The table at ``path``, a CSV in UTF-8 or GBK, or an .xlsx. Raises UsageFault."""
    shown = show_path(path)
    rows: dict[tuple[str, str], Row] = {}
    for line, cells in read_sheet(path, "对照表", _NEEDED, _KNOWN):
        _add(rows, _Line(shown, line, cells))
    return Reference(shown, rows)


class _Line:
    """One row of the file, cell by cell."""

    def __init__(self, path: str, line: int, cells: dict[str, str]) -> None:
        self.place = f"{path}:{line}"
        self.line = line
        self.cells = cells

    def number(self, head: str) -> tuple[Decimal, Decimal]:
        """The number in a cell, and what one in its last place is worth."""
        text = self.cells[head].replace(",", "").replace("，", "").rstrip("%％")
        try:
            value = Decimal(text)
        except InvalidOperation:
            raise UsageFault(f"{self.place}: “{head}”应当是数，不是“{self.cells[head]}”") from None
        if not value.is_finite() or abs(value.adjusted()) > _DIGITS:
            raise UsageFault(f"{self.place}: “{head}”应当是数，不是“{self.cells[head]}”")
        return value, Decimal(1).scaleb(int(value.as_tuple().exponent))

    def unit(self) -> tuple[str, Decimal]:
        match = _UNIT.fullmatch(self.cells["单位"])
        if match is None or match["unit"] not in UNITS:
            raise UsageFault(f"{self.place}: 不认识单位“{self.cells['单位']}”，如 亿元、万人、%")
        dimension, factor = UNITS[match["unit"]]
        return dimension, factor * SCALES.get(match["scale"], 1)

    def tolerance(self, value: Decimal, scale: Decimal) -> Decimal:
        if not self.cells["容差"]:
            return _ZERO
        room, _ = self.number("容差")
        if room < 0:
            raise UsageFault(f"{self.place}: “容差”不能是负数")
        share = self.cells["容差"].endswith(("%", "％"))
        return abs(value) * room / 100 if share else room * scale


def _add(rows: dict[tuple[str, str], Row], line: _Line) -> None:
    if not line.cells["指标"] or not line.cells["时期"]:
        raise UsageFault(f"{line.place}: “指标”和“时期”不能空着")
    number, step = line.number("数值")
    dimension, scale = line.unit()
    value = number * scale
    growth = None
    if line.cells["同比"]:
        percent, last = line.number("同比")
        growth = Value(percent / 100, last / 100)
    row = Row(
        Value(value, step * scale, line.tolerance(value, scale)),
        dimension,
        line.cells["数值"] + line.cells["单位"],
        growth,
        line.line,
    )
    period = period_of(line.cells["时期"], None)
    if not period:
        raise UsageFault(f"{line.place}: “时期”要写明年份，如 2024年、2024年上半年")
    names = (line.cells["指标"], *filter(None, _APART.split(line.cells["别名"])))
    for name in dict.fromkeys(name.strip() for name in names):
        key = (name, period)
        if key in rows and rows[key][:-1] != row[:-1]:
            raise UsageFault(f"{line.place}: “{name}”{period}在第 {rows[key].line} 行已经有了")
        rows.setdefault(key, row)
