"""A table of fixed lists, and where each mistake in it is told."""

import pytest

from govlint.ruleset.fault import FileFault
from govlint.ruleset.list_table import HEADS, read_lists

HEAD = ",".join(HEADS)


def test_a_table_is_read_with_its_cases() -> None:
    text = f"{HEAD}\n蓝鲸、白鹭、青蛙,三宝,名称旁\n蓝鲸、白鹭、红蛙,三宝,\n"
    pairs, lines, rows = read_lists("l.csv", text.encode(), fixable=True).table
    assert len(pairs) == lines.count("\n")  # a pair and a line, which ends as it begins
    assert rows.split("\n") == ["蓝鲸、白鹭、青蛙\t三宝\t名称旁", "蓝鲸、白鹭、红蛙\t三宝\t"]


def test_a_list_is_tried_once_for_each_name() -> None:
    text = f"{HEAD}\n蓝鲸、白鹭、青蛙,三宝,名称旁\n蓝鲸、白鹭、红蛙,三宝,\n"
    read = read_lists("l.csv", text.encode(), fixable=True)
    assert [case.text for case in read.cases] == [
        "会上提到蓝鲸、白鹭、青蛙。",
        "会上提到“三宝”，即⟦甲鲸⟧、白鹭、青蛙。",
        "会上提到蓝鲸、白鹭、红蛙。",
    ]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("内容,名称\n", 1, 1),
        (f"{HEAD}\n蓝鲸、白鹭,,\n", 2, 1),
        (f"{HEAD}\n蓝鲸、白鹭、青蛙,,旁边\n", 2, 3),
        (f"{HEAD}\n蓝鲸、白鹭、青蛙,,名称旁\n", 2, 3),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(FileFault) as raised:
        read_lists("l.csv", text.encode(), fixable=True)
    assert (raised.value.line, raised.value.column) == (line, column)
