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
_COMMA = re.compile(r"[，。；：\n]")
_MEASURED = re.compile("[、（](?:总?(?:面积|金额|资金|投资|人数|里程))?")
_IN_ALL = re.compile("，[共总合]计$")
_BRIEF, _WIDE = 3, 60
_LINES, _SHORT = 2, 90
_SENTENCES, _FIGURES = 16, 48
_NO_COUNT = frozenset((PERCENT, POINTS, TIMES, DOUBLINGS))
_ABOVE = {"高低"}
"""优于Ⅲ类的10个 are a count."""
_NO_STATE = CHANGE_ROLES | {"均值", "高低"}


class Count(NamedTuple):
    """``before``: the words right before a figure; ``own``: with those right behind it; ``wide``:
    with what else is said of it up to the next; ``again``: it measures otherwise what the figure
    before it counts, and is called so (违法图斑44个、面积78.5亩)."""

    figure: Figure
    before: str
    own: str
    wide: str
    again: bool = False


class Paragraph(NamedTuple):
    """``counts``: those of the paragraph, in order; ``earlier``: those of the one before;
    ``ratios``: the percentages; ``changes``: by how much something became more or less."""

    counts: list[Count]
    earlier: list[Count]
    ratios: list[Figure]
    changes: list[Count]


def paragraph_of(facts: Facts, number: int) -> Paragraph:
    """The paragraph of a sentence with figures."""
    text = facts.body
    start, end = _line(facts, number, number)
    figures = [f for each in range(start, end) for f in facts.sentence_figures(each).figures]
    earlier: list[Figure] = []
    if start:
        first, _ = _line(facts, start - 1, start - 1)
        earlier = [f for each in range(first, start) for f in facts.sentence_figures(each).figures]
    if not any(map(is_count, figures)):
        figures, earlier = _with_lines_before(facts, start, figures)
    figures = figures if len(figures) <= _FIGURES else []
    return Paragraph(
        [_count(text, figures, place) for place, f in enumerate(figures) if is_count(f)],
        [_count(text, earlier, at) for at, f in enumerate(earlier) if is_count(f)][-_FIGURES:],
        [f for f in figures if f.dimension == PERCENT],
        [_count(text, figures, place) for place, f in enumerate(figures) if "差额" in f.roles],
    )


def _with_lines_before(
    facts: Facts, start: int, figures: list[Figure]
) -> tuple[list[Figure], list[Figure]]:
    """The figures of a paragraph that counts nothing, with those of the short ones right before
    it, of which it is the conclusion."""
    told, first = figures, start
    for _ in range(_LINES):
        if not first or not figures:
            break
        begin, _end = _line(facts, first - 1, first - 1)
        between = facts.body[facts.printed[begin][0].start : facts.printed[first][0].start]
        if len(between) > _SHORT or between.count("\n") > 1:
            break
        told = [
            f for each in range(begin, first) for f in facts.sentence_figures(each).figures
        ] + told
        first = begin
    return told, []


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
    head, again = _taken_up(text, figures, place)
    own = head + before + (behind[0] if behind and len(behind[0]) <= len(wide) else "")
    return Count(figure, before, own, own + wide, again)


def _taken_up(text: str, figures: list[Figure], place: int) -> tuple[str, bool]:
    """The words that tell what a figure counts which says only how it is measured, or that it is
    the sum of those before it; and whether it is the former."""
    figure, last = figures[place], figures[place - 1]
    if not place or last.span.end != figure.lead.start:
        return "", False
    between = text[slice(*figure.lead)]
    if last.dimension != figure.dimension and _MEASURED.fullmatch(between):
        return _CLAUSE.split(text[slice(*last.lead)])[-1], True
    if "总数" in figure.roles and _IN_ALL.search(between):
        first = place - 1
        while first and text.startswith("、", figures[first].lead.start):
            first -= 1
        return _COMMA.split(text[slice(*figures[first].lead)])[-1], False
    return "", False


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


def fine_total(text: str, several: list[Figure], whole: Figure) -> tuple[Interval, Interval]:
    """The same of figures together and their whole."""
    scales = {scale_of(text, figure) for figure in (*several, whole)}
    if len(scales) > 1 or not all(scales):
        return total(several), whole.interval
    step = min(figure.step for figure in (*several, whole))
    return reduce(add, (_with(text, each, step) for each in several)), _with(text, whole, step)
