"""level: does each heading stand below one of the level above it?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading

_SKIPS = {(1, 4), (1, 5), (2, 4), (2, 5)}


class Params(NamedTuple):
    """``report``: inverted (一、 inside （一）) or skipped (一、 directly above （1）)."""

    report: Literal["inverted", "skipped"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    outline = facts.outline
    if params.report == "inverted":
        siblings = {each.members[0].mark.start: each.members[1:] for each in outline.series}
        for index in outline.inverted:
            parent = outline.parents[index]
            if parent >= 0 and outline.headings[parent].rank > outline.headings[index].rank:
                heading = outline.headings[index]
                others = siblings.get(heading.mark.start, [])
                yield _finding(facts, heading, outline.headings[parent], others)
        return
    for series in outline.series:
        heading = series.members[0]
        path = facts.path(heading.span.start)
        if series.shape == "latin" or _after_colon(facts.body, heading.span.start):
            continue  # a list or the answers to a question, not a level
        if len(path) > 1 and (path[-2].level, heading.level) in _SKIPS:
            yield _finding(facts, heading, path[-2], series.members[1:])


def _after_colon(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start].rstrip()
    return before.endswith(("：", "…", "—"))


def _finding(facts: Facts, heading: Heading, parent: Heading, others: list[Heading]) -> Finding:
    """``others``: the headings numbered on with ``heading``, which stand as wrong as it does."""
    return Finding(
        heading.mark,
        fields={
            "mark": facts.body[slice(*heading.mark)],
            "parent": facts.body[slice(*parent.mark)],
        },
        related=(
            Related(parent.mark, "parent"),
            *(Related(other.mark, "also") for other in others),
        ),
    )


CHECK = Check("level", Params, run, fields=("mark", "parent"), roles=("parent", "also"))
