"""triple: is a difference what the only two other figures of its kind leave?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce

from govlint.checks.base import Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.paragraph_triples import find_paragraph_triples
from govlint.facts.period_triples import find_period_triples
from govlint.facts.triples import Triple, find_triples, may_tell
from govlint.text.intervals import add, apart
from govlint.text.span import Span

_THREE = 3
_CLOSE = 3
_ALTOGETHER = re.compile("(?:[合共总]计|共有?|总共|总计)[^，。；0-9]{0,6}$")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for found in (*find_paragraph_triples(facts), *find_period_triples(facts)):
        yield _finding(text, found)
    for number, printed in enumerate(facts.printed):
        if len(printed) < _THREE - 1 or not may_tell(text[printed[0].last : printed[-1].end]):
            continue
        figures = facts.sentence_figures(number).figures
        if len(figures) == _THREE - 1 and number:
            before = facts.sentence_figures(number - 1).figures[-1]
            figures = [before, *figures] if _goes_on(text, before, figures[0]) else figures
        for found in find_triples(text, figures):
            if not _leave_nothing(facts, number, found):
                yield _finding(text, found)


def _finding(text: str, found: Triple) -> Finding:
    difference, (one, other), expected = found
    spans = [figure.span for figure in (difference, one, other)]
    fields: dict[str, str | int] = {
        "one": text[slice(*one.span)],
        "other": text[slice(*other.span)],
        "expected": expected,
        "stated": text[slice(*difference.span)],
    }
    related = tuple(Related(span, "from") for span in spans)
    return Finding(Span(min(spans).start, max(spans).end), fields, related)


def _leave_nothing(facts: Facts, number: int, found: Triple) -> bool:
    """Whether three figures are all that one right before their clauses is made of:
    收入1.26亿元；支出0.78亿元，调出0.42亿元，结转0.06亿元."""
    before = facts.sentence_figures(number - 1).figures if number else []
    three = (found.difference, *found.others)
    made = reduce(add, (figure.interval for figure in three))
    wholes = (f for f in before if f.dimension == three[0].dimension)
    return any(not apart(made, whole.interval) for whole in wholes)


def _goes_on(text: str, whole: Figure, first: Figure) -> bool:
    """Whether a sentence goes on to tell what became of a whole: 共有363件。审结337件，未结26件."""
    near = text[whole.span.end : first.lead.start]
    return len(near) < _CLOSE and _ALTOGETHER.search(text, *whole.lead) is not None


CHECK = Check(
    "triple",
    NoParams,
    run,
    fields=("one", "other", "expected", "stated"),
    roles=("from",),
    searches=only_figures,
)
