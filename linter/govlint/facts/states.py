"""states: which of two figures tells of the earlier time.

年初……年末, 投用前……投用后, 2021年……2024年, 第一季度……第四季度.
"""

from __future__ import annotations

import re
from itertools import combinations

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.text.years import YEAR

_ORDER = {char: place for place, char in enumerate("一二三四五六七八九", 1)}
_LABEL = re.compile(
    rf"(?P<year>{YEAR})年"
    r"|(?P<before>去年|上年|上一年|前一年|年初(?!预算|安排|计划|下达|确定|目标)|月初|期初|原[来有先]|过去|以前|以往|当初|最初|起初|当时|此前)"
    r"|(?P<now>今年|本年|年[末底]|月[末底]|期末|目前|现[在有]|如今|当前|眼下|至今|现已|后来)"
    r"|(?P<quarter>[一二三四])季度"
    r"|(?P<month>1?[0-9])月(?:份|末|底)?"
    r"|(?P<half>[上下])半年"
    r"|(?P<done>[一-龥]{2})(?:之|以)?(?P<side>[前后])(?![三两四五0-9一-龥]{0,2}[个名位年天月])"
)
"""The words that say of which time a state is."""
_KINDS = ("year", "quarter", "month", "half")
_NO_STATE = CHANGE_ROLES | {"占比", "目标", "均值"}


def tell_states(text: str, figures: list[Figure]) -> None:
    """Give the role 前期 to a state of which a later one is told in the same sentence."""
    told = [
        (number, labels)
        for number, figure in enumerate(figures)
        if figure.roles.isdisjoint(_NO_STATE) and (labels := _labels(text, figure))
    ]
    for (one, first), (other, second) in combinations(told, 2):
        if figures[one].dimension != figures[other].dimension:
            continue
        way = _way(first, second)
        if way:
            number = one if way > 0 else other
            figures[number] = figures[number]._replace(roles=figures[number].roles | {"前期"})


def _labels(text: str, figure: Figure) -> list[re.Match[str]]:
    """The words of time in the last clauses before a figure."""
    return list(_LABEL.finditer(text, *figure.lead))


def _way(first: list[re.Match[str]], second: list[re.Match[str]]) -> int:
    """1 if the first of two states is the earlier one, -1 if the second is, 0 if it is not told."""
    one, other = first[-1], second[-1]
    for kind in _KINDS:
        if one[kind] and other[kind]:
            early, late = _ordinal(one[kind]), _ordinal(other[kind])
            return (early < late) - (late < early)
    if one["side"] and other["side"]:
        return {"前后": 1, "后前": -1}.get(one["side"] + other["side"], 0)
    if (one["side"] == "前" or one["before"]) and (other["now"] or other["side"] == "后"):
        return 1
    return -1 if (other["before"] or other["side"] == "前") and one["now"] else 0


def _ordinal(told: str) -> int:
    """The place in time of a year, a quarter, a month or half a year."""
    if told.isdecimal():
        return int(told)
    return _ORDER.get(told, 0) or " 上下".find(told)
