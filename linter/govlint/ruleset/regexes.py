"""What can be told about a regex before it runs: whether it can run away, and what it needs."""

from __future__ import annotations

import re
from re import _constants as sre  # the parser has no public name
from re import _parser as parser
from typing import Any

_LIMIT = 4096
_FEW = 10
_MANY = 32
_SETS = 4
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


def needles(regex: str) -> tuple[tuple[str, ...], ...]:
    r"""Sets of which every match holds at least one member each, the rarest first.

    A member is a literal, or ``\1`` and two characters: any character between them. () where
    nothing is known.

    >>> needles("[（【](?:此处|请)填写")
    (('填写',), ('【此处', '【请', '（此处', '（请'))
    >>> needles("[一-龥]+%"), needles("甲?"), needles("[\ue000-\uf8ff]")
    ((('%',),), (), (('\x01\ue000\uf8ff',),))
    """
    found = _needles(parser.parse(regex, re.MULTILINE))
    kept = [tuple(sorted(members)) for members in found if _cost(members) < _COMMON]
    return tuple(dict.fromkeys(sorted(kept, key=_cost)))[:_SETS]


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


Sets = list[frozenset[str]]


def _needles(tree: Any) -> Sets:
    """The sets of one sequence; runs of literals are joined with what follows them."""
    found: Sets = []
    runs: frozenset[str] = frozenset()  # what the sequence has just matched, if it is known
    elements = list(tree)
    for number, (operation, argument) in enumerate(elements):
        tails = _literals(operation, argument)
        if runs and not tails:
            ahead = operation is sre.ASSERT and argument[0] > 0
            leads = _leads(list(argument[1]) if ahead else elements[number:])
            if leads and len(runs) * len(leads) > _MANY:
                runs = frozenset(run[-1] for run in runs)
            if leads and len(runs) * len(leads) <= _MANY:
                found.append(frozenset(run + lead for run in runs for lead in leads))
        if tails and runs and len(runs) * len(tails) <= (2 * _MANY if len(runs) <= 2 else 2 * _FEW):
            runs = frozenset(run + tail for run in runs for tail in tails)
            if operation is not sre.LITERAL:
                found.append(runs)
                runs = frozenset()
            continue
        if runs:
            found.append(runs)
        runs = tails if len(tails) <= _FEW else frozenset()
        if tails and not runs:
            found.append(tails)
        if not tails:
            found += _inner(operation, argument)
    return [*found, runs] if runs else found


def _literals(operation: Any, argument: Any) -> frozenset[str]:
    """The few texts that one element begins with, or none where they are not known."""
    if operation is sre.LITERAL:
        return frozenset(chr(argument))
    if operation is sre.IN:
        return _few(argument)
    if operation is sre.SUBPATTERN and len(argument[3]) == 1:
        return _literals(*argument[3][0])
    if operation is sre.BRANCH and len(argument[1]) <= _MANY:
        words = [_word(branch) for branch in argument[1]]
        return frozenset(words) if all(words) else frozenset()
    if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT) and argument[0] >= 1:
        first = argument[2]
        if len(first) == 1:
            texts = _literals(*first[0])
            return frozenset(t * min(argument[0], 3) for t in texts) if len(texts) == 1 else texts
    return frozenset()


def _few(argument: Any) -> frozenset[str]:
    """The characters of a class that has but few of them, or none."""
    codes: set[int] = set()
    for kind, value in argument:
        if kind is sre.LITERAL:
            codes.add(value)
        elif kind is sre.RANGE and value[1] - value[0] < _FEW:
            codes.update(range(value[0], value[1] + 1))
        else:
            return frozenset()
    return frozenset(map(chr, codes)) if len(codes) <= _FEW else frozenset()


def _word(branch: Any) -> str:
    """The text of a branch that is nothing but literals, or ""."""
    if any(operation is not sre.LITERAL for operation, _ in branch):
        return ""
    return "".join(chr(code) for _, code in branch)


def _leads(tree: list[Any]) -> frozenset[str]:
    """The characters that a sequence can begin with, or none where they are not known."""
    if not tree:
        return frozenset()
    operation, argument = tree[0]
    if operation is sre.SUBPATTERN:
        return _leads([*argument[3], *tree[1:]])
    if operation is sre.BRANCH:
        branches = [_leads([*branch, *tree[1:]]) for branch in argument[1]]
        return frozenset(c for branch in branches for c in branch) if all(branches) else frozenset()
    if operation is sre.MAX_REPEAT and argument[0] == 0:
        first, rest = _leads(list(argument[2])), _leads(tree[1:])
        return first | rest if first and rest else frozenset()
    return frozenset(text[0] for text in _literals(operation, argument))


def _inner(operation: Any, argument: Any) -> Sets:
    if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _needles(argument[2]) if argument[0] else []
    if operation is sre.SUBPATTERN:
        return _needles(argument[3])
    if operation is sre.ATOMIC_GROUP:
        return _needles(argument)
    if operation is sre.ASSERT and argument[0] > 0:
        return _needles(argument[1])
    if operation is sre.IN:
        return _class(argument)
    if operation is sre.BRANCH:
        best = [min(sets, key=_cost) for sets in map(_needles, argument[1]) if sets]
        members = frozenset(m for members in best for m in members)
        return [members] if len(best) == len(argument[1]) and len(members) <= 2 * _MANY else []
    return []


def _class(argument: Any) -> Sets:
    """The members of a character class that holds nothing common."""
    members: set[str] = set()
    for kind, value in argument:
        if kind is sre.LITERAL:
            members.add(chr(value))
        elif kind is sre.RANGE:
            members.add(f"\1{chr(value[0])}{chr(value[1])}")
        else:
            return []
    return [frozenset(members)] if len(members) <= _MANY else []


_FREQUENT = (
    "，。、业的建和发展全大化工新进设实0加市产“”力1国一区政人推中生民城动成2作增高制会务改强体经地保等重开农资行提项持年5社个.合以创理施3济"
    "目能企公快入上要家基为好面治有长水平点在现村主%完服度4用造不省深机革坚三文育万6定心是规8技品代管元出程升级法各到7府系量质9步学投我方安"
    "善亿标事通科支环对场续优金五效活划分性总共态范路部乡教（位）商落；本域源积放达结构十防境"
)
_RANK = {char: rank for rank, char in enumerate(_FREQUENT)}
"""The characters that official reports use most, the commonest first."""
_COMMON = 300.0


def _cost(members: Any) -> float:
    """Roughly how many lines of a report hold one of ``members``, in no unit."""
    return float(sum(share(member) for member in members))


def share(member: str) -> float:
    """Roughly how many lines of a report hold ``member``, in no unit.

    >>> share("布署") < share("工作")
    True
    """
    if member[0] == "\1":
        low, high = member[1], member[2]
        plain = low <= "\u4e00" <= high or (high >= " " and low <= "~")
        return 500.0 if plain else 2.0
    lines = min(100 / (1 + _RANK.get(char, 400) / 10) for char in member)
    return lines / float(8 ** (len(member) - 1))
