"""relation_verdict: does a figure follow from the others, as an equation says it must?"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from govlint.checks.figures.alternatives import Trial, is_explained
from govlint.facts.context import Words
from govlint.facts.figure import Figure, scale_of, written_as
from govlint.facts.readings import Reading
from govlint.facts.units import PERCENT, UNITS
from govlint.records import NamedTuple
from govlint.text.equation import Equation, holds, names, value
from govlint.text.intervals import Interval, exactly
from govlint.text.slips import is_scaled, is_slip

Intervals = tuple[Interval, ...]
_BOUNDS = {"<=": "≤", ">=": "≥", "!=": "≠"}
_AT_MOST = Decimal("1.45")
"""How many times as much as it should be a figure is that is nearly right."""
_FAR_OFF = Decimal("0.3")
"""A percentage that is this far off is not."""


class Relation(NamedTuple):
    """What a sentence says of some figures. ``stated``: the figure that follows from the others
    of ``reading``; ``expected``: what it should be, as it would be written, or ""; ``holds``;
    ``scaled``: it is so many powers of ten off that one of the others has the wrong unit."""

    stated: Figure
    reading: Reading
    expected: str
    holds: bool
    scaled: bool = False


def judged(
    words: Words,
    stated: Figure,
    several: list[Reading],
    likely: list[Reading],
    equations: list[Equation],
) -> Relation | None:
    """The reading that holds, else the first, else the first probable one that nearly does; None
    where no equation has a value. Without an equation every reading is wrong."""
    text = words.text
    if not equations:
        return Relation(stated, (*several, *likely)[0], "", holds=False)
    first: Relation | None = None
    trial: Trial | None = None
    for number, reading in enumerate((*several, *likely)):
        values = _values(reading, _rounded(text, reading))
        printed = _values(reading, _printed)
        for equation in equations:
            if not names(equation) <= reading.keys():
                continue
            verdict = holds(equation, values)
            expected = value(equation.right, printed)
            sign = _BOUNDS.get(equation.sign, "")
            written = sign + written_as(text, stated, expected.middle) if expected else ""
            if verdict is False and equation.sign == "=" and _is_cut(stated, expected):
                verdict = True
            if verdict is not False:
                return Relation(stated, reading, written, holds=True) if verdict else None
            sure = number < len(several) or (
                expected
                and (
                    _is_near(stated, expected.middle)
                    or _is_slip(text, stated, written)
                    or _is_of_other(stated, reading, equation, values)
                )
            )
            if first is None and sure:
                scaled = expected is not None and is_scaled(stated.value, expected.middle)
                first = Relation(stated, reading, written, holds=False, scaled=scaled)
                if equation.sign == "=":
                    trial = Trial(stated, reading, equation, number < len(several))
    if trial is not None and is_explained(
        words, trial, lambda each: _values(each, _rounded(text, each))
    ):
        return None
    return first


def _is_cut(stated: Figure, expected: Interval | None) -> bool:
    """Whether a figure is what it should be with the further decimals cut off, not rounded."""
    if expected is None or stated.limit:
        return False
    return stated.value <= expected.middle < stated.value + stated.step


def _is_near(stated: Figure, expected: Decimal) -> bool:
    """Whether a figure is nearly what it should be."""
    if not stated.value or expected <= 0:
        return False
    if stated.dimension == PERCENT and abs(stated.value - expected) > _FAR_OFF:
        return False
    return 1 / _AT_MOST < stated.value / expected < _AT_MOST


def _is_of_other(
    stated: Figure, reading: Reading, equation: Equation, values: dict[str, Intervals]
) -> bool:
    """Whether a change was worked out from the later of two states in place of the earlier."""
    if not stated.sign or stated.dimension != PERCENT or not {"a", "b"} <= reading.keys():
        return False
    return holds(equation, {**values, "a": values["b"], "b": values["a"]}) is True


def _is_slip(text: str, stated: Figure, expected: str) -> bool:
    """Whether one digit went wrong, or two were exchanged."""
    printed = text[slice(*stated.span)]
    return len(printed) == len(expected) and is_slip(printed, expected)


def _values(reading: Reading, interval: Callable[[Figure], Interval]) -> dict[str, Intervals]:
    """What the names of a reading stand for in an equation."""
    values = {name: tuple(map(interval, figures)) for name, figures in reading.items()}
    each = next((f.mean.unit for several in reading.values() for f in several if f.mean), "")
    for name, (first, *_) in reading.items():
        alike = each in UNITS and UNITS[each][0] == first.dimension  # 每公斤, of 36吨
        factor = UNITS[each if alike else first.unit][1]
        low, high = values[name][0]
        values[f"count({name})"] = (Interval(low / factor, high / factor),)
    return values


def _rounded(text: str, reading: Reading) -> Callable[[Figure], Interval]:
    """What may have been rounded to a figure of a reading. A whole number is as fine as the finest
    that is written in its unit: 4亿元 beside 3.2亿元 is 4.0亿元."""
    figures = [figure for several in reading.values() for figure in several]

    def interval(figure: Figure) -> Interval:
        scale = scale_of(text, figure)
        if not scale or not figure.step or "." in text[slice(*figure.span)]:
            return figure.interval
        step = min(f.step for f in figures if f == figure or scale_of(text, f) == scale)
        return figure.interval if step == figure.step else figure._replace(step=step).interval

    return interval


def _printed(figure: Figure) -> Interval:
    return exactly(figure.value)
