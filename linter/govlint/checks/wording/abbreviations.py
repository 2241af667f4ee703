"""abbreviations: is a short name used, once it has been introduced?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``find``: how a short name is introduced; its group ``name`` is the name."""

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())


def _searches(params: Params) -> list[Search]:
    parts = zip(params.find, params.needles, params.reaches, strict=True)
    return [search_for(*part) for part in parts]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text = facts.body
    matches = [m for search in _searches(params) for m in find(text, facts.literals, search)]
    for match in matches:
        if text.find(match["name"], match.end()) < 0:
            yield Finding(Span(*match.span("name")), {"name": match["name"]})


CHECK = Check("abbreviations", Params, run, fields=("name",), searches=_searches)
