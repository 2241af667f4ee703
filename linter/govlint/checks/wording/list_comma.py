"""list-comma: is one of the items of a list parted by ， where the others are by 、?

GB/T 15834—2011 4.5.3.1: words side by side inside a sentence are parted by 、. A comma ends a
clause, so only a noun alone before 等 or before a count (玉米，大豆三大作物) is an item behind it.

``find``: lists that end behind a comma, which is their group ``hit``; ``next`` is the item
behind it. A phrase with a group ``two`` counts two items: no other 、 need come before. In one
with a group ``places`` nothing but names of places stands on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.checks.phrases import Phrases, searches_of
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.lexicon import is_listed, is_noun, kind_of
from govlint.facts.search import find_all
from govlint.facts.words import cut
from govlint.text.span import Span

_ITEM = re.compile(r"、([一-龥]{2,6})$")
_PARTS = re.compile("[、，]")
_UNITS = "县市区州旗镇乡"
_LAST = re.compile(r"[一-龥]{2,4}$")
_BEFORE = 8
"""So far back the item before the comma is looked for."""


def run(facts: Facts, params: Phrases) -> Iterator[Finding]:
    for match in find_all(facts.body, facts.literals, searches_of(params)):
        word, place = match["next"], match.start("hit")
        if "places" in match.re.groupindex:
            if _are_places(match["places"]):
                hit = Span(place, place + 1)
                yield Finding(hit, edits=(Edit(hit, "、"),))
            continue
        before = facts.body[max(0, place - _BEFORE) : place]
        if not (is_listed(word) and is_noun(word)):
            continue
        two = "two" in match.re.groupindex
        ahead = (_LAST if two else _ITEM).search(before)
        if ahead and _names(cut(ahead[ahead.re.groups]), whole=not two):
            hit = Span(place, place + 1)
            yield Finding(hit, edits=(Edit(hit, "、"),))


def _are_places(items: str) -> bool:
    """Whether the items are names, half of them known as those of places, and no other words."""
    kinds = [kind_of(item) or ("ns" if item[-1] in _UNITS else "") for item in _PARTS.split(items)]
    places = sum(kind.startswith("ns") for kind in kinds)
    return 2 * places >= len(kinds) and all(kind.startswith(("n", "a")) for kind in kinds)


def _names(words: list[str], *, whole: bool) -> bool:
    """Whether the words, or the last of them, are nouns that the dictionary has."""
    asked = words if whole else words[-1:]
    return all(len(word) > 1 and is_listed(word) and is_noun(word) for word in asked)


CHECK = Check("list-comma", Phrases, run, searches=searches_of)
