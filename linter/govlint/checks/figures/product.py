"""product: is an amount what the factors make that its sentence tells?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.products import find_products, may_tell

_FAR = 80


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for number, printed in enumerate(facts.printed):
        if not may_tell(text[printed[0].last : printed[-1].end]):
            continue
        figures = _told(facts, number)
        for total, factors, expected in find_products(text, figures):
            fields: dict[str, str | int] = {
                "factors": "、".join(text[slice(*each.span)] for each in factors),
                "expected": expected,
                "stated": text[slice(*total.span)],
            }
            related = tuple(Related(each.span, "from") for each in factors)
            yield Finding(total.span, fields, related)


def _told(facts: Facts, number: int) -> list[Figure]:
    """The figures of a sentence; of the next one, too, if only that has an amount like its price:
    每人每月补助60元。全年受助85人，共发放6.12万元."""
    figures = facts.sentence_figures(number).figures
    rates = [each for each in figures if "每" in facts.body[slice(*each.lead)]]
    if len(rates) != 1 or number + 1 == len(facts.printed):
        return figures
    if any(each.dimension == rates[0].dimension for each in figures if each is not rates[0]):
        return figures
    following = facts.sentence_figures(number + 1).figures
    between = facts.body[figures[-1].span.end : following[0].span.start]
    apart = "\n" in between or len(between) > _FAR or any(each.mean for each in following)
    return figures if apart else figures + following


CHECK = Check("product", NoParams, run, fields=("factors", "expected", "stated"), roles=("from",))
