"""Tables that stand as text: where they are, what their columns hold, and where they are unsure."""

from __future__ import annotations

import pytest

from govlint.facts.facts import Facts
from govlint.facts.table_columns import read_columns
from govlint.facts.table_totals import kinds_of
from govlint.facts.tables import Table
from govlint.text.document import Document
from govlint.text.source import Source


def tables(text: str) -> list[Table]:
    return Facts(Document(Source("made.txt", text))).tables


SHAPES = (
    "村名　户数　人口\n上村　32　110\n下村　27　96\n合　　计　59　206\n",
    "村名  户数  人口\n上村  32    110\n下村  27    96\n合计  59    206\n",
    "村名\t户数\t人口\n上村\t32\t110\n下村\t27\t96\n合计\t59\t206\n",
    (
        "| 村名 | 户数 | 人口 |\n| --- | --- | --- |\n| 上村 | 32 | 110 |\n| 下村 | 27 | 96 |\n"
        "| 合计 | 59 | 206 |\n"
    ),
    "村名|户数|人口\n上村|32|110\n下村|27|96\n合计|59|206\n",
)


@pytest.mark.parametrize("text", SHAPES)
def test_shapes(text: str) -> None:
    (table,) = tables(f"各村情况：\n{text}\n以上。\n")
    assert table.names == ["村名", "户数", "人口"]
    assert kinds_of(table) == ["", "", "total"]
    assert [column.name for column in read_columns(table)] == ["户数", "人口"]


def test_listing() -> None:
    (table,) = tables("任务（单位：亩）\n上坪村：320\n下坪村：275（含续建30）\n合计：595\n")
    (column,) = read_columns(table)
    assert (column.unit, kinds_of(table)) == ("亩", ["", "", "total"])
    assert [int(amount.value) for amount in column.amounts if amount] == [320, 275, 595]


def test_a_total_without_a_number() -> None:
    (table,) = tables("序号　名称　数量\n1　水泵　24\n2　电机　12\n　　合计　36\n")
    assert [cell.text for cell in table.rows[2].cells] == ["合计", "", "36"]
    assert [column.number for column in read_columns(table)] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "　　2024年，全镇投入 320万元。\n　　2023年，投入 280万元。\n　　2022年，投入 210万元。\n",
        "联系人：王明\n电话：12345\n地址：东街5号\n",
        "市场满足率超过 50%，主营\n收入超 10 亿元的供应商达 40\n余家，支撑体系逐 步\n",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not tables(text)


def test_a_rest_is_not_whole() -> None:
    text = "项目　金额　年份　备注\n甲　12　2023　新建\n乙　15\n丙　18\n丁　20\n合计　65\n"
    assert not any(table.whole for table in tables(text))
