"""told-aim: is so much of an aim done as is said, by the aim and the result that were told?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, written_as
from govlint.facts.search import Search
from govlint.facts.told_aims import RATE, find_told_aims
from govlint.text.intervals import apart, divide, exactly, subtract
from govlint.text.slips import is_slip

_FAR = Decimal("1.35")
"""So many times as much as is told, and nobody meant it."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for rate, aim, done, others, over in find_told_aims(facts):
        made = divide(done.interval, exactly(aim.value) if over else aim.interval)
        if over and made is not None:  # what is aimed at is exact
            if done.value > aim.value and apart(subtract(made, exactly(1)), rate.interval):
                times = done.value / aim.value
                all_of, more = (written_as(text, rate, each) for each in (times, times - 1))
                yield _finding(text, rate, aim, done, f"{all_of}（+{more}）")
            continue
        if made is None or not apart(made, rate.interval):
            continue
        turned = divide(aim.interval, done.interval)
        right = done.value / aim.value
        told, expected = text[slice(*rate.span)], written_as(text, rate, right)
        swapped = turned is not None and not apart(turned, rate.interval)
        near = rate.value / _FAR < right < rate.value * _FAR
        if not (near or swapped or (len(told) == len(expected) and is_slip(told, expected))):
            continue
        if any(
            each is not None and not apart(each, rate.interval)
            for each in (divide(other.interval, aim.interval) for other in others)
        ):
            continue
        yield _finding(text, rate, aim, done, expected)


def _finding(text: str, rate: Figure, aim: Figure, done: Figure, expected: str) -> Finding:
    fields: dict[str, str | int] = {
        "aim": text[slice(*aim.span)],
        "done": text[slice(*done.span)],
        "expected": expected,
    }
    return Finding(rate.span, fields, tuple(Related(f.span, "from") for f in (aim, done)))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (RATE,)


CHECK = Check(
    "told-aim",
    NoParams,
    run,
    fields=("aim", "done", "expected"),
    roles=("from",),
    searches=_searches,
)
