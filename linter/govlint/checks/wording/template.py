"""template: are there so many placeholders that the document is a template, not a draft?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, Needles, Regexes
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span, touches


class Params(NamedTuple):
    """``find``: what counts as a placeholder; ``least``: how many make a template."""

    find: Regexes
    needles: Needles = Needles(())
    least: int = 20


def _searches(params: Params) -> list[Search]:
    return [search_for(*each, 0) for each in zip(params.find, params.needles, strict=True)]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    """One finding at the title, or where the text begins. Blanks of a form are no placeholders."""
    found = [
        Span(*match.span())
        for search in _searches(params)
        for match in find(facts.body, facts.literals, search)
    ]
    if len(found) < params.least:
        return
    count = sum(not touches(span, facts.forms) for span in found)
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
