"""mistaken: where a word stands that is right by itself, and another one, that sounds or looks like
it, is far likelier there.

Suspected are words that public documents hardly have (mistaken.csv: each with those that may be
meant, and how much must speak for these). What speaks for a word are the words beside it
(company.csv: by a word those that stand before it, and those behind, each with a letter that tells
how much likelier they are there, as a logarithm). Both are made by bench/mistaken.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.lexicon import is_listed
from govlint.facts.met import SUSPECTS, suspected
from govlint.facts.rows import row_of
from govlint.facts.words import MARK, NUMBER, company
from govlint.records import NamedTuple
from govlint.text.span import Span

COMPANY = "company.csv"
SIZE = 2
"""Characters of a suspect, and of what is meant."""
_MEANT = re.compile("([一-龥]+)([0-9]+)")
_LONGEST = 4
"""Longer words beside a place are not asked for before its clause is cut."""
_ONE_WORD = 10
"""So much a longer word tells of what is a part of it."""
_LEAST = "A"
"""The letter of no weight."""
_NAMED = "“‘《〈「", "”’》〉」"


class Mistaken(NamedTuple):
    """``right`` is meant at ``span``."""

    span: Span
    right: str


def find_mistaken(text: str) -> Iterator[Mistaken]:
    """The words of ``text`` for which others seem to be meant, in order.

    >>> [found.right for found in find_mistaken("窗口共受力申请86件。")]
    ['受理']
    """
    for place in suspected(text):
        word = text[place : place + SIZE]
        meant = [(each, int(need)) for each, need in _MEANT.findall(row_of(SUSPECTS, word))]
        if not meant or (text[place - 1 : place] in _NAMED[0] and place):
            continue
        before, behind = _beside(text, place)
        if len(before) == len(behind) == 1:
            continue  # between marks and numbers anything may stand
        for right, need in meant:
            likely = weight(right, before, behind)
            if 0 < likely > need - _ONE_WORD and (likely > need or _is_part(text, place, right)):
                if not _is_meant(text, place, right, need):
                    continue
                yield Mistaken(Span(place, place + SIZE), right)
                break


def _beside(text: str, place: int) -> tuple[list[str], list[str]]:
    """All that may be the word before ``place``, and the one behind the suspect there."""
    before, behind = text[place - 1 : place], text[place + SIZE : place + SIZE + 1]
    sizes = range(1, _LONGEST + 1)
    lefts = [_sign(before)] if _sign(before) else [text[max(0, place - n) : place] for n in sizes]
    end = place + SIZE
    return lefts, [_sign(behind)] if _sign(behind) else [text[end : end + n] for n in sizes]


def _sign(char: str) -> str:
    """What a character that is no Chinese one counts as, "" for a Chinese one."""
    return NUMBER if char.isdigit() else "" if "一" <= char <= "龥" else MARK


def weight(word: str, before: list[str], behind: list[str]) -> int:
    """How much speaks for ``word`` between the likeliest of ``before`` and that of ``behind``."""
    left, _, right = row_of(COMPANY, word).partition(",")
    return max(_level(left, each) for each in before) + max(_level(right, each) for each in behind)


def _level(cell: str, word: str) -> int:
    """How much the cell says of ``word``.

    >>> _level("公开栏K完成G成G", "成"), _level("公开栏K完成G", "成")
    (6, 0)
    """
    place = cell.find(word)
    while place >= 0:
        end = place + len(word)
        if cell[end].isalpha() and cell[end] <= "Z" and (not place or cell[place - 1] <= "Z"):
            return ord(cell[end]) - ord(_LEAST)
        place = cell.find(word, end)
    return 0


def _is_part(text: str, place: int, right: str) -> bool:
    """Whether a word of the dictionary begins or ends with ``right`` there."""
    end = place + SIZE
    return is_listed(right + text[end : end + SIZE]) or (
        place >= SIZE and is_listed(text[place - SIZE : place] + right)
    )


def _is_meant(text: str, place: int, right: str, need: int) -> bool:
    """Whether ``right`` is far likelier, now that the words of the clause are cut."""
    span, word = Span(place, place + SIZE), text[place : place + SIZE]
    one, written, other = company(text, span, word)
    if written != word or len(one) == len(other) == 1:  # beside 有 and 的 anything may stand
        return False
    against = weight(word, [one], [other])
    before, meant, behind = company(text, span, right)
    if meant == right:
        return weight(right, [before], [behind]) - against > need
    if len(meant) == SIZE or not is_listed(meant):
        return False
    return _ONE_WORD + weight(right, [one, before], [other, behind]) - against > need
