"""lines: where a sentence was cut by a line break, as in text pasted from a page."""

from __future__ import annotations

import re
from itertools import pairwise

from govlint.facts.facts import Facts
from govlint.syntax.tree import Item, Paragraph
from govlint.text.span import Span

_CUT = re.compile(r"[一-龥0-9，、“（]$")
_LIST = re.compile(r"[^，。；：]{1,12}[：:]|【|附|注|（|〔")
_SHORTEST = 15
_LONGEST = 60


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
        if "，" in text[start:end] or "。" in text[start:end] or "、" in text[start:end]:
            first = re.search(r"[，。；：]", text[after.span.start : after.span.end])
            if first is not None or after.span.end - after.span.start >= _SHORTEST:
                found.append(Span(end - 1, end))
    return found
