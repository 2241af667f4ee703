"""list-count: does 甲、乙、丙三大领域 name three, and 以上四项 look back on four?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Agreement, Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.enumerated import find_enumerated
from govlint.facts.facts import Facts
from govlint.facts.listed import MANY, SHOWN, find_listed
from govlint.facts.looking_back import find_looking_back, find_repeated
from govlint.facts.named_counts import find_named_counts
from govlint.facts.parties import find_parties
from govlint.facts.tiers import find_tiers
from govlint.records import NamedTuple
from govlint.text.span import Span

_CLOSEST = 2


class _Count(NamedTuple):
    """``listed``: how many the list has; ``sure``: nothing can follow that belongs to it."""

    span: Span
    number: int
    listed: int
    sure: bool = True


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    told: set[int] = {found.span.start for found in facts.announcements}
    for found in _counts(facts):
        if 0 < abs(found.number - found.listed) <= _CLOSEST and found.span.start not in told:
            told.add(found.span.start)
            yield Finding(
                found.span,
                fields={
                    "phrase": facts.body[slice(*found.span)],
                    "number": found.number,
                    "count": found.listed,
                },
            )


def agreements(facts: Facts, _params: NoParams) -> Iterator[Agreement]:
    """Every number of which the list was found; one that is far off counts another list."""
    for span, number, count, sure in _counts(facts):
        if abs(number - count) <= _CLOSEST and sure:
            stated = facts.body[slice(*span)]
            yield Agreement(span, f"列出{count}项", str(count), stated, number == count)


def _counts(facts: Facts) -> Iterator[_Count]:
    text = facts.body
    for match, number, fewest, most in find_listed(text):
        count = fewest if number < fewest else min(number, most)
        shown = SHOWN.match(match["hit"])
        start = match.start("hit")
        span = Span(start, start + len(shown[0] if shown else match["hit"]))
        yield _Count(span, number, count, most < MANY)
    for span, number, fewest, most in (
        *find_tiers(text),
        *find_enumerated(text, facts.outline),
        *find_named_counts(text),
    ):
        yield _Count(span, number, min(max(number, fewest), most))
    for parties in find_parties(text) if "方" in text else ():
        yield _Count(*parties)
    for back in find_looking_back(text, facts.outline, facts.items):
        yield _Count(*back)
    for back in find_repeated(text, facts.outline):
        yield _Count(*back)


CHECK = Check(
    "list-count", NoParams, run, fields=("phrase", "number", "count"), agreements=agreements
)
