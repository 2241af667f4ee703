"""synonyms: do two words of one sense stand side by side?

The data are groups of words of which one is enough (有待, 亟待, 需要): any two of a group, one right
behind the other, count, where each begins and ends as a word does. What the dictionary has as a
word (持续不断) is meant so.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.alternatives import alternatives
from govlint.facts.facts import Facts
from govlint.facts.lexicon import is_listed
from govlint.facts.search import Search
from govlint.facts.words import starts
from govlint.records import NamedTuple
from govlint.text.span import Span

_ORDERED = "＞"


class Params(NamedTuple):
    """``groups``: words of one sense, parted by 、, in any order; or two kinds of them parted by
    ＞, of which one of the first stands before one of the others."""

    groups: tuple[str, ...]


@lru_cache(maxsize=4)
def _pairs(params: Params) -> dict[str, tuple[str, str]]:
    """Each two words that are wrong together, by how they are written."""
    found = (pair for group in params.groups for pair in _of_group(group))
    return {one + other: (one, other) for one, other in found}


def _of_group(group: str) -> Iterator[tuple[str, str]]:
    first, ordered, last = group.partition(_ORDERED)
    if not ordered:
        yield from permutations(first.split("、"), 2)
    for one in first.split("、") if ordered else ():
        yield from ((one, other) for other in last.split("、") if other != one)


@lru_cache(maxsize=4)
def _search(params: Params) -> Search:
    return Search("", (alternatives((*_pairs(params),)),), 0)


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text, known, search = facts.body, facts.literals, _search(params)
    found = {
        Span(start, start + len(literal))
        for key in known.anchors(search)
        for literal in search.sets[0].anchors[key]
        for start in known.standing(literal, 1 if len(literal) > 2 else 0, key, text)
    }
    done = -1
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        one, other = _pairs(params)[text[slice(*span)]]
        if span.start >= done and _are_words(text, span, len(one)):
            done = span.end
            yield Finding(span, {"one": one, "other": other})


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
    searches=lambda params: (_search(params),),
)
