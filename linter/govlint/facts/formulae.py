"""formulae: where a formula of four characters or more stands with one of them mistaken, with two
that changed places, or without one.

A formula is known by its first and its last pair of characters: whichever one is wrong, one of the
two pairs is whole. Nothing but the right wording is kept: the wrong ones, a hundred for each, are
recognised (see confusable).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import ne

from govlint.facts.alternatives import known_by
from govlint.facts.anchors import is_astral, key_array, keys_of
from govlint.facts.confusable import confusable
from govlint.facts.literals import Literals
from govlint.facts.search import Search
from govlint.records import NamedTuple
from govlint.text.span import Span

Lines = tuple[str, str, str]
"""The first four characters of each formula, one behind the other, in the order of the keys of
their first pairs; the last four in that of their last pairs; and of the longer ones which they are
(a character each, so many behind 一 as stand before it in the two), and what stands beside the four
of each, a line each."""

FREE = frozenset("一二三四五六七八九十百千万两双多各的是在这那都往从及和与或有了")
"""Characters that stand beside any word, and numerals, which many formulae vary."""


LONG = 5
"""A formula of so many characters is known without one inside."""
_OPEN = frozenset("皆于不出之以可为而其如若无有所与似成自相得上下")
"""Characters behind which formulae are gone on with otherwise (人人皆可成才)."""


class Slip(NamedTuple):
    """``right`` is meant at ``span``. ``kind``: the character at ``place`` is ``other``, is
    ``swapped`` with the next, or is ``lost`` in front of it."""

    span: Span
    place: int
    right: str
    kind: str = "other"


_FOUR = 4
_PAIR = 2
_LEAST = ord("一")


def lines_of(words: Iterable[str]) -> Lines:
    """``words`` as one table."""
    every = sorted(words)
    heads = sorted(every, key=lambda word: keys_of(word[:_PAIR]))
    tails = sorted(every, key=lambda word: keys_of(word[-_PAIR:]))
    rests = [word[_FOUR:] for word in heads] + [word[:-_FOUR] for word in tails]
    longer = "".join(chr(_LEAST + number) for number, rest in enumerate(rests) if rest)
    return (
        "".join(word[:_FOUR] for word in heads),
        "".join(word[-_FOUR:] for word in tails),
        "\n".join([longer, *filter(None, rests)]),
    )


class _Kin(NamedTuple):
    """The formulae from ``start`` to ``end`` of a table, which have one pair of characters at one
    of their ends. ``nears``: the characters that may stand next to the pair, and ``fars`` next to
    those: where a character of the four is mistaken, one of the two is right. ``fours``: the four
    characters of each at this end, and ``words``: each whole, once they were asked for."""

    start: int
    end: int
    nears: str
    fars: str
    fours: list[str]
    words: list[str]


class _Side:
    """The formulae by the pair at one of their ends, ``fours`` and ``rests`` as a table has them,
    in which this side begins at ``offset``. ``near``, ``far``: where the characters next to the
    pair stand, counted from the pair."""

    def __init__(self, fours: str, rests: str, offset: int, near: int, far: int) -> None:
        self._fours, self._rests, self._offset = fours, rests.split("\n"), offset
        self._near, self._far = near, far
        self._first = 0 if near > 0 else -_PAIR  # of the four, counted likewise
        self._keys = key_array(fours)[-self._first // _PAIR :: 2]
        self._kin: dict[int, _Kin | None] = {}

    def _read(self, key: int) -> _Kin | None:
        start = bisect_left(self._keys, key)
        if start == len(self._keys) or self._keys[start] != key:
            self._kin[key] = None
            return None
        end = bisect_right(self._keys, key, start)
        block, first = self._fours[_FOUR * start : _FOUR * end], self._first
        found = _Kin(
            start, end, block[self._near - first :: _FOUR], block[self._far - first :: 4], [], []
        )
        self._kin[key] = found
        return found

    def _rest(self, number: int) -> str:
        """What stands beside the four of the formula of that number: few are asked for."""
        longer, char = self._rests[0], chr(_LEAST + self._offset + number)
        place = bisect_left(longer, char)
        return self._rests[place + 1] if longer[place : place + 1] == char else ""

    def _filled(self, kin: _Kin) -> _Kin:
        """``kin`` with its words."""
        for number in range(kin.start + len(kin.words), kin.end):
            four = self._fours[_FOUR * number : _FOUR * number + _FOUR]
            rest = self._rest(number)
            kin.fours.append(four)
            kin.words.append(rest + four if self._first else four + rest)
        return kin

    def words(self, key: int) -> list[str]:
        """The formulae whose pair at this end has ``key``."""
        kin = self._kin.get(key) or self._read(key)
        return self._filled(kin).words if kin else []

    def words_in(
        self, text: str, anchors: Mapping[int, Sequence[int]]
    ) -> Iterator[tuple[int, str]]:
        """Where one of the pairs stands and one of the characters next to it is right, with each of
        the formulae of which another may be mistaken: where all four are whole, longer ones."""
        padded = text + "\0\0\0"  # stands for what is in front of the text, too
        near, far, first, known, read = self._near, self._far, self._first, self._kin, self._read
        likely = [
            (place, kin)
            for key, places in anchors.items()
            if (kin := known[key] if key in known else read(key))
            for place in places
            if (
                padded[place + near] in kin.nears
                or padded[place + far] in kin.fars
                or (padded[place + near] in kin.fars and padded[place + far] in kin.nears)
            )
        ]  # of a hundred places ten
        for place, kin in likely:
            written = padded[max(0, place + first) : place + first + _FOUR]
            if not kin.words:
                self._filled(kin)
            whole = written in kin.fours
            one, other = padded[place + near], padded[place + far]
            for four, word in zip(kin.fours, kin.words, strict=True):
                if whole and (four != written or four == word):
                    continue
                w_near, w_far = four[near - first], four[far - first]
                if w_near == one or w_far == other or (w_near == other and w_far == one):
                    yield place, word


class Formulae:
    """A table ready to be looked for; made once for each (see :func:`formulae_of`)."""

    def __init__(self, lines: Lines) -> None:
        self.search = Search("", (known_by("".join(lines[:2])),), 0)
        self._lines = lines

    @cached_property
    def _begun(self) -> _Side:
        return _Side(self._lines[0], self._lines[2], 0, 2, 3)

    @cached_property
    def _ended(self) -> _Side:
        return _Side(self._lines[1], self._lines[2], len(self._lines[0]) // _FOUR, -1, -2)

    def find(self, text: str, known: Literals) -> list[Slip]:
        """Every place of ``text``, whose literals are ``known``, at which one character of a
        formula is mistaken, in order."""
        anchors = known.anchored(self.search)
        begun = [(word, place) for place, word in self._begun.words_in(text, anchors)]
        ended = self._ended.words_in(text, anchors)
        starts = [(word, place + 2 - len(word)) for place, word in ended]
        found = {slip for word, start in begun + starts for slip in _slips(text, word, start)}
        found.update(slip for word, start in begun for slip in _lost(text, word, start))
        found.update(slip for word, start in starts for slip in _lost(text, word, start + 1))
        return sorted(found, key=lambda slip: (slip.span.start, -slip.span.end, slip.right))

    def has(self, word: str) -> bool:
        """Whether ``word`` is one of the formulae."""
        return not is_astral(word) and word in self._begun.words(keys_of(word[:_PAIR])[0])


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
    """The one character of ``word``, but the first, that is lost in what stands at ``start``: the
    last only of four, where the clause goes on."""
    size = len(word)
    if start < 0:
        return
    written = text[start : start + size - 1]
    place = next((i for i in range(len(written)) if written[i] != word[i]), size - 1)
    if size == _FOUR:
        behind = text[start + size - 1 : start + size]
        known = place == size - 1 and written[-1] not in _OPEN and "一" <= behind <= "龥"
        known = known and not confusable(behind, word[-1])
    else:
        known = 0 < place < size - 1 and written[place:] == word[place + 1 :]
    if known and len(written) == size - 1:
        yield Slip(Span(start, start + size - 1), start + place, word, "lost")


_made: dict[int, tuple[Lines, Formulae]] = {}


def formulae_of(lines: Lines) -> Formulae:
    """``lines``, ready; the same object for the same table, whose text need not be hashed."""
    made = _made.get(id(lines))
    if made is None or made[0] is not lines:
        made = _made[id(lines)] = (lines, Formulae(lines))
    return made[1]
