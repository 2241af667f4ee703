"""What can be told about a regex before it runs: whether it can run away, and what it needs."""

from __future__ import annotations

import re
from re import _constants as sre  # type: ignore[attr-defined]  # the parser has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_LIMIT = 4096
_FEW = 6
_MANY = 24


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
        raise RegexError(f"正则表达式有误：{fault.msg}（第 {(fault.pos or 0) + 1} 个字符）") from None
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


def needles(regex: str) -> tuple[str, ...]:
    """Literals of which every match holds at least one; () where there is no short such list.

    >>> needles("[（【](?:此处|请)填写"), needles("[0-9]+%"), needles("甲?")
    (('填写',), ('%',), ())
    """
    found = _needles(parser.parse(regex, re.MULTILINE))
    return tuple(sorted(found)) if found else ()


def _needles(tree: Any) -> frozenset[str] | None:
    best: frozenset[str] | None = None
    run = ""
    for operation, argument in [*tree, (None, None)]:
        if operation is sre.LITERAL:
            run += chr(argument)
            continue
        candidates = [frozenset([run]) if run else None]
        run = ""
        if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT) and argument[0]:
            candidates.append(_needles(argument[2]))
        elif operation is sre.SUBPATTERN:
            candidates.append(_needles(argument[3]))
        elif operation is sre.ATOMIC_GROUP:
            candidates.append(_needles(argument))
        elif operation is sre.BRANCH:
            branches = [_needles(branch) for branch in argument[1]]
            if all(branches):
                candidates.append(frozenset(n for branch in branches if branch for n in branch))
        elif operation is sre.IN and all(op is sre.LITERAL for op, _ in argument):
            if len(argument) <= _FEW:
                candidates.append(frozenset(chr(code) for _, code in argument))
        best = min((c for c in (best, *candidates) if c), key=_cost, default=None)
    return best if best is None or len(best) <= _MANY else None


def _cost(found: frozenset[str]) -> tuple[int, int]:
    """Long literals are rare, and few of them are quick to look for."""
    return (-min(2, min(map(len, found))), len(found))
