"""formulae: where a formula of four characters or more stands with one of them mistaken, with two
that changed places, or without one.

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
"""The formulae of four characters, one behind the other; of each longer one the first and the last
pair, one behind the other; and the longer ones, a line each."""

FREE = frozenset("一二三四五六七八九十百千万两双多各的是在这那都往从及和与或有了")
"""Characters that stand beside any word, and numerals, which many formulae vary."""


LONG = 5
"""A formula of so many characters is known without one of them."""


class Slip(NamedTuple):
    """``right`` is meant at ``span``. ``kind``: the character at ``place`` is ``other``, is
    ``swapped`` with the next, or is ``lost`` in front of it."""

    span: Span
    place: int
    right: str
    kind: str = "other"


def lines_of(words: Iterable[str]) -> Lines:
    """``words`` as one table."""
    every = [*words]
    longer = [word for word in every if len(word) > _FOUR]
    fours = "".join(word for word in every if len(word) == _FOUR)
    return fours, "".join(word[:2] + word[-2:] for word in longer), "\n".join(longer)


_FOUR = 4


class _Kin:
    """The formulae with one pair of characters at one of their ends. ``nears``: the characters that
    may stand next to the pair, and ``fars`` next to those: where a character of the four at that
    end is mistaken, one of the two is right."""

    __slots__ = ("fars", "nears", "words")

    def __init__(self) -> None:
        self.nears = self.fars = ""
        self.words: list[str] = []


class _Side:
    """The formulae by the pair at one of their ends. ``near``, ``far``: where the characters next
    to the pair stand in a formula; ``first``: where its four characters at that end begin, counted
    from the pair."""

    def __init__(self, near: int, far: int, first: int) -> None:
        self._near, self._far, self._first = near, far, first
        self._kin: dict[int, _Kin] = {}
        self._right: set[str] = set()
        self._longer: dict[str, list[str]] = {}

    def add(self, key: int, word: str, four: str) -> None:
        """Note ``word``, the pair of which at this end has ``key``, in the ``four`` characters."""
        kin = self._kin.get(key)
        if kin is None:
            kin = self._kin[key] = _Kin()
        kin.nears += word[self._near]
        kin.fars += word[self._far]
        kin.words.append(word)
        if len(word) > _FOUR:
            self._longer.setdefault(four, []).append(word)
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
        end = first + _FOUR
        near, far = self._near % _FOUR + first, self._far % _FOUR + first
        likely = [
            (place, kin)
            for key, places in anchors.items()
            if (kin := find(key))
            for place in places
            if (
                padded[place + near] in kin.nears
                or padded[place + far] in kin.fars
                or (padded[place + near] in kin.fars and padded[place + far] in kin.nears)
            )
            and padded[place + first : place + end] not in right
        ]  # of a hundred places ten
        for place, kin in likely:
            longer = self._longer.get(padded[max(0, place + first) : place + end])
            one, other = padded[place + near], padded[place + far]
            for word in kin.words if longer is None else longer:
                w_near, w_far = word[self._near], word[self._far]
                if w_near == one or w_far == other or (w_near == other and w_far == one):
                    yield place, word


class Formulae:
    """A table ready to be looked for; made once for each (see :func:`formulae_of`)."""

    def __init__(self, lines: Lines) -> None:
        self.search = Search("", (known_by("".join(lines[:2])),), 0)
        self._fours, self._pairs, self._longer = lines
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
        begun = [(word, place) for place, word in self._begun.words_in(text, anchors)]
        ended = self._ended.words_in(text, anchors)
        starts = [(word, place + 2 - len(word)) for place, word in ended]
        found = {slip for word, start in begun + starts for slip in _slips(text, word, start)}
        found.update(slip for word, start in begun for slip in _lost(text, word, start))
        found.update(slip for word, start in starts for slip in _lost(text, word, start + 1))
        return sorted(found, key=lambda slip: (slip.span.start, -slip.span.end, slip.right))

    def has(self, word: str) -> bool:
        """Whether ``word`` is one of the formulae."""
        if len(word) != _FOUR:
            return f"\n{word}\n" in f"\n{self._longer}\n"
        place = self._fours.find(word)
        while place % _FOUR and place > 0:
            place = self._fours.find(word, place + 1)
        return place >= 0

    def _read(self, anchors: Iterable[int]) -> None:
        """Note the formulae that begin or end with one of these pairs."""
        if not self._heads:
            fours, pairs = keys_of(self._fours), keys_of(self._pairs)
            self._heads, self._tails = fours[::2] + pairs[::2], fours[1::2] + pairs[1::2]
            self._words = self._longer.split("\n")
        fresh = frozenset(anchors) - self._known
        if not fresh:
            return
        self._known |= fresh
        for key, word in self._with(fresh, self._heads):
            self._begun.add(key, word, word[:_FOUR])
        for key, word in self._with(fresh, self._tails):
            self._ended.add(key, word, word[-_FOUR:])

    def _with(self, keys: frozenset[int], ends: list[int]) -> Iterator[tuple[int, str]]:
        """The formulae that have one of ``keys`` at that one of their ends, each with it."""
        for number, key in compress(enumerate(ends), map(keys.__contains__, ends)):
            place = _FOUR * number
            word = self._fours[place : place + _FOUR]
            yield key, word or self._words[number - len(self._fours) // _FOUR]


def _slips(text: str, word: str, start: int) -> Iterator[Slip]:
    """The one character by which what stands at ``start`` differs from ``word``, if it is mistaken
    for what is meant."""
    written = text[max(0, start) : start + len(word)]
    if written == word or len(written) != len(word):
        return
    differs = [*map(ne, written, word)]
    wrong = sum(differs)
    place = differs.index(True)
    if wrong == 1:
        if written[place] not in FREE and confusable(written[place], word[place]):
            yield Slip(Span(start, start + len(word)), start + place, word)
    elif wrong == 2 and written[place + 1] + written[place] == word[place : place + 2]:
        yield Slip(Span(start, start + len(word)), start + place, word, "swapped")


def _lost(text: str, word: str, start: int) -> Iterator[Slip]:
    """The one character of ``word``, neither its first nor its last, that is lost in what stands at
    ``start``."""
    size = len(word)
    if size < LONG or start < 0 or text[start + size - 2 : start + size - 1] != word[-1]:
        return
    written = text[start : start + size - 1]
    place = next((i for i in range(size - 1) if written[i] != word[i]), 0)
    if 0 < place < size - 1 and written[place:] == word[place + 1 :]:
        yield Slip(Span(start, start + size - 1), start + place, word, "lost")


_made: dict[int, tuple[Lines, Formulae]] = {}


def formulae_of(lines: Lines) -> Formulae:
    """``lines``, ready; the same object for the same table, whose text need not be hashed."""
    made = _made.get(id(lines))
    if made is None or made[0] is not lines:
        made = _made[id(lines)] = (lines, Formulae(lines))
    return made[1]
