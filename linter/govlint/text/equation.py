"""equation: what rules say of figures, ``p = |b - a| / a``, worked out on intervals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache, reduce

from govlint.hints import Any
from govlint.records import NamedTuple
from govlint.text.intervals import (
    Interval,
    absolute,
    add,
    apart,
    divide,
    exactly,
    multiply,
    subtract,
)

Values = Mapping[str, tuple[Interval, ...]]
"""What each name stands for: one figure, or for a list several; under ``count(n)`` what n is in
the unit that it is written in, under ``signed(n)`` a fall n as what is below nought."""

Side = tuple[Any, ...]
"""One side of an equation: a sign or a function before what it is applied to, which are sides
again; or ``("number", 2)``, ``("name", "a")``. ``sum``, ``max``, ``min``,
``signed`` and ``count`` are applied to a name."""

_LONGEST = 200
_LISTS = ("sum", "max", "min")
_OF_NAMES = ("count", "signed", *_LISTS)
_SIGNS = ("<=", ">=", "!=", "=")
_TOKEN = re.compile(r"\s*(?:(?P<name>[^\W\d]\w*)|(?P<number>[0-9]{1,9})|(?P<sign>[-+*/()|]))")
_SUMS = {"+": add, "-": subtract}
_PRODUCTS = {"*": multiply, "/": divide}


class EquationError(ValueError):
    """An equation that cannot be read; its text says why."""


class Equation(NamedTuple):
    """``left`` and ``right``, and between them a ``sign``, one of = != <= >=."""

    left: Side
    sign: str
    right: Side


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
    return Equation(_Reader(left).side(), sign, _Reader(right).side())


def names(equation: Equation) -> set[str]:
    """The figures that an equation speaks of."""
    return {*_names(equation.left), *_names(equation.right)}


def summed_name(equation: Equation) -> str:
    """The list whose sum an equation has on its right, "" for none.

    >>> summed_name(read_equation("p = sum(b) / a"))
    'b'
    """
    return next((name for sign, name in _applied(equation.right) if sign == "sum"), "")


def _applied(side: Side) -> Iterator[tuple[str, str]]:
    kind, *parts = side
    if kind in _OF_NAMES:
        yield kind, next(_names(side))
    elif kind not in ("name", "number"):
        for part in parts:
            yield from _applied(part)


def _names(side: Side) -> Iterator[str]:
    kind, *parts = side
    if kind == "name":
        yield parts[0]
    elif kind != "number":
        for part in parts:
            yield from _names(part)


def holds(equation: Equation, values: Values) -> bool | None:
    """Whether some numbers in the intervals fulfil the equation; None where it has no value."""
    left, right = value(equation.left, values), value(equation.right, values)
    if left is None or right is None:
        return None
    if equation.sign == "<=":
        return left.low <= right.high
    if equation.sign == ">=":
        return left.high >= right.low
    return apart(left, right) is not (equation.sign == "=")


def value(side: Side, values: Values) -> Interval | None:
    """The interval of one side of an equation, None where it has none."""
    kind, first, *more = side
    if kind == "number":
        return exactly(first)
    if kind == "name":
        return values[first][0]
    if kind == "count":
        return values[f"count({first[1]})"][0]
    if kind == "signed":
        return values.get(f"signed({first[1]})", values[first[1]])[0]
    if kind in _LISTS:
        return _of_list(kind, values[first[1]])
    one = value(first, values)
    if one is None or kind == "abs":
        return None if one is None else absolute(one)
    other = value(more[0], values)
    return None if other is None else {**_SUMS, **_PRODUCTS}[kind](one, other)


def _of_list(function: str, several: tuple[Interval, ...]) -> Interval:
    """The sum of a list, its greatest or its least."""
    if function == "sum":
        return reduce(add, several)
    lows, highs = zip(*several, strict=True)
    choose = max if function == "max" else min
    return Interval(choose(lows), choose(highs))


class _Reader:
    """Reads one side, sign by sign: products before sums, both from the left."""

    def __init__(self, text: str) -> None:
        self._text = text.strip()
        self._signs: list[tuple[str, str]] = []
        place = 0
        while place < len(self._text):
            found = _TOKEN.match(self._text, place)
            if found is None or found.lastgroup is None:
                raise self._fault()
            self._signs.append((found.lastgroup, found[found.lastgroup]))
            place = found.end()

    def side(self) -> Side:
        """The whole of it. Raises EquationError."""
        found = self._sum()
        if self._signs:
            raise self._fault()
        return found

    def _sum(self) -> Side:
        found = self._product()
        while self._next in _SUMS:
            found = (self._take()[1], found, self._product())
        return found

    def _product(self) -> Side:
        found = self._part()
        while self._next in _PRODUCTS:
            found = (self._take()[1], found, self._part())
        return found

    def _part(self) -> Side:
        kind, text = self._take()
        if kind == "number":
            return (kind, int(text))
        if kind == "name" and text not in (*_OF_NAMES, "abs"):
            return (kind, text)
        if text == "|":
            return ("abs", self._until("|"))
        if text == "(":
            return self._until(")")
        if kind == "name" and self._next == "(":
            self._take()
            inside = self._until(")")
            if text == "abs" or inside[0] == "name":
                return (text, inside)
        raise self._fault()

    def _until(self, end: str) -> Side:
        found = self._sum()
        if self._take()[1] != end:
            raise EquationError(f"“{self._text}”不是算式")
        return found

    @property
    def _next(self) -> str:
        return self._signs[0][1] if self._signs else ""

    def _take(self) -> tuple[str, str]:
        if not self._signs:
            raise EquationError(f"“{self._text}”不是算式")
        return self._signs.pop(0)

    def _fault(self) -> EquationError:
        return EquationError(
            f"“{self._text}”里有不认识的写法，可用：+ - * / |差| count(数) signed(数) "
            "sum(列表) max(列表) min(列表)"
        )
