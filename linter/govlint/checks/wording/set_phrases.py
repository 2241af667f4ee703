"""set-phrases: does a set phrase stand with a character or a word that is not its own?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, SetPhrases
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.alternatives import known_by
from govlint.facts.facts import Facts
from govlint.facts.search import Search
from govlint.facts.set_phrases import slips_in
from govlint.records import NamedTuple


class Params(NamedTuple):
    """``from_``: the phrases."""

    from_: SetPhrases


_made: dict[int, tuple[SetPhrases, Search]] = {}


def _search(table: SetPhrases) -> Search:
    """What is looked for; the same object for the same table, whose text need not be hashed."""
    made = _made.get(id(table))
    if made is None or made[0] is not table:
        made = _made[id(table)] = (table, Search("", (known_by(table[0]),), 0))
    return made[1]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text, done = facts.body, -1
    anchored = facts.literals.anchored(_search(params.from_)).values()
    places = (place for some in anchored for place in some)
    found = {*slips_in(text, params.from_[1], places)}
    for span, right in sorted(found, key=lambda slip: (slip.span.start, -slip.span.end)):
        if span.start >= done and right not in text[span.start - 2 : span.end + 2]:
            done = span.end
            yield Finding(span, {"right": right}, edits=(Edit(span, right),))


CHECK = Check(
    "set-phrases",
    Params,
    run,
    fields=("right",),
    searches=lambda params: (_search(params.from_),),
    guesses=True,
)
