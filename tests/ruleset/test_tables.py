"""A table of words is read as a spreadsheet saves it, and a mistake in it has its cell."""

import pytest

from govlint.facts.terms import rows_of
from govlint.ruleset.fault import FileFault
from govlint.ruleset.tables import Read, read_table

HEAD = "错,对,说明,前接,后接,起,止,级别,例句,反例\n"
ROWS = HEAD + "布署,部署,,发、公,,,,错误,作出布署。,公开发布署名文章。\n旧所,新所,,,,2019,,,,\n"


def read(text: str) -> Read:
    return read_table("t.csv", text.encode(), fixable=True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("comma", [",", "\t"])
def test_a_table_is_the_same_however_it_is_saved(encoding: str, end: str, comma: str) -> None:
    text = ROWS.replace("\n", end).replace(",", comma)
    assert read_table("t.csv", text.encode(encoding), fixable=True) == read(ROWS)


def test_what_a_row_says() -> None:
    found = read(ROWS)
    first, second = rows_of(found.table)
    assert (first.line, first.wrong, first.rights, first.severity) == (
        2, "布署", ("部署",), "error",
    )  # fmt: skip
    assert (second.since, second.until) == (2019, 0)
    assert [(case.place, case.kind) for case in found.cases] == [
        ("t.csv:2", "反例"), ("t.csv:2", "例句"), ("t.csv:3", "错"), ("t.csv:3", "对"),
    ]  # fmt: skip
    assert found.cases[1].text == "作出⟦布署|部署⟧。"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "t.csv:1:1: 词表是空的"),
        ("错,说明\n", "t.csv:1:1: 缺少“对”列"),
        ("错，对\n", "t.csv:1:1: 不认识的列“错，对”（列与列之间用半角逗号）"),
        ("错,对,错\n", "t.csv:1:3: 有两个“错”列"),
        ("错,对\n甲,乙\n", "t.csv:2:1: “错”至少要有两个字"),
        ("错,对\n甲甲,\n", "t.csv:2:2: “甲甲”没有写“对”"),
        ("错,对\n甲甲,甲甲\n", "t.csv:2:2: “对”不能和“错”一样"),
        ("错,对\n甲甲,乙乙,丙\n", "t.csv:2:3: 这一格上面没有列名"),
        ("错,对,起\n\n甲甲,乙乙,去年\n", "t.csv:3:3: “起”应当是四位数的年份"),
        ("错,对,起,止\n甲甲,乙乙,2020,2019\n", "t.csv:2:4: “止”（2019）早于“起”"),
        ("错,对,例句\n甲甲,乙乙,丙丙。\n", "t.csv:2:3: “例句”里没有“甲甲”"),
        ("错,对,前接\n甲甲,乙乙,只：\n", "t.csv:2:3: “只：”后面没有内容"),
        ("错,对,前接\n甲甲,乙乙,只：{year}\n", "t.csv:2:1: “甲甲”要有“例句”"),
        ('错,对\n"甲甲,乙乙\n', "t.csv:2:1: 不是完好的 CSV"),
    ],
)
def test_a_mistake_has_its_cell(text: str, place: str) -> None:
    with pytest.raises(FileFault) as fault:
        read(text)
    assert str(fault.value).startswith(place)
