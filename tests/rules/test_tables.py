"""What holds for the rows of every table that comes with govlint."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from govlint.engine.lint import lint_document
from govlint.facts.lexicon import dictionary
from govlint.facts.terms import Term, only, rows_of
from govlint.ruleset import (
    collocation_table,
    confusion_table,
    list_table,
    measure_table,
    phrase_table,
    synonym_table,
)
from govlint.ruleset.catalogue import builtin_files
from govlint.ruleset.rule import Rule, RuleFile
from govlint.ruleset.table_cells import COLUMNS
from govlint.ruleset.word_lists import HEADS
from govlint.text.document import Document
from govlint.text.source import Source

FILES = [file for file in builtin_files() if file.rule.kind == "terms"]
FOLDER = Path(__file__).parents[2] / "rules" / "trm"
MET = 3
"""Words of the dictionary that are met no oftener were never counted."""


@cache
def known_words() -> list[str]:
    lines = bytes(dictionary()).decode().splitlines()
    return [cells[0] for line in lines if int((cells := line.split(" "))[1]) > MET]


def terms(file: RuleFile) -> list[Term]:
    return [*rows_of(file.rule.body.params.from_)]


def longer(file: RuleFile) -> Iterator[tuple[Term, str]]:
    """Words of the dictionary that hold a word of the table: not those whose head it is, nor those
    that hold what it should be, nor of a row that says beside what its word is wrong."""
    by_pair: dict[str, list[Term]] = {}
    for term in terms(file):
        if only(term.before) or only(term.after):
            continue
        by_pair.setdefault(term.wrong[:2], []).append(term)
    for word in known_words():
        for place in range(len(word) - 1):
            for term in by_pair.get(word[place : place + 2], ()):
                headed = word.endswith(term.wrong) and len(term.wrong) > 2
                if any(right in word for right in term.rights):
                    continue
                if word != term.wrong and word.startswith(term.wrong, place) and not headed:
                    yield term, word


def test_there_are_tables() -> None:
    assert len(FILES) >= 5
    assert sum(len(terms(file)) for file in FILES) > 1000


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.rule.id)
def test_a_word_inside_a_longer_word_has_a_counter_example(file: RuleFile) -> None:
    shown = {case.place for case in file.manual.cases if case.kind == "反例"}
    path = next(case.place for case in file.manual.cases).rpartition(":")[0]
    bare = [
        f"{term.wrong} in {word}"
        for term, word in longer(file)
        if f"{path}:{term.line}" not in shown and not found(file.rule, term, word)
    ]
    assert bare == []


def found(rule: Rule, term: Term, word: str) -> bool:
    """Whether the longer word is as wrong as what it holds."""
    year = term.since or term.until
    text = f"{year}年工作总结\n会上提到{word}。" if year else f"会上提到{word}。"
    return bool(lint_document(Document(Source("word", text)), (rule,)))


def test_no_word_is_in_two_tables() -> None:
    seen: dict[str, str] = {}
    for file in FILES:
        for wrong in {term.wrong for term in terms(file)}:
            assert wrong not in seen, f"{wrong}: {seen[wrong]} and {file.rule.id}"
            seen[wrong] = file.rule.id


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.stem)
def test_every_table_belongs_to_a_rule_and_has_every_column(path: Path) -> None:
    assert path.with_suffix(".yaml").exists()
    with path.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) in (
            list(COLUMNS),
            HEADS,
            measure_table.HEADS,
            collocation_table.HEADS,
            confusion_table.HEADS,
            list_table.HEADS,
            phrase_table.HEADS,
            synonym_table.HEADS,
        )
