"""hard-breaks: are sentences cut by line breaks?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.lines import cuts_word, hard_breaks
from govlint.records import NamedTuple


class Params(NamedTuple):
    """``least``: how many cuts make a habit; fewer are headings more often than cuts, unless one
    of them stands inside a word."""

    least: int = 5


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    found = hard_breaks(facts)
    if len(found) >= params.least or any(cuts_word(facts.body, cut.end) for cut in found):
        yield Finding(
            found[0],
            fields={"count": len(found)},
            related=tuple(Related(span, "also") for span in found[1:]),
        )


CHECK = Check("hard-breaks", Params, run, fields=("count",), roles=("also",))
