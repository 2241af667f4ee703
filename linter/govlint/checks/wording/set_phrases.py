"""set-phrases: does a set phrase stand with a character or a word that is not its own?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, SetPhrases
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.pair_table import places_of
from govlint.facts.search import search_known_by
from govlint.facts.set_phrases import slips_in
from govlint.records import NamedTuple


class Params(NamedTuple):
    """``from_``: the phrases."""

    from_: SetPhrases


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text, done = facts.body, -1
    found = {*slips_in(text, params.from_[1], places_of(facts.literals, params.from_[0]))}
    for span, right in sorted(found, key=lambda slip: (slip.span.start, -slip.span.end)):
        if span.start >= done and right not in text[span.start - 2 : span.end + 2]:
            done = span.end
            yield Finding(span, {"right": right}, edits=(Edit(span, right),))


CHECK = Check(
    "set-phrases",
    Params,
    run,
    fields=("right",),
    searches=lambda params: (search_known_by(params.from_[0]),),
    guesses=True,
)
