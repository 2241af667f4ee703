"""product: is an amount what the factors make that its sentence tells?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.near_figures import near_figures
from govlint.facts.product_groups import may_add_up
from govlint.facts.products import Product, find_groups, find_products, may_tell

_FAR, _BEHIND = 80, 2
_NEAR = 3
"""So many sentences from one that tells a price."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    priced = -_NEAR
    for number, printed in enumerate(facts.printed):
        start, end = printed[0].last, printed[-1].end
        if may_tell(text[start:end]):
            priced = number
            for product in find_products(text, _told(facts, number)):
                yield _finding(text, product)
        if number - priced < _NEAR and may_add_up(text[start:end]):
            near = near_figures(facts, printed[0].start, end, "\n").figures
            for product in find_groups(text, [f for f in near if f.span.start < end]):
                if product.total.span.start >= start:
                    yield _finding(text, product)


def _finding(text: str, product: Product) -> Finding:
    total, factors, expected = product
    fields: dict[str, str | int] = {
        "factors": "、".join(text[slice(*each.span)] for each in factors),
        "expected": expected,
        "stated": text[slice(*total.span)],
    }
    return Finding(total.span, fields, tuple(Related(each.span, "from") for each in factors))


def _told(facts: Facts, number: int) -> list[Figure]:
    """The figures of a sentence; of the next two, too, up to the first that has an amount like its
    price: 每人每月补助60元。全年受助85人，共发放6.12万元."""
    figures = facts.sentence_figures(number).figures
    rates = [each for each in figures if "每" in facts.body[slice(*each.lead)]]
    if len(rates) != 1:
        return figures
    told = figures
    for following in range(number + 1, min(number + 1 + _BEHIND, len(facts.printed))):
        if any(each.dimension == rates[0].dimension for each in told if each is not rates[0]):
            break
        more = facts.sentence_figures(following).figures
        between = facts.body[told[-1].span.end : more[0].span.start]
        if "\n" in between or len(between) > _FAR or any(each.mean for each in more):
            break
        told = told + more
    return told


CHECK = Check(
    "product",
    NoParams,
    run,
    fields=("factors", "expected", "stated"),
    roles=("from",),
    searches=only_figures,
)
