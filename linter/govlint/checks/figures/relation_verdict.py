"""relation_verdict: does a figure follow from the others, as an equation says it must?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from govlint.checks.figures.alternatives import Trial, is_explained, is_of_wrong_whole
from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.context import Words
from govlint.facts.figure import Figure, is_rounded_mean, is_slip_of, scale_of, written_as
from govlint.facts.readings import Reading
from govlint.facts.units import PERCENT, TIMES, UNITS
from govlint.records import NamedTuple
from govlint.text.equation import Equation, holds, names, value
from govlint.text.intervals import Interval, exactly
from govlint.text.slips import is_scaled, is_slip

Intervals = tuple[Interval, ...]
_BOUNDS = {"<=": "≤", ">=": "≥", "!=": "≠"}
_AT_MOST = Decimal("1.45")
"""How many times as much as it should be a figure is that is nearly right."""
_PERCENT = Decimal("0.01")
_TENTH = Decimal("0.1")
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
    where no equation has a value. Without an equation every reading is wrong. A list that keeps
    below a bound says nothing of the longer one that it begins."""
    if not equations:
        return Relation(stated, (*several, *likely)[0], "", holds=False)
    first: tuple[Relation, Trial] | None = None
    below: Relation | None = None
    for trial in _trials(stated, several, likely, equations):
        if below and not _goes_on(trial.reading, below.reading):
            continue
        told = _told(words, trial)
        if told is None:
            return below
        if not told.holds:
            if first is None and _is_sure(words, trial):
                first = told, trial
        elif trial.equation.sign == "=" or (first and not _goes_on(first[0].reading, told.reading)):
            return told
        else:
            below = below or (None if first else told)
    if first is None:
        return below
    return None if is_explained(words, first[1], _rounding(words.text)) else first[0]


def _trials(
    stated: Figure, several: list[Reading], likely: list[Reading], equations: list[Equation]
) -> Iterator[Trial]:
    """Each reading with each equation that speaks of its figures."""
    for number, reading in enumerate((*several, *likely)):
        for equation in equations:
            if names(equation) <= reading.keys():
                yield Trial(stated, reading, equation, certain=number < len(several))


def _told(words: Words, trial: Trial) -> Relation | None:
    """What an equation says of a reading; None where nothing can be said."""
    stated, reading, equation, _ = trial
    expected = value(equation.right, _values(reading, _printed))
    verdict = _verdict(words.text, trial, expected)
    if verdict is None:
        return None
    sign = _BOUNDS.get(equation.sign, "")
    written = sign + written_as(words.text, stated, expected.middle) if expected else ""
    scaled = expected is not None and is_scaled(stated.value, expected.middle)
    return Relation(stated, reading, written, verdict, scaled and not verdict)


def _is_sure(words: Words, trial: Trial) -> bool:
    """Whether a reading that a figure contradicts is one: the words say so, or the figure is nearly
    right."""
    if trial.certain:
        return True
    expected = value(trial.equation.right, _values(trial.reading, _printed))
    if expected is None:
        return False
    sign = _BOUNDS.get(trial.equation.sign, "")
    written = sign + written_as(words.text, trial.stated, expected.middle)
    return _is_slipped(words, trial, expected.middle, written)


def _goes_on(reading: Reading, other: Reading) -> bool:
    """Whether a reading is another one with a longer list."""
    longer = [name for name in reading if len(reading[name]) > len(other.get(name, ()))]
    return len(longer) == 1 and all(
        reading[name][: len(figures)] == figures for name, figures in other.items()
    )


def _verdict(text: str, trial: Trial, expected: Interval | None) -> bool | None:
    """Whether a figure may be what it should be, ``expected``; None where nothing can be said."""
    stated, reading, equation, _ = trial
    verdict = holds(equation, _values(reading, _rounded(text, reading)))
    if verdict is None or equation.sign != "=":
        return verdict
    if not verdict:
        return _is_cut(stated, expected) or _is_whole_mean(text, stated, expected)
    if _is_other_multiple(text, stated, expected):
        return False
    if _is_whole(stated, expected):
        return holds(equation, _values(reading, _rounded(text, reading, fine=True)))
    return True


def _is_slipped(words: Words, trial: Trial, expected: Decimal, written: str) -> bool:
    """Whether a figure that a probable reading contradicts is what a slip makes of what it should
    be, ``expected``, which would be ``written`` so."""
    stated = trial.stated
    return (
        _is_near(stated, expected)
        or _is_slip(words.text, stated, written)
        or is_scaled(stated.value, expected)
        or _is_of_other(trial, _values(trial.reading, _rounded(words.text, trial.reading)))
        or is_of_wrong_whole(words, trial, _rounding(words.text))
    )


def _is_whole(stated: Figure, expected: Interval | None) -> bool:
    """Whether a figure in whole percent should be another, and the printed figures make just that:
    they were not rounded before it was worked out. 由1.5亿元增加到1.62亿元，增长8%."""
    if expected is None or stated.limit or stated.dimension != PERCENT or stated.step != _PERCENT:
        return False
    off = abs(expected.middle - stated.value)
    return off > stated.step and expected.middle % stated.step == 0


def _is_other_multiple(text: str, stated: Figure, expected: Interval | None) -> bool:
    """Whether the printed figures make just another multiple, however far they may have been
    rounded: 由8000单增至4万单，增长5倍 is five times as much; 2万吨 and 5万吨 make 2.5倍, not
    2.8."""
    if expected is None or stated.dimension != TIMES or stated.limit or stated.about:
        return False
    made = expected.middle
    if made % stated.step if stated.step else made % 1:
        return False
    if stated.sign and stated.roles & CHANGE_ROLES:
        return stated.value == made + 1 > 1
    return made != stated.value and is_slip_of(text, stated, made)


def _is_cut(stated: Figure, expected: Interval | None) -> bool:
    """Whether a figure is what it should be with the further decimals cut off, not rounded."""
    if expected is None or stated.limit:
        return False
    return stated.value <= expected.middle < stated.value + stated.step


def _is_whole_mean(text: str, stated: Figure, expected: Interval | None) -> bool:
    """Whether a mean of what is counted in whole ones was rounded to one."""
    mean = stated.mean is not None and "均" in text[slice(*stated.lead)]
    return mean and expected is not None and is_rounded_mean(stated, expected.middle)


def _is_near(stated: Figure, expected: Decimal) -> bool:
    """Whether a figure is nearly what it should be."""
    if not stated.value or expected <= 0:
        return False
    off = abs(stated.value - expected)
    if stated.dimension == PERCENT and off > _FAR_OFF:
        return False
    if stated.dimension == PERCENT and stated.step >= _TENTH:
        return True  # 四成, of what are six
    return 1 / _AT_MOST < stated.value / expected < _AT_MOST


def _is_of_other(trial: Trial, values: dict[str, Intervals]) -> bool:
    """Whether a change was worked out from the later of two states in place of the earlier."""
    stated, reading, equation, _ = trial
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
        if first.sign < 0:
            values[f"signed({name})"] = (Interval(-high, -low),)
    return values


def _rounding(text: str) -> Callable[[Reading], dict[str, Intervals]]:
    """What the names of a reading may stand for before its figures were rounded."""
    return lambda reading: _values(reading, _rounded(text, reading))


def _rounded(text: str, reading: Reading, *, fine: bool = False) -> Callable[[Figure], Interval]:
    """What may have been rounded to a figure of a reading. A whole number is as fine as the finest
    that is written in its unit: 4亿元 beside 3.2亿元 is 4.0亿元; where all are ``fine``, 1.9亿元
    beside 2.09亿元, too."""
    figures = [figure for several in reading.values() for figure in several]

    def interval(figure: Figure) -> Interval:
        scale = scale_of(text, figure)
        if not scale or not figure.step or (not fine and "." in text[slice(*figure.span)]):
            return figure.interval
        step = min(f.step for f in figures if f == figure or scale_of(text, f) == scale)
        return figure.interval if step == figure.step else figure._replace(step=step).interval

    return interval


def _printed(figure: Figure) -> Interval:
    return exactly(figure.value)
