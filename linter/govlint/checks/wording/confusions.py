"""confusions: does a word stand for another that is taken for it, as the words around it tell?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, Confusions
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.confusions import confusions_in
from govlint.facts.facts import Facts
from govlint.facts.pair_table import places_of
from govlint.facts.search import search_known_by
from govlint.records import NamedTuple


class Params(NamedTuple):
    """``from_``: the table."""

    from_: Confusions


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text, done = facts.body, -1
    places = places_of(facts.literals, params.from_[0])
    for span, right, near in confusions_in(text, params.from_[1], places):
        if span.start >= done:
            done = span.end
            yield Finding(span, {"right": right, "near": near}, edits=(Edit(span, right),))


CHECK = Check(
    "confusions",
    Params,
    run,
    fields=("right", "near"),
    searches=lambda params: (search_known_by(params.from_[0]),),
)
