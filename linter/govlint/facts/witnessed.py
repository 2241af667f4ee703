"""witnessed: which word the document itself has where two characters are never met side by side.

A word of a trade (轨枕, 苗床) is no usual one, so nothing is known of what stands beside it. But a
document that has it several times before or behind the same character is a witness: a pair that is
no word and differs from it by a character that sounds or looks alike is that word, written wrongly.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from operator import add

from govlint.facts.confusable import confusable
from govlint.facts.lexicon import is_listed
from govlint.facts.usual import words_with
from govlint.facts.words import starts
from govlint.text.span import Span

_ASKED = 60
"""So many places of a character are looked at."""
_OFTEN = 2
"""So often the document has the word."""
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两零")
_LOOSE = frozenset("的了和在与及等为以是对将把各全中")
"""Characters that stand beside any word, so they tell nothing."""
_HEADS = frozenset("省市县区镇乡村州旗矿厂路桥河湖山企")
"""What stands before these is a name, or the short form of one."""
_NOT_TOLD, _NOT_BEHIND = _NUMERALS | _LOOSE, _LOOSE | _HEADS


@lru_cache(maxsize=1)
def _often(text: str) -> tuple[set[str], set[str]]:
    """The pairs of neighbours that a text has more than once, and those with one between them: of
    most places these alone say that nothing bears witness."""
    beside = Counter(map(add, text, text[1:]))
    around = Counter(map(add, text, text[2:]))
    return (
        {pair for pair, times in beside.items() if times > 1},
        {pair for pair, times in around.items() if times > 1},
    )


def witnessed(text: str, place: int) -> str:
    """The word of two characters that is meant at ``place``, "" where the document has none.

    >>> witnessed("更换轨枕道钉，检查轨枕，补齐轨忱道钉", 14)
    '轨枕'
    """
    pair, behind = text[place : place + 2], text[place + 2 : place + 3]
    beside, around = _often(text)
    first, second = pair[1:] + behind in beside, pair[:1] + behind in around
    if not (first or second) or pair in beside or not "一" <= behind <= "龥":
        return ""
    if {*pair} & _NOT_TOLD or behind in _NOT_BEHIND or is_listed(pair):
        return ""
    found = (first and _first_wrong(text, pair, behind)) or (
        second and _second_wrong(text, pair, behind)
    )
    if not found or not is_listed(found) or words_with(found):
        return ""  # of a usual word its company tells (see misspelt)
    if text.count(found) < _OFTEN:
        return ""
    begun = starts(text, Span(place, place + 2))
    return found if {place, place + 1} <= begun and begun & {place + 2, place + 3} else ""


def _first_wrong(text: str, pair: str, behind: str) -> str:
    """A word that ends like ``pair``, before the same character."""
    key, at = pair[1] + behind, -1
    for _ in range(_ASKED):
        at = text.find(key, at + 1)
        if at <= 0:
            break
        char = text[at - 1]
        if char != pair[0] and "一" <= char <= "龥" and confusable(char, pair[0]):
            return char + pair[1]
    return ""


def _second_wrong(text: str, pair: str, behind: str) -> str:
    """A word that begins like ``pair``, before the same character."""
    at = -1
    for _ in range(_ASKED):
        at = text.find(pair[0], at + 1)
        if at < 0:
            break
        char = text[at + 1 : at + 2]
        if (
            text[at + 2 : at + 3] == behind
            and char != pair[1]
            and "一" <= char <= "龥"
            and confusable(char, pair[1])
        ):
            return pair[0] + char
    return ""
