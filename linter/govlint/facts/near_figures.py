"""near_figures: the figures of the sentence around a place."""

from __future__ import annotations

from bisect import bisect_left

from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.records import NamedTuple
from govlint.text.span import Span

_BEFORE, _BEHIND = 160, 200
"""Code points around a place in which its sentence is read."""
_MOST = 24


class NearFigures(NamedTuple):
    """``span``: the sentence as far as it is read, semicolons included; ``figures``: those that
    begin in it, in order."""

    span: Span
    figures: list[Figure]


def near_figures(facts: Facts, start: int, end: int, ends: str = "。\n") -> NearFigures:
    """The figures of the sentence from before ``start`` to behind ``end``; one of ``ends`` ends
    it."""
    text = facts.body
    low, high = max(0, start - _BEFORE), min(len(text), end + _BEHIND)
    low = max(low - 1, *(text.rfind(mark, low, start) for mark in ends)) + 1
    high = min((at for mark in ends if (at := text.find(mark, end, high)) >= 0), default=high)
    number = max(0, bisect_left(facts.printed_starts, low) - 1)
    figures: list[Figure] = []
    while number < len(facts.printed_starts) and facts.printed_starts[number] < high:
        figures += facts.sentence_figures(number).figures
        number += 1
        if len(figures) >= _MOST:
            break
    return NearFigures(
        Span(low, high), [figure for figure in figures if low <= figure.span.start < high]
    )
