"""synonyms: do two words of one sense stand side by side?

The table has groups of words of which one is enough (有待, 亟待, 需要). Two of a group, one right
behind the other, are known by the two characters that meet there, and count where each begins and
ends as a word does. What the dictionary has as a word (持续不断) is meant so.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, Synonyms
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.lexicon import is_listed
from govlint.facts.pair_table import entries_of, places_of
from govlint.facts.search import search_known_by
from govlint.facts.words import starts
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``from_``: the pairs of characters that meet where two words do, one behind the other; and a
    line for each with the pairs of words."""

    from_: Synonyms


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text, lines = facts.body, params.from_[1]
    places = places_of(facts.literals, params.from_[0])
    found = {each for place in places for each in _at(text, place, lines)}
    done = -1
    for start, end, one, other in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= done and _are_words(text, Span(start, end), len(one)):
            done = end
            yield Finding(Span(start, end), {"one": one, "other": other})


def _at(text: str, place: int, lines: str) -> Iterator[tuple[int, int, str, str]]:
    """The two words that meet between ``place`` and the character behind it."""
    for pair in entries_of(lines, text[place : place + 2]):
        one, _, other = pair.partition("、")
        start = place + 1 - len(one)
        if start >= 0 and text.startswith(one + other, start):
            yield start, place + 1 + len(other), one, other


def _are_words(text: str, span: Span, size: int) -> bool:
    """Whether two words stand at ``span``, the first of so many characters."""
    if is_listed(text[slice(*span)]):
        return False
    return {span.start, span.start + size, span.end} <= starts(text, span)


CHECK = Check(
    "synonyms",
    Params,
    run,
    fields=("one", "other"),
    searches=lambda params: (search_known_by(params.from_[0]),),
    guesses=True,
)
