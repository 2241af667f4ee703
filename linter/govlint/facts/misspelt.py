"""misspelt: where a usual word seems to be meant, with a character mistaken for another, two that
changed places, or one that stands twice.

Two characters that are never met side by side are where one looks (see met). A usual word with one
slip must explain them, and what stands beside it must be what public documents have there, too (see
beside); then the words of the clause decide (see words).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from govlint.facts.beside import backing
from govlint.facts.confusable import alike
from govlint.facts.met import unmet
from govlint.facts.usual import before, behind, words_with
from govlint.facts.words import gain
from govlint.records import NamedTuple
from govlint.text.span import Span

_NUMERALS = frozenset("一二三四五六七八九十百千万亿两零")
_WORDS = frozenset(
    "的地得了着过等使要会能可被为对以请应在再不将拟需让由从向到有是用把比给与和或及又也都就才还只已未无自其此该各每本并"
    "所经受令如若因当按依照凭沿随同共相互曾均皆先后多少更最太很极较年月日人次个份家户区县市镇村站厅局"
)
"""Characters that are words of their own beside one that ends or begins with them (参与与群众)."""
_NAMED = "“‘《〈「", "”’》〉」"
"""What is put in these is often named by a play on words."""


class Misspelt(NamedTuple):
    """``right`` is meant at ``span``. ``kind``: ``other``, ``swapped`` or ``doubled`` characters.
    ``backing``: how long the word is that stands beside it as elsewhere; ``gain``: how much
    likelier the clause is with what is meant, as a logarithm."""

    span: Span
    right: str
    kind: str
    backing: int
    gain: float


def find_misspelt(text: str, least: float) -> Iterator[Misspelt]:
    """The slips in ``text`` with which the clause is so much less likely, in order and apart."""
    done = -1
    for place in unmet(text):
        written = text[place : place + 2]
        meant = _meant(written)
        if (not meant and written[0] != written[1]) or place < done:
            continue
        guesses = _guesses(text, place, written, meant)
        found = [each for guess in guesses if (each := _weighed(text, *guess))]
        best = max(found, key=lambda each: each.gain, default=None)
        if best is not None and best.gain > least:
            done = best.span.end
            yield best


def _weighed(text: str, start: int, end: int, right: str, kind: str) -> Misspelt | None:
    if text[start - 1 : start] in [*_NAMED[0]] or text[end : end + 1] in [*_NAMED[1]]:
        return None
    backed = backing(text, start, end, right)
    if not backed:
        return None
    span = Span(start, end)
    return Misspelt(span, right, kind, backed, gain(text, span, right, lone=int(kind != "doubled")))


def _guesses(
    text: str, place: int, written: str, meant: Iterable[str]
) -> Iterator[tuple[int, int, str, str]]:
    """The usual words that fit around ``place``: from where to where, which, and what happened to
    it."""
    for pair in meant:
        yield from _fitting(text, place, written, pair)
    if written[0] == written[1] and written[0] not in _WORDS:
        for word in words_with(written[0]):
            start = place - word.index(written[0])
            if start >= 0 and text.startswith(word.replace(written[0], written, 1), start):
                yield start, start + len(word) + 1, word, "doubled"


@lru_cache(maxsize=1 << 14)
def _meant(written: str) -> tuple[str, ...]:
    """The pairs of characters of usual words that ``written`` may be."""
    one, other = written[0], written[1]
    found = [first + other for first in before(other) & _mistaken(one)]
    found += [one + second for second in behind(one) & _mistaken(other)]
    if one != other and other in before(one):
        found.append(other + one)
    return (*found,)


@lru_cache(maxsize=8192)
def _mistaken(char: str) -> frozenset[str]:
    """What ``char`` may be written for."""
    return frozenset() if char in _NUMERALS else frozenset(alike(char)) - _NUMERALS


def _fitting(text: str, place: int, written: str, pair: str) -> Iterator[tuple[int, int, str, str]]:
    """The usual words with ``pair`` in them that fit around ``place``, where it is ``written``."""
    kind = "swapped" if written == pair[::-1] else "other"
    for word in words_with(pair):
        inside = word.index(pair)
        start, size = place - inside, len(word)
        if start >= 0 and text.startswith(word[:inside] + written + word[inside + 2 :], start):
            yield start, start + size, word, kind
