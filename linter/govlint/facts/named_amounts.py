"""named_amounts: amounts told in a passage, each with the clause in which its name stands."""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.facts.naming import indicator_of, names_in_turn
from govlint.records import NamedTuple

_STOP = re.compile("[，。；：\n]")
_NOTE = re.compile(r"[［\[][0-9]{1,2}[］\]]")
"""The number of a footnote: 国内生产总值[2]."""
_ASIDE = CHANGE_ROLES | {"起点", "上期", "目标", "占比", "均值"}


class Amount(NamedTuple):
    """``name``: the words in which the name stands."""

    name: str
    figure: Figure


def named_amounts(text: str, passage: list[Figure]) -> list[Amount]:
    """The amounts that the words claim exactly and now, in order."""
    found: list[Amount] = []
    listed: list[str] = []
    bracket = 0
    for figure in passage:
        lead = _NOTE.sub("", text[slice(*figure.lead)])
        bracket = max(0, bracket + lead.count("（") - lead.count("）"))
        place, size = figure.turn
        if place == 1:
            listed = names_in_turn(lead, size)
        if figure.about or "数量" not in figure.roles or figure.roles & _ASIDE or bracket:
            continue
        clause = next(filter(None, map(indicator_of, reversed(_STOP.split(lead)))), "")
        name = listed[place - 1] if place and len(listed) == size else clause
        if name:
            found.append(Amount(name, figure))
    return found
