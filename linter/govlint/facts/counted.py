"""counted: the counts of a paragraph, each with the words that tell what it counts."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, scale_of
from govlint.facts.units import COUNTED, DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, add

_CLAUSE = re.compile(r"[，。；：（）、\n]")
_BEHIND = re.compile(r"[^，。；：、0-9（）\n]{0,14}")
_STOP = re.compile(r"[。；\n]")
_BRIEF, _WIDE = 3, 60
_SENTENCES, _FIGURES = 16, 48
_NO_COUNT = frozenset((PERCENT, POINTS, TIMES, DOUBLINGS))
_ABOVE = {"高低"}
"""优于Ⅲ类的10个 are a count."""
_NO_STATE = CHANGE_ROLES | {"均值", "高低"}


class Count(NamedTuple):
    """``before``: the words right before a figure; ``own``: with those right behind it; ``wide``:
    with what else is said of it up to the next."""

    figure: Figure
    before: str
    own: str
    wide: str


class Paragraph(NamedTuple):
    """``counts``: those of the paragraph, in order; ``earlier``: those of the one before;
    ``ratios``: the percentages."""

    counts: list[Count]
    earlier: list[Count]
    ratios: list[Figure]


def paragraph_of(facts: Facts, number: int) -> Paragraph:
    """The paragraph of a sentence with figures."""
    text = facts.body
    start, end = _line(facts, number, number)
    figures = [f for each in range(start, end) for f in facts.sentence_figures(each).figures]
    earlier: list[Figure] = []
    if start:
        first, _ = _line(facts, start - 1, start - 1)
        earlier = [f for each in range(first, start) for f in facts.sentence_figures(each).figures]
    figures = figures if len(figures) <= _FIGURES else []
    return Paragraph(
        [_count(text, figures, place) for place, f in enumerate(figures) if is_count(f)],
        [_count(text, earlier, at) for at, f in enumerate(earlier) if is_count(f)][-_FIGURES:],
        [f for f in figures if f.dimension == PERCENT],
    )


def _line(facts: Facts, first: int, last: int) -> tuple[int, int]:
    """The numbers of the sentences of the paragraph around some."""
    text, printed = facts.body, facts.printed
    begin, end = first, last
    while begin and first - begin < _SENTENCES:
        if text.find("\n", printed[begin - 1][-1].end, printed[begin][0].start) >= 0:
            break
        begin -= 1
    while end + 1 < len(printed) and end - last < _SENTENCES:
        if text.find("\n", printed[end][-1].end, printed[end + 1][0].start) >= 0:
            break
        end += 1
    return begin, end + 1


def is_count(figure: Figure) -> bool:
    if figure.dimension in _NO_COUNT or figure.value <= 0:
        return False
    aside = figure.roles & _NO_STATE
    return not aside or (aside == _ABOVE and figure.unit in COUNTED)


def _count(text: str, figures: list[Figure], place: int) -> Count:
    figure = figures[place]
    clauses = _CLAUSE.split(text[slice(*figure.lead)])
    before = clauses[-1]
    if len(before) < _BRIEF and len(clauses) > 1:
        before = clauses[-2] + before
    behind = _BEHIND.match(text, figure.span.end)
    more = figures[place + 1].span.start if place + 1 < len(figures) else len(text)
    end = min(more, figure.span.end + _WIDE)
    stop = _STOP.search(text, figure.span.end, end)
    wide = text[figure.span.end : stop.start() if stop else end]
    if stop is None:  # the last clause is that of the next figure
        wide = wide[: max(wide.rfind(mark) for mark in "，、：（") + 1]
    own = before + (behind[0] if behind and len(behind[0]) <= len(wide) else "")
    return Count(figure, before, own, own + wide)


def fine(text: str, one: Figure, other: Figure) -> tuple[Interval, Interval]:
    """What may have been rounded to two figures: a whole number is as fine as the other one, if
    that is written in its unit."""
    scales = scale_of(text, one), scale_of(text, other)
    if scales[0] != scales[1] or not scales[0]:
        return one.interval, other.interval
    step = min(one.step, other.step)
    return _with(text, one, step), _with(text, other, step)


def _with(text: str, figure: Figure, step: Decimal) -> Interval:
    if figure.limit or "." in text[slice(*figure.span)]:
        return figure.interval
    return figure._replace(step=step).interval


def total(figures: list[Figure]) -> Interval:
    """What may have been rounded to the figures together."""
    return reduce(add, (figure.interval for figure in figures))
