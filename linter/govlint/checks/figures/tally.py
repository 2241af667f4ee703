"""tally: does a figure differ by a slip from what the counts beside it add up to?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.tallies import may_tell, slipped_tallies
from govlint.text.span import Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for number, printed in enumerate(facts.printed):
        if not may_tell(facts.passage_text(number)):
            continue
        own = range(printed[0].start, printed[-1].start + 1)
        for total, parts, expected in slipped_tallies(text, facts.passage(number).figures, own):
            fields: dict[str, str | int] = {
                "parts": "、".join(text[slice(*part.span)] for part in parts),
                "expected": expected,
                "stated": text[slice(*total.span)],
            }
            related = tuple(Related(part.span, "part") for part in parts)
            spans = [total.span, *(part.span for part in parts)]
            yield Finding(Span(min(spans).start, max(spans).end), fields, related)


CHECK = Check("tally", NoParams, run, fields=("parts", "expected", "stated"), roles=("part",))
