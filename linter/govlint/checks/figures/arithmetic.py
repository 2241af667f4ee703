"""arithmetic: do the figures of a sentence agree with what it says of them?

A rule reads the figures of a sentence by their roles (see facts/roles.py) and says what must
hold. A stated figure is wrong only where every way to read the sentence contradicts it, whatever
the printed figures were before they were rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from govlint.checks.base import Agreement, Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.conditions import Words, condition_fault, is_met
from govlint.facts.facts import Facts
from govlint.facts.figures import Figure, written_as
from govlint.facts.readings import (
    Reading,
    fillable,
    needed,
    ones,
    readings,
    slot_fault,
    slots,
)
from govlint.facts.roles import ROLES
from govlint.facts.units import UNITS
from govlint.records import NamedTuple
from govlint.text.equation import Equation, EquationError, holds, names, read_equation, value
from govlint.text.intervals import Interval, exactly

Intervals = tuple[Interval, ...]

_BOUNDS = {"<=": "≤", ">=": "≥", "!=": "≠"}


class Params(NamedTuple):
    """``read``: phrases (see facts/readings.py). ``expect``: equations of which one must hold;
    the figure on the left is the stated one. ``when``: conditions (see facts/conditions.py).
    ``without``: words between the figures with which they need not agree.
    """

    read: tuple[str, ...]
    expect: tuple[str, ...]
    when: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

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
    for text in params.read:
        if misread := slot_fault(text):
            return misread
        strange = {role for slot in slots(text) for role in slot.roles} - set(ROLES)
        if strange:
            return f"不认识角色“{min(strange)}”，可用：{'、'.join(ROLES)}"
    faults = (condition_fault(condition, known) for condition in params.when)
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
    if any(stated.isdisjoint(slot.name for slot in slots(text)) for text in params.read):
        return f"每个 read 里都要有“{min(stated)}”"
    return ""


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text = facts.body
    for relation in relations(facts, params):
        if not relation.holds:
            yield _finding(text, relation)


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
    text = facts.body
    equations = [read_equation(each) for each in params.expect]
    wanted = [(slots(each), fillable(facts.figure_roles, needed(each))) for each in params.read]
    stated = _stated(equations[0])
    left = 0
    for _, sentences in wanted:
        left |= sentences
    for number in ones(left):
        sentence = facts.figures[number]
        found: dict[Figure, list[Reading]] = {}
        for phrase, sentences in wanted:
            if not sentences >> number & 1:
                continue
            words = Words(text, sentence.figures)
            for reading in readings(sentence.figures, phrase):
                if _counts(words, reading, params):
                    found.setdefault(reading[stated][0], []).append(reading)
        if not found:
            continue
        judged = (
            _judged(text, figure, several, equations)
            for figure, several in sorted(found.items(), key=lambda each: each[0].span)
        )
        yield from _without_others([relation for relation in judged if relation is not None])


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
    text: str, stated: Figure, several: list[Reading], equations: list[Equation]
) -> Relation | None:
    """The reading that holds, else the first; None where no equation has a value."""
    first: Relation | None = None
    for reading in several:
        values = _values(reading, _interval)
        printed = _values(reading, _printed)
        for equation in equations:
            if not names(equation) <= reading.keys():
                continue
            verdict = holds(equation, values)
            expected = value(equation.right, printed)
            sign = _BOUNDS.get(equation.sign, "")
            written = sign + written_as(text, stated, expected.middle) if expected else ""
            if verdict is not False:
                return Relation(stated, reading, written, holds=True) if verdict else None
            if first is None:
                first = Relation(stated, reading, written, holds=False)
    return first


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


def _finding(text: str, relation: Relation) -> Finding:
    fields: dict[str, str | int] = {
        name: "、".join(text[slice(*f.span)] for f in figures)
        for name, figures in relation.reading.items()
    }
    fields["stated"] = text[slice(*relation.stated.span)]
    fields["expected"] = relation.expected
    others = [f for figures in relation.reading.values() for f in figures if f != relation.stated]
    return Finding(relation.stated.span, fields, tuple(Related(f.span, "from") for f in others))


def _names(params: Params) -> set[str]:
    return {slot.name for text in params.read for slot in slots(text)}


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
