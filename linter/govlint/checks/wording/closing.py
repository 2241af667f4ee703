"""closing: does the closing phrase belong to another type of document than the title names?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span

_BESIDE = re.compile(r"(?:（[^（）\n]{0,40}）|[\s。])+$")


class Params(NamedTuple):
    """``find``: closing phrases, or their group ``hit``; ``kinds``: what a title that
    they do not go with ends in; ``but``: what it may end in all the same; ``whole``: a match may
    run over several lines."""

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())
    kinds: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    whole: bool = False


def _searches(params: Params) -> list[Search]:
    parts = zip(params.find, params.needles, params.reaches, strict=True)
    return [search_for(r, needs, -1 if params.whole else reach) for r, needs, reach in parts]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    for search in _searches(params):
        for match in find(facts.body, facts.literals, search):
            title = facts.title.span
            name = _BESIDE.sub("", facts.body[slice(*title)])
            if match.start() < title.end or name.endswith(params.but):
                continue
            kind = next((kind for kind in params.kinds if name.endswith(kind)), "")
            in_attachment = any(h.shape == "attachment" for h in facts.path(match.start()))
            if kind and not in_attachment:
                related = (Related(Span(*title), "title"),)
                hit = "hit" if "hit" in match.re.groupindex else 0
                yield Finding(Span(*match.span(hit)), {"kind": kind}, related)


CHECK = Check(
    "closing",
    Params,
    run,
    fields=("kind",),
    roles=("title",),
    searches=_searches,
)
