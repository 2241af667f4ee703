"""mark-form: is the mark of a heading written as the norm writes it?

GB/T 15834—2011 B.3.2 to B.3.4: 、 after a Han ordinal without brackets, a point after an Arabic
one, nothing after a bracketed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.damaged_marks import damaged_mark
from govlint.facts.facts import Facts
from govlint.facts.lines import GAP
from govlint.facts.outline import Series
from govlint.syntax.tree import Heading

_DIGITS = re.compile(r"[〇零一二三四五六七八九十百]+|[0-9]+")
_SECTION = re.compile(r"^[ \u3000]{0,8}[0-9]{1,2}\.[0-9]{1,2}[ \u3000]", re.MULTILINE)
_STANDARD = re.compile(
    r"规范性引用文件|^[ \u3000]{0,8}1[ \u3000]{1,4}范围[ \u3000]{0,4}$", re.MULTILINE
)
"""A standard has 1 范围, 2 规范性引用文件 (GB/T 1.1)."""
_CELLS = 2
"""More words than these behind a bare number are the cells of a row."""
_PAGE = re.compile(r"[.·…—-]{2,60}[ \u3000]*[（(]?[0-9]{1,3}[）)]?[ \u3000]*$")
"""The page behind a line of a table of contents."""
_PAIRS = {"（": "）", "(": ")"}


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    arabic = {h.mark.end for h in facts.outline.headings if h.shape == "arabic"}
    points = sum(facts.body[end - 1] == "." for end in arabic)
    for series, found in facts.heading_breaks:
        damaged = damaged_mark(facts, series, found)
        if damaged is not None:
            span, written = damaged
            mark = facts.document.source.text[slice(*span)]
            fields: dict[str, str | int] = {"mark": mark, "right": written}
            yield Finding(span, fields=fields, edits=(Edit(span, written),))
    for series in facts.outline.series:
        if series.shape == "arabic":
            yield from _arabic(facts, series, fixable=not points)
        for heading in series.members:
            right = _right(facts, series, heading)
            if right is not None:
                yield _finding(facts, heading, right)


def _is_row(facts: Facts, series: Series, row: str) -> bool:
    """Whether the line above the first number heads as many columns: 序号　任务　单位."""
    above = facts.line(max(0, series.members[0].span.start - 1))
    cells = facts.body[slice(*above)].split()
    return len(cells) == len(row.split()) + 1 > _CELLS and not cells[0][0].isdigit()


def _right(facts: Facts, series: Series, heading: Heading) -> str | None:
    """The mark as it should be, or None where it is."""
    mark = facts.document.source.text[heading.mark.start : heading.mark.end]
    found = _DIGITS.search(mark)
    if heading.shape == "han-dun" and found:
        return None if mark == found[0] + "、" else found[0] + "、"
    if heading.shape == "arabic" and heading.loose and found:
        row = facts.body[heading.mark.end : heading.span.end]
        if GAP.search(row) or len(row.split()) > _CELLS or _is_row(facts, series, row):
            return None  # the first column of a table
        if _PAGE.search(row):
            return None  # chapters of a technical text, in its table of contents
        if mark.strip().startswith("0"):
            return None  # 01 is a label of two digits, no ordinal that lacks its point
        technical = facts.decimals or _SECTION.search(facts.body) or _STANDARD.search(facts.body)
        if mark == found[0] and technical:
            return None  # 1 and 1.1 are the chapters and sections of a technical text
        behind = mark[found.end() :].strip()
        return found[0] + "." if len(behind) != 1 or behind not in ".、．" else None
    if heading.shape in ("han-paren", "arabic-paren") and found:
        opening = mark[0] if mark[0] in _PAIRS else "（"
        inside = mark[1:-1].strip()
        if mark[0] in _PAIRS and mark[-1] == _PAIRS[mark[0]] and inside == found[0]:
            return None
        wide = opening == "（" or "）" in mark
        return f"（{found[0]}）" if wide else f"({found[0]})"
    if heading.shape in ("circled", "half-paren") and mark[-1] in "、.．，":
        return mark[:-1]
    return None


def _arabic(facts: Facts, series: Series, *, fixable: bool) -> Iterator[Finding]:
    """One finding for the marks 1、 2、 … of a series: it is one habit, not many slips."""
    wrong = [
        heading
        for heading in series.members
        if not heading.loose and facts.body[heading.mark.end - 1] == "、"
    ]
    if not wrong:
        return
    first = wrong[0]
    mark = facts.body[first.mark.start : first.mark.end]
    edits = tuple(Edit(heading.mark._replace(start=heading.mark.end - 1), ".") for heading in wrong)
    yield Finding(
        first.mark,
        fields={"mark": mark, "right": mark[:-1] + "."},
        related=tuple(Related(heading.mark, "also") for heading in wrong[1:]),
        edits=edits if fixable else (),
    )


def _finding(facts: Facts, heading: Heading, right: str) -> Finding:
    span = heading.whole_mark if heading.loose else heading.mark
    mark = facts.document.source.text[slice(*span)]
    return Finding(span, fields={"mark": mark.strip(), "right": right}, edits=(Edit(span, right),))


CHECK = Check("mark-form", NoParams, run, fields=("mark", "right"), roles=("also",))
