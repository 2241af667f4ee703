"""govlint rule: explain rules."""

from __future__ import annotations

import re
import sys

from govlint.cli.arguments import Parser
from govlint.cli.manual import page
from govlint.cli.rule_files import add_language_option, add_rules_option, all_files
from govlint.cli.rules_command import table
from govlint.ruleset.fault import UsageFault
from govlint.ruleset.rule import RuleFile

_BEGINNING = re.compile(r"[A-Za-z]{1,3}|[A-Za-z]{3}[0-9]{1,2}")


def run(words: list[str]) -> int:
    what = "说明规则：查什么、为什么、依据、例子、怎样不查。"
    parser = Parser("govlint rule [选项] 代号或名称…", what)
    parser.place(
        "rules_named", nargs="*", metavar="规则", help="如 SEQ201、ordinal-gap；SEQ 列出一类"
    )
    add_rules_option(parser)
    add_language_option(parser)
    options = parser.read(words)
    if not options.rules_named:
        raise UsageFault("没有写要说明的规则，如 govlint rule SEQ201")
    files = all_files(options.rules)
    pages = [_tell(name, files, options.lang) for name in options.rules_named]
    sys.stdout.write("\n\n".join(pages) + "\n")
    return 0


def _tell(name: str, files: list[RuleFile], language: str) -> str:
    """The page of a rule, or the table of those whose code begins so."""
    begun = [file for file in files if file.rule.id.startswith(name.upper())]
    if begun and _BEGINNING.fullmatch(name):
        return table(begun, language).rstrip("\n")
    return "\n".join(page(_find(name, files), language))


def _find(name: str, files: list[RuleFile]) -> RuleFile:
    for file in files:
        if name.upper() == file.rule.id or name.lower() == file.rule.name:
            return file
    from difflib import get_close_matches

    known = [key for file in files for key in (file.rule.id, file.rule.name)]
    close = get_close_matches(name, known, 1, 0.6) or get_close_matches(name.upper(), known, 1, 0.6)
    hint = f"，是不是“{close[0]}”？" if close else "，用 govlint rules 看有哪些规则"
    raise UsageFault(f"没有规则“{name}”{hint}")
