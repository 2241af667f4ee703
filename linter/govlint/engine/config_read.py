"""A config file to a config, every mistake with its place."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from govlint.diagnostics.severity import SEVERITIES
from govlint.engine.config import Config, IgnoreText, Pattern, PerFile, inherit
from govlint.ruleset.fault import FileFault
from govlint.ruleset.profiles import PROFILES
from govlint.ruleset.select import Selector
from govlint.ruleset.yamlfile import Value, read_yaml

YEARS = range(1949, 2101)
FAIL_LEVELS = (*SEVERITIES, "never")
LANGUAGES = ("zh", "en")


def read_config(path: str, chain: tuple[str, ...] = ()) -> Config:
    """The config in ``path``; ``chain``: the files that led here by ``extends``."""
    real = os.path.realpath(path)
    if real in chain:
        circle = " → ".join(show_path(p) for p in (*chain[chain.index(real) :], real))
        raise FileFault(show_path(path), 1, 1, f"extends 绕成了一圈：{circle}")
    shown = show_path(path)
    root = _load(path, shown)
    if root is None:
        return Config(path=shown)
    return _Reader(path, shown, (*chain, real)).read(root)


def show_path(path: str) -> str:
    """``path`` as a person would write it: from here, where it lies below."""
    relative = os.path.relpath(path) if _same_drive(path) else path
    shown = path if relative.startswith("..") else relative
    return shown.replace(os.sep, "/")


def _same_drive(path: str) -> bool:
    here = os.path.splitdrive(os.path.abspath("."))[0]
    return os.path.splitdrive(os.path.abspath(path))[0] == here


def _load(path: str, shown: str) -> Value | None:
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except OSError as fault:
        raise FileFault(shown, 1, 1, f"配置文件读不了：{fault.strerror}") from None
    except UnicodeDecodeError as fault:
        message = f"配置文件不是 UTF-8（第 {fault.start} 个字节起）"
        raise FileFault(shown, 1, 1, message, "请另存为 UTF-8") from None
    if path.endswith(".toml"):
        from govlint.engine.config_toml import read_toml

        return read_toml(shown, text)
    return read_yaml(shown, text)


class _Reader:
    """One config file, key by key."""

    def __init__(self, path: str, shown: str, chain: tuple[str, ...]) -> None:
        self.folder = os.path.dirname(os.path.abspath(path))
        self.shown = shown
        self.chain = chain

    def read(self, root: Value) -> Config:
        keys: dict[str, tuple[str, Callable[[Value], Any]]] = {
            "extends": ("path", self._extends),
            "select": ("select", self._selectors),
            "ignore": ("ignore", self._selectors),
            "exclude": ("exclude", lambda v: tuple(self._pattern(i) for i in v.items())),
            "profile": ("profile", lambda v: v.choice(PROFILES)),
            "year": ("year", _year),
            "fail-level": ("fail_level", lambda v: v.choice(FAIL_LEVELS)),
            "lang": ("language", lambda v: v.choice(LANGUAGES)),
            "rules": ("severities", self._severities),
            "rule-paths": ("rule_paths", lambda v: tuple(map(self._existing, v.items()))),
            "reference": ("reference", self._existing),
            "indicators": ("indicators", lambda v: tuple(map(self._existing, v.items()))),
            "per-file": ("per_file", self._per_file),
            "ignore-text": ("ignore_text", lambda v: tuple(map(self._ignore, v.items()))),
        }
        base, fields = Config(), {}
        for key, value in root.mapping(keys).items():
            field, read = keys[key]
            try:
                found = read(value)
            except FileFault as fault:
                if fault.path != self.shown:
                    raise
                raise _named(fault, key) from None
            if key == "extends":
                base = found
            else:
                fields[field] = found
        return inherit(base, Config(path=self.shown, **fields))

    def _extends(self, value: Value) -> Config:
        path = self._path(value)
        if not os.path.isfile(path):
            raise value.fault(f"文件不存在：{show_path(path)}")
        return read_config(path, self.chain)

    def _path(self, value: Value) -> str:
        return os.path.normpath(os.path.join(self.folder, value.text()))

    def _existing(self, value: Value) -> str:
        path = self._path(value)
        if not os.path.exists(path):
            raise value.fault(f"路径不存在：{show_path(path)}")
        return path

    def _pattern(self, value: Value) -> Pattern:
        return Pattern(self.folder, value.text())

    def _selector(self, value: Value, text: str | None = None) -> Selector:
        return Selector(text or value.text(), f"{self.shown}:{value.line}")

    def _selectors(self, value: Value) -> tuple[Selector, ...]:
        return tuple(self._selector(item) for item in value.items())

    def _severities(self, value: Value) -> dict[str, tuple[str, str]]:
        found = {}
        for code, item in value.mapping().items():
            if item.is_mapping:
                inner = item.mapping(("severity",))
                if "severity" not in inner:
                    raise item.fault(f"“{code}”缺少 severity")
                severity = inner["severity"].choice(SEVERITIES)
            else:
                severity = item.choice((*SEVERITIES, "off"))
            found[code] = (severity, f"{self.shown}:{item.line}")
        return found

    def _per_file(self, value: Value) -> tuple[PerFile, ...]:
        found = []
        for glob, item in value.mapping().items():
            inner = item.mapping(("ignore",))
            if "ignore" not in inner:
                raise item.fault(f"“{glob}”缺少 ignore")
            found.append(PerFile(Pattern(self.folder, glob), self._selectors(inner["ignore"])))
        return tuple(found)

    def _ignore(self, value: Value) -> IgnoreText:
        inner = value.mapping(("rule", "text", "reason", "path"))
        for key in ("rule", "text", "reason"):
            if key not in inner or not inner[key].text().strip():
                raise value.fault(f"缺少 {key}", "每条要有 rule、text 和 reason")
        return IgnoreText(
            rule=inner["rule"].text(),
            text=inner["text"].text().strip(),
            reason=inner["reason"].text().strip(),
            path=self._pattern(inner["path"]) if "path" in inner else None,
            file=self.shown,
            line=value.line,
        )


def _named(fault: FileFault, key: str) -> FileFault:
    """``fault`` with the key that it concerns, which TOML's places alone would not tell."""
    message = fault.message if key in fault.message else f"{key}：{fault.message}"
    return FileFault(fault.path, fault.line, fault.column, message, fault.hint)


def _year(value: Value) -> int:
    year = value.integer()
    if year not in YEARS:
        raise value.fault(f"年份应当在 {YEARS[0]} 到 {YEARS[-1]} 之间，不是 {year}")
    return year
