"""section-content: does a section hold what its place among its siblings lets expect?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading

_LONGEST_TITLE = 30


class Params(NamedTuple):
    """``report``: empty (nothing stands below the heading) or lone (an only child)."""

    report: Literal["empty", "lone"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    outline = facts.outline
    filled = _filled(facts)
    for series in outline.series:
        first = series.members[0]
        if params.report == "lone":
            if len(series.members) == 1 and first.ordinal == 1 and first.level >= 1:
                yield _finding(facts, first)
            continue
        if first.level < 1:
            continue
        empty = [heading for heading in series.members if heading.span not in filled]
        if 2 * len(empty) > len(series.members):
            continue
        for heading in empty:
            if _is_bare(facts.body, heading):
                yield _finding(facts, heading)


def _filled(facts: Facts) -> set[object]:
    """The lines of the headings below or behind which something stands."""
    outline = facts.outline
    found: set[object] = {h.span for h in outline.headings if h.title.end < h.span.end - 1}
    previous = -1
    for owner, entry in zip(outline.owners, outline.entries, strict=True):
        if not isinstance(entry, Heading) and owner >= 0:
            found.add(outline.headings[owner].span)
        elif isinstance(entry, Heading) and previous >= 0 and outline.parents[owner] == previous:
            found.add(outline.headings[previous].span)
        previous = owner
    return found


def _is_bare(text: str, heading: Heading) -> bool:
    """A title and no more: a longer line, or one that ends as a sentence, is its own content."""
    return (
        heading.span.end - heading.mark.end <= _LONGEST_TITLE
        and text[heading.span.end - 1] not in "。；！？"
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
