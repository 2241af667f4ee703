"""govlint test: the examples of rules are run, and must come out as they say."""

from __future__ import annotations

import os
import sys

from govlint.cli.arguments import Parser
from govlint.engine.examples import Failure, run_examples
from govlint.engine.rulesets import own_files
from govlint.reporters.visible import visible
from govlint.ruleset.catalogue import builtin_files
from govlint.ruleset.fault import UsageFault
from govlint.ruleset.rule import RuleFile

_KINDS = {"bad": "反例", "good": "正例"}


def run(words: list[str]) -> int:
    parser = Parser(
        "govlint test [规则…]",
        "用规则自带的例子检验规则。可以写自己的规则文件、文件夹，或内置规则的代号；不写则检验内置规则。",
    )
    parser.place("rules", nargs="*", metavar="规则", help="规则文件、文件夹或代号")
    options = parser.read(words)
    files = [file for name in options.rules for file in _files(name)] or list(builtin_files())
    failures = 0
    for file in files:
        for failure in run_examples(file):
            failures += 1
            sys.stdout.write(_told(file, failure))
    sys.stdout.write(f"{len(files)} 条规则，{failures} 个例子不符\n")
    return int(failures > 0)


def _files(name: str) -> list[RuleFile]:
    if os.path.exists(name):
        return list(own_files(name))
    found = [f for f in builtin_files() if f.rule.name == name or f.rule.id.startswith(name)]
    if not found:
        raise UsageFault(f"没有这个规则文件，也没有这条规则：{name}")
    return found


def _told(file: RuleFile, failure: Failure) -> str:
    lines = "".join(f"    {visible(line)}\n" for line in failure.text.rstrip("\n").split("\n"))
    if failure.place:
        head = f"{failure.place}: {failure.code} “{failure.kind}”列"
    else:
        kind = _KINDS[failure.kind]
        head = f"{file.manual.path}: {failure.code} 第 {failure.number} 个{kind}（{failure.kind}）"
    return f"{head}：{visible(failure.reason)}\n{lines}"
