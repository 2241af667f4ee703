"""regexes: whether a regex can run away, and how far it reaches, told before it runs."""

from __future__ import annotations

import re
from re import _constants as sre  # the parser has no public name
from re import _parser as parser
from typing import Any

_LIMIT = 4096
_WIDE = 160


class RegexError(ValueError):
    """A regex that is not well formed or has a quantifier without a bound."""


def check_regex(regex: str) -> None:
    """Raise RegexError unless ``regex`` compiles and every repeat in it is bounded.

    >>> check_regex("甲{1,3}乙*+")
    >>> check_regex("(甲+)+")
    Traceback (most recent call last):
    govlint.ruleset.regexes.RegexError: 重复次数没有上限
    """
    try:
        tree = parser.parse(regex, re.MULTILINE)
    except re.error as fault:
        raise RegexError(
            f"正则表达式有误：{fault.msg}（第 {(fault.pos or 0) + 1} 个字符）"
        ) from None
    _check(tree, 1)


def _check(tree: Any, outer: int) -> None:
    for operation, argument in tree:
        inner = outer
        if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            high = argument[1]
            if high is sre.MAXREPEAT or high > _LIMIT:
                raise RegexError("重复次数没有上限")
            inner = outer * (high if high > 1 and argument[0] != high else 1)
            if inner > _LIMIT:
                raise RegexError("重复套着重复，匹配可能失控")
        for part in _parts(argument):
            _check(part, inner)


def _parts(argument: Any) -> list[Any]:
    if isinstance(argument, parser.SubPattern):
        return [argument]
    if isinstance(argument, tuple | list):
        return [part for item in argument for part in _parts(item)]
    return []


def reach(regex: str) -> int:
    """How far from any of its characters a match can reach, with what it looks ahead to, in code
    points; 0 where that has no bound worth using, or where it matters where a line ends.

    >>> reach("甲.{0,9}乙"), reach("甲(?=.{0,9}乙)"), reach("甲$")
    (11, 11, 0)
    """
    tree = parser.parse(regex, re.MULTILINE)
    width = int(tree.getwidth()[1]) + _ahead(tree)
    return 0 if width > _WIDE or _minds_line_end(tree) else width


def _ahead(tree: Any) -> int:
    widest = 0
    for operation, argument in tree:
        if operation in (sre.ASSERT, sre.ASSERT_NOT):
            if argument[0] > 0:
                widest = max(
                    widest, min(int(argument[1].getwidth()[1]) + _ahead(argument[1]), 9999)
                )
            continue
        widest = max([widest, *map(_ahead, _parts(argument))])
    return widest


def _minds_line_end(tree: Any) -> bool:
    return any(
        (operation is sre.AT and argument is not sre.AT_BEGINNING)
        or any(map(_minds_line_end, _parts(argument)))
        for operation, argument in tree
    )
