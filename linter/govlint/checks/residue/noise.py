"""noise: what does not belong to the document itself?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import BLANK, Span


class Params(NamedTuple):
    """``report``: block (several advertising lines), line (one), portal, page or header."""

    report: Literal["block", "line", "portal", "page", "header"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    for span in _spans(facts, params.report):
        lines = facts.text.count("\n", *span) + 1
        whole = span if _is_inside(facts, span) else _whole_lines(facts.text, span)
        yield Finding(whole, fields={"lines": lines}, edits=(Edit(whole, ""),))


def _is_inside(facts: Facts, span: Span) -> bool:
    """Whether text of the document goes on behind noise in its line."""
    line = facts.line(span.start)
    return "\n" not in facts.text[slice(*span)] and bool(facts.text[span.end : line.end].strip())


def _whole_lines(text: str, span: Span) -> Span:
    """``span`` with the blanks around it and its line end, of which nothing may be left behind."""
    start, end = span
    while start and text[start - 1] in BLANK:
        start -= 1
    while end < len(text) and text[end] in BLANK:
        end += 1
    return Span(start, end + 1 if text[end : end + 1] == "\n" else end)


def _spans(facts: Facts, report: str) -> list[Span]:
    noise = facts.noise
    if report in ("block", "line"):
        return [
            span
            for span in noise.watermarks
            if ("\n" in facts.text[slice(*span)]) == (report == "block")
        ]
    return list({"portal": noise.portal, "page": noise.pages, "header": noise.headers}[report])


CHECK = Check("noise", Params, run, fields=("lines",))
