"""[tool.govlint] of a pyproject.toml, as the same values that YAML gives."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import yaml

from govlint.ruleset.fault import FileFault
from govlint.ruleset.problems import toml_problem
from govlint.ruleset.yamlfile import Value

_TABLE = re.compile(r"^[ \t]*\[+[ \t]*tool\.govlint", re.MULTILINE)


def read_toml(path: str, text: str) -> Value | None:
    """The table of govlint, or None where there is none. TOML keeps no places: a fault has the
    line on which its key seems to stand, and names the key."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        message = f"TOML 格式有误：{toml_problem(str(fault))}"
        raise FileFault(path, *_place(str(fault), text), message) from None
    tools = data.get("tool")
    table = tools.get("govlint") if isinstance(tools, dict) else None
    if table is None:
        return None
    start = _TABLE.search(text)
    return Value(path, _node(table, _Lines(text, start.start() if start else 0), 0))


def _place(message: str, text: str) -> tuple[int, int]:
    """Line and column of a complaint; without them it is about the end of the file."""
    found = re.search(r"line ([0-9]+), column ([0-9]+)", message)
    if found:
        return int(found[1]), int(found[2])
    lines = text.rstrip("\n").split("\n")
    return len(lines), len(lines[-1]) + 1


class _Lines:
    """Where the keys of the table stand."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start

    def line(self, key: str, default: int) -> int:
        """The line, from 0, of the first ``key =`` or ``[….key]`` after the table's head."""
        name = f"[\"']?{re.escape(key)}[\"']?"
        pattern = re.compile(rf"^[^\n#]*?(?:^|[ \t.{{,\[]){name}[ \t]*[=\].]", re.MULTILINE)
        found = pattern.search(self.text, self.start)
        return self.text.count("\n", 0, found.start()) if found else default


def _node(data: Any, lines: _Lines, line: int) -> yaml.Node:
    mark = yaml.Mark("", 0, line, 0, None, 0)
    if isinstance(data, dict):
        pairs = []
        for key, value in data.items():
            here = lines.line(key, line)
            pairs.append((_node(key, lines, here), _node(value, lines, here)))
        return yaml.MappingNode("", pairs, mark, mark)
    if isinstance(data, list):
        return yaml.SequenceNode("", [_node(item, lines, line) for item in data], mark, mark)
    text = str(data).lower() if isinstance(data, bool) else str(data)
    return yaml.ScalarNode("", text, mark, mark)
