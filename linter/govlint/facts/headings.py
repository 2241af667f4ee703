"""headings: which lines of a parsed text are headings, and which only look like one.

The grammar takes every line that looks like a heading for one. A malformed mark (``一.``) is a
heading only among siblings that expect it, or that are malformed alike; ``三、四季度`` and
``一、二、三产业`` are headings only where their ordinal continues a series; behind 附件：1.… the
lines 2.…, 3.… go on with the list.
Numbered rows of a table (``1　　主坝　　2140``) end in a column of figures and are no headings.
"""

from __future__ import annotations

import re

from govlint.facts.contents import is_prose, opens_contents
from govlint.syntax.tree import LEVEL1, Block, Heading, Paragraph, Report, Section
from govlint.text.numerals import parse_numeral

_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}")
_REFERENCE = re.compile(r"[（、]|[类项款条级](?=[、，。规的中所至])")
_COUNTED = tuple("年天个月日次名家人户岁点周倍成")
_LONGEST = 24
"""Of a title without a sentence, in characters."""
_DIVIDED = re.compile(r"[，；：！？、.…]$|[；！？]|，.*，")
_ATTACHED = re.compile(r"附[ \u3000]{0,4}件：[ \u3000]{0,4}1[.、，]")
_ROW = re.compile(r"(?:[\t\u3000]|  )[ \t\u3000]{0,40}[0-9][0-9.，]{0,20}%?$")
"""The last column of a row of a table whose first counts the rows."""
_COLUMN_ENDS = frozenset("0123456789%")

Entry = Heading | Block
"""A line of a document, as the grammar reads it."""


def settled_entries(text: str, report: Report) -> list[Entry]:
    """Every line of a parsed, width-folded text in reading order; what only looks like a heading
    is a paragraph."""
    return _settle(text, _without_rows(text, _unlisted(text, _flatten(report))))


def _flatten(report: Report) -> list[Entry]:
    entries: list[Entry] = list(report.blocks)

    def add(section: Section) -> None:
        entries.append(section.heading)
        entries.extend(section.blocks)
        for child in section.sections:
            add(child)

    for section in report.sections:
        add(section)
    return entries


def _unlisted(text: str, entries: list[Entry]) -> list[Entry]:
    """``entries`` without the headings that are lines of a list of attachments."""
    if "件：" not in text:
        return entries
    listed = False
    for index, entry in enumerate(entries):
        if isinstance(entry, Heading):
            listed = listed and entry.shape == "arabic" and entry.title.end == entry.span.end
            if listed:
                entries[index] = Paragraph(entry.span)
        else:
            listed = isinstance(entry, Paragraph) and bool(_ATTACHED.match(text, *entry.span))
    return entries


def _without_rows(text: str, entries: list[Entry]) -> list[Entry]:
    """``entries`` without the headings that are rows of a table: 一　工程费用　6938.42; in a table
    of contents the pages stand at the end. A line that goes on with the numbers of the rows right
    before it is a row, too, which has no figures: 二、上年结转　5, 三、办理结果, （一）公开　29."""
    listed = False
    found: list[Entry] = []
    rows: dict[str, int] = {}
    for entry in entries:
        if not isinstance(entry, Heading):
            listed = opens_contents(text, entry.span) or (listed and not is_prose(text, entry.span))
            rows.clear()
        elif not listed and (
            _is_row(text, entry) or rows.get(entry.shape, -1) + 1 == entry.ordinal
        ):
            rows[entry.shape] = entry.ordinal or 0
            entry = Paragraph(entry.span)  # noqa: PLW2901
        else:
            rows.clear()
        found.append(entry)
    return found


def _is_row(text: str, heading: Heading) -> bool:
    """Whether the line of a heading ends in a column of figures."""
    ends = text[heading.span.end - 1] in _COLUMN_ENDS
    return ends and _ROW.search(text, heading.mark.end, heading.span.end) is not None


def _settle(text: str, entries: list[Entry]) -> list[Entry]:
    """``entries`` without the headings that only look like one."""
    doubtful = [
        i
        for i, entry in enumerate(entries)
        if isinstance(entry, Heading) and (entry.loose or _continues(text, entry))
    ]
    if not doubtful:
        return entries
    settled = list(entries)
    after = _following(entries, doubtful)
    waiting = iter(doubtful)
    place = next(waiting)
    before: dict[str, Heading] = {}
    for index, entry in enumerate(entries):
        if not isinstance(entry, Heading):
            continue
        if index == place:
            place = next(waiting, -1)
            near = before.get(entry.shape), entry, after[index]
            if not (_expected(*near) or _alike(text, *near)):
                settled[index] = Paragraph(entry.span)
                continue
        _meet(before, entry)
    return settled


def _following(entries: list[Entry], doubtful: list[int]) -> dict[int, Heading | None]:
    """For each doubtful heading the next of its shape, none of a higher rank between."""
    found: dict[int, Heading | None] = {}
    asked = set(doubtful)
    later: dict[str, Heading] = {}
    for index in range(len(entries) - 1, doubtful[0] - 1, -1):
        entry = entries[index]
        if isinstance(entry, Heading):
            if index in asked:
                found[index] = later.get(entry.shape)
            _meet(later, entry)
    return found


def _meet(nearest: dict[str, Heading], heading: Heading) -> None:
    """Make ``heading`` the nearest of its shape; what ranks below it is out of sight."""
    for shape in [s for s, other in nearest.items() if other.rank > heading.rank]:
        del nearest[shape]
    nearest[heading.shape] = heading


def _continues(text: str, heading: Heading) -> bool:
    """Whether mark and title may be one number phrase: 三、四季度, 一、二、三产业, 第一条公路."""
    if heading.shape == "article":
        return text[heading.mark.end : heading.mark.end + 1] not in (" ", "\u3000", "（", "【", "")
    if heading.shape in ("han-paren", "arabic-paren"):
        return _REFERENCE.match(text, heading.mark.end) is not None
    if heading.rank != LEVEL1:
        return False
    numeral = _NUMERAL.match(text, *heading.title)
    if numeral is not None and text[numeral.end() : numeral.end() + 1] in _COUNTED:
        return True
    return numeral is not None and parse_numeral(numeral[0]) == (heading.ordinal or 0) + 1


def _expected(before: Heading | None, heading: Heading, after: Heading | None) -> bool:
    """Whether the siblings of a doubtful heading leave its place open."""
    decimal = heading.shape == "arabic" and heading.loose
    ordinal = heading.ordinal or 0
    if after is not None and after.ordinal == ordinal and not heading.loose:
        return False
    if before is not None and after is not None and (before.ordinal or 0) + 1 == after.ordinal:
        return False
    if before is not None and before.ordinal == ordinal - 1:
        return True
    if after is None or after.ordinal != ordinal + 1 or (decimal and ordinal > 1):
        return False
    return before is None or ordinal == 1 or (heading.loose and (before.ordinal or 0) < ordinal)


def _alike(text: str, before: Heading | None, heading: Heading, after: Heading | None) -> bool:
    """Whether a malformed mark that its siblings do not expect is theirs all the same: a series
    that jumps or repeats a number, not prose that begins with one."""
    if not heading.loose or heading.shape == "arabic" or not _opens(text, heading):
        return False
    if before is not None:
        last = after.ordinal if after is not None else None
        if not (before.ordinal or 0) <= (heading.ordinal or 0) <= (last or 100):
            return False
        form = _form(text, heading)
        return form in (_form(text, before), "）") or (
            (heading.ordinal or 0) > (before.ordinal or 0) and _titled(text, heading)
        )
    return (
        after is not None
        and heading.ordinal == 1
        and (after.ordinal or 0) > 1
        and _form(text, after) == _form(text, heading)
        and _titled(text, heading)
        and _titled(text, after)
    )


def _opens(text: str, heading: Heading) -> bool:
    """Whether a title can follow the mark: no decimal (``一.5``), no sentence that a comma or a
    space has split (``三 大战役打响。``)."""
    form = _form(text, heading)
    if text[heading.title.start : heading.title.start + 1].isdecimal():
        return False
    return form not in ("", "，", "：") or heading.title.end == heading.span.end


def _form(text: str, heading: Heading) -> str:
    """What a mark has beside its numeral: ``.``, ``）、``, nothing where a space follows."""
    return _NUMERAL.sub("", text[heading.mark.start : heading.mark.end]).strip()


def _titled(text: str, heading: Heading) -> bool:
    """Whether the line, or its first sentence, is short and undivided like a title."""
    title = text[heading.title.start : heading.title.end]
    return 1 < len(title) <= _LONGEST and _DIVIDED.search(title) is None
