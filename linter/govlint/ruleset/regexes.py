"""What can be told about a regex before it runs: whether it can run away, and what it needs."""

from __future__ import annotations

import re
from math import fsum
from re import _constants as sre  # the parser has no public name
from re import _parser as parser
from typing import Any

_LIMIT = 4096
_FEW = 10
_MANY = 32
_SETS = 2
_WIDE = 160
_PAIRS = 400
_CLASS = 12


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
    (('处填', '请填'), ('【此', '【请', '（此', '（请'))
    >>> needles("[一-龥]+%"), needles("甲?"), needles("[\ue000-\uf8ff]")
    ((('%',),), (), (('\x01\ue000\uf8ff',),))
    """
    found = sorted(_needles(parser.parse(regex, re.MULTILINE)), key=_by_cost)
    kept = [tuple(sorted(members)) for cost, members in found if cost < _COMMON]
    return tuple(dict.fromkeys(kept))[:_SETS]


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


Sets = list[tuple[float, frozenset[str]]]
"""Sets of literals, each with its cost."""


def _needles(tree: Any) -> Sets:
    """The sets of one sequence: those of its elements, and those of the seams between them."""
    return [*_words(tree), *_seams(tree)]


def _words(tree: Any) -> Sets:
    """The sets of the elements of a sequence; runs of literals are joined with what follows."""
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
                found.append(_weighed(frozenset(run + lead for run in runs for lead in leads)))
        if tails and runs and len(runs) * len(tails) <= (2 * _MANY if len(runs) <= 2 else 2 * _FEW):
            runs = frozenset(run + tail for run in runs for tail in tails)
            if operation is not sre.LITERAL:
                found.append(_weighed(runs))
                runs = frozenset()
            continue
        if runs:
            found.append(_weighed(runs))
        runs = tails if len(tails) <= _FEW else frozenset()
        if tails and not runs:
            found.append(_weighed(tails))
        if not tails:
            found += _inner(operation, argument)
    return [*found, _weighed(runs)] if runs else found


def _seams(tree: Any) -> Sets:
    """For each place between two elements what can stand on its two sides: 新增 {0,6}户 holds
    增户 or 增 with a space, which no text holds that has a number there."""
    elements = _flat(tree)
    found: Sets = []
    for number in range(1, len(elements)):
        operation, argument = elements[number]
        ahead = operation is sre.ASSERT and argument[0] > 0
        if operation in _EMPTY and not ahead:
            continue
        last, none_before = _edge(elements[:number], -1)
        first, none_behind = _edge(list(argument[1]) if ahead else elements[number:], 1)
        if none_before or none_behind or not 0 < len(last) * len(first) <= _PAIRS:
            continue
        if {operation, elements[number - 1][0]} <= {sre.LITERAL, sre.IN} and _are_han(last | first):
            continue  # inside a word
        met = 1 if _DIGITS & last and _DIGITS & first else _APART
        cost = fsum(map(_often, last)) * fsum(map(_often, first)) * _REPORT * met
        found.append((cost, frozenset(one + other for one in last for other in first)))
    return found


def _are_han(chars: frozenset[str]) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in chars)


_EMPTY = (sre.ASSERT, sre.ASSERT_NOT, sre.AT)


def _flat(tree: Any) -> list[Any]:
    """The elements of a sequence and of the groups in it."""
    found: list[Any] = []
    for operation, argument in tree:
        found += _flat(argument[3]) if operation is sre.SUBPATTERN else [(operation, argument)]
    return found


def _edge(elements: list[Any], step: int) -> tuple[frozenset[str], bool]:
    """The characters that a match of a sequence can begin with (``step`` 1) or end with (-1),
    none where they are not known, and whether it may have no character."""
    found: frozenset[str] = frozenset()
    for operation, argument in elements[::step]:
        if operation in _EMPTY:
            continue
        chars, empty = _side(operation, argument, step)
        if not chars:
            return chars, False
        found |= chars
        if not empty:
            return found, False
    return found, True


def _side(operation: Any, argument: Any, step: int) -> tuple[frozenset[str], bool]:
    """The same for one element."""
    if operation is sre.LITERAL:
        return frozenset(chr(argument)), False
    if operation is sre.IN:
        return _few(argument, _CLASS), False
    if operation is sre.SUBPATTERN:
        return _edge(list(argument[3]), step)
    if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        chars, empty = _edge(list(argument[2]), step)
        return chars, empty or not argument[0]
    if operation is sre.BRANCH:
        sides = [_edge(list(branch), step) for branch in argument[1]]
        known = all(chars for chars, _ in sides)
        chars = frozenset(c for chars, _ in sides for c in chars) if known else frozenset()
        return chars, any(empty for _, empty in sides)
    return frozenset(), False


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


def _few(argument: Any, limit: int = _FEW) -> frozenset[str]:
    """The characters of a class that has but few of them, or none."""
    codes: set[int] = set()
    for kind, value in argument:
        if kind is sre.LITERAL:
            codes.add(value)
        elif kind is sre.RANGE and value[1] - value[0] < limit:
            codes.update(range(value[0], value[1] + 1))
        else:
            return frozenset()
    return frozenset(map(chr, codes)) if len(codes) <= limit else frozenset()


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
        best = [min(sets, key=_by_cost) for sets in map(_needles, argument[1]) if sets]
        members = frozenset(m for _, members in best for m in members)
        if len(best) == len(argument[1]) and len(members) <= _PAIRS:
            return [(fsum(cost for cost, _ in best), members)]
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
    return [_weighed(frozenset(members))] if len(members) <= _MANY else []


_FREQUENT = (
    "，。、业的建和发展全大化工新进设实0加市产“”力1国一区政人推中生民城动成2作增高制会务改强体经地保等重开农资行提项持年5社个.合以创理施3济"
    "目能企公快入上要家基为好面治有长水平点在现村主%完服度4用造不省深机革坚三文育万6定心是规8技品代管元出程升级法各到7府系量质9步学投我方安"
    "善亿标事通科支环对场续优金五效活划分性总共态范路部乡教（位）商落；本域源积放达结构十防境"
)
_RANK = {char: rank for rank, char in enumerate(_FREQUENT)}
"""The characters that official reports use most, the commonest first."""
_COMMON = 300.0


_REPORT = 7000
_APART = 0.03
"""How much rarer than by chance the two sides of a seam meet, where they are no digits: what
belongs between them is there, as a rule."""
_DIGITS = frozenset("0123456789")


def _often(char: str) -> float:
    """The share of ``char`` in the characters of a report, roughly."""
    return 0.05 / (1 + _RANK.get(char, 400) / 4)


def _by_cost(found: tuple[float, frozenset[str]]) -> tuple[float, list[str]]:
    return found[0], sorted(found[1])


def _weighed(members: frozenset[str]) -> tuple[float, frozenset[str]]:
    """``members``, and roughly how many lines of a report hold one of them, in no unit."""
    return fsum(share(member) for member in members), members


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
