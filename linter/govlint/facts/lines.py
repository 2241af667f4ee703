"""lines: where a sentence was cut by a line break, as in text pasted from a page."""

from __future__ import annotations

import re
from itertools import pairwise

from govlint.facts.facts import Facts
from govlint.facts.words import word_across
from govlint.syntax.tree import Item, Paragraph
from govlint.text.back import begins
from govlint.text.span import Span

_CUT = re.compile(r"[一-龥0-9，、“（]$")
_LIST = re.compile(r"[^，。；：]{1,12}[：:]|【|附|注|（|〔")
_HAN = re.compile(r"[一-龥]+$")
_HAN_FIRST = re.compile(r"[一-龥]+")
_DIGITS = re.compile(r"[一-龥约][0-9]{1,4}[.]?$")
_AMOUNT = re.compile(
    "[0-9]{1,4}(?:[.][0-9]{1,2})?(?:[万亿]?元|[万亿余多个名人户家件处亩吨%]|公里|平方米)(?![、.])"
)
GAP = re.compile(r"[^\s]\t|[^\s](?: {2,}|\u3000{2,})[^\s]")
_REACH = 12
_BLANKS = " \t\u3000\n"
_SHORTEST = 15
_LONGEST = 60


def cuts_word(text: str, end: int) -> bool:
    """Whether the line break after ``end`` stands inside a word, or inside a number."""
    after = end
    while after < len(text) and text[after] in _BLANKS:
        after += 1
    if _DIGITS.search(text, max(0, end - _REACH), end):
        return _AMOUNT.match(text, after) is not None
    left = _HAN.search(text, max(0, end - _REACH), end)
    right = _HAN_FIRST.match(text, after, after + _REACH)
    return bool(left and right and word_across(left[0], right[0]))


def hard_breaks(facts: Facts) -> list[Span]:
    """The ends of the lines that stop in mid-sentence where the next line goes on.

    A line of prose width without a final mark, followed by a plain line, where the two hold a
    finished sentence only together.
    """
    text = facts.body
    entries = facts.outline.entries
    found: list[Span] = []
    for entry, after in pairwise(entries):
        start, end = entry.span
        if not isinstance(after, Paragraph) or text.count("\n", end, after.span.start) > 1:
            continue
        if not _SHORTEST <= end - start <= _LONGEST or _CUT.search(text, end - 1, end) is None:
            continue
        if _LIST.match(text, *after.span) or _LIST.match(text, start, end):
            continue
        if isinstance(entry, Item) and entry.shape == "dash":
            continue
        if text.count("|", start, end) > 1 or GAP.search(text, start, end):
            continue  # a row of a table
        if "，" in text[start:end] or "。" in text[start:end] or "、" in text[start:end]:
            first = re.search(r"[，。；：]", text[after.span.start : after.span.end])
            if first is not None or after.span.end - after.span.start >= _SHORTEST:
                found.append(Span(end - 1, end))
    return found


def is_row(text: str, place: int) -> bool:
    """Whether what stands at ``place`` is in a row of a table with tabs, or right below one."""
    start = begins(text, max(0, begins(text, place, "\n") - 1), "\n")
    end = text.find("\n", place)
    return text.count("\t", start, end if end >= 0 else len(text)) > 1
