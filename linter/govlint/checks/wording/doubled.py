"""doubled: does a word stand twice, one right behind the other?

Only what is cut as a word, or as several, counts: 参与与群众 is 参与 and 与, 目的的 is 目的 and 的.
So does the first character of a verb that stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.lexicon import is_listed
from govlint.facts.literals import alternatives
from govlint.facts.repeats import repeats
from govlint.facts.search import Search
from govlint.facts.words import starts
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``chars``: characters that never stand twice as words of their own; ``longest``: of the
    words that are looked for; ``but``: characters with which one begins that may stand twice
    (一步一步). ``alone``: characters that are words before one that begins with them
    (要要求, 使使用); ``ends``: what verbs end in that are not taken apart (推进, not 洗澡)."""

    chars: str
    longest: int = 8
    but: str = ""
    alone: str = ""
    ends: tuple[str, ...] = ()


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text, done = facts.body, -1
    words = (*_characters(facts, params), *_words(text, params))
    found = [(span, size) for span, size in words if _is_double(text, span, size)]
    for span, size in sorted([*found, *_begun(text, params)]):
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
    group = _search(params.chars).sets[0]
    for key in known.anchors(group):
        for literal in group.anchors[key]:
            for start in known.standing(literal, 0, key, text):
                yield Span(start, start + 2), 1


def _begun(text: str, params: Params) -> Iterator[tuple[Span, int]]:
    """Where the first character of a verb stands twice (推推进)."""
    for start, size in repeats(text, (1,)):
        word, char = text[start + 1 : start + 3], text[start]
        if char in params.alone or word[1:] not in params.ends or not is_listed(word):
            continue
        ends = starts(text, Span(start, start + 3))
        inside = text[start - 1 : start] not in {"", "\n"}  # no word that a line end has cut
        if inside and {start, start + 1, start + 3} <= ends and start + 2 not in ends:
            yield Span(start, start + 2), size


def _words(text: str, params: Params) -> Iterator[tuple[Span, int]]:
    for start, size in repeats(text, range(2, params.longest + 1)):
        word = text[start : start + size]
        if word == size * word[0] or word[0] in params.but:  # 哈哈哈哈, 一步一步
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
    searches=lambda params: (_search(params.chars),),
)
