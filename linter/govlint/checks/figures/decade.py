"""decade: does a year fall into the decade that it is told of? 20世纪90年代的1987年."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_DECADE = search_for(
    r"(?P<told>(?:(?P<century>20|二十)世纪|上世纪)(?P<d>[2-9]0|[二三四五六七八九]十)年代(?:初期?|中期|末期?|后期)?)"
    rf"(?:的|（|，即|——)(?P<y>{YEAR})年",
    (("年代",), ("世纪",)),
    40,
)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for match in find(facts.body, facts.literals, _DECADE):
        first = 1900 + (parse_numeral(match["d"]) or 0)
        if not first <= int(match["y"]) < first + 10:
            fields: dict[str, str | int] = {"year": f"{match['y']}年", "told": match["told"]}
            yield Finding(Span(*match.span()), fields)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_DECADE,)


CHECK = Check("decade", NoParams, run, fields=("year", "told"), searches=_searches)
