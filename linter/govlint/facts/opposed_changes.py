"""opposed_changes: the growth of a whole with that of two parts that are all of it by their names.

全县用水总量……其中城镇用水量……、农村用水量……; 小学在校生……，初中在校生……，小学和初中在校生总数…….
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from govlint.facts.links import shares_pair
from govlint.facts.named_changes import Change
from govlint.facts.opposite_parts import opposition

_NOT_ADDED = re.compile("均|率|指数|价格|单价|比[重例]|强度|单位|速")
"""What is no sum of its parts."""
_ALL = re.compile("总|合计|全[国省市县区州镇乡村校院年部社]|一共|共计")
_OF_ALL = re.compile("^(?:全[国省市县区州镇乡村校院年部社](?:会)?|其中|本年)+|总")
_GOES_ON = re.compile(
    "[、，；](?![^，。；0-9]{0,12}(?:比|较|快|慢|高|低|增速|降幅))[^，。；、0-9]{2,16}(?:增长|下降|减少|增加|上升|降低)"
)
"""A third part behind two: 入境游客增长96%."""
_AMONG = re.compile("其中")
_JOINED = re.compile("([一-龥]{2,6}?)[和与及、]([一-龥]{2})")
_THREE, _LEAST = 3, 2


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
            if not _GOES_ON.match(text, third.figure.span.end):
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
    words = opposition(one.name, other.name)
    if words is None:
        return False
    if "" in words:  # 侵财类案件, 非侵财类案件
        return shares_pair(whole.name, one.name) and opposition(whole.name, one.name) is None
    kinds = {_kind(one.name, words.one), _kind(other.name, words.other)}
    kind = kinds.pop()
    return not kinds and len(kind) >= _LEAST and _kind(whole.name, "").endswith(kind)


def _kind(name: str, word: str) -> str:
    """What is counted, without the ``word`` for the part: 用水量 of 全县用水总量 and of 城镇用水量,
    but not of 城镇居民用水量."""
    return _OF_ALL.sub("", name.replace(word, "", 1)).rstrip("量额数")
