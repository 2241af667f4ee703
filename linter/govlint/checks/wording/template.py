"""template: are there so many placeholders that the document is a template, not a draft?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, Needles, Regexes
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``find``: what counts as a placeholder; ``least``: how many make a template."""

    find: Regexes
    needles: Needles = Needles(())
    least: int = 20


def _searches(params: Params) -> list[Search]:
    return [search_for(*each, 0) for each in zip(params.find, params.needles, strict=True)]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    """One finding at the title, or where the text begins."""
    found = (find(facts.body, facts.literals, search) for search in _searches(params))
    count = sum(1 for matches in found for _ in matches)
    if count >= params.least:
        start = facts.title.start
        yield Finding(Span(start, start), fields={"count": count})


CHECK = Check(
    "template",
    Params,
    run,
    fields=("count",),
    searches=_searches,
)
