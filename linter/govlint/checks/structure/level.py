"""level: does each heading stand below one of the level above it?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading

_SKIPS = {(1, 4), (1, 5), (2, 4), (2, 5)}


class Params(NamedTuple):
    """``report``: inverted (一、 inside （一）) or skipped (一、 directly above （1）)."""

    report: Literal["inverted", "skipped"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    outline = facts.outline
    if params.report == "inverted":
        for index in outline.inverted:
            parent = outline.parents[index]
            if parent >= 0 and outline.headings[parent].rank > outline.headings[index].rank:
                yield _finding(facts, outline.headings[index], outline.headings[parent])
        return
    for series in outline.series:
        heading = series.members[0]
        path = facts.path(heading.span.start)
        if _after_colon(facts.body, heading.span.start):
            continue  # a list, not a level
        if len(path) > 1 and (path[-2].level, heading.level) in _SKIPS:
            yield _finding(facts, heading, path[-2])


def _after_colon(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start].rstrip()
    return before.endswith(("：", "…", "—"))


def _finding(facts: Facts, heading: Heading, parent: Heading) -> Finding:
    return Finding(
        heading.mark,
        fields={
            "mark": facts.body[slice(*heading.mark)],
            "parent": facts.body[slice(*parent.mark)],
        },
        related=(Related(parent.mark, "parent"),),
    )


CHECK = Check("level", Params, run, fields=("mark", "parent"), roles=("parent",))
