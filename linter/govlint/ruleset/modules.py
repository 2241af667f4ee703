"""A check by the module that exports it."""

from __future__ import annotations

from importlib import import_module

from govlint.checks.base import AnyCheck, Check


def check_in(module: str) -> AnyCheck:
    """The constant CHECK of ``module``."""
    found = import_module(module).CHECK
    assert isinstance(found, Check)
    return found
