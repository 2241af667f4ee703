"""near-result: is a figure one slip from what the two before it make?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.near_results import find_near_results


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for found in find_near_results(facts):
        fields: dict[str, str | int] = {
            "expected": found.expected,
            "one": text[slice(*found.given[0].span)],
            "other": text[slice(*found.given[1].span)],
        }
        related = tuple(Related(figure.span, "from") for figure in found.given)
        yield Finding(found.stated.span, fields, related)


CHECK = Check(
    "near-result",
    NoParams,
    run,
    fields=("expected", "one", "other"),
    roles=("from",),
    searches=only_figures,
)
