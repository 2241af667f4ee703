"""search: the matches of a regex, looked for only where one can be.

A phrase that cannot occur without one of a few literals is run only around them, and is not even
compiled where there is none (see facts/literals.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from govlint import warm
from govlint.facts.literals import Alternatives, Literals, alternatives
from govlint.records import NamedTuple

_CROWDED = 50
"""Code points for each literal: where they stand closer, one pass over the text costs less."""

_FEW = 12
"""So few places are looked at without asking what else a match must hold."""

_MANY = 4
"""To look for more literals than these costs more than to run most regexes over the text."""

_MORE = 16
"""The same for a regex that begins with a class of characters, and so is tried at most places."""

_CLASS = re.compile(r"(?:\(\?<?[!=](?:[^()\\]|\\.)*\)|\(\?(?:P<\w+>|:))*\[")

Needs = tuple[tuple[str, ...], ...]
"""Sets of literals of which every match holds one each (see ruleset/regexes.py)."""


class Search(NamedTuple):
    """One regex, the sets of literals of which a match holds one each, and how far it reaches
    from them: 0 means anywhere in the line, -1 over lines. ``over``: a match can hold the end of
    a line, so that what surrounds a literal is not cut at those."""

    regex: str
    sets: tuple[Alternatives, ...]
    reach: int
    over: bool = False


@lru_cache(maxsize=1024)
def search_for(regex: str, needs: Needs, reach: int) -> Search:
    """``regex``, ready to be looked for."""
    over = any("\n" in literal for members in needs for literal in members)
    return Search(regex, tuple(map(alternatives, needs)), reach, over)


@lru_cache(maxsize=1024)
def compiled(regex: str) -> re.Pattern[str]:
    """``regex``, compiled when it is first needed: most never are."""
    return warm.compiled(regex)


def find(text: str, known: Literals, search: Search) -> Sequence[re.Match[str]]:
    """Every match of ``search`` in ``text``, whose literals are ``known``, in order."""
    if not known.may_hold(search.sets):
        return ()
    windows = _windows(text, known, search)
    if not windows:
        return ()
    regex = compiled(search.regex)
    return [match for start, end in windows for match in regex.finditer(text, start, end)]


def find_all(text: str, known: Literals, searches: Iterable[Search]) -> list[re.Match[str]]:
    """Every match of each of ``searches``, in order for each: most cannot match at all."""
    possible = known.possible.get
    likely = [search for search in searches if possible(id(search.sets)) is not False]
    return [match for search in likely for match in find(text, known, search)]


def _windows(text: str, known: Literals, search: Search) -> Sequence[tuple[int, int]]:
    """Where a match can lie: around each place of the set of which the text holds the fewest
    literals, with one of another within reach or in the same line; in order and apart."""
    whole = ((0, len(text)),)
    if search.reach < 0:
        return whole
    sets = [(known.held(group), group.width) for group in search.sets if not group.ranges]
    sets.sort(key=_size)
    if not sets or len(sets[0][0]) > (_MORE if _begins_with_class(search.regex) else _MANY):
        return whole
    (literals, width), *rest = sets
    places = known.find(literals, text)
    if len(places) > len(text) // _CROWDED:
        return whole
    others: list[list[int]] = []
    if len(places) > _FEW:
        others = [known.find(literals, text) for literals, _ in rest if len(literals) <= _MANY]
    if not search.reach:
        return _lines(text, places, others)
    return _around(text, places, others, search.reach + width, over=search.over)


@lru_cache(maxsize=1024)
def _begins_with_class(regex: str) -> bool:
    """Whether a class is the first that a match must hold, behind what it looks around for."""
    return _CLASS.match(regex) is not None


def _size(literals: tuple[list[str], int]) -> int:
    return len(literals[0])


def _around(
    text: str, rarest: list[int], others: list[list[int]], reach: int, *, over: bool
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    done, size = -1, len(text)
    for place in rarest:
        low, high = place - reach, place + reach
        if others and not _near(others, low, high):
            continue
        low = max(low, 0)
        start = low if over else text.rfind("\n", low, place) + 1 or low
        end = min(high, size) if over else text.find("\n", place, high) + 1 or min(high, size)
        if start <= done:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        done = end
    return found


def _lines(text: str, rarest: list[int], others: list[list[int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    end = 0
    for place in rarest:
        if place < end:
            continue
        start = text.rfind("\n", 0, place) + 1
        end = text.find("\n", place) + 1 or len(text)
        if not others or _near(others, start, end):
            found.append((start, end))
    return found


def _near(others: list[list[int]], low: int, high: int) -> bool:
    """Whether one place of each list lies between two offsets."""
    for places in others:
        index = bisect_left(places, low)
        if index == len(places) or places[index] >= high:
            return False
    return True
