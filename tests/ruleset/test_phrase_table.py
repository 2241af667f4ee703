"""A table of set phrases, and where each mistake in it is told."""

import pytest

from govlint.facts.set_phrases import Slip, slips_in
from govlint.ruleset.fault import FileFault
from govlint.ruleset.phrase_table import HEADS, read_phrases
from govlint.text.span import Span

HEAD = ",".join(HEADS)
TABLE = f"{HEAD}\n全过程人民民主,,,\n治理体系和治理能力现代化,治理体系和治理水平现代化,是,\n"


def test_a_table_is_read_with_its_cases() -> None:
    read = read_phrases("p.csv", TABLE.encode(), fixable=True)
    assert read.table[1].startswith(("\n全过\t全过程人民民主\n", "\n民主\t全过程人民民主\n"))
    assert len(read.cases) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("发展全流程人民民主", [(2, 9)]),
        ("发展全过人民民主", [(2, 8)]),
        ("发展全过程的人民民主", []),
        ("治理体系和治理能量现代化", [(0, 12)]),
        ("治理体系和治理本领现代化", [(0, 12)]),
        ("治理体系和治理水平现代化", []),
        ("治理体系和治理能力现代", []),
    ],
)
def test_slips(text: str, found: list[tuple[int, int]]) -> None:
    lines = read_phrases("p.csv", TABLE.encode(), fixable=True).table[1]
    slips: set[Slip] = {*slips_in(text, lines, range(len(text)))}
    assert sorted(slip.span for slip in slips) == [Span(*each) for each in found]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("词,也\n", 1, 1),
        (f"{HEAD}\n四个全面,,,\n", 2, 1),
        (f"{HEAD}\n全过程人民民主,,,\n全过程人民民主,,,\n", 3, 1),
        (f"{HEAD}\n全过程人民民主,,对,\n", 2, 3),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(FileFault) as raised:
        read_phrases("p.csv", text.encode(), fixable=True)
    assert (raised.value.line, raised.value.column) == (line, column)


def test_a_rule_without_a_fix_is_told_so() -> None:
    with pytest.raises(FileFault, match="知道该怎么改"):
        read_phrases("p.csv", TABLE.encode(), fixable=False)
