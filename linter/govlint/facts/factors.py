"""factors: what makes a total, and what one of which a price is told for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.facts.links import EARLIER
from govlint.facts.units import UNITS

REDUCED = re.compile("折(?![合算旧线叠纸])|优惠|下浮|让利|减免|抵扣|加上|外加|另[付加]|连同")
"""What is paid then is less, or more, than the price makes."""
Found = Iterator[tuple[Figure, tuple[Figure, ...], Decimal, bool]]
"""A total, its factors, what they make, and whether no other total is possible, however far off."""
NOT_NOW = CHANGE_ROLES | EARLIER | {"其中", "部分", "之中"}
"""Roles of what is no total, and no factor of one."""


def per_of(figure: Figure) -> str:
    """For one of what an amount is told, "" where it is not."""
    if figure.mean is not None:
        return figure.mean.unit
    return figure.dimension.partition("/")[2]


def base_of(figure: Figure) -> str:
    return figure.dimension.partition("/")[0]


def fits(figure: Figure, per: str) -> bool:
    """Whether a count is one of what a price is for."""
    return figure.unit == per or (per in UNITS and UNITS[per][0] == figure.dimension)


def number_of(figure: Figure, per: str) -> Decimal:
    """How many of them there are."""
    return figure.value / UNITS[per][1] if per in UNITS else figure.value


IDLE = re.compile(
    "停(?!车|泊|靠)|[检维抢大]修|故障|闭[馆园市]|休[市馆息渔假]|歇业|放假|关[闭停]|封[航闭路控]|断[流电水航]"
    "|中断|暂缓|[雨雪雾]天|台风|扣除|除去|不含|未(?:运|开|营|生产|供)"
)
"""Days on which nothing is done, so that what a day has on the average is not that of all days."""
