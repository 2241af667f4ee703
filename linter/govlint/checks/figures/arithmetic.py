"""arithmetic: do the figures of a sentence agree with what it says of them?

A rule reads the figures of a sentence by their roles (see facts/roles.py) and says what must
hold. A stated figure is wrong only where every way to read the sentence contradicts it, whatever
the printed figures were before they were rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from govlint.checks.base import Agreement, Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.aim_conditions import claim_end
from govlint.facts.conditions import condition_fault, is_met
from govlint.facts.context import Words
from govlint.facts.facts import Facts
from govlint.facts.figures import Figure, Sentence, written_as
from govlint.facts.readings import (
    Reading,
    Slot,
    fillable,
    free_readings,
    needed,
    ones,
    readings,
    slot_fault,
    slots,
)
from govlint.facts.roles import ROLES
from govlint.facts.units import PERCENT, UNITS
from govlint.records import NamedTuple
from govlint.text.equation import Equation, EquationError, holds, names, read_equation, value
from govlint.text.intervals import Interval, exactly
from govlint.text.slips import is_slip
from govlint.text.span import Span

Intervals = tuple[Interval, ...]

_BOUNDS = {"<=": "≤", ">=": "≥", "!=": "≠"}
_APART = "……"
_SAME = "same-dimension"
_IN_TURN = "分别"
_AT_MOST = Decimal("1.45")
"""How many times as much as it should be a figure is that is nearly right."""
_FAR_OFF = Decimal("0.3")
"""A percentage that is this far off is not."""


class Params(NamedTuple):
    """``read``: phrases (see facts/readings.py). ``expect``: equations of which one must hold;
    the figure on the left is the stated one. ``when``: conditions (see facts/conditions.py).
    ``without``: words between the figures with which they need not agree. ``probable``: phrases
    for any order, which count where ``probable_when`` is met and the stated figure is nearly right.
    ``place``: whether the stated figure is reported, or all of them, where any can be wrong, or
    the figure with the claim behind it.
    """

    read: tuple[str, ...]
    expect: tuple[str, ...]
    when: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    probable: tuple[str, ...] = ()
    probable_when: tuple[str, ...] = ()
    place: Literal["stated", "all", "claim"] = "stated"

    def __hash__(self) -> int:  # by identity: a rule's parameters are made once
        return id(self)


class Relation(NamedTuple):
    """What a sentence says of some figures. ``stated``: the figure that follows from the others
    of ``reading``; ``expected``: what it should be, as it would be written, or ""; ``holds``."""

    stated: Figure
    reading: Reading
    expected: str
    holds: bool


def fault(params: Params) -> str:
    """What is wrong with the parameters of a rule, or ""."""
    known = _names(params)
    if not params.expect:
        return "“expect”不能空着"
    for text in (*params.read, *params.probable):
        if misread := slot_fault(text, "&" if text in params.probable else ""):
            return misread
        strange = {role for slot in slots(text) for role in slot.roles} - set(ROLES)
        if strange:
            return f"不认识角色“{min(strange)}”，可用：{'、'.join(ROLES)}"
    conditions = (*params.when, *params.probable_when)
    faults = (condition_fault(condition, known) for condition in conditions)
    return _equation_fault(params, known) or next(filter(None, faults), "")


def _equation_fault(params: Params, known: set[str]) -> str:
    stated = set()
    for text in params.expect:
        try:
            equation = read_equation(text)
        except EquationError as error:
            return str(error)
        strange = names(equation) - known
        if strange:
            return f"“{text}”里的“{min(strange)}”没有来处"
        stated.add(_stated(equation))
    if len(stated) != 1 or "" in stated:
        return "每个算式的左边只能写同一个数，如 p = b / a"
    phrases = (*params.read, *params.probable)
    if any(stated.isdisjoint(slot.name for slot in slots(text)) for text in phrases):
        return f"每个 read 里都要有“{min(stated)}”"
    return ""


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text = facts.body
    for relation in relations(facts, params):
        if not relation.holds:
            yield _finding(text, relation, params)


def agreements(facts: Facts, params: Params) -> Iterator[Agreement]:
    """Every relation, with the figures that it is worked out from by their names."""
    source = facts.document.source.text
    for stated, reading, expected, true in relations(facts, params):
        given = "，".join(
            f"{name}={'+'.join(source[slice(*figure.span)] for figure in figures)}"
            for name, figures in reading.items()
            if stated not in figures
        )
        yield Agreement(stated.span, given, expected, source[slice(*stated.span)], true)


def relations(facts: Facts, params: Params) -> Iterator[Relation]:
    """Every stated figure that the rule can hold against others, in order."""
    equations = [read_equation(each) for each in params.expect]
    stated = _stated(equations[0])
    wanted = [(slots(each), fillable(facts.figure_roles, needed(each))) for each in params.read]
    told = _told(params, stated)
    maybe = fillable(facts.figure_roles, (told,)) if told else 0
    either = maybe
    for _, sentences in wanted:
        either |= sentences
    for number in ones(either):
        sentence = facts.figures[number]
        phrases = [phrase for phrase, sentences in wanted if sentences >> number & 1]
        found = _readings(Words(facts.body, sentence.figures), phrases, params, stated)
        likely = {}
        if maybe >> number & 1:
            likely = _probable(facts, sentence, params, stated)
        if not found and not likely:
            continue
        judged = (
            _judged(
                Words(facts.body, facts.passage(sentence.number)),
                figure,
                found.get(figure, []),
                likely.get(figure, []),
                equations,
            )
            for figure in sorted(found.keys() | likely.keys(), key=_place)
        )
        yield from _without_others([relation for relation in judged if relation is not None])


@lru_cache(maxsize=64)
def _told(params: Params, stated: str) -> frozenset[str]:
    """The roles that the stated figure has in the probable phrases."""
    found = (slot for text in params.probable for slot in slots(text) if slot.name == stated)
    return frozenset[str]().union(*(slot.roles for slot in found))


def _readings(
    words: Words, phrases: list[tuple[Slot, ...]], params: Params, stated: str
) -> dict[Figure, list[Reading]]:
    """The ways to read a sentence, by the stated figure."""
    found: dict[Figure, list[Reading]] = {}
    for phrase in phrases:
        for reading in readings(words.sentence, phrase):
            if _counts(words, reading, params):
                found.setdefault(reading[stated][0], []).append(reading)
    return found


def _probable(
    facts: Facts, sentence: Sentence, params: Params, stated: str
) -> dict[Figure, list[Reading]]:
    """The probable ways to read the passage around a sentence."""
    passage = facts.passage(sentence.number)
    words = Words(facts.body, passage)
    found: dict[Figure, list[Reading]] = {}
    own = {figure.span for figure in sentence.figures}
    for text in params.probable:
        for reading in _ways(passage, sentence, text, params, stated):
            figure = reading[stated][0]
            last = max(f.span for several in reading.values() for f in several)
            told = last if "&" not in text else figure.span
            if told not in own:
                continue
            met = all(is_met(words, reading, each) for each in params.probable_when)
            if met and not _excluded(words, figure, params):
                found.setdefault(figure, []).append(reading)
    return found


def _ways(
    passage: list[Figure], sentence: Sentence, text: str, params: Params, stated: str
) -> Iterator[Reading]:
    """The ways to fill a probable phrase, in order or, where it says ``&``, in any."""
    phrase = slots(text)
    if "&" not in text:
        if any(slot.many and slot.first.isdisjoint(sentence.roles) for slot in phrase):
            return
        yield from readings(passage if _APART in text else sentence.figures, phrase)
        return
    roles = next(slot.roles for slot in phrase if slot.name == stated)
    for figure in sentence.figures:
        if not figure.about and not roles.isdisjoint(figure.roles):
            yield from free_readings(passage, phrase, (stated, figure), _alike(params))


def _excluded(words: Words, figure: Figure, params: Params) -> bool:
    """Whether the words before a figure, or before the list that it is in, say that it need not
    agree."""
    head = words.sentence[max(0, words.sentence.index(figure) - max(0, figure.turn[0] - 1))]
    lead = words.text[head.lead.start : figure.lead.end]
    return any(
        word in lead and word not in figure.roles and not (figure.turn[1] and word == _IN_TURN)
        for word in params.without
    )


@lru_cache(maxsize=64)
def _alike(params: Params) -> frozenset[str]:
    """The names that ``same-dimension`` binds in the probable phrases."""
    first = params.probable_when[0] if params.probable_when else ""
    if not first.startswith(_SAME):
        return frozenset()
    return frozenset(name.strip() for name in first.removeprefix(_SAME).strip("()").split(","))


def _place(figure: Figure) -> Span:
    return figure.span


def _without_others(relations: list[Relation]) -> Iterator[Relation]:
    """Those of one sentence, without what contradicts figures that another fits: of 由96%到98%，
    同比提高1.2个百分点，五年提高2个百分点 the first has another base."""
    fitting = [_given(relation) for relation in relations if relation.holds]
    for relation in relations:
        if relation.holds or _given(relation) not in fitting:
            yield relation


def _given(relation: Relation) -> set[Figure]:
    """The figures that a relation is worked out from."""
    return {f for several in relation.reading.values() for f in several} - {relation.stated}


def _stated(equation: Equation) -> str:
    """The name of the figure that an equation is about, alone on its left; "" for none."""
    kind, name, *_ = equation.left
    return str(name) if kind == "name" else ""


def _counts(words: Words, reading: Reading, params: Params) -> bool:
    """Whether a reading meets the rule's conditions."""
    figures = [figure for several in reading.values() for figure in several]
    start, end = min(f.lead.start for f in figures), max(f.span.end for f in figures)
    stretch = words.text[start:end]
    if any(word in stretch for word in params.without):
        return False
    return all(is_met(words, reading, condition) for condition in params.when)


def _judged(
    words: Words,
    stated: Figure,
    several: list[Reading],
    likely: list[Reading],
    equations: list[Equation],
) -> Relation | None:
    """The reading that holds, else the first, else the first probable one that nearly does; None
    where no equation has a value."""
    text = words.text
    first: Relation | None = None
    for number, reading in enumerate((*several, *likely)):
        values = _values(reading, _interval)
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
                expected and (_is_near(stated, expected.middle) or _is_slip(text, stated, written))
            )
            if first is None and sure:
                first = Relation(stated, reading, written, holds=False)
                likely_only = number >= len(several) and equation.sign == "="
                if likely_only and _fits_another(words, stated, reading, equation):
                    return None
    return first


def _is_cut(stated: Figure, expected: Interval | None) -> bool:
    """Whether a figure is what it should be with the further decimals cut off, not rounded."""
    return expected is not None and stated.value <= expected.middle < stated.value + stated.step


def _fits_another(words: Words, stated: Figure, reading: Reading, equation: Equation) -> bool:
    """Whether a figure fits where another of the passage takes the place of one that it was held
    against: 农村公路中县道1296公里，占20% is a share of those, not of all."""
    for name, figures in reading.items():
        if figures[0] is stated or len(figures) > 1:
            continue
        for other in words.sentence:
            if other.dimension == figures[0].dimension and other not in (stated, *figures):
                values = _values({**reading, name: (other,)}, _interval)
                if holds(equation, values):
                    return True
    return False


def _is_near(stated: Figure, expected: Decimal) -> bool:
    """Whether a figure is nearly what it should be."""
    if not stated.value or expected <= 0:
        return False
    if stated.dimension == PERCENT and abs(stated.value - expected) > _FAR_OFF:
        return False
    return 1 / _AT_MOST < stated.value / expected < _AT_MOST


def _is_slip(text: str, stated: Figure, expected: str) -> bool:
    """Whether one digit went wrong, or two were exchanged."""
    printed = text[slice(*stated.span)]
    return len(printed) == len(expected) and is_slip(printed, expected)


def _values(reading: Reading, interval: Callable[[Figure], Interval]) -> dict[str, Intervals]:
    """What the names of a reading stand for in an equation."""
    values = {name: tuple(map(interval, figures)) for name, figures in reading.items()}
    for name, (first, *_) in reading.items():
        factor = UNITS[first.unit][1]
        low, high = values[name][0]
        values[f"count({name})"] = (Interval(low / factor, high / factor),)
    return values


def _interval(figure: Figure) -> Interval:
    return figure.interval


def _printed(figure: Figure) -> Interval:
    return exactly(figure.value)


def _finding(text: str, relation: Relation, params: Params) -> Finding:
    fields: dict[str, str | int] = {
        name: "、".join(text[slice(*f.span)] for f in figures)
        for name, figures in relation.reading.items()
    }
    fields["stated"] = text[slice(*relation.stated.span)]
    fields["expected"] = relation.expected
    others = [f for figures in relation.reading.values() for f in figures if f != relation.stated]
    span = relation.stated.span
    if params.place == "all":
        spans = [span, *(figure.span for figure in others)]
        span = Span(min(spans).start, max(spans).end)
    elif params.place == "claim":
        span = Span(span.start, max(span.end, claim_end(text, relation.stated)))
    return Finding(span, fields, tuple(Related(f.span, "from") for f in others))


def _names(params: Params) -> set[str]:
    return {slot.name for text in (*params.read, *params.probable) for slot in slots(text)}


CHECK = Check(
    "arithmetic",
    Params,
    run,
    fields=("stated", "expected"),
    roles=("from",),
    fault=fault,
    names=_names,
    agreements=agreements,
)
