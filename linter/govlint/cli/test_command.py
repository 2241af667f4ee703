"""govlint test: the examples of rules are run, and must come out as they say."""

from __future__ import annotations

import os
import sys

from govlint.cli.arguments import Parser
from govlint.engine.examples import Failure, run_examples
from govlint.engine.rulesets import own_files
from govlint.reporters.visible import visible
from govlint.ruleset.catalogue import builtin_files
from govlint.ruleset.fault import FileFault, UsageFault
from govlint.ruleset.rule import RuleFile

_KINDS = {"bad": "错例", "good": "对例"}


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
        files = list(own_files(name))
        _refuse_taken(files)
        return files
    found = [f for f in builtin_files() if f.rule.name == name or f.rule.id.startswith(name)]
    if not found:
        raise UsageFault(f"没有这个规则文件，也没有这条规则：{name}")
    return found


def _refuse_taken(files: list[RuleFile]) -> None:
    """Raise FileFault, as a check would, where a code or a name belongs to a built-in rule; a copy
    of that rule itself has both."""
    taken = {key: f.rule for f in builtin_files() for key in (f.rule.id, f.rule.name)}
    for file in files:
        owners = [taken.get(key) for key in (file.rule.id, file.rule.name)]
        if owners[0] is owners[1]:
            continue
        key = file.rule.id if owners[0] else file.rule.name
        owner = owners[0] or owners[1]
        assert owner is not None
        raise FileFault(file.manual.path, 1, 1, f"“{key}”已被规则 {owner.id} 使用")


def _told(file: RuleFile, failure: Failure) -> str:
    lines = "".join(f"    {visible(line)}\n" for line in failure.text.rstrip("\n").split("\n"))
    if failure.place:
        head = f"{failure.place}: {failure.code} “{failure.kind}”列"
    else:
        kind = _KINDS[failure.kind]
        head = f"{file.manual.path}: {failure.code} 第 {failure.number} 个{kind}（{failure.kind}）"
    return f"{head}：{visible(failure.reason)}\n{lines}"
