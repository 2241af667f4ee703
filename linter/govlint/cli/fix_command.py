"""govlint fix: govlint check --fix."""

from __future__ import annotations

from govlint.cli.check_options import read_options
from govlint.ruleset.fault import UsageFault


def run(words: list[str]) -> int:
    options = read_options(words, fix=True)
    if not options.paths:
        raise UsageFault("没有写要改的文件（用 --help 看用法）")
    from govlint.cli.checking import check

    return check(options)
