"""yearly_means: what is told of each year on the average, and the total that its paragraph tells.

2021年至2024年累计造林36.8万亩……年均造林9.2万亩; 四年减少0.26万人，年均减少0.065万人: other figures
and sentences may lie between, but the total is called as the mean and told in the same unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import CLAUSE, shares_pair
from govlint.facts.search import find, search_for
from govlint.facts.told_before import told_before
from govlint.facts.told_names import name_of
from govlint.facts.units import PERCENT
from govlint.facts.years_told import years_told
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.years import YEAR

MEAN = search_for(
    r"[，。；\n](?:按此推算|据此|也就是|即|相当于|也就是说)?，?(?:这|过去)?(?:(?P<n>[两二三四五六七八九十])年(?:间|来|里)?，?)?(?:年均|年平均|平均每年|每年平均)(?P<what>[^，。；：0-9\n]{0,10})(?=[0-9])",
    (("年均", "年平均", "平均每年", "每年平均"),),
    38,
)
"""A mean that stands by itself, whatever it is called."""
_TOTAL = re.compile("累计|共|总计|合计")
_NOT = re.compile(
    rf"其中|[比较]|每年|当年|全年|今年|去年|上年|(?<![—～~至到0-9-]){YEAR}年(?![—～~至到以-])"
)
_SOME = frozenset(("其中", "部分"))
_BACK = 260
_LEAST = 2


class YearlyMean(NamedTuple):
    """``mean``: what a year has of ``total`` on the average, that is told over one of so many
    ``years``, the likeliest last."""

    mean: Figure
    total: Figure
    years: tuple[int, ...]


def find_yearly_means(facts: Facts) -> Iterator[YearlyMean]:
    """The means of a text whose totals stand before them in the paragraph."""
    text = facts.body
    for match in find(text, facts.literals, MEAN):
        end = match.end() + 1
        line = text.rfind("\n", max(0, end - _BACK), match.end()) + 1
        before = told_before(facts, end, min(_BACK, end - line))
        if not before or before[-1].span.start != match.end():
            continue
        *told, mean = before
        if mean.about or mean.limit or mean.dimension == PERCENT or mean.turn[1]:
            continue
        found = _told(text, told, mean, name_of(match["what"]))
        own = parse_numeral(match["n"] or "")
        if found is None or (own and own not in found.years):
            continue
        yield found._replace(years=(own,)) if own else found


def _told(text: str, told: list[Figure], mean: Figure, name: str) -> YearlyMean | None:
    alike = [f for f in told if f.unit == mean.unit and "均值" not in f.roles and not f.turn[1]]
    if not alike:
        return None
    if len(name) < _LEAST:
        totals = alike[-1:] if alike[-1].span.end == mean.lead.start else []
    else:
        named = [f for f in alike if _name(text, f) == name and f.roles.isdisjoint(_SOME)]
        totals = named or [f for f in alike if shares_pair(name, _name(text, f))]
    moved = bool(mean.roles & CHANGE_ROLES)
    totals = [f for f in totals if bool(f.roles & CHANGE_ROLES) == moved and f.sign == mean.sign]
    if len(totals) != 1 or totals[0].about or totals[0].limit:
        return None
    total = totals[0]
    if "起点" in total.roles or ("终点" in total.roles and "累计" not in total.roles):
        return None
    least = max(0, total.span.start - _BACK)
    begun = max(least, *(text.rfind(mark, least, total.span.start) + 1 for mark in "。；\n"))
    said = text[begun : total.span.start]
    if _NOT.search(said[said.rfind("，") + 1 :]) or not (moved or _TOTAL.search(said)):
        return None
    years = sorted(years_told(said), key=lambda n: -abs(total.value / n - mean.value))
    return YearlyMean(mean, total, tuple(years)) if years else None


def _name(text: str, figure: Figure) -> str:
    return name_of(CLAUSE.split(text[slice(*figure.lead)])[-1])
