"""then-and-now: does a change fit to what its paragraph tells of the time before?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import written_as
from govlint.facts.search import Search, search_for
from govlint.facts.then_and_now import THEN, find_changes

_TIMES = search_for("|".join(THEN), (THEN,), 1)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for stated, earlier, now, expected in find_changes(
        text, facts.printed, lambda number: facts.sentence_figures(number).figures
    ):
        fields: dict[str, str | int] = {
            "earlier": text[slice(*earlier.span)],
            "now": text[slice(*now.span)],
            "expected": written_as(text, stated, expected.middle),
        }
        also = (Related(earlier.span, "from"), Related(now.span, "from"))
        yield Finding(stated.span, fields, also)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_TIMES,)


CHECK = Check(
    "then-and-now",
    NoParams,
    run,
    fields=("earlier", "now", "expected"),
    roles=("from",),
    searches=_searches,
)
