"""formulae: where a formula of four characters or more stands with one of them mistaken.

A formula is known by its first and its last pair of characters: whichever one is wrong, one of the
two pairs is whole. Nothing but the right wording is kept: the wrong ones, a hundred for each, are
recognised (see confusable).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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


class _Kin(NamedTuple):
    """The formulae with one pair of characters at one of their ends. ``whole``: the four
    characters at that end, with those that are longer; ``near``: the one of the four next to the
    pair, and ``far`` the one next to that: one of the two is right where the other is mistaken."""

    words: list[str]
    whole: dict[str, list[str]]
    near: set[str]
    far: set[str]

    def add(self, word: str, four: str, near: str, far: str) -> None:
        self.words.append(word)
        self.whole.setdefault(four, []).extend([word] if len(word) > len(four) else ())
        self.near.add(near)
        self.far.add(far)

    def may_stand(self, four: str, near: str, far: str) -> Iterable[str]:
        """Those of which one character may be mistaken where these stand."""
        if four in self.whole:
            return self.whole[four]
        return self.words if near in self.near or far in self.far else ()


class Formulae:
    """A table ready to be looked for; made once for each (see :func:`formulae_of`)."""

    def __init__(self, lines: Lines) -> None:
        self.search = Search("", (known_by(lines[0] + lines[1]),), 0)
        self._lines = lines
        self._words: list[str] = []
        self._heads: list[int] = []
        self._tails: list[int] = []
        self._known: set[int] = set()
        self._begun: dict[int, _Kin] = {}
        self._ended: dict[int, _Kin] = {}

    def find(self, text: str, known: Literals) -> list[Slip]:
        """Every place of ``text``, whose literals are ``known``, at which one character of a
        formula is mistaken, in order."""
        anchors = known.anchored(self.search.sets[0])
        self._read(anchors.keys())
        found: set[Slip] = set()
        for key, places in anchors.items():
            if key in self._begun:
                found.update(_behind(text, places, self._begun[key]))
            if key in self._ended:
                found.update(_before(text, places, self._ended[key]))
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
            _kin(self._begun, key).add(word, word[:4], word[2], word[3])
        for key, word in _with(fresh, self._tails, self._words):
            _kin(self._ended, key).add(word, word[-4:], word[-3], word[-4])


def _with(keys: frozenset[int], ends: list[int], words: list[str]) -> Iterator[tuple[int, str]]:
    """The words that have one of ``keys`` at that one of their ends, each with it."""
    return compress(zip(ends, words, strict=True), map(keys.__contains__, ends))


def _kin(sides: dict[int, _Kin], key: int) -> _Kin:
    return sides.setdefault(key, _Kin([], {}, set(), set()))


def _behind(text: str, places: Sequence[int], kin: _Kin) -> Iterator[Slip]:
    """Where the first pair is whole, which stands at ``places``."""
    for place in places:
        four = text[place : place + 4]
        for word in kin.may_stand(four, four[2:3], four[3:]):
            yield from _slips(text[place : place + len(word)], word, place)


def _before(text: str, places: Sequence[int], kin: _Kin) -> Iterator[Slip]:
    """Where the last pair is whole."""
    for place in places:
        four = text[max(0, place - 2) : place + 2]
        for word in kin.may_stand(four, four[-3:-2], four[:-3]):
            start = place + 2 - len(word)
            yield from _slips(text[max(0, start) : place + 2], word, start)


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
