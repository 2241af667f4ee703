"""govlint tree: how govlint reads the structure of a document."""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from govlint.cli.arguments import Parser
from govlint.cli.check_options import encoding
from govlint.cli.console import complain
from govlint.engine.files import STDIN
from govlint.engine.read import Reading, Unread, read_document
from govlint.engine.rulesets import ENGINE
from govlint.facts.facts import Facts
from govlint.ruleset.catalogue import builtin_rules
from govlint.ruleset.fault import UsageFault


def run(words: list[str]) -> int:
    options = _options(words)
    if options.file != STDIN and not os.path.lexists(options.file):
        raise UsageFault(f"路径不存在：{options.file}")
    if os.path.isdir(options.file):
        raise UsageFault(f"{options.file} 是文件夹，govlint tree 一次看一个文件")
    document = read_document(options.file, options.file, Reading(options.encoding))
    if isinstance(document, Unread):
        complain(f"{options.file}：{reason(document)}")
        return 1
    facts = Facts(document)
    if options.output_format == "json":
        from govlint.cli.tree_json import render
    else:
        from govlint.cli.tree_text import render
    sys.stdout.write(render(facts))
    return 0


def reason(unread: Unread, language: str = "zh") -> str:
    """Why a document could not be read, as ``check`` says it."""
    for rule in builtin_rules():
        if rule.kind == ENGINE and rule.body.params.event == unread.event:
            return rule.body.messages[language].format_map(unread.fields)
    return unread.event


def _options(words: list[str]) -> Namespace:
    parser = Parser("govlint tree [选项] 文件", "显示文稿的层次结构：行号、标题、每节下面有什么。")
    parser.place("file", nargs="?", metavar="文件", help="文件或 -")
    parser.option("--encoding", type=encoding, metavar="编码", help="文件的编码；不写则自动识别")
    parser.option("--output-format", choices=("text", "json"), default="text", help="text 或 json")
    options = parser.read(words)
    if options.file is None:
        raise UsageFault("没有写文件，如 govlint tree 报告.txt")
    return options
