"""govlint check: the default command."""

from __future__ import annotations

from govlint.cli.check_options import read_options
from govlint.ruleset.fault import UsageFault


def run(words: list[str]) -> int:
    options = read_options(words)
    if not options.paths:
        raise UsageFault("没有写要检查的文件（用 --help 看用法）")
    from govlint.cli.checking import check  # a mistake in the options need not wait for the rest

    return check(options)
