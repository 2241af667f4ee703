"""A list of right words, and where each mistake in it is told."""

import pytest

from govlint.facts.formulae import Formulae
from govlint.ruleset.fault import FileFault
from govlint.ruleset.word_lists import read_words


def test_a_list_is_read_with_its_cases() -> None:
    data = "词,反例\n# 例\n应收尽收,应收未收。\n生态环境保护,\n".encode()
    read = read_words("a.csv", data, fixable=True)
    formulae = Formulae(read.table)
    assert formulae.has("应收尽收")
    assert formulae.has("生态环境保护")
    assert not formulae.has("生态环境")
    assert [case.kind for case in read.cases] == ["反例", "错", "对"]
    assert "|应收尽收⟧" in read.cases[1].text


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "列"),
        ("错,对\n应收尽收,\n", 1, "列"),
        ("词,反例\n应收尽,\n", 2, "四个以上"),
        ("词,反例\n应收尽收,\n应收尽A,\n", 3, "四个以上"),
        ("词,反例\n应收尽收,\n\n应收尽收,\n", 4, "第 2 行"),
    ],
)
def test_a_mistake_is_told_at_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(FileFault, match=said) as caught:
        read_words("a.csv", text.encode(), fixable=False)
    assert caught.value.line == line


def test_lines_are_counted_as_the_file_has_them() -> None:
    text = '词,反例\n应收尽收,"应收未收。\n应收的不收。"\n# 例\n应收尽A,\n'
    with pytest.raises(FileFault) as caught:
        read_words("a.csv", text.encode("gbk"), fixable=False)
    assert caught.value.line == 5


def test_a_word_whose_last_character_is_mistaken_for_none_is_tested_as_it_is() -> None:
    read = read_words("a.csv", "词,反例\n应收尽龘,\n".encode(), fixable=True)
    assert [case.kind for case in read.cases] == ["对"]
