"""misspelt: where a usual word seems to be meant, with a character mistaken for another, two that
changed places, or one that stands twice.

Two characters that are never met side by side are where one looks (see met). A usual word with one
slip must explain them, and what stands beside it must be what public documents have there, too (see
beside); then the words of the clause decide (see words).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govlint.facts.beside import backing
from govlint.facts.confusable import alike
from govlint.facts.lexicon import is_listed
from govlint.facts.met import unmet
from govlint.facts.runs import runs_in, signed
from govlint.facts.threes import around, threes_in
from govlint.facts.usual import (
    LONGEST,
    before,
    behind,
    usual_characters,
    words_begun,
    words_with,
)
from govlint.facts.words import gain
from govlint.records import NamedTuple
from govlint.text.span import Span

_NUMERALS = frozenset("一二三四五六七八九十百千万亿两零")
_NUMERAL = re.compile(f"[{''.join(sorted(_NUMERALS))}]+")
WORDS = frozenset(
    "的地得了着过等使要会能可被为对以请应在再不将拟需让由从向到有是用把比给与和或及又也都就才还只已未无自其此该各每本并"
    "所经受令如若因当按依照凭沿随同共相互曾均皆先后多少更最太很极较年月日人次个份家户区县市镇村站厅局"
)
"""Characters that are words of their own beside one that ends or begins with them (参与与群众)."""
_NAMED = "“‘《〈「", "”’》〉」"
"""What is put in these is often named by a play on words."""


_LONG, _FULL = 3, 4
"""A word of so many characters has its whole ones beside the slip; of the latter so many that
nothing else need speak for it."""
_ALONE = 9.0
"""So much likelier the clause must be for a word of three characters of which nothing beside it
speaks."""
_REACH = 3
"""So far the rows of four characters reach that hold one."""
_MORE = 2
_TURNED = 13.0
"""So much for one of two characters that changed places."""


class Misspelt(NamedTuple):
    """``right`` is meant at ``span``. ``kind``: ``other``, ``swapped`` or ``doubled`` characters.
    ``gain``: how much likelier the clause is with what is meant, as a logarithm."""

    span: Span
    right: str
    kind: str
    gain: float


def find_misspelt(text: str, least: float) -> Iterator[Misspelt]:
    """The slips in ``text`` with which the clause is so much less likely, in order and apart."""
    done = -1
    for place in suspects(text):
        if place < done:
            continue
        found = [each for guess in _guesses(text, place) if (each := _weighed(text, *guess))]
        best = max(found, key=lambda each: each.gain, default=None)
        if best is not None and best.gain > least and _is_usual(text, best):
            done = best.span.end
            yield best


def _is_usual(text: str, found: Misspelt) -> bool:
    """Whether public documents have so many more of the rows of three with what is meant."""
    ahead, after = around(text, *found.span)
    written = text[slice(*found.span)]
    more = threes_in(ahead + found.right + after) - threes_in(ahead + written + after)
    return more >= _MORE or found.kind == "doubled"


def _weighed(text: str, start: int, end: int, right: str, kind: str) -> Misspelt | None:
    if text[start - 1 : start] in [*_NAMED[0]] or text[end : end + 1] in [*_NAMED[1]]:
        return None
    size = 1 if kind == "doubled" else len(right)
    if size > 1 and is_listed(text[start:end]):
        return None
    backed = backing(text, start, end, right) or (
        size > 1 and _runs_better(text, start, end, right)
    )
    turned = kind == "swapped" and size == len("障保")
    if not backed and size < _LONG and not turned:
        return None
    lone = size - 1 if size < _FULL else end - start + len(text)
    gained = gain(text, Span(start, end), right, lone=lone)
    if not backed and size < _FULL and gained <= (_TURNED if turned else _ALONE):
        return None
    return Misspelt(Span(start, end), right, kind, gained)


def _runs_better(text: str, start: int, end: int, right: str) -> bool:
    """Whether public documents have the rows of four characters that hold what is meant, all but
    one at most, and none of those that hold what is written."""
    one, other = signed(text, start - _REACH, start), signed(text, end, end + _REACH)
    written = text[start:end]
    differs = [place for place, char in enumerate(right) if char != written[place]]
    low, high = differs[0] + len(one) - _REACH, differs[-1] + len(one) + _REACH + 1
    meant, held = (one + right + other)[low:high], (one + written + other)[low:high]
    return runs_in(meant) >= len(meant) - _REACH - 1 and not runs_in(held)


@lru_cache(maxsize=1)
def suspects(text: str) -> list[int]:
    """The places of ``text`` where two characters stand that are not met side by side, and at which
    something may be guessed."""
    return [place for place in unmet(text) if may_be_meant(text, place)]


def may_be_meant(text: str, place: int) -> bool:
    """Whether anything may be guessed at ``place``; of most pairs nothing."""
    written = text[place : place + 2]
    return bool(
        _meant(written)
        or _turned(text[place + 1 : place + 3])
        or _turned(text[place - 1 : place + 1])
        or written[0] == written[1]
    )


def hopeful() -> tuple[set[str], set[str]]:
    """The pairs of characters of which :func:`_meant` has something or that are doubled, and those
    that are usual when turned round: all that anything may be guessed at."""
    pairs = [(first, second) for first in usual_characters() for second in behind(first)]
    turned = {second + first for first, second in pairs if _turned(second + first)}
    slips = {other + second for first, second in pairs for other in alike(first)}
    slips |= {first + other for first, second in pairs for other in alike(second)}
    return slips | turned | {2 * char for pair in pairs for char in pair}, turned


def _guesses(text: str, place: int) -> Iterator[tuple[int, int, str, str]]:
    """The usual words that fit around ``place``: from where to where, which, and what happened to
    it. What follows the end of another word tells that the next two changed places, or the two
    before (生活障保, 保章局)."""
    written = text[place : place + 2]
    for pair in _meant(written):
        yield from _fitting(text, place, written, pair)
    for start in (place - 1, place + 1):
        near = text[max(0, start) : start + 2]
        if pair := _turned(near):
            yield from _fitting(text, max(0, start), near, pair)
    if written[0] == written[1] and written[0] not in WORDS:
        for word in words_with(written[0]):
            start = place - word.index(written[0])
            if start >= 0 and text.startswith(word.replace(written[0], written, 1), start):
                yield start, start + len(word) + 1, word, "doubled"


@lru_cache(maxsize=1 << 14)
def _meant(written: str) -> tuple[str, ...]:
    """The pairs of characters of usual words that ``written`` may be."""
    one, other = written[0], written[1]
    found = [first + other for first in before(other).intersection(_mistaken(one))]
    found += [one + second for second in behind(one).intersection(_mistaken(other))]
    if turned := _turned(written):
        found.append(turned)
    return (*found,)


@lru_cache(maxsize=1 << 14)
def _turned(written: str) -> str:
    """``written`` the other way round, if usual words have that."""
    if len(written) < len("障保"):
        return ""
    one, other = written[0], written[1]
    if one == other or one in _NUMERALS or other in _NUMERALS:
        return ""
    return other + one if other in before(one) else ""


@lru_cache(maxsize=8192)
def _mistaken(char: str) -> str:
    """What ``char`` may be written for."""
    return "" if char in _NUMERALS else _NUMERAL.sub("", alike(char))


def _fitting(text: str, place: int, written: str, pair: str) -> Iterator[tuple[int, int, str, str]]:
    """The usual words with ``pair`` in them that fit around ``place``, where it is ``written``."""
    kind = "swapped" if written == pair[::-1] else "other"
    for inside in range(min(place, LONGEST - len(pair)) + 1):
        start = place - inside
        for word in words_begun(text[start:place] + pair):
            rest = word[inside + len(pair) :]
            if word.find(pair) == inside and text.startswith(rest, place + len(pair)):
                yield start, start + len(word), word, kind
