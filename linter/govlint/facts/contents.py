"""contents: where a table of contents ends and the text begins whose headings it lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from govlint.hints import TYPE_CHECKING
from govlint.syntax.tree import LEVEL1, Heading
from govlint.text.span import Span

if TYPE_CHECKING:
    from govlint.facts.headings import Entry

_CONTENTS = re.compile(r"[【（]?目[ \u3000]{0,4}[录次][】）]?")
_PAGE = re.compile(r"[ \t\u3000.·…—-]*[（(]?[0-9]{0,3}[）)]?$")
_LONGEST = 60
"""Code points: a longer line, or one with a full stop, is prose and in no table of contents."""


def opens_contents(text: str, line: Span) -> bool:
    """Whether a line is 目录."""
    return line.end - line.start < 10 and _CONTENTS.fullmatch(text, *line) is not None


def text_begins(text: str, entries: Sequence[Entry], index: int) -> int:
    """The entry with which the text begins behind the 目录 at ``index``: the first heading that
    repeats one of the table, or the last of the highest level before the first prose, and the
    un-numbered line right above it; ``len(entries)`` where there is only the table."""
    prose = next(
        (i for i in range(index + 1, len(entries)) if is_prose(text, entries[i].span)),
        len(entries),
    )
    titles = [title_of(text, entry) for entry in entries[index + 1 : prose + 1]]
    again = _repeated(titles)
    if again is not None:
        start = index + 1 + again
    elif prose == len(entries):
        return prose
    elif _begins_again(text, islice(entries, prose + 1, None), titles):
        start = prose
    else:
        heads = [i for i in range(index + 1, prose + 1) if _is_top(entries[i])]
        start = heads[-1] if heads else prose
    above = entries[start - 1]
    return start if isinstance(above, Heading) or start - 1 <= index else start - 1


def _repeated(titles: Sequence[str]) -> int | None:
    """The place of the first title that stands before it, too."""
    seen: set[str] = set()
    for place, title in enumerate(titles):
        if title and title in seen:
            return place
        seen.add(title)
    return None


def _begins_again(text: str, entries: Iterable[Entry], titles: Sequence[str]) -> bool:
    """Whether the first heading of a table comes again behind an introduction."""
    first = next((title for title in titles if title), "")
    later = (title_of(text, entry) for entry in entries)
    return bool(first) and next((title for title in later if title), "") == first


def title_of(text: str, entry: Entry) -> str:
    """What a heading says, without the page beside it; nothing for another line."""
    if not isinstance(entry, Heading):
        return ""
    return _PAGE.sub("", text[slice(*entry.title)].strip())


def _is_top(entry: Entry) -> bool:
    return isinstance(entry, Heading) and entry.rank <= LEVEL1


def is_prose(text: str, line: Span) -> bool:
    """Whether a line is none of a table of contents."""
    return line.end - line.start > _LONGEST or text.find("。", *line) >= 0
