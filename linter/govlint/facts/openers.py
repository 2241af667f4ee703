"""openers: the lines that explain why a series of headings starts again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govlint.facts.headings import Entry
from govlint.syntax.tree import LEVEL1, Item, Paragraph
from govlint.text.span import Span

_SHORT_LINE = 60
"""Code points: a line without a final point that is no longer can be a heading."""

_LABEL = re.compile(r"专栏|【|附件?[0-9一二三四五六七八九十]{0,3}[：:]|附[：:]|注[：:释]|图|表")
_FINAL = "。；，、！？…"


def opener(text: str, entries: Sequence[Entry], start: int, end: int, rank: int) -> int | None:
    """The entry between two that explains why a series starts again: a short un-numbered
    line (its index in ``entries``), or -1 for an item, a label or a lead-in."""
    deep = rank > LEVEL1 + 1
    found: int | None = None
    for index in range(end - 1, start, -1):
        entry = entries[index]
        if isinstance(entry, Paragraph):
            if _is_label(text, entry.span) or text[entry.span.end - 1] == "：":
                found = -1 if found is None else found
            elif _is_short_line(text, entry.span):
                return index
        elif isinstance(entry, Item):
            if deep and found is None:
                found = -1
        elif entry.rank <= rank:
            break
    return found


def _is_short_line(text: str, span: Span) -> bool:
    """Whether a line can be an un-numbered heading: short, and no point at its end."""
    return span.end - span.start <= _SHORT_LINE and text[span.end - 1] not in _FINAL


def _is_label(text: str, span: Span) -> bool:
    """Whether a line opens a box, a list of attachments, notes or a table."""
    return _LABEL.match(text, span.start, span.end) is not None
