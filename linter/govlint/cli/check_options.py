"""The options of ``govlint check``."""

from __future__ import annotations

import codecs
import os
import re
from argparse import ArgumentTypeError, Namespace

from govlint import __version__
from govlint.cli.arguments import Parser, flat, words
from govlint.diagnostics.severity import SEVERITIES
from govlint.engine.settings import Settings
from govlint.reporters.base import FORMATS
from govlint.ruleset.fault import UsageFault
from govlint.ruleset.profiles import PROFILES

LANGUAGES = ("zh", "en")
_CHECK = (
    "govlint [check] [选项] 路径…",
    "检查文稿。路径可以是文件、文件夹，或 -（标准输入）。",
)
_FIX = (
    "govlint fix [选项] 路径…",
    "改正文稿里有把握的地方，写回原文件，再列出剩下的问题。标准输入（-）改正后写到标准输出。",
)
_SIZE = re.compile(r"([0-9]{1,12})\s*([kmg]?)(?:i?b)?", re.IGNORECASE)


def read_options(argv: list[str], *, fix: bool = False) -> Namespace:
    """The command line of ``check``, or of ``fix``. Raises UsageFault."""
    parser = Parser(*(_FIX if fix else _CHECK))
    parser.place("paths", nargs="*", metavar="路径", help="文件、文件夹或 -")
    _fix_options(parser)
    _rule_options(parser)
    _file_options(parser)
    _output_options(parser)
    found = parser.read(argv)
    found.fix = found.fix or fix
    if found.unsafe_fixes and not (found.fix or found.diff):
        raise UsageFault("--unsafe-fixes 要和 --fix 或 --diff 一起用（用 --help 看用法）")
    if found.output_format is None:
        found.output_format = _format_of_environment()
    return found


def _fix_options(parser: Parser) -> None:
    add = parser.option
    add("--fix", action="store_true", help="改正有把握的地方，写回原文件")
    add("--unsafe-fixes", action="store_true", help="改序号、删整行等要核对的地方也改")
    add("--diff", action="store_true", help="只显示会怎样改，不动文件")


def _rule_options(parser: Parser) -> None:
    add, codes = parser.option, {"action": "append", "type": words, "metavar": "规则"}
    add("--select", **codes, help="只检查这些规则：代号、代号前缀、名称或标签，用逗号隔开")
    add("--ignore", **codes, help="不检查这些规则")
    add("--profile", choices=PROFILES, help="规则组合，默认 report")
    add("--rules", action="append", default=[], metavar="路径", help="再加上自己的规则文件或文件夹")
    add("--year", type=year, metavar="年份", help="报告年度；不写则看标题")
    add("--reference", metavar="文件", help="对照表（CSV）：指标、时期、数值、单位")
    add("--previous", metavar="文件", help="上年的报告：核对增幅，列出上年的目标")
    add("--fail-level", choices=(*SEVERITIES, "never"), help="从哪一级起算不通过，默认 error")
    add("--config", metavar="文件", help="用这个配置文件")
    add("--isolated", action="store_true", help="不用任何配置文件")


def _file_options(parser: Parser) -> None:
    add = parser.option
    add("--exclude", action="append", default=[], metavar="模式", help="跳过，如 附件*、旧稿/")
    add("--force-exclude", action="store_true", help="明确写出的文件也按 exclude 跳过")
    add("--encoding", type=encoding, metavar="编码", help="文件的编码；不写则自动识别")
    add("--stdin-filename", metavar="名称", help="标准输入当作哪个文件")
    add("-j", "--jobs", type=_jobs, metavar="数", help="同时用几个进程，默认 auto：看文件多少")
    add("--max-size", type=_size, metavar="大小", help="超过就不读，如 64M（默认）")


def _output_options(parser: Parser) -> None:
    add = parser.option
    add("--output-format", choices=FORMATS, help="full（默认）、concise 或 json")
    add("-o", "--output", metavar="文件", help="结果写入文件，不要放在文稿的文件夹里")
    add("--statistics", action="store_true", help="只按规则统计数目")
    add("--timing", action="store_true", help="各条规则用了多少时间，写到标准错误")
    add("-q", "--quiet", action="store_true", help="不显示总计和进度")
    add("--lang", choices=LANGUAGES, help="语言：zh（默认）或 en")
    add("--color", choices=("auto", "always", "never"), default="auto", help="颜色")
    add("--version", action="version", version=f"govlint {__version__}", help="显示版本")


def to_settings(found: Namespace) -> Settings:
    """What of the command line the engine wants to know."""
    return Settings(
        select=None if found.select is None else flat(found.select),
        ignore=flat(found.ignore),
        exclude=tuple(found.exclude),
        force_exclude=found.force_exclude,
        profile=found.profile,
        year=found.year,
        fail_level=found.fail_level,
        language=found.lang,
        config=found.config,
        isolated=found.isolated,
        rules=tuple(found.rules),
        encoding=found.encoding,
        **({} if found.max_size is None else {"max_size": found.max_size}),
        stdin_filename=found.stdin_filename,
        reference=found.reference,
        previous=found.previous,
    )


def _format_of_environment() -> str:
    name = os.environ.get("GOVLINT_OUTPUT_FORMAT") or FORMATS[0]
    if name not in FORMATS:
        known = "、".join(FORMATS)
        raise UsageFault(f"环境变量 GOVLINT_OUTPUT_FORMAT 不能是“{name}”，可用：{known}")
    return name


def year(text: str) -> int:
    """A report year. Raises ArgumentTypeError."""
    if not (text.isdecimal() and 1949 <= int(text) <= 2100):
        raise ArgumentTypeError(f"年份应当是 1949 到 2100 的数，不是“{text}”")
    return int(text)


def encoding(text: str) -> str | None:
    if text == "auto":
        return None
    try:
        found = codecs.lookup(text)
        found.decode(b"")
    except (LookupError, ValueError, TypeError):
        found = None
    if found is None or not found._is_text_encoding:  # noqa: SLF001 — hex and rot13 are codecs, too
        raise ArgumentTypeError(f"没有编码“{text}”，常用：utf-8、gb18030、utf-16")
    return text


def _jobs(text: str) -> int | None:
    if text == "auto":
        return None
    if not (text.isdecimal() and int(text)):
        raise ArgumentTypeError(f"进程数应当是 1 以上的数，或者 auto，不是“{text}”")
    return int(text)


def _size(text: str) -> int:
    found = _SIZE.fullmatch(text.strip())
    if not found or not int(found[1]):
        raise ArgumentTypeError(f"大小应当写作 64M、500K 之类，不是“{text}”")
    return int(found[1]) << 10 * " kmg".index(found[2].lower() or " ")
