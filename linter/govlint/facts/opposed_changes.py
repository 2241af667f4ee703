"""opposed_changes: the growth of a whole with that of two parts that are all of it by their names.

全县用水总量……其中城镇用水量……、农村用水量……; 小学在校生……，初中在校生……，小学和初中在校生总数…….
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from govlint.facts.links import shares_pair
from govlint.facts.named_changes import Change
from govlint.facts.opposite_parts import are_opposite

_NOT_ADDED = re.compile("均|率|指数|价格|单价|比[重例]|强度|单位|速")
"""What is no sum of its parts."""
_ALL = re.compile("总|合计|全[国省市县区州镇乡村校院年部社]|一共|共计")
_AMONG = re.compile("其中")
_JOINED = re.compile("([一-龥]{2,6}?)[和与及、]([一-龥]{2})")
_THREE = 3


def may_oppose(text: str) -> bool:
    """Whether a passage may tell the growth of a whole and of its parts."""
    return _AMONG.search(text) is not None or _ALL.search(text) is not None


def opposed(text: str, changes: Sequence[Change]) -> Iterator[tuple[Change, Sequence[Change]]]:
    """Each whole of ``changes`` with its two parts, which follow it or stand before it."""
    for start in range(len(changes) - _THREE + 1):
        first, second, third = changes[start : start + _THREE]
        if len({first.name, second.name, third.name}) < _THREE:
            continue
        if _AMONG.search(text, *second.figure.lead) and _is_whole(first, second, third):
            yield first, (second, third)
        elif _ALL.search(third.name) and _is_whole(third, first, second):
            yield third, (first, second)


def _is_whole(whole: Change, one: Change, other: Change) -> bool:
    if _NOT_ADDED.search(whole.name) or _NOT_ADDED.search(one.name + other.name):
        return False
    joined = _JOINED.search(whole.name)
    if joined is not None:
        pairs = permutations((one.name, other.name))
        return any(joined[1][-2:] in a and joined[2] in b for a, b in pairs)
    if not are_opposite(one.name, other.name) or are_opposite(whole.name, one.name + other.name):
        return False
    return shares_pair(one.name, other.name) and shares_pair(whole.name, one.name)
