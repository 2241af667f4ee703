"""decimal-chapter: does 3.3 stand behind 3.2, where it counts on, or 2.3?

Of a number with points only the last part counts on; the part before it is the chapter's. A line
that counts on behind the one before it, under another chapter, has the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.text.span import Span

_FEWEST = 2
"""So many sections of the chapter have gone before."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    marks = facts.decimal_marks
    known = {match["mark"] for match in marks}
    last: dict[int, tuple[str, int, Span]] = {}
    for place, match in enumerate(marks):
        above, number = match["above"], int(match["n"])
        depth = above.count(".")
        span = Span(*match.span("mark"))
        before = last.get(depth)
        if before is not None and before[0] != above and before[1] + 1 == number:
            right = f"{before[0]}.{number}"
            after = marks[place + 1] if place + 1 < len(marks) else None
            shallower = after is not None and after["above"].count(".") < depth
            goes_on = after is None or shallower or after["n"] == "1" or after["above"] == before[0]
            goes_on = goes_on and number > _FEWEST
            counted = all(f"{before[0]}.{n}" in known for n in range(1, number))
            if goes_on and counted and right not in known:
                fields: dict[str, str | int] = {"mark": match["mark"], "right": right}
                there = (Related(before[2], "before"),)
                yield Finding(span, fields, there, edits=(Edit(span, right),))
                above = before[0]
        last[depth] = (above, number, span)
        for deeper in [each for each in last if each > depth]:
            del last[deeper]


CHECK = Check("decimal-chapter", NoParams, run, fields=("mark", "right"), roles=("before",))
