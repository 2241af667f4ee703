"""abbreviations: is a short name used, once it has been introduced, and the full one no more?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, searches_for
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span

_SHORTEST = 8
"""A full name with fewer characters is hardly longer than its short form."""


class Params(NamedTuple):
    """``find``: how a short name is introduced; its group ``name`` is the name, ``full`` what ends
    with the full one. ``report``: ``unused`` short names, or the full one ``again``."""

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())
    report: Literal["unused", "again"] = "unused"


def _searches(params: Params) -> list[Search]:
    return searches_for(params.find, params.needles, params.reaches)


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text = facts.body
    matches = [m for search in _searches(params) for m in find(text, facts.literals, search)]
    for match in matches:
        if params.report == "again":
            yield from _again(facts, match)
        elif text.find(match["name"], match.end()) < 0:
            yield Finding(Span(*match.span("name")), {"name": match["name"]})


def _again(facts: Facts, match: re.Match[str]) -> Iterator[Finding]:
    """The first place behind where the full name stands in a sentence. What precedes it in its
    first sentence (成立, 印发) is not known to be no part of it, so that the longest end of it that
    is met again is taken for it."""
    text, full = facts.body, match["full"]
    for start in range(len(full) - _SHORTEST + 1):
        place = text.find(full[start:], match.end())
        if place >= 0:
            span = Span(place, place + len(full) - start)
            longer = len(full) - start > len(match["name"]) + 2
            if longer and "。" in text[slice(*facts.line(place))]:
                yield Finding(span, {"name": match["name"]})
            return


CHECK = Check("abbreviations", Params, run, fields=("name",), searches=_searches)
