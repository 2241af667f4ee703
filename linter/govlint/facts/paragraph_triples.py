"""paragraph_triples: a difference, and the only two other figures of its kind before it.

新登记4860户……全年注销1935户。两者相抵，净增2925户: the three may stand in sentences of their own,
where the paragraph tells no other figure of their kind before the difference; what misses it by a
slip of the pen was meant to be it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.rests_used import is_used
from govlint.facts.search import find, search_for
from govlint.facts.told_before import told_before
from govlint.facts.triples import Triple, is_balanced, slipped_to
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.text.back import begins

BETWEEN = search_for(
    "(?:净增[加长]?|净减少?|相抵|缺口|缺额|短缺|[尚还仍]差|结余|结存|盈余|节[约省支余]|核减|审减|超支|亏损|顺差|逆差|相差|差额|空编|缺编|空缺)"
    "(?![率的])[^，。；：（）0-9]{0,8}(?=[0-9])",
    (
        (
            "净增", "净减", "相抵", "缺口", "缺额", "短缺", "差", "结余", "结存", "盈余", "节约",
            "节省", "节支", "节余", "核减", "审减", "超支", "亏损", "空编", "缺编", "空缺",
        ),
    ),
    24,
)  # fmt: skip
"""What tells that a figure lies between two others."""
_APART = CHANGE_ROLES | {"均值", "其中", "部分", "占比", "差距", "起点", "终点"}
_NO_KIND = frozenset((PERCENT, POINTS, TIMES, DOUBLINGS))
_PERIODS = re.compile("可比|口径|累计[^，。；0-9]{0,4}$|[上下]半年|季度|每")
_BACK, _TWO = 420, 2
_END = re.compile("[。；]")


def find_paragraph_triples(facts: Facts) -> Iterator[Triple]:
    """The differences of a paragraph that are a slip away from what its only two other figures of
    their kind leave, in other sentences."""
    text = facts.body
    for match in find(text, facts.literals, BETWEEN):
        start = begins(text, match.start(), "\n", _BACK)
        told = told_before(facts, match.end() + 1, match.end() + 1 - start)
        if len(told) <= _TWO or told[-1].span.start != match.end():
            continue
        *before, difference = told
        kin = [f for f in before if f.dimension == difference.dimension]
        if len(kin) != _TWO or not _are_plain(text, difference, kin):
            continue
        one, other = kin
        if not _END.search(text, one.span.end, difference.span.start):
            continue
        if is_balanced(one, other, difference):
            continue
        expected = slipped_to(text, difference, one, other)
        if expected:
            yield Triple(difference, (one, other), expected)


def _are_plain(text: str, difference: Figure, kin: list[Figure]) -> bool:
    if difference.about or difference.limit or difference.mean or is_used(text, difference):
        return False
    if difference.dimension in _NO_KIND or _PERIODS.search(text, *difference.lead):
        return False
    return not any(f.about or f.limit or f.mean or f.roles & _APART for f in kin)
