"""Which check kinds there are: those of this package, and those of installed packages."""

from __future__ import annotations

from functools import cache

import govlint.checks
from govlint.checks.base import AnyCheck, Check
from govlint.plugins import constants
from govlint.ruleset.modules import check_in

ENTRY_POINTS = "govlint.checks"


@cache
def builtin_kinds() -> dict[str, str]:
    """Key to module, for every check in this package."""
    return {check.key: module for module, check in constants(govlint.checks, "CHECK", Check)}


@cache
def _installed() -> dict[str, AnyCheck]:
    from importlib.metadata import entry_points  # 40 ms: only where a key is not ours

    found = [entry.load() for entry in entry_points(group=ENTRY_POINTS)]
    return {check.key: check for check in found if isinstance(check, Check)}


def kind_keys() -> tuple[str, ...]:
    return tuple(sorted({*builtin_kinds(), *_installed()}))


def find_check(key: str) -> AnyCheck | None:
    """The check that rule files call ``key``."""
    module = builtin_kinds().get(key)
    return check_in(module) if module else _installed().get(key)
