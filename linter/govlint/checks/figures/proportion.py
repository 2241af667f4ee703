"""proportion: are two or more counts in the proportion that is told of them?

男生640名、女生560名，男女生比例为9∶7: what a proportion is one of is told by its name, a character
of which stands in the name of each count; else by 两者之比, 三次产业结构. Where
any figures near by are in that proportion, in any order, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, permutations

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import EARLIER
from govlint.facts.near_figures import near_figures
from govlint.facts.proportion_names import in_order, is_said_of, names_two
from govlint.facts.search import Search, find, search_for
from govlint.facts.town_country import INCOMES, find_income_ratios
from govlint.facts.two_sexes import two_sexes
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.text.back import begins
from govlint.text.span import Span

_TOLD = search_for(
    r"(?P<name>[一-龥、]{2,16}(?:结构|之?比(?:例|重)?))(?:由(?:原来|上年|去年)?的?[0-9.:：∶]{3,16})?(?:已|大?致|基本)?(?:为|是|达到?|(?:调整|优化|变化|变|转变|改善|缩小|扩大)?[为到至])?(?P<about>约为?|接近|近)?"
    r"(?<![0-9.:：∶])(?P<n>[0-9]{1,4}(?:\.[0-9]{1,3})?(?:[:：∶][0-9]{1,4}(?:\.[0-9]{1,3})?){1,3})(?![0-9:：∶.%])",
    (("比", "结构"), (":", "：", "∶")),
    48,
)
_AIM = re.compile(
    r"[按以照由从]|不[低高少多]于|不得|应当?|目标|标准|要求|达标|力争|规定|原则|上年|去年|此前|原来"
)
_OF_THESE = re.compile("^(?:这?[两二三四](?:者|项|类|个部门)|上述)")
"""Said of what the sentence before lists."""
_MARK = re.compile("[:：∶]")
_WANTED = re.compile("的?(?:要求|标准|规定|原则|目标|比例)")
_NOT_COUNTS = CHANGE_ROLES | EARLIER | {"占比", "比率", "之比", "目标"}
_NO_AMOUNT = (PERCENT, POINTS, TIMES, DOUBLINGS)
_MOST = 7
"""Among more figures some are in any proportion."""
_HUNDRED, _TEN = Decimal(100), Decimal(10)
_LITTLE, _MUCH = Decimal("0.05"), Decimal("0.12")
"""As a share, how far off what is rounded to a proportion of small numbers may be."""
_HALF = Decimal("0.5")
_EXACT = 20
"""A proportion of such numbers is no rough one."""
_TWO = 2
_SEXES = re.compile("男女|女男|男[^女]{0,3}[与和]女|女[^男]{0,3}[与和]男")
_NEAR = 90


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for ratio in find_income_ratios(facts):
        given = "、".join(text[slice(*f.span)] for f in ratio.incomes)
        yield Finding(
            ratio.span, {"given": given}, tuple(Related(f.span, "from") for f in ratio.incomes)
        )
    for match in find(text, facts.literals, _TOLD):
        terms = [*map(Decimal, _MARK.split(match["n"]))]
        aimed = _AIM.search(match["name"]) or _WANTED.match(text, match.end())
        if aimed or not all(terms):
            continue
        near = near_figures(facts, *match.span(), "\n").figures
        start = begins(text, match.start(), "。") - 1
        these = _OF_THESE.search(match["name"])
        if these:  # ……分别为36人、54人、18人。三者之比为
            start = begins(text, max(0, start), "。") - 1
        yield from _of_rest(text, match, start, terms)
        alike = _counts(near, Span(start, match.start("n")), len(terms))
        if not alike and len(terms) == _TWO and names_two(match["name"]):
            alike = _counts(near, Span(0, match.start("n")), _TWO)  # of the paragraph, if only two
            alike = alike if in_order(text, match["name"], alike) else []
        if not alike or not is_said_of(text, match["name"], alike[-len(terms) :]):
            continue
        told = alike[-len(terms) :]
        total = sum(each.value for each in told)
        ordered = these and all(f.turn == (n, len(told)) for n, f in enumerate(told, 1))
        if ordered and not _fits(tuple(f.value for f in told), terms, about=bool(match["about"])):
            yield _finding(text, match, told)
            continue
        others = [figure for figure in near if figure.value != total]
        if not match["about"] and _is_turned(text, match["name"], told, terms):
            yield _finding(text, match, told)
            continue
        if _fits_any(others, terms, about=bool(match["about"])):
            continue
        yield _finding(text, match, told)


def _is_turned(text: str, name: str, told: list[Figure], terms: list[Decimal]) -> bool:
    """Whether two counts, each called by its half of the name, are told the wrong way round."""
    values = [figure.value for figure in in_order(text, name, told)]
    if len(values) != _TWO:
        return False
    straight, turned = tuple(values), tuple(values[::-1])
    return _fits(turned, terms, about=False) and not _fits(straight, terms, about=True)


def _finding(text: str, match: re.Match[str], told: list[Figure]) -> Finding:
    fields: dict[str, str | int] = {"given": "、".join(text[slice(*f.span)] for f in told)}
    related = tuple(Related(each.span, "from") for each in told)
    return Finding(Span(*match.span("n")), fields, related)


def _of_rest(
    text: str, match: re.Match[str], start: int, terms: list[Decimal]
) -> Iterator[Finding]:
    """A proportion of men and women of whom the ones are told, and all."""
    if not _SEXES.search(match["name"]) or len(terms) != _TWO:
        return
    start = max(start + 1, begins(text, match.start(), "\n", _NEAR))
    told = two_sexes(text, start, match.start())
    if told is None:
        return
    orders = (told.values, told.values[::-1])
    if not any(_fits(order, terms, about=bool(match["about"])) for order in orders):
        given = "、".join(text[slice(*span)] for span in (told.whole, told.part))
        related = (Related(told.whole, "from"), Related(told.part, "from"))
        yield Finding(Span(*match.span("n")), {"given": given}, related)


def _counts(figures: list[Figure], within: Span, size: int) -> list[Figure]:
    """The counts of one kind that stand last in a stretch, if they are enough."""
    before = [f for f in figures if within.start < f.span.end <= within.end and _is_count(f)]
    alike = [f for f in before if before and f.dimension == before[-1].dimension]
    return alike if len(alike) >= size and alike[-size:] == before[-size:] else []


def _is_count(figure: Figure) -> bool:
    plain = figure.dimension not in _NO_AMOUNT and not figure.about and not figure.limit
    return plain and figure.value > 0 and figure.roles.isdisjoint(_NOT_COUNTS)


def _fits_any(figures: list[Figure], terms: list[Decimal], *, about: bool) -> bool:
    """Whether any figures near by are in a proportion, in any order; too many to tell count."""
    kinds: dict[str, list[Decimal]] = {}
    for figure in figures:
        if figure.dimension not in _NO_AMOUNT and figure.value > 0:
            kinds.setdefault(figure.dimension, []).append(figure.value)
    if any(len(values) > _MOST for values in kinds.values()):
        return True
    return any(
        _fits(order, terms, about=about)
        for values in kinds.values()
        for some in combinations(values, len(terms))
        for order in permutations(some)
    )


def _fits(values: tuple[Decimal, ...], terms: list[Decimal], *, about: bool) -> bool:
    """Whether values are in a proportion, as far as that was rounded."""
    total, whole = sum(values), sum(terms)
    if whole in (_HUNDRED, _TEN):
        room = max(_step(term) for term in terms) * (2 if about else 1)
        room = room * _HALF if whole == _TEN else room
        return all(abs(v * whole / total - t) < room for v, t in zip(values, terms, strict=True))
    rounded = any(_step(term) < 1 or term >= _EXACT for term in terms)
    first = values[0] / terms[0]
    for value, term in zip(values[1:], terms[1:], strict=True):
        room = _MUCH if about else _LITTLE
        if rounded:
            exact = _part(term) + _part(terms[0])
            room = max(room, exact) if about else exact + _LITTLE / 10
        if abs(value / term / first - 1) > room:
            return False
    return True


def _part(term: Decimal) -> Decimal:
    """As a share, how far rounding may take a term; 1 and 100 are what others are told for."""
    return Decimal(0) if term in (1, _HUNDRED) else _step(term) / term * _HALF


def _step(term: Decimal) -> Decimal:
    """One in the last place that is written."""
    return Decimal(1).scaleb(int(term.as_tuple().exponent))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_TOLD, INCOMES)


CHECK = Check("proportion", NoParams, run, fields=("given",), roles=("from",), searches=_searches)
