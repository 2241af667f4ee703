"""organ-names: does a name that begins like that of an organ at the centre have a slip in it?

``find``: names, whole ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.checks.phrases import Phrases, searches_of
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.search import find_all
from govlint.facts.state_organs import organ_meant
from govlint.text.span import Span


def run(facts: Facts, params: Phrases) -> Iterator[Finding]:
    for match in find_all(facts.body, facts.literals, searches_of(params)):
        right = organ_meant(match[0])
        if right:
            span = Span(*match.span())
            yield Finding(span, {"right": right}, edits=(Edit(span, right),))


CHECK = Check("organ-names", Phrases, run, fields=("right",), searches=searches_of)
