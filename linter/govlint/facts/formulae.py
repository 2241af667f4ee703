"""formulae: where a formula of four characters or more stands with one of them mistaken.

A formula is known by its first and its last pair of characters: whichever one is wrong, one of the
two pairs is whole. Nothing but the right wording is kept: the wrong ones, a hundred for each, are
recognised (see confusable).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
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


class _Side(NamedTuple):
    """The formulae by one of their ends. ``whole``: the four characters at it, with those that
    are longer; ``near``: the pair and the character next to it; ``far``: the pair and the one next
    to that. One of the two is whole where one of the four is mistaken."""

    whole: dict[str, tuple[str, ...]]
    near: dict[str, tuple[str, ...]]
    far: dict[str, tuple[str, ...]]

    def add(self, word: str, four: str, near: str, far: str) -> None:
        self.whole[four] = (*self.whole.get(four, ()), *([word] if len(word) > 4 else ()))
        self.near[near] = (*self.near.get(near, ()), word)
        self.far[far] = (*self.far.get(far, ()), word)


class Formulae:
    """A table ready to be looked for; made once for each (see :func:`formulae_of`)."""

    def __init__(self, lines: Lines) -> None:
        self.search = Search("", (known_by(lines[0] + lines[1]),), 0)
        self._lines = lines
        self._words: list[str] = []
        self._heads: list[int] = []
        self._tails: list[int] = []
        self._known: set[int] = set()
        self._begun, self._ended = _Side({}, {}, {}), _Side({}, {}, {})

    def find(self, text: str, known: Literals) -> list[Slip]:
        """Every place of ``text``, whose literals are ``known``, at which one character of a
        formula is mistaken, in order."""
        group = self.search.sets[0]
        anchors = known.anchors(group)
        self._read(anchors)
        places = known.places(group) if anchors is not group.keys else range(len(text) - 1)
        found = {*self._behind(text, places or ()), *self._before(text, places or ())}
        return sorted(found, key=lambda slip: (slip.span.start, -slip.span.end, slip.right))

    def _behind(self, text: str, places: Iterable[int]) -> Iterator[Slip]:
        """Where the first pair is whole."""
        whole, near, far = self._begun
        for place in places:
            four = text[place : place + 4]
            if four in whole:
                words = whole[four]
            elif four[:3] in near or four[:2] + four[3:] in far:
                words = near.get(four[:3], ()) + far.get(four[:2] + four[3:], ())
            else:
                continue
            for word in words:
                yield from _slips(text[place : place + len(word)], word, place)

    def _before(self, text: str, places: Iterable[int]) -> Iterator[Slip]:
        """Where the last pair is whole."""
        whole, near, far = self._ended
        for place in places:
            four = text[max(0, place - 2) : place + 2]
            if four in whole:
                words = whole[four]
            elif four[1:] in near or four[:1] + four[2:] in far:
                words = near.get(four[1:], ()) + far.get(four[:1] + four[2:], ())
            else:
                continue
            for word in words:
                start = place + 2 - len(word)
                yield from _slips(text[max(0, start) : place + 2], word, start)

    def _read(self, anchors: Collection[int]) -> None:
        """Note the formulae that begin or end with one of these pairs."""
        if not self._words:
            self._words = self._lines[2].split("\n")
            self._heads, self._tails = keys_of(self._lines[0]), keys_of(self._lines[1])
        fresh = frozenset(anchors) - self._known
        if not fresh:
            return
        self._known |= fresh
        for word in compress(self._words, map(fresh.__contains__, self._heads)):
            self._begun.add(word, word[:4], word[:3], word[:2] + word[3])
        for word in compress(self._words, map(fresh.__contains__, self._tails)):
            self._ended.add(word, word[-4:], word[-3:], word[-4] + word[-2:])


def _slips(written: str, word: str, start: int) -> Iterator[Slip]:
    """The one character of ``written``, at ``start``, by which it differs from ``word``, if it is
    mistaken for what is meant."""
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
