"""quoted-names: is a platform or a way of working, named in quotation marks, named alike again?

Two names of one length that differ by one character, before the same words (诉求平台), a few
sentences apart. Numbers tell names apart, and so does standing side by side.

``find``: names in quotation marks (``name``), with what is called so (``what``), nothing where
the name itself says it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.checks.phrases import Phrases, searches_of
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import find_all
from govlint.text.span import Span

_NUMBERS = frozenset("一二两三四五六七八九十百千双多0123456789")
_NEAREST, _FURTHEST = 12, 300
"""Code points between two names: nearer they are told side by side, further off of two things."""


def run(facts: Facts, params: Phrases) -> Iterator[Finding]:
    things: dict[tuple[str, int], list[tuple[str, Span]]] = defaultdict(list)
    for match in find_all(facts.body, facts.literals, searches_of(params)):
        place = Span(*match.span("name"))
        things[match["what"], len(match["name"])].append((match["name"], place))
    for (what, _), named in things.items():
        for number, (name, place) in enumerate(named):
            for other, before in reversed(named[:number]):
                near = _NEAREST < place.start - before.end < _FURTHEST
                if name in dict(named[:number]):
                    break
                if near and _one_apart(name, other, alike=not what):
                    there = (Related(before, "model"),)
                    yield Finding(place, {"name": name, "model": other}, there)
                    break


def _one_apart(one: str, other: str, *, alike: bool) -> bool:
    """Whether two names differ by one character that is no number, and sounds or looks ``alike``
    where nothing behind them tells that the two are one."""
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(apart) != 1 or {*apart[0]} & _NUMBERS:
        return False
    if not alike:
        return True
    from govlint.facts.confusable import confusable  # few texts have two such names

    return confusable(*apart[0])


CHECK = Check(
    "quoted-names", Phrases, run, fields=("name", "model"), roles=("model",), searches=searches_of
)
