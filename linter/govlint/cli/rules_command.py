"""govlint rules: the table of rules."""

from __future__ import annotations

import sys
from typing import Any

from govlint.cli.arguments import Parser
from govlint.cli.rule_files import add_language_option, add_rules_option, all_files
from govlint.reporters.words import WORDS, pad
from govlint.ruleset.fault import UsageFault
from govlint.ruleset.rule import RuleFile
from govlint.text.columns import columns


def run(words: list[str]) -> int:
    parser = Parser("govlint rules [选项] [代号…]", "列出规则：全部，或代号以给出的字母开头的。")
    parser.place("codes", nargs="*", metavar="代号", help="如 FIG、SEQ2；不写则列出全部")
    add_rules_option(parser)
    add_language_option(parser)
    parser.option("--output-format", choices=("text", "json"), default="text", help="text 或 json")
    options = parser.read(words)
    files = _begun(all_files(options.rules), options.codes)
    lay_out = _json if options.output_format == "json" else table
    sys.stdout.write(lay_out(files, options.lang))
    return 0


def _begun(files: list[RuleFile], codes: list[str]) -> list[RuleFile]:
    """Those of ``files`` whose code begins with one of ``codes``; without codes all."""
    for code in codes:
        if not any(file.rule.id.startswith(code.upper()) for file in files):
            raise UsageFault(f"没有以“{code}”开头的代号，用 govlint rules 看有哪些规则")
    begins = tuple(code.upper() for code in codes) or ""
    return [file for file in files if file.rule.id.startswith(begins)]


def table(files: list[RuleFile], language: str) -> str:
    """One line a rule: code, severity, name, title, profiles."""
    return _table([_cells(file, language) for file in files])


def _cells(file: RuleFile, language: str) -> tuple[str, ...]:
    rule = file.rule
    status = "" if rule.status == "stable" else f"（{rule.status}）"
    return (
        rule.id,
        WORDS[language][rule.severity],
        rule.name,
        _title(file, language) + status,
        ",".join(rule.profiles),
    )


def _title(file: RuleFile, language: str) -> str:
    return file.manual.titles.get(language) or file.manual.titles["zh"]


def _table(rows: list[tuple[str, ...]]) -> str:
    widths = [max(columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(pad, row, widths)).rstrip() for row in rows)
    return "\n".join(lines) + "\n"


def _json(files: list[RuleFile], language: str) -> str:
    import json

    from govlint.cli.console import takes_unicode

    rows: list[dict[str, Any]] = [
        {
            "code": file.rule.id,
            "name": file.rule.name,
            "severity": file.rule.severity,
            "title": _title(file, language),
            "profiles": list(file.rule.profiles),
            "status": file.rule.status,
            "tags": list(file.manual.tags),
            "fix": file.rule.fix or None,
            "basis": file.rule.body.basis,
        }
        for file in files
    ]
    whole = {"schema_version": 1, "rules": rows}
    return json.dumps(whole, ensure_ascii=not takes_unicode(sys.stdout), indent=2) + "\n"
