"""Every example in every rule file is a test: the documentation cannot be wrong."""

import pytest

from govlint.engine.examples import run_examples
from govlint.ruleset.catalogue import builtin_files
from govlint.ruleset.rule import Examples, RuleFile


def cases() -> list[object]:
    """One rule file a case, cut down to one example."""
    return [
        pytest.param(
            file._replace(
                manual=file.manual._replace(examples=Examples(**{kind: (text,)}), cases=())
            ),
            id=f"{file.rule.id}-{kind}-{number}",
        )
        for file in builtin_files()
        for kind, texts in file.manual.examples._asdict().items()
        for number, text in enumerate(texts, 1)
    ]


def test_there_are_rules() -> None:
    assert len(cases()) > len(builtin_files()) > 0, "without rules nothing below is tested"


@pytest.mark.parametrize(
    "file", [f for f in builtin_files() if f.manual.cases], ids=lambda file: file.rule.id
)
def test_rows_of_a_table(file: RuleFile) -> None:
    rows = file._replace(manual=file.manual._replace(examples=Examples()))
    assert [f"{f.place} {f.kind} {f.text}\n{f.reason}" for f in run_examples(rows)] == []


@pytest.mark.parametrize("file", cases())
def test_example(file: RuleFile) -> None:
    assert [f"{failure.text}\n{failure.reason}" for failure in run_examples(file)] == []
