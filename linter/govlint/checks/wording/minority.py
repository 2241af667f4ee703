"""minority: of two forms of one sign, is the wrong one the exception in this document?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``wrong`` and ``right``: the two forms, as the source has them."""

    wrong: str
    right: str


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    """One finding for all places. Who writes the wrong form throughout means it."""
    source = facts.document.source.text
    if params.wrong not in source:
        return
    found = [
        Span(*match.span())
        for match in re.finditer(re.escape(params.wrong), source)
        if facts.body[match.start()] != " "
    ]
    if not found or len(found) > source.count(params.right):
        return
    yield Finding(
        found[0],
        fields={"right": params.right, "count": len(found)},
        related=tuple(Related(span, "also") for span in found[1:]),
        edits=tuple(Edit(span, params.right) for span in found),
    )


CHECK = Check("minority", Params, run, fields=("right", "count"), roles=("also",))
