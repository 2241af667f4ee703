"""The tables in which a unit says what its indicators are called, every mistake with its row."""

from __future__ import annotations

from govlint.engine.config_read import show_path
from govlint.facts.indicators import HEADS, Indicators, Named, common_rows, names_of_cells
from govlint.ruleset.fault import UsageFault

_KIND = "指标名称表"


def read_all(paths: tuple[str, ...]) -> Indicators | None:
    """What govlint knows and what the tables at ``paths`` add, None where there are none. Raises
    UsageFault."""
    if not paths:
        return None
    return Indicators([*common_rows(), *(row for path in paths for row in _rows(path))])


def _rows(path: str) -> list[Named]:
    from govlint.engine.sheet_read import read_sheet  # most configs have no table

    shown = show_path(path)
    rows: list[Named] = []
    seen: dict[str, int] = {}
    for line, cells in read_sheet(path, _KIND, HEADS, HEADS):
        if not cells[HEADS[0]]:
            raise UsageFault(f"{shown}:{line}: “{HEADS[0]}”不能空着")
        names = names_of_cells(cells[HEADS[0]], cells[HEADS[1]])
        for name in names:
            if name in seen:
                raise UsageFault(f"{shown}:{line}: “{name}”在第 {seen[name]} 行已经有了")
            seen[name] = line
        rows.append(Named(names))
    return rows
