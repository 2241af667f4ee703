"""Words are cut as jieba cuts them, and a word of a table is found wherever it stands alone."""

from functools import cache
from typing import Any

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.facts import lexicon, words
from govlint.facts.literals import Literals
from govlint.facts.terms import Term, Terms, table_of
from govlint.ruleset.builtin import rule_texts, rules_folder

TEXTS = [text for _, text, _ in rule_texts(rules_folder())]
RUNS = sorted(
    {
        "".join(run)
        for text in TEXTS
        for line in text.splitlines()
        for run in "".join(c if "一" <= c <= "龥" else " " for c in line).split()
    }
)


@cache
def reference() -> Any:
    made = jieba.Tokenizer()
    made.FREQ, made.total = made.gen_pfdict(made.get_dict_file())
    made.initialized = True
    return made


def test_the_dictionary_is_what_words_take_it_for() -> None:
    """In order from 一 on, and with as many words met as the constant says."""
    data = bytes(lexicon.dictionary()).decode().splitlines()
    assert sum(int(line.split(" ")[1]) for line in data) == reference().total == 60_101_967
    ordered = [
        line.split(" ")[0]
        for line in data[data.index(next(line for line in data if line.startswith("一 "))) :]
    ]
    firsts = [word[0] for word in ordered]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize("start", range(0, len(RUNS), 400))
def test_words_are_jiebas(start: int) -> None:
    for run in RUNS[start : start + 400]:
        assert words.cut(run) == reference().lcut(run, HMM=False), run


@given(st.lists(st.sampled_from(RUNS), min_size=1, max_size=4))
def test_words_of_joined_runs_are_jiebas(runs: list[str]) -> None:
    text = "".join(runs)[:200]
    assert words.cut(text) == reference().lcut(text, HMM=False)


HAN = st.text(st.sampled_from("工作产生活部布署业"), max_size=12)


@given(st.lists(st.text(st.sampled_from("工作产生活"), min_size=2, max_size=4), min_size=1), HAN)
def test_every_place_of_a_word_is_a_candidate(wrongs: list[str], text: str) -> None:
    terms = [
        Term(n, 0, wrong, ("部署",), "", "", "", 0, 0, "")
        for n, wrong in enumerate(dict.fromkeys(wrongs))
    ]
    found = {
        (hit.span.start, hit.term.wrong)
        for hit in Terms(table_of(terms)).find(text, Literals(text, frozenset()))
    }
    assert found == {
        (start, wrong)
        for wrong in wrongs
        for start in range(len(text))
        if text.startswith(wrong, start)
    }
