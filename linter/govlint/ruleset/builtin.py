"""Where the built-in rules are: the only place that knows."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def rules_folder() -> Traversable:
    """The rules/ folder: inside the wheel, or at the root of a source checkout."""
    packaged = files("govlint") / "rules"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[3] / "rules"


def rule_texts(folder: Traversable, prefix: str = "") -> list[tuple[str, str, Traversable]]:
    """(path below ``folder``, text, the folder it lies in) of every rule file, in order."""
    found: list[tuple[str, str, Traversable]] = []
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        path = f"{prefix}{entry.name}"
        if entry.is_dir():
            found += rule_texts(entry, f"{path}/")
        elif entry.name.endswith((".yaml", ".yml")):
            found.append((path, entry.read_text(encoding="utf-8"), folder))
    return found
