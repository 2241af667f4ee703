"""search: the matches of a regex, looked for only where one can be.

A phrase that cannot occur without one of a few literals is run only around them, and is not even
compiled where there is none (see facts/literals.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from govlint import warm
from govlint.facts.blocks import BLOCK, runs, widened
from govlint.facts.literals import Alternatives, Literals, alternatives
from govlint.records import NamedTuple

Needs = tuple[tuple[str, ...], ...]
"""Sets of literals of which every match holds one each (see ruleset/regexes.py)."""


class Search(NamedTuple):
    """One regex, the sets of literals of which a match holds one each, and how far it reaches
    from them: 0 means anywhere in the line, -1 over lines."""

    regex: str
    sets: tuple[Alternatives, ...]
    reach: int


@lru_cache(maxsize=1024)
def search_for(regex: str, needs: Needs, reach: int) -> Search:
    """``regex``, ready to be looked for."""
    return Search(regex, tuple(map(alternatives, needs)), reach)


@lru_cache(maxsize=1024)
def compiled(regex: str) -> re.Pattern[str]:
    """``regex``, compiled when it is first needed: most never are."""
    return warm.compiled(regex)


def find(text: str, known: Literals, search: Search) -> Sequence[re.Match[str]]:
    """Every match of ``search`` in ``text``, whose literals are ``known``, in order."""
    if not known.may_hold(search.sets):
        return ()
    windows = [*_windows(text, known, search)]
    if not windows:
        return ()
    regex = compiled(search.regex)
    return [match for start, end in windows for match in regex.finditer(text, start, end)]


def find_all(text: str, known: Literals, searches: Iterable[Search]) -> list[re.Match[str]]:
    """Every match of each of ``searches``, in order for each: most cannot match at all."""
    needs, absent = known.needs.get, known.absent
    likely = [search for search in searches if not needs(id(search.sets), 0) & absent]
    return [match for search in likely for match in find(text, known, search)]


def _windows(text: str, known: Literals, search: Search) -> Iterable[tuple[int, int]]:
    """Where a match can lie: around each block that may hold a literal of the first set, with one
    of each other set within reach or in the same line; in order and apart."""
    if search.reach >= 0:
        found = [(group, known.blocks(group)) for group in search.sets]
        sets = [(group.width, held) for group, held in found if held is not None]
        if sets:
            (width, rarest), *others = sets
            if not search.reach:
                return _lines(text, rarest, [held for _, held in others], known.size)
            return _around(rarest, others, search.reach, width, known.size)
    return ((0, len(text)),)


def _around(
    rarest: int, others: list[tuple[int, int]], reach: int, width: int, size: int
) -> Iterator[tuple[int, int]]:
    for wide, held in others:
        rarest &= widened(held, (reach + wide + width) // BLOCK + 1)
    margin, low, high = reach + width, 0, 0
    for start, end in runs(rarest, size) if rarest else ():
        if high and start - margin > high:
            yield low, high
            high = 0
        if not high:
            low = max(0, start - margin)
        high = end + margin
    if high:
        yield low, high


def _lines(text: str, rarest: int, others: list[int], size: int) -> Iterator[tuple[int, int]]:
    if not rarest or not all(others):
        return
    flags = [held.to_bytes(size, "little") for held in others]
    done = 0
    for low, high in runs(rarest, size):
        start = max(done, text.rfind("\n", 0, low) + 1)
        end = text.find("\n", high) + 1 or len(text)
        blocks = start // BLOCK, end // BLOCK + 1
        if start < end and all(held.find(1, *blocks) >= 0 for held in flags):
            yield start, end
            done = end
