"""announced-count: does a number that promises a list agree with the list that follows?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Agreement, Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.text.span import Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for found in facts.announcements:
        if found.listed != found.number and found.listed > 1:
            last = found.items[-1]
            end = min(last.end, last.start + 20)
            yield Finding(
                found.span,
                fields={
                    "phrase": facts.body[slice(*found.span)],
                    "number": found.number,
                    "count": found.listed,
                },
                related=(Related(Span(last.start, end), "last"),),
            )


def agreements(facts: Facts, _params: NoParams) -> Iterator[Agreement]:
    """Every announced number of which the list was found."""
    for found in facts.announcements:
        if found.listed > 1:
            stated, listed = facts.body[slice(*found.span)], found.listed
            holds = listed == found.number
            yield Agreement(found.span, f"列出{listed}项", str(listed), stated, holds)


CHECK = Check(
    "announced-count",
    NoParams,
    run,
    fields=("phrase", "number", "count"),
    roles=("last",),
    agreements=agreements,
    searches=only_figures,
)
