"""named_changes: growth told in percent, each with the name of what has grown.

外贸进出口总值126.4亿元，同比增长5.8%: what has grown is named before the figure before.
"""

from __future__ import annotations

import re

from govlint.facts.figure import Figure
from govlint.facts.naming import indicator_of, names_in_turn
from govlint.facts.units import PERCENT
from govlint.records import NamedTuple

_PRICED = re.compile(
    "[按以](?:可比|不变|现行|当年)(?:价格?|口径)(?:计算)?，?|扣除价格因素，?|名义|实际"
)
_STOP = re.compile("[。；\n]")
_CLAUSE = re.compile("[，：（]")
_OTHER = re.compile("年均|累计|环比|两年|[三五]年|贡献|拉动|比重|占|目标|计划|预期|力争")


class Change(NamedTuple):
    """``name``: the words in which the name stands; ``figure``: the percentage."""

    name: str
    figure: Figure

    @property
    def low(self) -> float:
        """The least that can have been rounded to it, a fall below nought."""
        low, high = self.figure.interval
        return float(low if self.figure.sign > 0 else -high)

    @property
    def high(self) -> float:
        """The most."""
        low, high = self.figure.interval
        return float(high if self.figure.sign > 0 else -low)


def named_changes(text: str, passage: list[Figure]) -> list[Change]:
    """The year-on-year changes of a passage that the words claim exactly, in order."""
    found: list[Change] = []
    name = ""
    listed: list[str] = []
    for figure in passage:
        lead = _STOP.split(_PRICED.sub("", text[slice(*figure.lead)]))[-1]
        place, size = figure.turn
        if place == 1:
            listed = names_in_turn(lead, size)
        if place and len(listed) == size:
            name = listed[place - 1]
        else:
            name = next(filter(None, map(indicator_of, reversed(_CLAUSE.split(lead)))), name)
        changed = figure.dimension == PERCENT and "变幅" in figure.roles
        if changed and not figure.about and figure.sign and not _OTHER.search(name + lead):
            found.append(Change(name, figure))
    return found
