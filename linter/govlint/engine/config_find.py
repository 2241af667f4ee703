"""Which config file governs a document: the one closest to it, and no other."""

from __future__ import annotations

import os

from govlint.engine.config import Config
from govlint.ruleset.fault import UsageFault

NAMES = ("govlint.yaml", ".govlint.yaml", "pyproject.toml")
_TABLE = b"[tool.govlint"


class Configs:
    """The configs of a run, each read once. ``forced``: the file for every document; ``isolated``:
    there is none."""

    def __init__(self, forced: str | None = None, *, isolated: bool = False) -> None:
        self._isolated = isolated
        self._found: dict[str, Config] = {}
        self._forced = None if forced is None or isolated else _read(_existing(forced))

    def of(self, path: str) -> Config:
        """The config that governs the file at ``path``. Raises UsageFault."""
        if self._isolated:
            return Config()
        return self._forced or self._closest(os.path.dirname(os.path.abspath(path)))

    def _closest(self, folder: str) -> Config:
        if folder in self._found:
            return self._found[folder]
        above = os.path.dirname(folder)
        found = find_config(folder)
        if found:
            self._found[folder] = _read(found)
        else:
            self._found[folder] = self._closest(above) if above != folder else Config()
        return self._found[folder]


def find_config(folder: str) -> str:
    """The config file in ``folder``, or "". A pyproject.toml counts if it speaks of govlint."""
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (not name.endswith(".toml") or _speaks(path)):
            return path
    return ""


def _speaks(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return _TABLE in file.read()
    except OSError:
        return False


def _existing(path: str) -> str:
    if not os.path.isfile(path):
        raise UsageFault(f"配置文件不存在：{path}")
    return path


def _read(path: str) -> Config:
    from govlint.engine.config_read import read_config  # brings YAML with it

    return read_config(path)
