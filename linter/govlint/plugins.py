"""The constant that each module of a package exports: discovery by walking, without a list."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def constants(package: ModuleType, name: str, kind: type[T]) -> Iterator[tuple[str, T]]:
    """(module, its constant ``name``) for every module below ``package`` that has one."""
    for found in walk_packages(package.__path__, package.__name__ + "."):
        value = getattr(import_module(found.name), name, None)
        if isinstance(value, kind):
            yield found.name, value
