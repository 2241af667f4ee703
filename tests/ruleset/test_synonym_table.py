"""A table of words of one sense, and where each mistake in it is told."""

import pytest

from govlint.ruleset.fault import FileFault
from govlint.ruleset.synonym_table import HEADS, read_synonyms

HEAD = ",".join(HEADS)


def test_a_table_is_read_as_pairs_by_where_they_meet() -> None:
    read = read_synonyms("s.csv", f"{HEAD}\n有待、需要,\n不断,持续、不断\n".encode(), fixable=False)
    lines = "\n待需\t有待、需要\n\n要有\t需要、有待\n\n断持\t不断、持续\n"
    assert read.table == ("待需要有断持", lines)
    assert [case.text for case in read.cases] == [
        "会上提到⟦有待需要⟧，请照办。",
        "会上提到⟦不断持续⟧，请照办。",
    ]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("词,后\n", 1, 1), (f"{HEAD}\n有待,\n", 2, 1), (f"{HEAD}\n有待、need,\n", 2, 1)],
)
def test_a_mistake_is_told_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(FileFault) as raised:
        read_synonyms("s.csv", text.encode(), fixable=False)
    assert (raised.value.line, raised.value.column) == (line, column)


def test_a_rule_that_offers_a_fix_is_told_so() -> None:
    with pytest.raises(FileFault, match="没有可以改成的词"):
        read_synonyms("s.csv", f"{HEAD}\n有待、需要,\n".encode(), fixable=True)
