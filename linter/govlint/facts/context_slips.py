"""context_slips: characters mistaken, exchanged or doubled, as all that stands around them tells.

Where two characters are never met side by side one looks whether a slip explains it: no row of
three that holds what is written stands in more than one public document, and each that holds what
is meant does (see threes), and the words of the clause are likelier with it (see words).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

from govlint.facts.confusable import alike
from govlint.facts.lexicon import is_listed, words_at
from govlint.facts.met import are_met
from govlint.facts.misspelt import WORDS, suspects
from govlint.facts.threes import are_often, around, threes_in
from govlint.facts.usual import before, behind
from govlint.facts.words import RARE, gained, starts
from govlint.records import NamedTuple
from govlint.text.occurrences import is_once
from govlint.text.span import Span

_LEAST_ROWS = 2
_WINDOW = 64
"""Code points on either side that hold a clause as far as it is read."""
_SURE = 8.0
"""So much likelier, as a logarithm, the clause must be for a warning."""
_LISTED = 9.0
"""The same, where the two that changed places are a word."""
_MET = 10.0
"""The same, where what is written is met beside one of its neighbours (建站以来)."""
_IN_LIST, _NEAR = 14.5, 8
"""The same in a list, which may be one of names, and where that is looked for."""
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两零〇")
_NAME = re.compile("[一-龥]{1,2}(?=[省市县区乡镇村])")
_NAME_HERE = re.compile("[一-龥]{1,2}[省市县区乡镇村屯街路桥河湖山岭渠寨泉政]")
"""What may be a name, which is made of any characters."""
_PERSON = re.compile(r"[：\s、.．）][一-龥]{2,3}(?=[\s；，、（。])")
"""What may be a person's."""
_LEAST = {
    ("other", 3): 6.0, ("other", 2): 13.0, ("other", 1): 9.0,
    ("swapped", 4): 0.0, ("swapped", 3): 2.0, ("swapped", 2): 9.5,
    ("doubled", 3): 4.0,
}  # fmt: skip
"""By the kind of a slip and how many rows with what is meant are known (1 for two that many
documents have): so much likelier, as a logarithm, the clause must be with it."""


class ContextSlip(NamedTuple):
    """``right`` is meant at ``span``, a word as a rule. ``kind``: ``other``, ``swapped`` or
    ``doubled``. ``gain``: how much likelier the clause is with what is meant, as a logarithm.
    ``sure``: all rows of three are known, and it is much likelier."""

    span: Span
    right: str
    kind: str
    gain: float
    sure: bool


def find_context_slips(text: str) -> Iterator[ContextSlip]:
    """The slips in ``text``, in order and apart."""
    done = -1
    names: frozenset[str] | None = None
    for place in suspects(text):
        if place < done:
            continue
        guesses = chain(_others(text, place), _turns(text, place), _twice(text, place))
        found = [each for guess in guesses if (each := _weighed(text, *guess))]
        best = max(found, key=lambda each: each.gain, default=None)
        if best is None:
            continue
        if names is None:
            names = frozenset("".join(_NAME.findall(text) + _PERSON.findall(text)))
        if _is_once(text, best.span) and not (
            best.kind == "other" and _is_of_name(text, best.span.start, names)
        ):
            whole = _whole(text, best)
            done = whole.span.end
            yield whole


def _is_of_name(text: str, place: int, names: frozenset[str]) -> bool:
    """Whether the character at ``place`` is of a name, as far as is known."""
    return text[place] in names or _NAME_HERE.match(text, place) is not None


def _whole(text: str, slip: ContextSlip) -> ContextSlip:
    """``slip`` as the whole word that it is in, or with what stands before it."""
    (start, end), size = slip.span, len(slip.right)
    near = max(0, start - _WINDOW)
    part = text[near:start] + slip.right + text[end : end + _WINDOW]
    first, last = start - near, start - near + size
    ends = starts(part, Span(first, last))
    low = max((each for each in ends if each <= first), default=first)
    high = min((each for each in ends if each >= last), default=last)
    if high - low == 1 and _is_han(part[low - 1 : low]):
        low -= 1
    span = Span(low + near, high + near - size + end - start)
    return slip._replace(span=span, right=part[low:high])


def _is_once(text: str, span: Span) -> bool:
    """Whether the pairs at ``span`` that are never met stand nowhere else: what is written twice is
    meant so."""
    pairs = (text[place : place + 2] for place in range(max(0, span.start - 1), span.end))
    return all(is_once(text, pair) or are_met(pair) for pair in pairs if all(map(_is_han, pair)))


def _weighed(text: str, span: Span, right: str, kind: str, rows: int) -> ContextSlip | None:
    least = _LEAST.get((kind, rows))
    if least is None:
        return None
    if kind == "swapped" and _is_known(text[slice(*span)]):
        least = max(least, _LISTED)  # 蓄积, 存积
    near = text[max(0, span.start - _NEAR) : span.end + _NEAR]
    if rows <= _LEAST_ROWS and "、" in near:
        least = max(least, _IN_LIST)
    if kind == "other" and not _is_alien(text, span.start):
        least = max(least, _MET)
    more = gained(text, span, right)
    sure = rows > _LEAST_ROWS and more > _SURE
    return ContextSlip(span, right, kind, more, sure) if more > least else None


def _is_alien(text: str, place: int) -> bool:
    """Whether the character at ``place`` is met beside neither of its neighbours."""
    pairs = text[place - 1 : place + 1], text[place : place + 2]
    return not any(len(pair) == 2 and all(map(_is_han, pair)) and are_met(pair) for pair in pairs)


def _is_known(word: str) -> bool:
    return words_at(word, 0).get(word, RARE) > RARE


def _others(text: str, place: int) -> Iterator[tuple[Span, str, str, int]]:
    """Another character at ``place`` or behind it."""
    for at in (place, place + 1):
        char = text[at : at + 1]
        if not _is_word(char):
            continue
        usual = behind(text[at - 1 : at]) | before(text[at + 1 : at + 2])
        guesses = usual & _alike(char) if usual else ()
        if not guesses:
            continue
        ahead, after = around(text, at, at + 1)
        fit = [each for each in sorted(guesses) if _fits(ahead[1] + each + after[0])]
        if not fit or threes_in(ahead + char + after):
            continue
        for other in fit:
            rows = threes_in(ahead + other + after)
            if rows >= _LEAST_ROWS:
                often = rows == _LEAST_ROWS and are_often(ahead + other + after)
                yield Span(at, at + 1), other, "other", rows - often


def _twice(text: str, place: int) -> Iterator[tuple[Span, str, str, int]]:
    """A character at ``place`` that is written twice."""
    char = text[place]
    if text[place + 1 : place + 2] != char or not _is_word(char) or char in WORDS:
        return
    if is_listed(text[place - 1 : place + 1]) and is_listed(text[place + 1 : place + 3]):
        return  # 在职职工
    ahead, after = around(text, place, place + 2)
    if _fits(ahead[1] + char + after[0]) and not threes_in(ahead[1] + 2 * char + after[0]):
        rows = threes_in(ahead + char + after)
        if rows > _LEAST_ROWS:
            yield Span(place, place + 2), char, "doubled", rows


def _turns(text: str, place: int) -> Iterator[tuple[Span, str, str, int]]:
    """Two characters that changed places."""
    for at in (place - 1, place, place + 1):
        pair = text[at : at + 2] if at >= 0 else ""
        if len(pair) < len("障保") or pair[0] == pair[1] or not all(map(_is_word, pair)):
            continue
        right = pair[::-1]
        if not are_met(right):
            continue
        ahead, after = around(text, at, at + 2)
        if not threes_in(ahead + pair + after):
            rows = threes_in(ahead + right + after)
            if rows >= _LEAST_ROWS:
                yield Span(at, at + 2), right, "swapped", rows


@lru_cache(maxsize=8192)
def _alike(char: str) -> frozenset[str]:
    return frozenset(alike(char)) - _NUMERALS - {char}


def _fits(signs: str) -> bool:
    """Whether the characters of ``signs`` are met side by side."""
    return all(
        are_met(one + other) for one, other in pairwise(signs) if _is_han(one) and _is_han(other)
    )


def _is_word(char: str) -> bool:
    return _is_han(char) and char not in _NUMERALS


def _is_han(char: str) -> bool:
    return "一" <= char <= "龥"
