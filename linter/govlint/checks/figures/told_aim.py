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

_FAR, _FAR_BEYOND = Decimal("1.35"), Decimal(2)
"""So many times as much as is told, and nobody meant it; what lies beyond an aim is the small rest
of two large figures."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for rate, aim, done, others, over in find_told_aims(facts):
        if over:
            yield from _beyond(text, rate, aim, done, others)
            continue
        made = divide(done.interval, aim.interval)
        if made is None or not apart(made, rate.interval):
            continue
        turned = divide(aim.interval, done.interval)
        right = done.value / aim.value
        expected = written_as(text, rate, right)
        swapped = turned is not None and not apart(turned, rate.interval)
        if not (swapped or _is_meant(text, rate, right)):
            continue
        if any(
            each is not None and not apart(each, rate.interval)
            for each in (divide(other.interval, aim.interval) for other in others)
        ):
            continue
        yield _finding(text, rate, aim, done, expected)


def _beyond(
    text: str, rate: Figure, aim: Figure, done: Figure, others: list[Figure]
) -> Iterator[Finding]:
    """超额24%: what is done beyond an aim, which is exact; all that is done may be told for it."""
    whole = exactly(aim.value)
    ratios = [divide(f.interval, whole) for f in (done, *others)]
    if done.value <= aim.value or any(
        each is None or not apart(subtract(each, exactly(1)), rate.interval) for each in ratios
    ):
        return
    times = done.value / aim.value
    if _is_meant(text, rate, times - 1, _FAR_BEYOND) or _is_meant(text, rate, times):
        all_of, more = (written_as(text, rate, each) for each in (times, times - 1))
        yield _finding(text, rate, aim, done, f"{all_of}（+{more}）")


def _is_meant(text: str, rate: Figure, right: Decimal, far: Decimal = _FAR) -> bool:
    """Whether a rate is near enough to what is right, or a slip of it, to be meant for it."""
    told, expected = text[slice(*rate.span)], written_as(text, rate, right)
    expected = expected if "." in told else expected.replace(".0", "")
    near = rate.value / far < right < rate.value * far
    return near or (len(told) == len(expected) and is_slip(told, expected))


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
