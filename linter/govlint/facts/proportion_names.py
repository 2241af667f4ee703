"""proportion_names: the counts that the name of a proportion is said of: 男女比例, 师生比."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from govlint.facts.figure import Figure
from govlint.facts.links import context, is_naming, shares_pair

_ALL = re.compile(
    r"(?:两者|二者|三者|四者|前后|上述|[两三四][项类])(?:人数|数量|规模|面积|投入)?之?比|三次?产业"
)
_INDUSTRY = "产业"
_KIND = re.compile("(?:的?配|之)?比[例重]?$|结构$")
_AND = re.compile("[与和同]")
_LONG = 12
"""A longer name is that of one thing and of another, 面试人数与录取人数."""
_ALSO = {"乡": "乡农", "城": "城市"}
"""What else a character of a name is in the name of a count: 城乡, and 农村居民."""
_EITHER = re.compile("师生|生师|医护|护医|床护|护床|床医|医床")
"""Names that writers take for the proportion either way round."""
_TWO = 2


def names_two(name: str) -> bool:
    """Whether a name tells of one thing and another: 报名人数与招聘人数之比."""
    pair = _AND.split(_KIND.sub("", name))
    return len(pair) == _TWO and all(len(each) >= _TWO for each in pair)


def is_said_of(text: str, name: str, counts: list[Figure]) -> bool:
    """Whether a proportion is said of these counts: by a character of the name of each, or
    since it is that of all of them."""
    if _ALL.search(name):
        about = _about(text, counts)
        return _INDUSTRY not in name or all(_INDUSTRY in each or "产" in each for each in about)
    return {*_orders(text, name, counts)} != set()


def in_order(text: str, name: str, counts: list[Figure]) -> list[Figure]:
    """Two counts in the order in which a name has them, none where that may be either."""
    if len(counts) != _TWO or _ALL.search(name) or _EITHER.search(name):
        return []
    orders = {*_orders(text, name, counts)}
    if len(orders) != 1:
        return []
    return counts if orders.pop() else counts[::-1]


def _orders(text: str, name: str, counts: list[Figure]) -> Iterator[bool]:
    """The ways in which a name may be said of these counts: whether in their order."""
    about = _about(text, counts)
    called = _KIND.sub("", name)
    pair = _AND.split(called)
    if len(pair) == len(counts) == _TWO:
        for told, order in ((True, about), (False, about[::-1])):
            if all(shares_pair(one, each) for one, each in zip(pair, order, strict=True)):
                yield told
        return
    if len(called) > _LONG:
        return
    chars = [_ALSO.get(char, char) for char in called if is_naming(char)]
    own = [
        [
            place
            for place, several in enumerate(chars)
            if _has(each, several) and sum(_has(other, several) for other in about) == 1
        ]
        for each in about
    ]
    for places in product(*own):
        if len({*places}) == len(places):
            yield [*places] == sorted(places)


def _about(text: str, counts: list[Figure]) -> list[str]:
    return [context(text, figure).replace("其中", "") for figure in counts]


def _has(words: str, several: str) -> bool:
    return any(char in words for char in several)
