"""formulae: where a formula of four characters or more stands with one of them mistaken.

A formula is known by its first and its last pair of characters: whichever one is wrong, one of the
two pairs is whole. Nothing but the right wording is kept: the wrong ones, a hundred for each, are
recognised (see confusable).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import ne

from govlint.facts.anchors import keys_of
from govlint.facts.confusable import confusable
from govlint.facts.literals import Literals, known_by
from govlint.facts.search import Search
from govlint.records import NamedTuple
from govlint.text.span import Span

Lines = tuple[str, str, str]
"""The first pairs of all formulae, one behind the other; their last pairs; and the formulae, a
line each."""


FREE = frozenset("一二三四五六七八九十百千万两双多各的是在这那都往从及和与或有了")
"""Characters that stand beside any word, and numerals, which many formulae vary."""


class Slip(NamedTuple):
    """``right`` is meant at ``span``, and the character at ``place`` is another."""

    span: Span
    place: int
    right: str


def lines_of(words: Iterable[str]) -> Lines:
    """``words`` as one table."""
    every = [*words]
    heads, tails = ("".join(word[part] for word in every) for part in (_HEAD, _TAIL))
    return heads, tails, "\n".join(every)


_HEAD, _TAIL = slice(2), slice(-2, None)


class _Kin:
    """The formulae with one pair of characters at one of their ends, by the character next to the
    pair, and by the one next to that: where a character of the four at that end is mistaken, one
    of the two is right. ``nears``, ``fars``: those characters; a short text needs no hash."""

    __slots__ = ("by_far", "by_near", "fars", "nears")

    def __init__(self) -> None:
        self.nears = self.fars = ""
        self.by_near: dict[str, tuple[str, ...]] = {}
        self.by_far: dict[str, tuple[str, ...]] = {}

    def add(self, word: str, near: str, far: str) -> None:
        self.nears += near
        self.fars += far
        self.by_near[near] = (*self.by_near.get(near, ()), word)
        self.by_far[far] = (*self.by_far.get(far, ()), word)


class _Side:
    """The formulae by the pair at one of their ends. ``near``, ``far``: where the characters next
    to the pair stand in a formula; ``first``: where its four characters at that end begin, counted
    from the pair."""

    def __init__(self, near: int, far: int, first: int) -> None:
        self._near, self._far, self._first = near, far, first
        self._kin: dict[int, _Kin] = {}
        self._right: set[str] = set()
        self._longer: dict[str, tuple[str, ...]] = {}

    def add(self, key: int, word: str, four: str) -> None:
        """Note ``word``, the pair of which at this end has ``key``, in the ``four`` characters."""
        kin = self._kin.get(key)
        if kin is None:
            kin = self._kin[key] = _Kin()
        kin.add(word, word[self._near], word[self._far])
        if len(word) > len(four):
            self._longer[four] = (*self._longer.get(four, ()), word)
            self._right.discard(four)
        elif four not in self._longer:
            self._right.add(four)

    def words_in(
        self, text: str, anchors: Mapping[int, Sequence[int]]
    ) -> Iterator[tuple[int, str]]:
        """Where one of the pairs stands and one of the characters next to it is right, with each of
        the formulae of which another may be mistaken: where all four are whole, longer ones."""
        padded = text + "\0\0\0"  # stands for what is in front of the text, too
        first, right, find = self._first, self._right, self._kin.get
        end = first + 4
        near, far = self._near % 4 + first, self._far % 4 + first
        likely = [
            (place, kin)
            for key, places in anchors.items()
            if (kin := find(key))
            for place in places
            if (padded[place + near] in kin.nears or padded[place + far] in kin.fars)
            and padded[place + first : place + end] not in right
        ]  # of a hundred places ten
        for place, kin in likely:
            words = self._longer.get(padded[max(0, place + first) : place + end])
            if words is None:
                words = kin.by_near.get(padded[place + near], ())
                words += kin.by_far.get(padded[place + far], ())
            for word in words:
                yield place, word


class Formulae:
    """A table ready to be looked for; made once for each (see :func:`formulae_of`)."""

    def __init__(self, lines: Lines) -> None:
        self.search = Search("", (known_by(lines[0] + lines[1]),), 0)
        self._lines = lines
        self._words: list[str] = []
        self._heads: list[int] = []
        self._tails: list[int] = []
        self._known: set[int] = set()
        self._begun, self._ended = _Side(2, 3, 0), _Side(-3, -4, -2)

    def find(self, text: str, known: Literals) -> list[Slip]:
        """Every place of ``text``, whose literals are ``known``, at which one character of a
        formula is mistaken, in order."""
        anchors = known.anchored(self.search.sets[0])
        self._read(anchors.keys())
        starts = [(word, place) for place, word in self._begun.words_in(text, anchors)]
        ended = self._ended.words_in(text, anchors)
        starts += [(word, place + 2 - len(word)) for place, word in ended]
        found = {slip for word, start in starts for slip in _slips(text, word, start)}
        return sorted(found, key=lambda slip: (slip.span.start, -slip.span.end, slip.right))

    def _read(self, anchors: Iterable[int]) -> None:
        """Note the formulae that begin or end with one of these pairs."""
        if not self._words:
            self._words = self._lines[2].split("\n")
            self._heads, self._tails = keys_of(self._lines[0]), keys_of(self._lines[1])
        fresh = frozenset(anchors) - self._known
        if not fresh:
            return
        self._known |= fresh
        for key, word in _with(fresh, self._heads, self._words):
            self._begun.add(key, word, word[:4])
        for key, word in _with(fresh, self._tails, self._words):
            self._ended.add(key, word, word[-4:])


def _with(keys: frozenset[int], ends: list[int], words: list[str]) -> Iterator[tuple[int, str]]:
    """The words that have one of ``keys`` at that one of their ends, each with it."""
    return compress(zip(ends, words, strict=True), map(keys.__contains__, ends))


def _slips(text: str, word: str, start: int) -> Iterator[Slip]:
    """The one character by which what stands at ``start`` differs from ``word``, if it is mistaken
    for what is meant."""
    written = text[max(0, start) : start + len(word)]
    if written == word or len(written) != len(word):
        return
    differs = [*map(ne, written, word)]
    if sum(differs) == 1:
        place = differs.index(True)
        if written[place] not in FREE and confusable(written[place], word[place]):
            yield Slip(Span(start, start + len(word)), start + place, word)


_made: dict[int, tuple[Lines, Formulae]] = {}


def formulae_of(lines: Lines) -> Formulae:
    """``lines``, ready; the same object for the same table, whose text need not be hashed."""
    made = _made.get(id(lines))
    if made is None or made[0] is not lines:
        made = _made[id(lines)] = (lines, Formulae(lines))
    return made[1]
