"""list-count: does 甲、乙、丙三大领域 name three?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Agreement, Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.listed import MANY, SHOWN, find_listed
from govlint.text.span import Span

_CLOSEST = 2


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for match, number, fewest, most in find_listed(facts.body):
        count = fewest if number < fewest else min(number, most)
        if 0 < abs(number - count) <= _CLOSEST:
            shown = SHOWN.match(match["hit"])
            phrase = shown[0] if shown else match["hit"]
            start = match.start("hit")
            yield Finding(
                Span(start, start + len(phrase)),
                fields={"phrase": phrase, "number": number, "count": count},
            )


def agreements(facts: Facts, _params: NoParams) -> Iterator[Agreement]:
    """Every number of which the list was found; one that is far off counts another list."""
    for match, number, fewest, most in find_listed(facts.body):
        count = fewest if number < fewest else min(number, most)
        if abs(number - count) <= _CLOSEST and most < MANY:
            given, span = f"列出{count}项", Span(*match.span("hit"))
            yield Agreement(span, given, str(count), match["hit"], number == count)


CHECK = Check(
    "list-count", NoParams, run, fields=("phrase", "number", "count"), agreements=agreements
)
