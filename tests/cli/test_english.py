"""Every sentence about a config file, its rules or the paths has an English one."""

import ast
from pathlib import Path

import pytest

import govlint
from govlint.cli.english import SENTENCES, english
from govlint.ruleset.problems import toml_problem, yaml_problem

ROOT = Path(govlint.__file__).parent
MODULES = (
    "engine/config_find.py",
    "engine/config_read.py",
    "engine/config_toml.py",
    "engine/plan.py",
    "engine/rulesets.py",
    "ruleset/problems.py",
    "ruleset/select.py",
    "ruleset/yamlfile.py",
)


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def written(module: str) -> set[str]:
    """The Chinese strings of a module that are no docstrings, ``{}`` for what is put in."""
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
        if part is not node
    }
    quoted = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            found.add(
                "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "{}"
                    for part in node.values
                )
            )
        elif isinstance(node, ast.Constant) and id(node) not in inside | quoted:
            found.add(str(node.value))
    return {text for text in found if is_chinese(text)}


@pytest.mark.parametrize("module", MODULES)
def test_each_sentence_has_english(module: str) -> None:
    for sentence in written(module):
        text = sentence.removesuffix("{}") if "规则“" in sentence else sentence
        text = text.replace("{}", "x:1", 1).replace("{}", "x")
        told = english(text)
        assert told != text
        assert not is_chinese(told.replace("、", ""))


@pytest.mark.parametrize("chinese", SENTENCES)
def test_each_english_sentence_is_said(chinese: str) -> None:
    """Nothing is left of what is said no more, and what a sentence names comes through."""
    names = [f"name{n}" for n in range(chinese.count("{}"))]
    told = english(chinese.format(*names))
    assert told == english(told)
    assert all(name in told for name in names)


@pytest.mark.parametrize(
    "text", ["a: [1, 2", "a: b: c", "a:\n\t- b", "a: 'x", "- a\nb: c", "a: *x", '"\\q"', "a: @x"]
)
def test_a_mistake_in_yaml_has_a_reason_of_its_own(text: str) -> None:
    import yaml

    loaders = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]
    reasons = set()
    for loader in loaders:
        with pytest.raises(yaml.MarkedYAMLError) as caught:
            yaml.compose(text, Loader=loader)
        reasons.add(yaml_problem(f"{caught.value.problem} {caught.value.context}"))
    assert len(reasons) == 1
    assert reasons != {yaml_problem("something else")}


def test_a_mistake_in_toml_that_is_not_known_is_told_all_the_same() -> None:
    assert is_chinese(toml_problem("something else"))
