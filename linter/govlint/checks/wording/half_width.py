"""half-width: is Chinese text written with full-width marks?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.halfwidth import HalfMark
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``report``: ``habit``, one finding for all marks of the kinds that a document mostly writes
    half-width, or ``single``, the others one by one."""

    report: Literal["habit", "single"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    found = facts.half_width
    if params.report == "habit" and found.habit:
        also = tuple(Related(_span(mark), "also") for mark in found.habit[1:])
        yield _finding(facts, found.habit, _span(found.habit[0]))._replace(related=also)
    if params.report == "single":
        for marks in _pairs(found.single):
            yield _finding(facts, marks, Span(marks[0].place, marks[-1].place + 1))


def _pairs(marks: tuple[HalfMark, ...]) -> Iterator[tuple[HalfMark, ...]]:
    """Each mark, and both of a pair as one."""
    pairs: dict[int, tuple[HalfMark, ...]] = {}
    for mark in marks:
        pairs[mark.pair] = (*pairs.get(mark.pair, ()), mark)
    yield from pairs.values()


def _finding(facts: Facts, marks: tuple[HalfMark, ...], span: Span) -> Finding:
    source = facts.document.source.text
    signs = " ".join(dict.fromkeys(source[mark.place] for mark in marks))
    return Finding(
        span,
        fields={"marks": signs, "count": len(marks)},
        edits=tuple(Edit(_span(mark), mark.right) for mark in marks if mark.right),
    )


def _span(mark: HalfMark) -> Span:
    return Span(mark.place, mark.place + 1)


CHECK = Check("half-width", Params, run, fields=("marks", "count"), roles=("also",))
