"""agenda-times: does each part of an agenda begin when the one before it has ended?

Lines that begin with a time, 8:30—9:00 or 8:30. Where others adjoin, one that begins before the
one in front of it ends is wrong, and one that goes back where all others go on; two that run side
by side have one stretch, or one lies in the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.agendas import TIMES, agendas, misplaced
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for slots in agendas(text, find(text, facts.literals, TIMES)):
        found = misplaced(slots)
        if found is not None:
            before, slot = found
            fields: dict[str, str | int] = {"before": text[slice(*before.span)]}
            yield Finding(slot.span, fields, (Related(before.span, "before"),))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (TIMES,)


CHECK = Check(
    "agenda-times", NoParams, run, fields=("before",), roles=("before",), searches=_searches
)
