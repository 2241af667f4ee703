"""template: are there so many placeholders that the document is a template, not a draft?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govlint.checks.base import Check, Needles, Regexes
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import find, search_for
from govlint.text.span import Span


class Params(NamedTuple):
    """``find``: what counts as a placeholder; ``least``: how many make a template."""

    find: Regexes
    needles: Needles = Needles(())
    least: int = 20


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    """One finding at the title, or where the text begins."""
    count = 0
    for regex, needs in zip(params.find, params.needles, strict=True):
        search = search_for(regex, needs, 0)
        count += sum(1 for _ in find(facts.body, facts.literals, search))
    if count >= params.least:
        start = facts.title.start
        yield Finding(Span(start, start), fields={"count": count})


CHECK = Check(
    "template",
    Params,
    run,
    fields=("count",),
    literals=lambda params: [m for sets in params.needles for group in sets for m in group],
)
