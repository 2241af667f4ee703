"""organ-names: does a name that begins like that of an organ at the centre have a slip in it?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find_all, searches_for
from govlint.facts.state_organs import organ_meant
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``find``: names, whole ones."""

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())


def _searches(params: Params) -> list[Search]:
    return searches_for(params.find, params.needles, params.reaches)


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    for match in find_all(facts.body, facts.literals, _searches(params)):
        right = organ_meant(match[0])
        if right:
            span = Span(*match.span())
            yield Finding(span, {"right": right}, edits=(Edit(span, right),))


CHECK = Check("organ-names", Params, run, fields=("right",), searches=_searches)
