"""Rules as plain values, so that a run needs neither YAML nor the checks that it does not use."""

from __future__ import annotations

from govlint.hints import Any
from govlint.ruleset.rule import Rule

Row = tuple[Any, ...]


def flatten(rule: Rule, module: str) -> Row:
    """``rule`` as nested tuples and dicts of text and numbers; ``module`` holds its check."""
    fields = rule._asdict()
    fields.pop("check")
    fields["params"] = dict(rule.params._asdict())
    fields["messages"] = dict(rule.messages)
    fields["related"] = {role: dict(texts) for role, texts in rule.related.items()}
    return (module, fields)


def restore(row: Row) -> Rule:
    """The inverse of :func:`flatten`."""
    from govlint.ruleset.modules import check_in

    module, fields = row
    check = check_in(module)
    return Rule(**{**fields, "check": check, "params": check.params(**fields["params"])})
