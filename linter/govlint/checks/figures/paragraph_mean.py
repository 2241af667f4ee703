"""paragraph-mean: is what falls on one that of the amount and the count of its paragraph?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.paragraph_means import find_paragraph_means


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for mean, given, expected in find_paragraph_means(facts):
        amount, count = (text[slice(*figure.span)] for figure in given)
        fields: dict[str, str | int] = {"amount": amount, "count": count, "expected": expected}
        yield Finding(mean.span, fields, tuple(Related(f.span, "from") for f in given))


CHECK = Check(
    "paragraph-mean", NoParams, run, fields=("amount", "count", "expected"), roles=("from",)
)
