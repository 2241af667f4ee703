"""neighbours: the roles of a figure that only the figures beside it tell."""

from __future__ import annotations

import re
from collections.abc import Callable

from govlint.facts.figure import Figure
from govlint.facts.list_roles import (
    SHORT,
    tell_among,
    tell_composed,
    tell_in_turn,
    tell_open_list,
    tell_parts,
)
from govlint.facts.units import PERCENT
from govlint.text.years import YEAR

_YEAR = re.compile(rf"(?P<year>{YEAR})年")
_NO_YEAR_BEFORE = frozenset(("起点", "终点", "其中", "部分"))
"""What these are is told by other words than the year: 其中2025年130栋、2026年152栋."""
_OF_WHOLE = re.compile(r"[一-龥]{0,12}的$")


def tell_earlier(text: str, figures: list[Figure]) -> None:
    """Give the role 上期 to what is said of the year before another figure's."""
    years = [_YEAR.findall(text, *figure.lead)[-1:] for figure in figures]
    told = {int(year) for found in years for year in found}
    for number, (figure, found) in enumerate(zip(figures, years, strict=True)):
        if found and int(found[0]) + 1 in told and not figure.roles & _NO_YEAR_BEFORE:
            figures[number] = figure._replace(roles=figure.roles | {"上期"})


def tell_share(text: str, figures: list[Figure]) -> None:
    """Give the role 之比 to the share in 占全县231亿元生产总值的40%, which follows its whole."""
    for number in range(1, len(figures)):
        whole, share = figures[number - 1], figures[number]
        told = "全体" in whole.roles and _OF_WHOLE.match(text, *share.lead)
        if told and share.dimension == PERCENT != whole.dimension:
            figures[number] = share._replace(roles=share.roles | {"之比"})


def tell_rate(_text: str, figures: list[Figure]) -> None:
    """Give the name of a rate to what it has become: 满意率从91%提升到96%."""
    for number in range(1, len(figures)):
        first, last = figures[number - 1], figures[number]
        if (
            last.dimension == PERCENT
            and "终点" in last.roles
            and "起点" in first.roles
            and first.name
        ):
            roles = last.roles | {"比率"} | ({"过百"} if last.value > 1 else set())
            figures[number] = last._replace(roles=roles, name=first.name)


def tell_last_year(text: str, figures: list[Figure]) -> None:
    """Give the role 上期 to what goes on with a list of last year's: 与上年的45个班、2078人相比."""
    for number in range(1, len(figures)):
        one, other = figures[number - 1], figures[number]
        lead = text[slice(*other.lead)]
        if (
            "上期" in one.roles
            and other.roles == {"数量"}
            and other.dimension != one.dimension
            and len(lead) <= SHORT
            and ("、" in lead or "和" in lead)
        ):
            figures[number] = other._replace(roles=other.roles | {"上期"})


NEIGHBOURS: tuple[tuple[tuple[str, ...], Callable[[str, list[Figure]], None]], ...] = (
    (("其中",), tell_parts),
    (("中",), tell_among),
    (("年",), tell_earlier),
    (("组成", "构成"), tell_composed),
    (("占",), tell_share),
    ((), tell_rate),
    (("上",), tell_last_year),
    (("即", "依次", "别", "具体"), tell_open_list),
    (("分别",), tell_in_turn),
)
"""What tells the roles that only neighbours show, and the words of which a sentence has one; the
later ones ask for roles that the earlier ones gave."""
