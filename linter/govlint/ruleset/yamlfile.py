"""YAML read strictly: every mistake has a file, a line, a column and, where there is one, a hint.

PyYAML would turn ``off`` into False and ``2025-01-01`` into a date, keep the last of two equal
keys and follow aliases; here a plain scalar is true, false, a whole number or text, and nothing
else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

import yaml

from govlint.ruleset.fault import FileFault
from govlint.ruleset.problems import yaml_problem

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # libyaml is not everywhere
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_MAX_BYTES = 1_000_000
_MAX_DEPTH = 20
_OPENED = re.compile(r'^[ -]*(?:[^"\'#\n:]{1,80}: +|- +)(?P<quote>")(?P<rest>[^\n]*)', re.MULTILINE)
"""A value that begins with a quotation mark; one that is not closed in its line swallows those
below it, and is noticed far away."""
_INTEGER = re.compile(r"-?[0-9]{1,12}")


class Value:
    """One value of a YAML file together with its place."""

    __slots__ = ("_node", "path")

    def __init__(self, path: str, node: yaml.Node) -> None:
        self.path = path
        self._node = node

    def fault(self, message: str, hint: str = "") -> FileFault:
        """A fault at this value."""
        mark = self._node.start_mark
        return FileFault(self.path, mark.line + 1, mark.column + 1, message, hint)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self._node, yaml.MappingNode)

    def mapping(self, known: Iterable[str] | None = None) -> dict[str, Value]:
        """The entries of a mapping; with ``known``, any other key is a fault."""
        if not isinstance(self._node, yaml.MappingNode):
            raise self.fault("这里应当是“键: 值”形式的内容（半角冒号加空格）")
        found: dict[str, Value] = {}
        for key_node, value_node in self._node.value:
            key_place = Value(self.path, key_node)
            key = key_place.text()
            if key in found:
                raise key_place.fault(f"键“{key}”重复，前一处在第 {found[key].line} 行")
            if known is not None and key not in (names := list(known)):
                close = get_close_matches(key, names, 1, 0.6)
                hint = f"是不是“{close[0]}”？" if close else f"可用的键：{'、'.join(names)}"
                raise key_place.fault(f"不认识的键“{key}”", hint)
            found[key] = Value(self.path, value_node)
        return found

    @property
    def line(self) -> int:
        return int(self._node.start_mark.line) + 1

    def items(self) -> list[Value]:
        """The members of a list; a single value is a list of one."""
        if isinstance(self._node, yaml.SequenceNode):
            return [Value(self.path, node) for node in self._node.value]
        return [self]

    def text(self) -> str:
        if not isinstance(self._node, yaml.ScalarNode):
            raise self.fault("这里应当是一段文字")
        return str(self._node.value)

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def integer(self) -> int:
        text = self.text()
        if not _INTEGER.fullmatch(text):
            raise self.fault(f"应当是整数，不是“{text}”")
        return int(text)

    def boolean(self) -> bool:
        text = self.text()
        if text not in ("true", "false"):
            raise self.fault(f"应当是 true 或 false，不是“{text}”")
        return text == "true"

    def choice(self, names: Iterable[str]) -> str:
        text, names = self.text(), list(names)
        if text not in names:
            close = get_close_matches(text, names, 1, 0.5)
            hint = f"是不是“{close[0]}”？" if close else f"可用：{'、'.join(names)}"
            raise self.fault(f"不认识的值“{text}”", hint)
        return text


def read_yaml(path: str, text: str) -> Value | None:
    """The one document in ``text``, or None where it is empty. Raises FileFault."""
    if len(text) > _MAX_BYTES:
        raise FileFault(path, 1, 1, f"文件超过 {_MAX_BYTES} 个字符")
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as fault:
        raise _marked_fault(path, text, fault) from None
    except RecursionError:
        raise FileFault(path, 1, 1, f"嵌套超过 {_MAX_DEPTH} 层") from None
    except yaml.YAMLError as fault:
        line = text.count("\n", 0, getattr(fault, "position", None) or 0) + 1
        raise FileFault(path, line, 1, f"YAML 格式有误：{yaml_problem(str(fault))}") from None
    if node is None:
        return None
    for child, depth in _walk(node):
        if depth > _MAX_DEPTH:
            raise Value(path, child).fault(f"嵌套超过 {_MAX_DEPTH} 层")
    return Value(path, node)


def _marked_fault(path: str, text: str, fault: yaml.MarkedYAMLError) -> FileFault:
    """What the parser complains of, where it was caused."""
    mark, context = fault.problem_mark or fault.context_mark, fault.context or ""
    if "simple key" in context or "quoted scalar" in context:
        mark = fault.context_mark  # a missing colon or quotation mark is noticed later
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = yaml_problem(f"{fault.problem} {context}")
    opened = (found for found in _OPENED.finditer(text) if not _closed(found["rest"]))
    place = next((found.start("quote") for found in opened), None)
    if place is not None and text.count("\n", 0, place) < line:
        line = text.count("\n", 0, place) + 1
        column = place - text.rfind("\n", 0, place)
        problem = yaml_problem("end of stream")
    return FileFault(path, line, column, f"YAML 格式有误：{problem}")


def _walk(root: yaml.Node) -> Iterator[tuple[yaml.Node, int]]:
    seen: set[int] = set()
    todo = [(root, 0)]
    while todo:
        node, depth = todo.pop()
        if id(node) in seen:
            mark = node.start_mark
            raise FileFault(mark.name, mark.line + 1, mark.column + 1, "不支持 YAML 别名（*）")
        seen.add(id(node))
        yield node, depth
        if depth > _MAX_DEPTH:
            return
        if isinstance(node, yaml.MappingNode):
            todo += [(child, depth + 1) for pair in node.value for child in pair]
        elif isinstance(node, yaml.SequenceNode):
            todo += [(child, depth + 1) for child in node.value]


def _closed(rest: str) -> bool:
    """Whether the quotation mark that was opened before ``rest`` of a line is closed in it."""
    return '"' in rest.replace("\\\\", "").replace('\\"', "")
