"""product: is an amount what the factors make that its sentence tells?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.products import find_products, may_tell

_TWO = 2


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for number, printed in enumerate(facts.printed):
        if len(printed) < _TWO or not may_tell(text[printed[0].last : printed[-1].end]):
            continue
        figures = facts.sentence_figures(number).figures
        for total, factors, expected in find_products(text, figures):
            fields: dict[str, str | int] = {
                "factors": "、".join(text[slice(*each.span)] for each in factors),
                "expected": expected,
                "stated": text[slice(*total.span)],
            }
            related = tuple(Related(each.span, "from") for each in factors)
            yield Finding(total.span, fields, related)


CHECK = Check("product", NoParams, run, fields=("factors", "expected", "stated"), roles=("from",))
