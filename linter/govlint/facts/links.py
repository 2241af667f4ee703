"""links: what figures are called, and whether two are called alike.

Asked of readings that are only probable (see checks/figures/relations.py): the figures may stand
in any order and in different sentences, so what binds them is their names.
"""

from __future__ import annotations

import re
from itertools import pairwise

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure

_BEHIND = re.compile(r"[^，。；：、0-9（）\n]{0,14}")
CLAUSE = re.compile(r"[，。；：（）\n]")
_CARRIERS = frozenset(
    "的了为达到约近超过占率比例重中个其有共等各均已全总数量额上下年度内在一二三四五六七八九十"
)
"""Characters that name nothing."""
_LEVEL = re.compile("平均|整体|总体|水平|均值|增[速幅长]|得分|进度|[的数值率]$")
"""What the words for whom a figure is held against say of no one."""
_HAN = re.compile("[一-龥]*")
OWN_CHANGE = re.compile(r"[，、（]?(?:同比|比上年|较上年|环比|比去年)?[一-龥]{0,4}$")
EARLIER = frozenset(("起点", "上期"))
_LONG = 6
_HALF = 0.5


def context(text: str, figure: Figure) -> str:
    """The words of the clause before a figure, and those behind it: 有287名同学越过录取线."""
    before = CLAUSE.split(text[slice(*figure.lead)].rstrip("，、（"))[-1].lstrip("、和及")
    behind = _BEHIND.match(text, figure.span.end)
    return before + (behind[0] if behind else "")


def shares_pair(one: str, other: str) -> bool:
    """Whether two strings have two neighbouring characters in common that name something."""
    return any(a + b in other and is_naming(a + b) for a, b in pairwise(one))


def shares_char(one: str, other: str) -> bool:
    """Whether two strings have a character in common that names something."""
    return any(is_naming(char) and char in other for char in one)


def is_naming(words: str) -> bool:
    return _CARRIERS.isdisjoint(words) and _HAN.fullmatch(words) is not None


def covers(name: str, words: str) -> float:
    """The share of the naming characters of a name that words have."""
    chars = {char for char in name if is_naming(char)}
    return sum(char in words for char in chars) / len(chars) if chars else 0


def names_other(subject: str, words: str) -> bool:
    """Whether a subject is that of another measure than words tell of: 形象进度, of 完成投资.

    >>> names_other("资金拨付", "已竣工"), names_other("造林", "已造林")
    (True, False)
    """
    return len(subject) > 1 and covers(subject, words) <= _HALF


def is_called(name: str, words: str) -> bool:
    """Whether words call what has a name: by its beginning, and by its end if it is long."""
    return name[:2] in words and (len(name) < _LONG or name[-2:] in words)


def is_told_of(whom: str, words: str) -> bool:
    """Whether ``words`` tell of whom a figure is held against, with all that narrows it: not of
    全市农村居民 where they tell of 全市居民."""
    name = _LEVEL.sub("", whom)
    return len(name) > 1 and name[:2] in words and set(name) <= set(words)


def place_of(figure: Figure) -> int:
    return figure.span.start


def follows(text: str, passage: list[Figure], ratio: Figure, part: Figure) -> bool:
    """Whether a ratio follows its part, with nothing but its change between."""
    between = [f for f in passage if part.span < f.span < ratio.span]
    return part.span < ratio.span and all(
        f.roles & CHANGE_ROLES and OWN_CHANGE.match(text, *f.lead) for f in between
    )


def common_end(names: list[str]) -> str:
    """What several names end in."""
    size = 0
    while all(len(name) > size and name[-size - 1] == names[0][-size - 1] for name in names):
        size += 1
    return names[0][len(names[0]) - size :]


def is_short_for(name: str, words: str) -> bool:
    """Whether a name is made of characters of others, in order.

    >>> is_short_for("高企", "高新技术企业"), is_short_for("工业投资", "固定资产投资")
    (True, False)
    """
    places = iter(words)
    return all(char in places for char in name)
