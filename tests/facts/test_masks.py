"""The stretches of a line in which rules may be told not to look."""

import pytest

from govlint.facts.masks import stretches
from govlint.text.span import Span


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        ("| 指标 | 数值 |", [0]),
        (" \t| 指标 | 数值 |", [0]),
        ("指标\t数值\t单位", [0]),
        ("指标\t数值", []),
        ("主要指标\n| 指标 | 数值 |\n指标\t数值\t单位", [1, 2]),
        ("投入|产出", []),
    ],
)
def test_a_line_of_a_table_is_masked_as_a_whole(text: str, tables: list[int]) -> None:
    start, found = 0, []
    for number, line in enumerate(text.split("\n")):
        span = Span(start, start + len(line))
        if stretches("table", text, span) == [tuple(span)]:
            found.append(number)
        start = span.end + 1
    assert found == tables


def test_a_lone_tab_in_a_long_line_is_looked_at_once() -> None:
    """From each character on, it would take minutes."""
    text = "我们要认真做好各项工作，" * 20_000 + "\t完"
    assert stretches("table", text, Span(0, len(text))) == []
