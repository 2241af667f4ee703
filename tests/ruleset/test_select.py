"""Which rules are on."""

from typing import Any

import pytest

from govlint.checks.engine import CHECK, Params
from govlint.ruleset.fault import UsageFault
from govlint.ruleset.rule import Body, Rule
from govlint.ruleset.select import Choice, Selector, select_rules


def rule(code: str, name: str, **other: Any) -> Rule:
    fields: dict[str, Any] = {
        "severity": "error", "profiles": ("report",), "status": "stable", "kind": "engine",
        "body": Body(CHECK, Params("x"), {"zh": ""}, {}), "fix": "",
    }  # fmt: skip
    return Rule(id=code, name=name, **{**fields, **other})


RULES = [
    rule("SEQ202", "ordinal-repeat"),
    rule("SEQ201", "ordinal-gap"),
    rule("SEQ301", "later", status="preview"),
    rule("FMT901", "attachments", profiles=("gongwen",)),
    rule("RES505", "portal-chrome"),
]


def on(**choice: Any) -> list[str]:
    selectors: dict[str, Any] = dict(choice)
    for key in selectors.keys() & {"select", "ignore"}:
        selectors[key] = tuple(Selector(text, "--x") for text in choice[key])
    found = select_rules(RULES, Choice(**selectors), lambda: {"RES505": ("网页",)})
    return [found.id for found in found]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, ["RES505", "SEQ201", "SEQ202"]),
        ({"profile": "gongwen"}, ["FMT901", "RES505", "SEQ201", "SEQ202"]),
        ({"select": ["SEQ"]}, ["SEQ201", "SEQ202"]),
        ({"select": ["SEQ2", "FMT901"]}, ["FMT901", "SEQ201", "SEQ202"]),
        ({"select": ["SEQ301"]}, ["SEQ301"]),
        ({"select": ["later"]}, ["SEQ301"]),
        ({"select": ["ALL"]}, ["FMT901", "RES505", "SEQ201", "SEQ202"]),
        ({"select": ["网页"]}, ["RES505"]),
        ({"select": []}, []),
        ({"ignore": ["SEQ"]}, ["RES505"]),
        ({"ignore": ["ordinal-gap", "网页"]}, ["SEQ202"]),
        ({"select": ["SEQ"], "ignore": ["SEQ201"]}, ["SEQ202"]),
        ({"select": ["SEQ201"], "ignore": ["SEQ"]}, ["SEQ201"]),
        ({"select": ["SEQ201"], "ignore": ["SEQ201"]}, []),
    ],
)
def test_selection(choice: dict[str, Any], expected: list[str]) -> None:
    assert on(**choice) == expected


@pytest.mark.parametrize(
    ("text", "hint"), [("SEQ999", "SEQ"), ("seq201", "SEQ201"), ("ordinal-gpa", "ordinal-gap")]
)
def test_an_unknown_selector_is_a_fault_with_a_hint(text: str, hint: str) -> None:
    with pytest.raises(UsageFault, match=f"{text}.*{hint}"):
        on(select=[text])


def test_severities() -> None:
    def severity(**choice: Any) -> str:
        found = select_rules(RULES, Choice(**choice), dict)
        return next(rule.severity for rule in found if rule.id == "RES505")

    assert severity() == "error"
    assert severity(profile="submission") == "warning"
    assert severity(profile="submission", severities={"RES505": "info"}) == "info"
