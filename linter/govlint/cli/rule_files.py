"""The rule files that a command is about: the built-in ones, and those of one's own."""

from __future__ import annotations

from govlint.cli.arguments import Parser
from govlint.engine.rulesets import own_files
from govlint.ruleset.catalogue import builtin_files
from govlint.ruleset.rule import RuleFile


def add_rules_option(parser: Parser) -> None:
    parser.option(
        "--rules", action="append", default=[], metavar="路径", help="再加上自己的规则文件或文件夹"
    )


def add_language_option(parser: Parser) -> None:
    parser.option("--lang", choices=("zh", "en"), default="zh", help="语言：zh（默认）或 en")


def all_files(paths: list[str]) -> list[RuleFile]:
    """The built-in rule files and those at ``paths``, by code. Raises UsageFault."""
    own = [file for path in paths for file in own_files(path)]
    return sorted([*builtin_files(), *own], key=lambda file: file.rule.id)
