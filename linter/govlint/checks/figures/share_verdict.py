"""share_verdict: do the shares that a paragraph tells of one whole add up to 100?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.share_runs import ShareRun, find_share_runs
from govlint.text.slips import is_slip
from govlint.text.span import Span

_NEAR, _FAR = Decimal("0.15"), Decimal("0.3")
_ONE = Decimal(1)
_LONG = 120
_TENTH = Decimal("0.01")
"""More than this nobody rounds by."""


def off_runs(facts: Facts) -> Iterator[Finding]:
    """The runs of shares that are told to be all, or to be apart, and are not."""
    for run in find_share_runs(facts):
        if _is_off(facts.body, run):
            yield sum_of(facts.body, run.shares)


def sum_of(text: str, shares: list[Figure]) -> Finding:
    """What shares add up to, at all of them, for any can be wrong; where they are told far from
    each other, at the one that a slip explains, or the last."""
    total = sum((f.value for f in shares), Decimal(0)) * 100
    place = Span(shares[0].span.start, shares[-1].span.end)
    if place.end - place.start > _LONG:
        slipped = _slipped(text, shares)
        place = (slipped if len(slipped) == 1 else shares)[-1].span
    also = tuple(Related(f.span, "part") for f in shares)
    return Finding(place, {"total": f"{total.normalize():f}"}, also)


def _is_off(text: str, run: ShareRun) -> bool:
    total = sum((f.value for f in run.shares), Decimal(0))
    step = min(max(f.step for f in run.shares), _TENTH)
    most = _FAR if run.whole else _NEAR
    if not step * (len(run.shares) + 1) / 2 < abs(total - _ONE) <= most:
        return False
    if run.whole or (run.apart and total > _ONE):
        return True
    loose = run.weighed or (run.opened and total > _ONE)
    return loose and bool(_slipped(text, run.shares))


def _slipped(text: str, shares: list[Figure]) -> list[Figure]:
    """The shares of which one slip makes the sum wrong."""
    left = _ONE - sum((f.value for f in shares), Decimal(0))
    return [f for f in shares if _is_slipped(text[slice(*f.span)], (f.value + left) * 100)]


def _is_slipped(told: str, right: Decimal) -> bool:
    number = told.rstrip("%")
    made = f"{right:.{len(number.partition('.')[2])}f}"
    return (
        right > 0 and Decimal(made) == right and len(made) == len(number) and is_slip(number, made)
    )
