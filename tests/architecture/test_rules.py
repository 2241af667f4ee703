"""What holds for the rules as a whole: no two alike, none without its check, all compilable."""

import ast
from collections import Counter

import pytest

from govlint.ruleset.builtin import rule_texts, rules_folder
from govlint.ruleset.catalogue import builtin_files, builtin_rules
from govlint.ruleset.compiled import flatten, restore
from govlint.ruleset.kinds import builtin_kinds
from govlint.ruleset.rule import RuleFile

FILES = builtin_files()


def test_ids_and_names_are_unique() -> None:
    counts = Counter(key for file in FILES for key in (file.rule.id, file.rule.name))
    assert [key for key, count in counts.items() if count > 1] == []


def test_checks_and_rules_need_each_other() -> None:
    assert {file.rule.kind for file in FILES} == builtin_kinds().keys()


def test_a_rule_lies_where_its_id_and_name_say() -> None:
    paths = {path for path, *_ in rule_texts(rules_folder())}
    wanted = {f"{file.rule.family.lower()}/{file.rule.name}.yaml" for file in FILES}
    assert paths == wanted


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.rule.id)
def test_a_stable_rule_speaks_english_too(file: RuleFile) -> None:
    rule = file.rule
    if rule.status == "stable":
        assert rule.body.messages.keys() == file.manual.titles.keys() == {"zh", "en"}
        assert all(texts.keys() == {"zh", "en"} for texts in rule.body.related.values())


def test_a_rule_with_a_table_has_examples_of_its_own() -> None:
    for file in FILES:
        if file.manual.cases:
            assert min(len(file.manual.examples.bad), len(file.manual.examples.good)) >= 2


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.rule.id)
def test_a_compiled_rule_is_the_rule(file: RuleFile) -> None:
    row = flatten(file.rule, builtin_kinds()[file.rule.kind])
    assert ast.literal_eval(repr(row)) == row
    assert restore(row) == file.rule


def test_a_run_uses_the_rules_of_the_files() -> None:
    assert builtin_rules() == tuple(file.rule for file in FILES)
