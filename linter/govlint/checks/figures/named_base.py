"""named-base: is a change against what is named one between the two figures that were told?

What is far off tells of something else; what is near it, a slip away, or the change from another
figure than the one that is named, does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, is_slip_of, written_as
from govlint.facts.named_bases import COMPARED, NamedBase, find_named_bases
from govlint.facts.search import Search
from govlint.facts.units import PERCENT, TIMES
from govlint.text.intervals import Interval, absolute, apart, divide, exactly, subtract

_FAR = Decimal("1.7")
"""So many times as much as is told, and nobody meant it."""

_LISTED = ("、", "和", "及")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for found in find_named_bases(facts):
        made = _made(found, found.base)
        if made is None:
            continue
        turned = made.high < 0 if found.way > 0 else made.low > 0 if found.way else False
        right = abs(made.middle)
        if not turned and not apart(absolute(made), found.change.interval):
            continue
        near = found.change.value / _FAR < right < found.change.value * _FAR
        mistaken = found.sure and (near or _is_of_another(text, found))
        if not mistaken and not is_slip_of(text, found.change, right):
            continue
        fields: dict[str, str | int] = {
            "base": text[slice(*found.base.span)],
            "now": text[slice(*found.now.span)],
            "expected": written_as(text, found.change, right),
        }
        given = (found.base, found.now)
        yield Finding(found.change.span, fields, tuple(Related(f.span, "from") for f in given))


def _is_of_another(text: str, found: NamedBase) -> bool:
    """Whether the change is one from another figure than the one that is named."""
    if found.base.turn[1] or text[found.base.span.end : found.base.span.end + 1] in _LISTED:
        return False  # the whole list is called so
    made = [_made(found, other) for other in found.others]
    return any(m is not None and not apart(absolute(m), found.change.interval) for m in made)


def _made(found: NamedBase, start: Figure) -> Interval | None:
    """The change from a base to what is compared with it: as a share of the base, as a multiple
    of it, or what lies between the two."""
    base, now = start.signed, found.now.signed
    if found.change.dimension not in (PERCENT, TIMES):
        return subtract(now, base)
    times = divide(now, base)
    if times is None or not found.way:
        return times
    return subtract(times, exactly(1))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return COMPARED


CHECK = Check(
    "named-base",
    NoParams,
    run,
    fields=("base", "now", "expected"),
    roles=("from",),
    searches=_searches,
)
