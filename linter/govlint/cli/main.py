"""govlint: which command, and what becomes of its mistakes."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from itertools import pairwise

from govlint import __version__, bundle
from govlint.cli.console import complain, prepare, silence
from govlint.ruleset.fault import UsageFault, os_reason
from govlint.warm import warm

COMMANDS = {
    "check": "检查文稿（可以省略 check，直接写路径）",
    "fix": "改正有把握的地方，并列出剩下的问题",
    "rule": "说明一条规则",
    "rules": "列出所有规则",
    "test": "用规则自带的例子检验规则",
    "tree": "显示文稿的层次结构",
    "facts": "列出文稿里的数字，验算它们是否相符",
    "schema": "输出规则文件的 JSON Schema，供编辑器补全",
    "init": "在当前文件夹写一个带说明的 govlint.yaml",
}
_ALLOCATIONS = 250_000
_HELP = """用法：govlint [命令] [选项] 路径…

检查工作总结、工作计划、政府工作报告等公文。例：govlint 报告.txt

命令：
{commands}

用 govlint 命令 --help 看各命令的选项；最常用的是 govlint check --help。
退出状态：0 没有问题；1 有问题，或者有文件没有读成；2 用法、配置有误，路径不存在，或者文件写不了。
"""


def run() -> None:
    """The program ``govlint``: run one command and leave at once.

    Nothing is left to clean up when a command returns, so the interpreter is not asked to take
    its modules apart, and the collector, which would walk them while they load, comes rarely.
    """
    gc.set_threshold(_ALLOCATIONS)
    bundle.use()
    status = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # a reader that has gone, a stream that was closed
        pass
    os._exit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    warm()
    prepare()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _run(words)
        sys.stdout.flush()
    except UsageFault as fault:
        complain(_told(str(fault), words))
        return 2
    except BrokenPipeError:
        silence()
        return 0
    except KeyboardInterrupt:
        return 130
    except SystemExit as stop:  # argparse after --help
        return stop.code if isinstance(stop.code, int) else 2
    except Exception as fault:
        if os.environ.get("GOVLINT_DEBUG"):
            raise
        return _broken(fault)
    return status


def _told(message: str, words: list[str]) -> str:
    """A fault in the language that the command line asks for, which may not have been read."""
    if "--lang=en" in words or ("--lang", "en") in pairwise(words):
        from govlint.cli.english import english

        return english(message)
    return message


def _run(words: list[str]) -> int:
    if not words or words[0] in ("-h", "--help", "help"):
        stream = sys.stdout if words else sys.stderr
        stream.write(_HELP.format(commands=_listed()))
        return 0 if words else 2
    if words[0] in ("-V", "--version"):
        sys.stdout.write(f"govlint {__version__}\n")
        return 0
    if words[0] == "--lang" and len(words) > 2 and words[2] in COMMANDS:
        words = [*words[2:], *words[:2]]
    elif words[0].startswith("--lang=") and len(words) > 1 and words[1] in COMMANDS:
        words = [*words[1:], words[0]]
    name = words[0] if words[0] in COMMANDS else "check"
    if name == "check" and words[0] != name:
        _refuse_misspelt(words[0])
    rest = words[1:] if words[0] in COMMANDS else words
    return _command(name, rest)


def _refuse_misspelt(word: str) -> None:
    """Raise UsageFault where ``word`` is neither a path nor far from a command."""
    if not word.isascii() or not word.isalpha() or os.path.lexists(word):
        return
    from difflib import get_close_matches

    close = get_close_matches(word, COMMANDS, 1, 0.75)
    if close:
        raise UsageFault(f"没有文件也没有命令“{word}”，是不是 {close[0]}？")


def _command(name: str, words: list[str]) -> int:
    from importlib import import_module

    if name == "check":
        bundle.load_ahead(bundle.START)
    status = import_module(f"govlint.cli.{name}_command").run(words)
    assert isinstance(status, int)
    return status


def _listed() -> str:
    return "\n".join(f"  {name:<8}{what}" for name, what in COMMANDS.items())


def _broken(fault: Exception) -> int:
    if isinstance(fault, OSError):
        complain(f"{os_reason(fault)}：{fault.filename or ''}")
    else:
        from govlint.cli.faults import describe

        complain(describe(fault))
    return 2
