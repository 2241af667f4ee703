"""town_country: 城乡居民收入比, and the incomes of town and of country told before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import EARLIER
from govlint.facts.near_figures import near_figures
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, apart, divide
from govlint.text.span import Span

INCOMES = search_for(
    r"城乡(?:居民)?(?:人均)?(?:可支配)?收入(?:之)?比(?:例|值)?(?:由[^，。；\n]{2,16})?(?:进一步|已|再)?(?:为|是|达到?|(?:缩小|下降|降低|降|收窄|缩)[到至为])"
    r"(?P<n>[1-9]\.[0-9]{1,3}|[1-9](?=[:：∶]1))(?:[:：∶]1(?![0-9.])|(?![0-9%:：∶]))",
    (("城乡",),),
    40,
)
_TOWN, _COUNTRY = re.compile("城镇"), re.compile("农村|农民")
_STEP = re.compile("跨|迈|突破|超|站上")
"""收入跨上4万元台阶 tells no amount."""
_BOTH = re.compile(
    "(?:城乡|城镇(?:居民)?[、和与及]农(?:村|民))(?:常住)?(?:居民)?(?:人均)?(?:可支配)?收入"
)
_BOTH_AND = re.compile("[、和]")
_NO_INCOME = CHANGE_ROLES | EARLIER | {"目标"}
_HALF = Decimal("0.5")


class IncomeRatio(NamedTuple):
    """``span``: the stated ratio; ``incomes``: of town and of country, which make another."""

    span: Span
    incomes: tuple[Figure, Figure]


def find_income_ratios(facts: Facts) -> Iterator[IncomeRatio]:
    """The ratios that the two incomes do not make."""
    for match in find(facts.body, facts.literals, INCOMES):
        near = near_figures(facts, *match.span(), "\n").figures
        told = [f for f in near if f.span.end <= match.start()]
        incomes = _incomes(facts.body, told)
        if incomes is None:
            continue
        stated = Decimal(match["n"])
        half = Decimal(1).scaleb(int(stated.as_tuple().exponent)) * _HALF
        ratio = divide(incomes[0].interval, incomes[1].interval)
        if ratio is not None and apart(ratio, Interval(stated - half, stated + half)):
            yield IncomeRatio(Span(*match.span("n")), incomes)


def _incomes(text: str, told: list[Figure]) -> tuple[Figure, Figure] | None:
    """The income of town and that of country, where each is told once."""
    towns = [f for f in told if _is_income(text, f, _TOWN, _COUNTRY)]
    countries = [f for f in told if _is_income(text, f, _COUNTRY, _TOWN)]
    both = [
        (one, other)
        for one, other in pairwise(told)
        if _is_plain(text, one)
        and _is_plain(text, other)
        and _BOTH.search(text, *one.lead)
        and _BOTH_AND.fullmatch(text, *other.lead)
    ]
    if len(towns) == len(countries) == 1 and not both:
        return towns[0], countries[0]
    return both[0] if len(both) == 1 and not towns and not countries else None


def _is_income(text: str, figure: Figure, of: re.Pattern[str], other: re.Pattern[str]) -> bool:
    lead = text[slice(*figure.lead)]
    told = "收入" in lead and of.search(lead) is not None and other.search(lead) is None
    return told and _is_plain(text, figure)


def _is_plain(text: str, figure: Figure) -> bool:
    plain = figure.dimension == "元" and figure.roles.isdisjoint(_NO_INCOME)
    exact = not figure.about and not figure.limit
    return plain and exact and not _STEP.search(text, *figure.lead)
