"""quoted-names: is a platform or a way of working, named in quotation marks, named alike again?

Two names of one length that differ by one character, before the same words (诉求平台), a few
sentences apart. Numbers tell names apart, and so does standing side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find_all, searches_for
from govlint.records import NamedTuple
from govlint.text.span import Span

_NUMBERS = frozenset("一二两三四五六七八九十百千双多0123456789")
_NEAREST, _FURTHEST = 12, 300
"""Code points between two names: nearer they are told side by side, further off of two things."""


class Params(NamedTuple):
    """``find``: names in quotation marks (``name``), with what is called so (``what``)."""

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())


def _searches(params: Params) -> list[Search]:
    return searches_for(params.find, params.needles, params.reaches)


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    things: dict[tuple[str, int], list[tuple[str, Span]]] = defaultdict(list)
    for match in find_all(facts.body, facts.literals, _searches(params)):
        place = Span(*match.span("name"))
        things[match["what"], len(match["name"])].append((match["name"], place))
    for named in things.values():
        for number, (name, place) in enumerate(named):
            for other, before in reversed(named[:number]):
                near = _NEAREST < place.start - before.end < _FURTHEST
                if near and _one_apart(name, other) and name not in dict(named[:number]):
                    there = (Related(before, "model"),)
                    yield Finding(place, {"name": name, "model": other}, there)
                    break


def _one_apart(one: str, other: str) -> bool:
    """Whether two names differ by one character that is no number."""
    apart = [{a, b} for a, b in zip(one, other, strict=True) if a != b]
    return len(apart) == 1 and not apart[0] & _NUMBERS


CHECK = Check(
    "quoted-names", Params, run, fields=("name", "model"), roles=("model",), searches=_searches
)
