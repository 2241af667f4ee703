"""noise: what does not belong to the document itself?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``report``: block (several advertising lines), line (one), portal, page or header."""

    report: Literal["block", "line", "portal", "page", "header"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    for span in _spans(facts, params.report):
        lines = facts.text.count("\n", *span) + 1
        yield Finding(span, fields={"lines": lines}, edits=(Edit(span, ""),))


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
