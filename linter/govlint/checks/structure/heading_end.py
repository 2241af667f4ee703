"""heading-end: does a heading on a line of its own end without a point?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.syntax.tree import Heading
from govlint.text.span import Span


class Params(NamedTuple):
    """``longest``: how long a line can be, in code points, and still be only a heading."""

    longest: int = 40


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    outline = facts.outline
    for i, owner in enumerate(outline.owners[:-1]):
        entry = outline.entries[i]
        if not isinstance(entry, Heading) or isinstance(outline.entries[i + 1], Heading):
            continue
        start, end = entry.span
        mark = facts.body[end - 1]
        if mark in "。；，、" and end - start <= params.longest and entry.title.end >= end - 1:
            if outline.owners[i + 1] == owner and entry.level >= 1:
                place = Span(end - 1, end)
                yield Finding(place, fields={"mark": mark}, edits=(Edit(place, ""),))


CHECK = Check("heading-end", Params, run, fields=("mark",))
