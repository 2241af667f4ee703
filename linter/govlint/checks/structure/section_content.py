"""section-content: does a section hold what its place among its siblings lets expect?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.contents import opens_contents
from govlint.facts.facts import Facts
from govlint.facts.glued import written
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading
from govlint.text.years import YEAR

_LONGEST_TITLE = 30
_AFTER_ALL = re.compile(
    r"(?:特此|专此|以上(?:报告|汇报|意见|请示|方案|总结)?|妥否|当否|此致|敬请|附件?[：:0-9]|（?联系人)[^\n]*"
    rf"|[（(]?{YEAR}年[0-9]{{1,2}}月[0-9]{{1,2}}日[)）]?|[一-龥]{{2,20}}(?:政府|委员会|办公室|局|厅|院|中心|公司|学校)"
)
"""Lines that close a document, and are the content of no section: closing words, attachments,
signature, date."""


_BARS = re.compile("[|｜\t][^|｜\t\n]*[|｜\t]")
_AMOUNT = re.compile("：[^，。；：]{0,8}[0-9]")
_REST = re.compile("其他|其它|另外|交办|有关|相关|法律|规定|认为|的$")
"""What the last item of a list of duties or conditions leaves open."""
_LONGER = 3
"""So much longer than the others a sentence may be that is only a title."""
_WHOLE = re.compile("[0-9]月[^，。；]{0,3}[前起内底]|以前|之前")
"""What an item says that needs no text behind it: what is to be done by when."""


_ANSWERED = re.compile("[：:][^：:\n]{2}")
"""项目名称：医疗设备采购项目: a heading that holds what it asks for."""


class Params(NamedTuple):
    """``report``: empty (nothing stands below the heading) or lone (an only child)."""

    report: Literal["empty", "lone"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    outline = facts.outline
    filled = _filled(facts)
    for series in outline.series:
        first = series.members[0]
        if params.report == "lone":
            alone = len(series.members) == 1 and first.ordinal == 1 and first.level >= 1
            if alone and not _goes_on(facts.body, first):
                yield _finding(facts, first)
            continue
        if first.shape in ("attachment", "unnumbered", "article"):
            continue
        if any(_BARS.search(facts.body, *heading.span) for heading in series.members):
            continue  # the rows of a table
        empty = [
            heading
            for heading in series.members
            if heading.span not in filled and not _ANSWERED.search(facts.body, *heading.title)
        ]
        if len(empty) == len(series.members):
            continue
        if 2 * len(empty) > len(series.members):
            continue
        run_in = len(empty) == 1 and _all_run_in(facts.body, series.members, empty[0])
        for heading in empty:
            bare = _is_bare(facts.body, heading) or run_in
            if bare and not _need_not(facts, heading):
                yield _finding(facts, heading)


def _all_run_in(text: str, members: list[Heading], empty: Heading) -> bool:
    """Whether one heading is a short sentence and no more, while the others, at least two, are as
    short and are followed by text in their line."""
    others = [heading for heading in members if heading is not empty]
    longest = max((h.title.end - h.title.start for h in others), default=0)
    return (
        len(others) > 1
        and all(h.title.end < h.span.end - 1 for h in others)
        and text[empty.span.end - 1] == "。"
        and empty.title.end - empty.title.start <= min(longest + _LONGER, _LONGEST_TITLE)
        and not _REST.search(text, *empty.title)
        and "，" not in text[slice(*empty.title)]
        and not _AMOUNT.search(text, *empty.title)
        and not _WHOLE.search(text, *empty.title)
    )


def _goes_on(text: str, heading: Heading) -> bool:
    """Whether the next item stands in the line of the first: 1.抓教学。2.抓安全。"""
    return text.find(written(text[slice(*heading.mark)], 2), *heading.span) >= 0


def _filled(facts: Facts) -> set[object]:
    """The lines of the headings below or behind which something stands."""
    outline = facts.outline
    found: set[object] = {h.span for h in outline.headings if h.title.end < h.span.end - 1}
    previous = -1
    signed = facts.signature.organs[0].start if facts.signature else len(facts.body)
    for owner, entry in zip(outline.owners, outline.entries, strict=True):
        if not isinstance(entry, Heading) and owner >= 0:
            signature = entry.span.start == signed
            if not signature and not _AFTER_ALL.fullmatch(facts.body, *entry.span):
                found.add(outline.headings[owner].span)
        elif isinstance(entry, Heading) and previous >= 0 and outline.parents[owner] == previous:
            found.add(outline.headings[previous].span)
        previous = owner
    return found


def _need_not(facts: Facts, heading: Heading) -> bool:
    """Whether nothing need stand below a heading: in a table of contents, or says （略）"""
    outermost = facts.path(heading.span.start)[0]
    return facts.omissions.between(*heading.span) or opens_contents(facts.body, outermost.span)


def _is_bare(text: str, heading: Heading) -> bool:
    """A title and no more: a longer line, one that ends as a sentence, or one with an amount behind
    a colon (3.利息：324.40。), is its own content."""
    return (
        heading.span.end - heading.mark.end <= _LONGEST_TITLE
        and not _AMOUNT.search(text, *heading.title)
        and text[heading.span.end - 1] not in "。；！？._"
    )


def _finding(facts: Facts, heading: Heading) -> Finding:
    return Finding(
        heading.span,
        fields={
            "mark": facts.body[slice(*heading.mark)],
            "title": facts.body[slice(*heading.title)],
        },
    )


CHECK = Check("section-content", Params, run, fields=("mark", "title"))
