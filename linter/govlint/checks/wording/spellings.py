"""spellings: is one name written with two characters that sound or look alike?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, searches_for
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``find``: names; its group ``name`` is what distinguishes one from another. ``alike``:
    characters that are mistaken for each other. ``least``: how often a name must be met for
    another, met less often, to be taken for it."""

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())
    alike: tuple[str, ...] = ()
    least: int = 2


def _searches(params: Params) -> list[Search]:
    return searches_for(params.find, params.needles, params.reaches)


@lru_cache(maxsize=8)
def _sounds(alike: tuple[str, ...]) -> dict[int, str]:
    """Each character to the first of those that it is mistaken for."""
    return {ord(char): group[0] for group in reversed(alike) for char in group}


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    sounds = _sounds(params.alike)
    for search in _searches(params):
        names: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for match in find(facts.body, facts.literals, search):
            start, end = match.start("name"), match.end()
            whole = facts.body[start:end]
            heard = match["name"].translate(sounds) + facts.body[match.end("name") : end]
            names[heard][whole].append(Span(start, end))
        for spellings in names.values():
            if len(spellings) > 1:
                yield from _compared(spellings, params.least)


def _compared(spellings: dict[str, list[Span]], least: int) -> Iterator[Finding]:
    model = max(spellings, key=lambda name: len(spellings[name]))
    places = spellings.pop(model)
    for name, others in spellings.items():
        if len(places) >= least and len(others) < len(places):
            for span in others:
                related = (Related(places[0], "model"),)
                yield Finding(span, {"name": name, "model": model}, related, (Edit(span, model),))


CHECK = Check(
    "spellings",
    Params,
    run,
    fields=("name", "model"),
    roles=("model",),
    searches=_searches,
)
