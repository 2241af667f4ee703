"""govlint rule: explain rules."""

from __future__ import annotations

import sys

from govlint.cli.arguments import Parser
from govlint.cli.manual import page
from govlint.cli.rule_files import add_language_option, add_rules_option, all_files
from govlint.ruleset.fault import UsageFault
from govlint.ruleset.rule import RuleFile


def run(words: list[str]) -> int:
    what = "说明规则：查什么、为什么、依据、例子、怎样不查。"
    parser = Parser("govlint rule [选项] 代号或名称…", what)
    parser.place("rules_named", nargs="*", metavar="规则", help="如 SEQ201 或 ordinal-gap")
    add_rules_option(parser)
    add_language_option(parser)
    options = parser.read(words)
    if not options.rules_named:
        raise UsageFault("没有写要说明的规则，如 govlint rule SEQ201")
    files = all_files(options.rules)
    pages = ["\n".join(page(_find(name, files), options.lang)) for name in options.rules_named]
    sys.stdout.write("\n\n".join(pages) + "\n")
    return 0


def _find(name: str, files: list[RuleFile]) -> RuleFile:
    for file in files:
        if name.upper() == file.rule.id or name.lower() == file.rule.name:
            return file
    from difflib import get_close_matches

    known = [key for file in files for key in (file.rule.id, file.rule.name)]
    close = get_close_matches(name, known, 1, 0.6) or get_close_matches(name.upper(), known, 1, 0.6)
    hint = f"，是不是“{close[0]}”？" if close else "，用 govlint rules 看有哪些规则"
    raise UsageFault(f"没有规则“{name}”{hint}")
