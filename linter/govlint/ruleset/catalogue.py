"""The rules of a run, and the manual behind them."""

from __future__ import annotations

from functools import cache

from govlint.ruleset.fault import FileFault
from govlint.ruleset.rule import Rule, RuleFile


@cache
def builtin_rules() -> tuple[Rule, ...]:
    """Every built-in rule, by id: from the compiled table in the wheel, else from the YAML."""
    from govlint.ruleset.compiled import stored

    try:
        return stored()
    except OSError:
        return tuple(found.rule for found in builtin_files())


@cache
def builtin_files() -> tuple[RuleFile, ...]:
    """Every built-in rule file in full, by id: for the manual, for tests, and in a checkout."""
    from govlint.ruleset.builtin import rule_texts, rules_folder
    from govlint.ruleset.load import load_rule

    texts = rule_texts(rules_folder())
    found = [load_rule(f"rules/{path}", text, folder) for path, text, folder in texts]
    return tuple(sorted(found, key=lambda file: file.rule.id))


def load_folder(name: str) -> tuple[RuleFile, ...]:
    """The rules in a folder or file of one's own, by id. Raises FileFault and OSError."""
    from importlib.resources.abc import Traversable
    from pathlib import Path  # a run without rules of its own does without
    from typing import cast

    from govlint.ruleset.builtin import rule_texts
    from govlint.ruleset.load import load_rule

    path = Path(name)
    base = path.parent if path.is_file() else path
    if path.is_file():
        texts = [(path.name, path.read_text(encoding="utf-8"), cast("Traversable", base))]
    else:
        texts = rule_texts(path)
    found = [load_rule(str(base / entry), text, folder) for entry, text, folder in texts]
    seen: dict[str, str] = {}
    for file, (entry, *_) in zip(found, texts, strict=True):
        for key in (file.rule.id, file.rule.name):
            if key in seen:
                raise FileFault(str(base / entry), 1, 1, f"“{key}”已被 {seen[key]} 使用")
            seen[key] = entry
    return tuple(sorted(found, key=lambda file: file.rule.id))
