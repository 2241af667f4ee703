"""govlint facts: the figures of a report, and how they hang together."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from functools import cache

from govlint.cli.arguments import Parser
from govlint.cli.check_options import LANGUAGES, encoding, year
from govlint.cli.console import complain
from govlint.cli.facts_output import (
    FORMATS,
    Kind,
    Records,
    Related,
    Row,
    as_workbook,
    in_english,
    related,
    rows,
)
from govlint.cli.tree_command import reason
from govlint.engine.config_find import Configs
from govlint.engine.files import STDIN, find_files
from govlint.engine.indicators_read import read_all
from govlint.engine.read import Reading, Unread, read_document
from govlint.facts.facts import Facts
from govlint.facts.indicators import Indicators, common_indicators
from govlint.ruleset.catalogue import builtin_rules
from govlint.ruleset.fault import UsageFault

_OTHER = (".xls", ".et", ".ods", ".xlsm", ".docx", ".doc", ".wps", ".pdf")
"""Endings of files that are no text, and that nothing here writes."""


def run(words: list[str]) -> int:
    options = _options(words)
    found = find_files(options.paths)
    if found.barren:
        raise UsageFault(f"文件夹里没有可以检查的文件（.txt、.md）：{found.barren[0]}")
    if options.output:
        from govlint.cli.output import refuse_inputs

        refuse_inputs(options.output, (target.path for target in found.targets))
    status = 0
    configs = Configs(None)
    rules = [rule for rule in builtin_rules() if rule.family == "FIG"]
    table: list[Row] = []
    links: list[Related] = []
    for target in found.targets:
        document = read_document(
            target.path, target.shown, Reading(options.encoding, language=options.lang)
        )
        if isinstance(document, Unread):
            colon = ": " if options.lang == "en" else "："
            complain(f"{target.shown}{colon}{reason(document, options.lang)}")
            status = 1
            continue
        config = configs.of(target.path)
        facts = Facts(document, options.year or config.year)
        if config.indicators:
            facts.indicators = _names(config.indicators)
        if options.relations:
            links += related(facts, rules)
        else:
            table += rows(facts)
    if options.relations:
        _write(options, links, Related)
    else:
        _write(options, table, Row)
    return status


@cache
def _names(paths: tuple[str, ...]) -> Indicators:
    return read_all(paths) or common_indicators()


def _write(options: Namespace, records: Records, kind: Kind) -> None:
    if options.lang == "en":
        records = in_english(records)
    if options.output_format == "xlsx":
        from govlint.cli.output import write_bytes

        write_bytes(options.output, as_workbook(records, kind, options.lang))
        return
    text = FORMATS[options.output_format](records, kind, options.lang)
    if options.output:
        from govlint.cli.output import write_whole

        write_whole(options.output, [text])
    else:
        sys.stdout.write(text)


def _options(words: list[str]) -> Namespace:
    parser = Parser(
        "govlint facts [选项] 文件…",
        "列出文稿里的数字：指标、时期、数值、单位、增幅、位置；几年的报告一起列，就是一本台账。",
    )
    parser.place("paths", nargs="*", metavar="文件", help="文件、文件夹或 -")
    parser.option("--relations", action="store_true", help="列出能够互相验算的数字和结果")
    parser.option("--output-format", choices=(*FORMATS, "xlsx"), help="输出格式，默认看 -o 的后缀")
    parser.option("-o", "--output", metavar="文件", help="写到文件，不写到屏幕")
    parser.option("--year", type=year, metavar="年", help="报告年份；不写则看标题")
    parser.option("--encoding", type=encoding, metavar="编码", help="文件的编码；不写则自动识别")
    parser.option("--lang", choices=LANGUAGES, default="zh", help="表头的语言：zh（默认）或 en")
    options = parser.read(words)
    if not options.paths:
        raise UsageFault("没有写文件，如 govlint facts 报告.txt")
    options.output_format = options.output_format or _format_of(options.output)
    if options.output_format == "xlsx" and not options.output:
        raise UsageFault("xlsx 要写到文件，如 -o 台账.xlsx")
    for path in options.paths:
        if path != STDIN and not os.path.lexists(path):
            raise UsageFault(f"路径不存在：{path}")
    return options


def _format_of(path: str | None) -> str:
    """The format that the name of the output promises. Raises UsageFault."""
    ending = os.path.splitext(path or "")[1].lower()
    if ending in _OTHER:
        raise UsageFault(f"不能存成 {ending}：{path}，请用 .xlsx、.csv 或 .txt")
    return ending[1:] if ending[1:] in ("csv", "json", "xlsx") else "text"
