"""Small changes of a module that a test should notice: each changes one place of one function."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import CodeType
from typing import Any, NamedTuple

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.And: ast.Or, ast.Or: ast.And,
    ast.Continue: ast.Break, ast.Break: ast.Continue,
}  # fmt: skip


class Mutant(NamedTuple):
    """``line`` is where it is, ``was`` and ``now`` what it changes, as source; ``code``: the
    module with it."""

    line: int
    was: str
    now: str
    code: CodeType


def mutants(source: str, path: str) -> Iterator[Mutant]:
    """Every mutant of the functions of a module, in order."""
    tree = ast.parse(source)
    places = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    seen: set[ast.AST] = set()
    for function in places:
        for node in ast.walk(function):
            if node not in seen:
                seen.add(node)
                yield from _of_node(tree, node, path)


def _of_node(tree: ast.Module, node: ast.AST, path: str) -> Iterator[Mutant]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield from _swap(tree, node, node.ops, path)
    elif isinstance(node, ast.BinOp) and type(node.op) in _SWAPPED:
        yield from _set(tree, node, "op", _SWAPPED[type(node.op)](), path)
    elif isinstance(node, ast.BoolOp):
        yield from _set(tree, node, "op", _SWAPPED[type(node.op)](), path)
        for index in range(len(node.values)):
            rest = node.values[:index] + node.values[index + 1 :]
            rest *= 2 if len(rest) == 1 else 1  # an operator needs two
            yield from _set(tree, node, "values", rest, path)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        other = not node.value if isinstance(node.value, bool) else node.value + 1
        yield from _set(tree, node, "value", other, path)
    elif isinstance(node, ast.If | ast.IfExp):
        for value in (True, False):
            yield from _set(tree, node, "test", ast.Constant(value), path)
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield from _set(tree, node, "ifs", [], path)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield from _set(tree, node, "op", ast.UAdd(), path)


def _swap(tree: ast.Module, node: ast.Compare, ops: list[ast.cmpop], path: str) -> Iterator[Mutant]:
    other = _SWAPPED.get(type(ops[0]))
    if other is not None:
        yield from _set(tree, node, "ops", [other()], path)


def _set(tree: ast.Module, node: Any, field: str, value: object, path: str) -> Iterator[Mutant]:
    """The mutant in which ``field`` of ``node`` is ``value``; the tree is as before afterwards."""
    shown = node if hasattr(node, "lineno") else node.target
    was, line, old = ast.unparse(node), shown.lineno, getattr(node, field)
    setattr(node, field, value)
    try:
        yield Mutant(line, was, ast.unparse(node), _compile(tree, path))
    finally:
        setattr(node, field, old)


def _compile(tree: ast.Module, path: str) -> CodeType:
    code = compile(ast.fix_missing_locations(tree), path, "exec")
    assert isinstance(code, CodeType)
    return code
