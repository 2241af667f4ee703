"""attachments: the lines that say what is attached (附件说明)."""

from __future__ import annotations

import re

from govlint.records import NamedTuple
from govlint.text.span import BLANK, Span, lines_in

_FIRST = re.compile(r"^[ \u3000]{0,12}附[ \u3000]{0,4}件：[ \u3000]{0,4}", re.MULTILINE)
_NUMBER = re.compile(r"(?P<n>[1-9][0-9]?)(?P<mark>[.、，])[ \u3000]{0,4}(?=[^0-9\n]|20[0-9]{2}年)")
_PROSE = re.compile(r"[，：]|[。；](?=.)|[0-9]份|^(?:[略见另]|同[上前左])")
_GAP = re.compile(r"(?<=[^ \u3000\n])[ \u3000]{1,6}(?=[2-9][.、](?![0-9]))")
_LONGEST = 60
_MOST = 30


class Attachment(NamedTuple):
    """One line. ``number``: 0 where the only attachment has none; ``mark``: the character behind
    the number, empty without one; ``name``: what is attached, a final mark included."""

    number: int
    mark: Span
    name: Span


def find_attachments(text: str) -> list[tuple[Attachment, ...]]:
    """The lists of attachments in a width-folded text with noise blanked out."""
    if "件：" not in text:
        return []
    found = (_list(text, match.end()) for match in _FIRST.finditer(text))
    return [attachments for attachments in found if attachments]


def _list(text: str, start: int) -> tuple[Attachment, ...]:
    found: list[Attachment] = []
    lines = lines_in(text, start, start + _MOST * _LONGEST)[:_MOST]
    for line in (part for each in lines for part in _parts(text, each)):
        one = _attachment(text, line)
        alone = not found and line.start == start
        if one is None or not (one.number == len(found) + 1 or (alone and not one.number)):
            break
        found.append(one)
        if not one.number:
            break
    return tuple(found)


def _parts(text: str, line: Span) -> list[Span]:
    """The attachments of one line: 1.统计表　2.汇总表."""
    gaps = [match.span() for match in _GAP.finditer(text, *line)]
    starts = [line.start, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), line.end]
    return [Span(*each) for each in zip(starts, ends, strict=True)]


def _attachment(text: str, line: Span) -> Attachment | None:
    number = _NUMBER.match(text, *line)
    first = number.end() if number else line.start
    end = first + len(text[first : line.end].rstrip(BLANK))
    if end - first > _LONGEST or _PROSE.search(text[first:end]):
        return None
    mark = Span(*number.span("mark")) if number else Span(first, first)
    return Attachment(int(number["n"]) if number else 0, mark, Span(first, end))
