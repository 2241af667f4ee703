"""needles: the literals without which a regex matches nothing, read from its parse tree.

Two ways lead to them: the words that a sequence spells (``_words``), and the two characters that
meet where one of its elements ends and the next begins (``_seams``).
"""

from __future__ import annotations

import re
from math import fsum
from re import _constants as sre  # the parser has no public name
from re import _parser as parser
from typing import Any

from govlint.ruleset.rarity import seam_share, share

_FEW = 10
_MANY = 32
_SETS = 2
_PAIRS = 400
_CLASS = 12
_COMMON = 300.0
"""The share from which looking for a set brings nothing."""
_EMPTY = (sre.ASSERT, sre.ASSERT_NOT, sre.AT)

Sets = list[tuple[float, frozenset[str]]]
"""Sets of literals, each with its share."""


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
        pairs = frozenset(one + other for one in last for other in first)
        found.append((seam_share(last, first), pairs))
    return found


def _are_han(chars: frozenset[str]) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in chars)


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


def _by_cost(found: tuple[float, frozenset[str]]) -> tuple[float, list[str]]:
    return found[0], sorted(found[1])


def _weighed(members: frozenset[str]) -> tuple[float, frozenset[str]]:
    """``members``, and roughly how many lines of a report hold one of them, in no unit."""
    return fsum(share(member) for member in members), members
