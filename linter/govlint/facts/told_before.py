"""told_before: the figures that a text tells before a place, of the sentences that are not far."""

from __future__ import annotations

from bisect import bisect_left

from govlint.facts.facts import Facts
from govlint.facts.figure import Figure

_MOST = 40
"""So many figures are read back."""


def told_before(facts: Facts, place: int, back: int) -> list[Figure]:
    """The figures that begin within ``back`` code points before ``place``, in order."""
    found: list[Figure] = []
    number = bisect_left(facts.printed_starts, place) - 1
    while number >= 0 and facts.printed[number][-1].end > place - back and len(found) < _MOST:
        found = [*facts.sentence_figures(number).figures, *found]
        number -= 1
    return [figure for figure in found if place - back <= figure.span.start < place]
