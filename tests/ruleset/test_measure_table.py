"""A table of nouns and measure words, and where each mistake in it is told."""

import pytest

from govlint.ruleset.fault import FileFault
from govlint.ruleset.measure_table import HEADS, read_measures

HEAD = ",".join(HEADS)


def test_a_table_is_read_with_its_cases() -> None:
    read = read_measures("m.csv", f"{HEAD}\n渔船、货轮,艘,辆座,辆,\n".encode(), fixable=False)
    assert read.table == (("渔船、货轮", "艘", "辆座", "辆", ""),)
    assert [case.text for case in read.cases] == ["共有3⟦辆⟧渔船。", "共有3艘渔船。"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("名词,用\n", 1, 1),
        (f"{HEAD}\n渔船,,辆,,\n", 2, 2),
        (f"{HEAD}\n渔船,艘,,辆,\n", 2, 3),
        (f"{HEAD}\n渔船,艘,艘辆,,\n", 2, 3),
        (f"{HEAD}\n渔船,艘,辆,,\nboat,艘,辆,,\n", 3, 1),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(FileFault) as raised:
        read_measures("m.csv", text.encode(), fixable=False)
    assert (raised.value.line, raised.value.column) == (line, column)
