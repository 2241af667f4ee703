"""equation: what rules say of figures, ``p = |b - a| / a``, worked out on intervals."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import lru_cache

from govlint.records import NamedTuple
from govlint.text.intervals import (
    Interval,
    absolute,
    add,
    divide,
    exactly,
    multiply,
    subtract,
)

Values = Mapping[str, tuple[Interval, ...]]
"""What each name stands for: one figure, or for a list several; under ``count(n)`` what n is in
the unit that it is written in."""

_LONGEST = 200
_FUNCTIONS = ("abs", "sum", "count")
_SIGNS = ("<=", ">=", "!=", "=")


class EquationError(ValueError):
    """An equation that cannot be read; its text says why."""


class Equation(NamedTuple):
    """``left`` and ``right`` are sums of names; ``sign`` is one of = != <= >=."""

    left: ast.expr
    sign: str
    right: ast.expr


@lru_cache(maxsize=256)
def read_equation(text: str) -> Equation:
    """The equation that ``text`` writes. Raises EquationError.

    >>> sorted(names(read_equation("p = |b - a| / a")))
    ['a', 'b', 'p']
    """
    if len(text) > _LONGEST:
        raise EquationError(f"算式太长，最多 {_LONGEST} 个字符")
    sign = next((sign for sign in _SIGNS if sign in text), "")
    if not sign:
        raise EquationError(f"“{text}”里没有 =、!=、<= 或 >=")
    left, _, right = text.partition(sign)
    return Equation(_side(left), sign, _side(right))


def names(equation: Equation) -> set[str]:
    """The figures that an equation speaks of."""
    sides = (*ast.walk(equation.left), *ast.walk(equation.right))
    return {node.id for node in sides if isinstance(node, ast.Name)} - {*_FUNCTIONS}


def holds(equation: Equation, values: Values) -> bool | None:
    """Whether some numbers in the intervals fulfil the equation; None where it has no value."""
    left, right = _value(equation.left, values), _value(equation.right, values)
    if left is None or right is None:
        return None
    if equation.sign == "<=":
        return left.low <= right.high
    if equation.sign == ">=":
        return left.high >= right.low
    meet = left.low <= right.high and right.low <= left.high
    return meet is (equation.sign == "=")


def value(side: ast.expr, values: Values) -> Interval | None:
    """The interval of one side of an equation, None where it has none."""
    return _value(side, values)


def _side(text: str) -> ast.expr:
    try:
        tree = ast.parse(re.sub(r"\|([^|]*)\|", r"abs(\1)", text).strip(), mode="eval").body
    except SyntaxError:
        raise EquationError(f"“{text.strip()}”不是算式") from None
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    bare = (n for n in ast.walk(tree) if isinstance(n, ast.Name) and id(n) not in called)
    if any(node.id in _FUNCTIONS for node in bare) or not all(map(_is_known, ast.walk(tree))):
        raise EquationError(
            f"“{text.strip()}”里有不认识的写法，可用：+ - * / |差| sum(列表) count(数)"
        )
    return tree


def _is_known(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return type(node.value) is int
    if not isinstance(node, ast.Call):
        return isinstance(node, _KNOWN)
    function = node.func.id if isinstance(node.func, ast.Name) else ""
    if len(node.args) != 1 or node.keywords:
        return False
    return function == "abs" or (function in _FUNCTIONS and isinstance(node.args[0], ast.Name))


_KNOWN = (
    ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Name, ast.Load,
)  # fmt: skip


def _value(node: ast.expr, values: Values) -> Interval | None:
    if isinstance(node, ast.Constant):
        return exactly(node.value) if isinstance(node.value, int) else None
    if isinstance(node, ast.Name):
        return values[node.id][0]
    if isinstance(node, ast.Call):
        return _call(node, values)
    assert isinstance(node, ast.BinOp)
    one, other = _value(node.left, values), _value(node.right, values)
    if one is None or other is None:
        return None
    if isinstance(node.op, ast.Add):
        return add(one, other)
    if isinstance(node.op, ast.Sub):
        return subtract(one, other)
    return multiply(one, other) if isinstance(node.op, ast.Mult) else divide(one, other)


def _call(node: ast.Call, values: Values) -> Interval | None:
    (inside,) = node.args
    if isinstance(node.func, ast.Name) and node.func.id == "count":
        assert isinstance(inside, ast.Name)
        return values[f"count({inside.id})"][0]
    if isinstance(node.func, ast.Name) and node.func.id == "sum":
        assert isinstance(inside, ast.Name)
        total = exactly(0)
        for each in values[inside.id]:
            total = add(total, each)
        return total
    found = _value(inside, values)
    return None if found is None else absolute(found)
