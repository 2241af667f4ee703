"""search: the matches of a regex, looked for only where one can be.

A phrase that cannot occur without one of a few literals is run only around them, and is not even
compiled where there is none (see facts/literals.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from govlint import warm
from govlint.facts.alternatives import Alternatives, alternatives, known_by
from govlint.facts.literals import Literals
from govlint.text.span import Span

Needs = str | tuple[tuple[str, ...], ...]
"""Sets of literals of which every match holds one each (see ruleset/needles.py); of rules as one
text (see :func:`packed`): of most searches nobody asks for the sets, and to read thousands of short
texts was 3 in 100 of a report."""
_SETS, _MEMBERS = "\ufdd0", "\ufdd1"
"""What stands between sets, and between literals, in such a text: what is no character."""


def packed(needs: tuple[tuple[str, ...], ...]) -> str:
    """``needs`` as one text."""
    return _SETS.join(map(_MEMBERS.join, needs))


class Search:
    """One regex, the sets of literals of which a match holds one each, and how far it reaches
    from them: 0 means anywhere in the line, -1 over lines. ``sets``: the same, ready to be looked
    up, once somebody has asked for them: of most searches nobody does."""

    __slots__ = ("_needs", "_sets", "reach", "regex")

    def __init__(
        self, regex: str, needs: str | Sequence[Alternatives | tuple[str, ...]], reach: int
    ) -> None:
        self.regex, self.reach = regex, reach
        self._needs = needs
        self._sets: tuple[Alternatives, ...] | None = None

    @property
    def sets(self) -> tuple[Alternatives, ...]:
        if self._sets is None:
            needs = self._needs
            if isinstance(needs, str):
                needs = [tuple(each.split(_MEMBERS)) for each in needs.split(_SETS) if each]
            self._sets = tuple(map(_ready, needs))
        return self._sets


def _ready(each: Alternatives | tuple[str, ...]) -> Alternatives:
    return each if isinstance(each, Alternatives) else alternatives(each)


ANYWHERE = Search("", (), 0)
"""What a rule looks for that may find something in any text."""

_made: dict[tuple[str, int], tuple[Needs, Search]] = {}
_MOST = 1 << 13
"""The default rules have 800."""


def search_for(regex: str, needs: Needs, reach: int) -> Search:
    """``regex``, ready to be looked for; the same for the same. Hashing all that it needs, time
    and again, would take longer than most searches."""
    made = _made.get((regex, reach))
    if made is None or (made[0] is not needs and made[0] != needs):
        if len(_made) >= _MOST:
            _made.clear()
        made = needs, Search(regex, needs, reach)
        _made[regex, reach] = made
    return made[1]


def made() -> list[Search]:
    """All that was made ready so far."""
    return [search for _, search in _made.values()]


_known: dict[int, tuple[str, Search]] = {}


def search_known_by(pairs: str) -> Search:
    """What stands where one of the pairs of characters does that are written one behind the other;
    the same object for the same ``pairs``, which are too long to be hashed."""
    made = _known.get(id(pairs))
    if made is None or made[0] is not pairs:
        made = _known[id(pairs)] = pairs, Search("", (known_by(pairs),), 0)
    return made[1]


def searches_for(
    regexes: Sequence[str], needs: Sequence[Needs], reaches: Sequence[int]
) -> list[Search]:
    """The phrases of a rule, ready to be looked for."""
    return list(map(search_for, regexes, needs, reaches))


@lru_cache(maxsize=1024)
def compiled(regex: str) -> re.Pattern[str]:
    """``regex``, compiled when it is first needed: most never are."""
    return warm.compiled(regex)


def find(text: str, known: Literals, search: Search) -> Sequence[re.Match[str]]:
    """Every match of ``search`` in ``text``, whose literals are ``known``, in order."""
    if not known.may_hold(search):
        return ()
    windows = [*_windows(text, known, search)]
    if not windows:
        return ()
    regex = compiled(search.regex)
    return [match for start, end in windows for match in regex.finditer(text, start, end)]


def find_all(text: str, known: Literals, searches: Iterable[Search]) -> list[re.Match[str]]:
    """Every match of each of ``searches``, in order for each: most cannot match at all."""
    needs, may_match = known.needs.get, known.lacking.isdisjoint
    likely = [search for search in searches if may_match(needs(id(search), ()))]
    return [match for search in likely for match in find(text, known, search)]


def lines_with(text: str, known: Literals, search: Search) -> Iterator[Span]:
    """The lines that hold a match of ``search``, each once."""
    end = -1
    for match in find(text, known, search):
        if match.start() > end:
            start = text.rfind("\n", max(0, end), match.start()) + 1
            end = text.find("\n", match.start())
            end = end if end >= 0 else len(text)
            yield Span(start, end)


def sentences_with(
    text: str, known: Literals, search: Search, ends: re.Pattern[str]
) -> Iterator[Span]:
    """The sentences of those lines, without the one character of ``ends`` that closes each."""
    for line in lines_with(text, known, search):
        start = line.start
        while start < line.end:
            stop = ends.search(text, start, line.end)
            end = stop.start() if stop else line.end
            yield Span(start, end)
            start = end + 1


def _windows(text: str, known: Literals, search: Search) -> Iterable[tuple[int, int]]:
    """Where a match can lie: around each literal of the set that has fewest, with one of each
    other set within reach or in the same line; in order and apart."""
    if search.reach >= 0:
        found = [places for group in search.sets if (places := known.places(group)) is not None]
        if found:
            found.sort(key=len)
            return (_around if search.reach else _lines)(text, found, search.reach)
    return ((0, len(text)),)


def _around(text: str, found: list[Sequence[int]], reach: int) -> Iterator[tuple[int, int]]:
    places, *others = found
    for other in others:
        places = [*_near(places, other, reach)]
    if not places:
        return
    start, last = places[0], places[0]
    for place in places:
        if place - last > 2 * reach + 1:
            yield max(0, start - reach), last + reach + 1
            start = place
        last = place
    yield max(0, start - reach), min(last + reach + 1, len(text))


def _lines(text: str, found: list[Sequence[int]], _reach: int) -> Iterator[tuple[int, int]]:
    places, *others = found
    done = 0
    for place in places:
        if place < done:
            continue
        start = text.rfind("\n", done, place) + 1 or done
        done = text.find("\n", place + 1) + 1 or len(text)
        if all(_stands(other, start, done) for other in others):
            yield start, done


def _near(places: Sequence[int], others: Sequence[int], reach: int) -> Iterator[int]:
    """Those of ``places`` within ``reach`` of which one of ``others`` lies."""
    low, size = 0, len(others)
    for place in places:
        low = bisect_left(others, place - reach, low)
        if low == size:
            return
        if others[low] <= place + reach:
            yield place


def _stands(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of ``places`` lies from ``start`` up to, and not with, ``end``."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end
