"""doubled: does a word stand twice, one right behind the other?

Only what is cut as a word, or as several, counts: 参与与群众 is 参与 and 与, 目的的 is 目的 and 的.
So does the first character of a verb that stands twice, and the last one of a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.alternatives import alternatives
from govlint.facts.facts import Facts
from govlint.facts.lexicon import is_listed, kind_of
from govlint.facts.repeats import repeats
from govlint.facts.search import ANYWHERE, Search
from govlint.facts.usual import words_begun
from govlint.facts.words import starts
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``chars``: characters that never stand twice as words of their own; ``longest``: of the
    words that are looked for; ``but``: characters with which one begins that may stand twice
    (一步一步). ``alone``: characters that are words before one that begins with them
    (要要求, 使使用); ``last``: those that may follow a word that ends with them (连云港港、)."""

    chars: str
    longest: int = 8
    but: str = ""
    alone: str = ""
    last: str = ""


_VERBS = ("v", "d", "a")
"""The classes of verbs, adverbs and adjectives."""
_WORD = 2
_DATES = "年月日"
_POINTS = "，。；、）和与及"
_SUFFIXES = "化性率力制度型者" + _POINTS
"""What follows a word that is whole: a suffix, or the end of a phrase."""


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text, done = facts.body, -1
    words = (*_characters(facts, params), *_words(text, params))
    found = [(span, size) for span, size in words if _is_double(text, span, size)]
    for span, size in sorted([*found, *_inside(text, params)]):
        if span.start >= done:
            done = span.end
            second = Span(span.start + size, span.end)
            yield Finding(
                span, {"word": text[span.start : second.start]}, edits=(Edit(second, ""),)
            )


@lru_cache(maxsize=8)
def _search(chars: str) -> Search:
    return Search("", (alternatives(tuple(2 * char for char in chars)),), 0)


def _characters(facts: Facts, params: Params) -> Iterator[tuple[Span, int]]:
    text = facts.body
    known = facts.literals
    search = _search(params.chars)
    for key in known.anchors(search):
        for literal in search.sets[0].anchors[key]:
            for start in known.standing(literal, 0, key, text):
                yield Span(start, start + 2), 1


def _inside(text: str, params: Params) -> Iterator[tuple[Span, int]]:
    """Where a character stands twice that is the first of a verb or adverb (推推进, 进进一步), or
    the last of a word that ends a clause or takes a suffix (经常常化)."""
    for start, size in repeats(text, (1,)):
        before, after = text[max(0, start - 2) : start], text[start + 2 : start + 4]
        if before[-1:] in {"", "\n"} or after[:1] == after[1:] or before == 2 * before[-1:]:
            continue  # a word that a line end has cut, and 高高兴兴
        if text[start] in _DATES and before[-1:].isdigit() and after[:1].isdigit():
            yield Span(start, start + 2), size  # 2025年年3月
            continue
        ends = starts(text, Span(start, start + 2))
        if start in ends and start + 1 in ends:
            found = text[start] not in params.alone and _begins_verb(text, start + 1, ends)
        else:
            found = text[start] not in params.last and _closes(text, start, ends, params.alone)
        if found:
            yield Span(start, start + 2), size


def _begins_verb(text: str, start: int, ends: set[int]) -> bool:
    end = min(place for place in ends if place > start)
    if end == start + _WORD and kind_of(text[start]) == "v" and kind_of(text[start + 1]) == "n":
        return False  # 算算账, 鼓鼓劲
    return end > start + 1 and kind_of(text[start:end]).startswith(_VERBS)


def _closes(text: str, start: int, ends: set[int], words: str) -> bool:
    """Whether a word ends with the first of two characters; 经常常化 may be 经 and 常常, too.
    Behind an adverb the second one is no word of its own (进一步步)."""
    if start + 2 not in ends:
        return False
    first = max((place for place in ends if place < start), default=start)
    kind = kind_of(text[first : start + 1]) if first < start else ""
    if not kind:
        return False
    alone = start + 1 in ends
    suffixes = _SUFFIXES if alone else _SUFFIXES[: -len(_POINTS)]
    if text[start + 2 : start + 3] in [*suffixes]:
        return True
    if alone and kind == "v" and text[start] not in words and _is_object(text, start + 1, ends):
        return True
    return alone and kind == "d" and text[start] not in words


def _is_object(text: str, start: int, ends: set[int]) -> bool:
    """Whether what follows the character at ``start`` is a usual noun, and no word begins with that
    character there: 推进进职业技能认定, not 推进进贤县 or 推进进村入户."""
    end = min((place for place in ends if place > start + 1), default=start + 1)
    word = text[start + 1 : end]
    if len(word) < _WORD or kind_of(word) not in {"n", "vn", "l", "an"}:
        return False
    if word not in words_begun(word):  # 借助助餐点
        return False
    return not any(is_listed(text[start:stop]) for stop in range(start + 2, end + 2))


def _words(text: str, params: Params) -> Iterator[tuple[Span, int]]:
    for start, size in repeats(text, range(2, params.longest + 1)):
        word = text[start : start + size]
        if word == size * word[0] or word[0] in params.but:  # 哈哈哈哈, 一步一步
            continue
        if word[-1] in params.but and text[start - 1 : start] == word[-1]:  # 一升一升一降
            continue
        if all("一" <= char <= "龥" for char in word):
            yield Span(start, start + 2 * size), size


def _is_double(text: str, span: Span, size: int) -> bool:
    """Whether both halves begin and end where words do, and are not the middle of a turn
    (抓反复反复抓)."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    if before == after and "一" <= before <= "龥":
        return False
    ends = starts(text, span)
    return {span.start, span.start + size, span.end} <= ends


CHECK = Check(
    "doubled",
    Params,
    run,
    fields=("word",),
    searches=lambda params: (_search(params.chars), ANYWHERE),
)
