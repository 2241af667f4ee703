"""A table of nouns and verbs, and where each mistake in it is told."""

import pytest

from govlint.ruleset.collocation_table import HEADS, read_collocations
from govlint.ruleset.fault import FileFault

HEAD = ",".join(HEADS)


def test_a_table_is_read_with_its_cases() -> None:
    text = f"{HEAD}\n力度、强度,加大|增强,提高、加快,提高,用力度\n好评,受到,达到,,\n"
    read = read_collocations("c.csv", text.encode(), fixable=False)
    pairs, lines, rows = read.table
    assert pairs == "力度强度好评"
    assert "\n强度\t强度,0,0\n" in lines
    assert rows.split("\n") == ["加大|增强\t提高、加快\t提高\t用力度", "受到\t达到\t\t"]
    assert [case.text for case in read.cases] == [
        "要加大力度。",
        "要⟦提高力度⟧。",
        "⟦力度明显提高⟧。",
        "要受到好评。",
        "要⟦达到好评⟧。",
    ]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("名词,用\n", 1, 1),
        (f"{HEAD}\n力度,,提高,,\n", 2, 2),
        (f"{HEAD}\n力度,加大,,,\n", 2, 3),
        (f"{HEAD}\n力度,加大,提高、加大,,\n", 2, 3),
        (f"{HEAD}\n力度,加大,提高,,\nforce,加大,提高,,\n", 3, 1),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(FileFault) as raised:
        read_collocations("c.csv", text.encode(), fixable=False)
    assert (raised.value.line, raised.value.column) == (line, column)


def test_a_rule_that_offers_a_fix_is_told_so() -> None:
    text = f"{HEAD}\n力度,加大,提高,,\n"
    with pytest.raises(FileFault, match="没有可以改成的词"):
        read_collocations("c.csv", text.encode(), fixable=True)
