"""Tables come in and go out as workbooks where openpyxl is installed."""

import io
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from govlint.cli.main import main
from govlint.engine.reference_read import read_reference
from govlint.ruleset.fault import UsageFault

REPORT = "青山镇2024年工作总结\n\n全镇完成固定资产投资8.24亿元，增长12.5%。\n"


def table(path: Path, *rows: tuple[str | float | None, ...]) -> str:
    book = Workbook()
    for row in (("指标", "时期", "数值", "单位", "同比"), *rows):
        book.worksheets[0].append(row)
    book.worksheets[0]["E2"].number_format = "0.0%"
    book.save(path)
    return str(path)


def test_reference(tmp_path: Path) -> None:
    path = table(tmp_path / "t.xlsx", ("固定资产投资", 2024, 8.24, "亿元", 0.125))
    row = read_reference(path).rows["固定资产投资", "2024年"]
    assert row.value.number == Decimal(824000000)
    assert row.growth is not None
    assert row.growth.number == Decimal("0.125")


def test_mistake_has_its_row(tmp_path: Path) -> None:
    path = table(tmp_path / "t.xlsx", ("固定资产投资", 2024, "八亿", "亿元", None))
    with pytest.raises(UsageFault, match=r"t\.xlsx:2: “数值”应当是数"):
        read_reference(path)


def test_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"no workbook")
    with pytest.raises(UsageFault, match=r"不是完好的 \.xlsx"):
        read_reference(str(path))


def test_facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(REPORT, encoding="utf-8")
    assert main(["facts", "report.txt", "--output-format", "xlsx", "-o", "out.xlsx"]) == 0
    sheet = load_workbook(io.BytesIO(Path("out.xlsx").read_bytes())).worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["指标", "时期", "数值", "单位", "增幅", "说明", "位置"],
        ["固定资产投资", "2024年", 8.24, "亿元", "12.5%", None, "report.txt:3:11"],
    ]
