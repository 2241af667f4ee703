"""govlint schema: the JSON schema of rule files."""

from __future__ import annotations

import sys

from govlint.cli.arguments import Parser
from govlint.ruleset.schema import rule_schema


def run(words: list[str]) -> int:
    import json

    parser = Parser("govlint schema [选项]", "输出规则文件的 JSON Schema，供编辑器补全和检查。")
    parser.option("-o", "--output", metavar="文件", help="写入文件")
    options = parser.read(words)
    text = json.dumps(rule_schema(), ensure_ascii=True, indent=2) + "\n"
    if options.output is None:
        sys.stdout.write(text)
    else:
        from govlint.cli.output import write_whole

        write_whole(options.output, [text])
    return 0
