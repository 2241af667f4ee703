"""triple: is a difference what the only two other figures of its kind leave?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.triples import find_triples, may_tell
from govlint.text.span import Span

_THREE = 3


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for number, printed in enumerate(facts.printed):
        if len(printed) < _THREE or not may_tell(text[printed[0].last : printed[-1].end]):
            continue
        sentence = facts.sentence_figures(number)
        for difference, (one, other), expected in find_triples(text, sentence.figures):
            spans = [figure.span for figure in (difference, one, other)]
            fields: dict[str, str | int] = {
                "one": text[slice(*one.span)],
                "other": text[slice(*other.span)],
                "expected": expected,
                "stated": text[slice(*difference.span)],
            }
            related = tuple(Related(span, "from") for span in spans)
            yield Finding(Span(min(spans).start, max(spans).end), fields, related)


CHECK = Check(
    "triple", NoParams, run, fields=("one", "other", "expected", "stated"), roles=("from",)
)
