"""relations: what a rule can hold against each other in the sentences of a text.

A sentence is read by the roles of its figures, and, where a rule says so, with its neighbours in
any order: such a reading is only probable.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from govlint.checks.figures.relation_verdict import Relation, judged
from govlint.facts.conditions import are_met, asked_of
from govlint.facts.context import Words
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, Sentence
from govlint.facts.readings import (
    Reading,
    Slot,
    fillable,
    free_readings,
    needed,
    ones,
    readings,
    slots,
)
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.equation import Equation, read_equation
from govlint.text.span import Span

_APART, _FREE = "……", "&"
BOUNDED = ("≤", "≥", "≠")
_SAME = "same-dimension"
_IN_TURN = "分别"
_TABLE = 60
"""A passage with more figures is a table that has lost its lines, not prose, which has 25 at most:
what is only probable is not looked for there. It would take the time of a whole report."""


class Params(NamedTuple):
    """``read``: phrases (see facts/readings.py). ``expect``: equations of which one must hold;
    the figure on the left is the stated one. ``never``: in their place the stated figure, where
    it is wrong whatever it is, once it can be read so. ``when``: conditions (see
    facts/conditions.py). ``without``: words between the figures with which they need not agree.
    ``probable``: phrases for any order, which count where ``probable_when`` is met and the stated
    figure is nearly right. ``place``: whether the stated figure is reported, or all of them, where
    any can be wrong, or the figure with the claim behind it, or with the word before it that makes
    it a rise or a fall.
    """

    read: tuple[str, ...]
    expect: tuple[str, ...] = ()
    never: str = ""
    when: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    probable: tuple[str, ...] = ()
    probable_when: tuple[str, ...] = ()
    place: Literal["stated", "all", "claim", "word"] = "stated"

    def __hash__(self) -> int:  # by identity: a rule's parameters are made once
        return id(self)


def relations(facts: Facts, params: Params) -> Iterator[Relation]:
    """Every stated figure that the rule can hold against others, in order. Figures that the words
    before told the result of, right or wrong, are not asked for a second one: of 由76亿元增加到
    81亿元，增长8%；……分别增长5%和7% the last have others."""
    equations = [read_equation(each) for each in params.expect]
    stated = params.never or stated_name(equations[0])
    taken: dict[frozenset[Span], int] = {}
    for sentence, phrases, likely in _candidates(facts, params, stated):
        found = _readings(Words(facts.body, sentence.figures), phrases, params, stated)
        probable = _probable(facts, sentence, params, stated) if likely else {}
        if not found and not probable:
            continue
        told = []
        for figure in sorted(found.keys() | probable.keys(), key=_place):
            ways = (found.get(figure, []), probable.get(figure, []), equations)
            near = facts.passage(sentence.number) if probable else sentence
            relation = judged(Words(facts.body, near.figures), figure, *ways)
            if relation is not None and not relation.holds:
                # what stands further off may explain it
                relation = judged(Words(facts.body, facts.further(sentence.number)), figure, *ways)
            if relation is not None:
                told.append(relation)
        for relation in _without_others(told):
            given = frozenset(figure.span for figure in _given(relation))
            first = taken.setdefault(given, relation.stated.span.start)
            alone = len(given) > 1 and first != relation.stated.span.start
            if relation.holds or not alone:
                yield relation


def _candidates(
    facts: Facts, params: Params, stated: str
) -> Iterator[tuple[Sentence, list[tuple[Slot, ...]], bool]]:
    """The sentences whose figures may fill a phrase, each with the phrases, and whether it may
    fill a probable one together with those around it."""
    read = [(slots(each), needed(each)) for each in params.read]
    told = _told(params, stated)
    for first, known in facts.figure_roles:
        wanted = [(phrase, fillable(known, roles)) for phrase, roles in read]
        maybe = either = fillable(known, (told,)) if told else 0
        for _, sentences in wanted:
            either |= sentences
        for place in ones(either):
            phrases = [phrase for phrase, sentences in wanted if sentences >> place & 1]
            yield facts.figures[first + place], phrases, bool(maybe >> place & 1)


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
    found: dict[Figure, list[Reading]] = {}
    words: Words | None = None
    for text in params.probable:
        ways = _in_any_order if _FREE in text else _in_order
        for figure, reading in ways(facts, sentence, text, params, stated):
            if words is None:
                words = Words(facts.body, facts.passage(sentence.number).figures)
                if len(words.sentence) > _TABLE:
                    return {}
            met = are_met(words, reading, _left_to_ask(params))
            if met and not _excluded(words, figure, params):
                found.setdefault(figure, []).append(reading)
    return found


def _in_order(
    facts: Facts, sentence: Sentence, text: str, params: Params, stated: str
) -> Iterator[tuple[Figure, Reading]]:
    """The ways to fill a probable phrase in order, up to the sentence, by the stated figure. A list
    begins in the sentence itself."""
    phrase = slots(text)
    if any(slot.many and slot.first.isdisjoint(sentence.roles) for slot in phrase):
        return
    figures = facts.passage(sentence.number).figures if _APART in text else sentence.figures
    if not len(phrase) <= len(figures) <= _TABLE:
        return
    own = {figure.span for figure in sentence.figures}
    for reading in readings(figures, phrase, _alike(params)):
        last = max(figure.span for several in reading.values() for figure in several)
        if last in own:
            yield reading[stated][0], reading


def _in_any_order(
    facts: Facts, sentence: Sentence, text: str, params: Params, stated: str
) -> Iterator[tuple[Figure, Reading]]:
    """The ways to fill it in any order for each figure of the sentence that can be stated."""
    phrase = slots(text)
    roles = next(slot.roles for slot in phrase if slot.name == stated)
    words, alone = Words(facts.body, sentence.figures), _alone(params, stated)
    likely = [
        figure
        for figure in sentence.figures
        if not (figure.about or roles.isdisjoint(figure.roles))
        and are_met(words, {stated: (figure,)}, alone)
    ]
    passage = facts.passage(sentence.number) if likely else sentence
    unfilled = any(roles.isdisjoint(passage.roles) for roles in needed(text))
    if unfilled or len(passage.figures) > _TABLE:
        return  # most
    for figure in likely:
        for reading in free_readings(passage.figures, phrase, (stated, figure), _alike(params)):
            yield figure, reading


@lru_cache(maxsize=64)
def _alone(params: Params, stated: str) -> tuple[str, ...]:
    """The conditions of the probable phrases that ask of nothing but the stated figure."""
    return tuple(each for each in params.probable_when if asked_of(each) == (stated,))


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


@lru_cache(maxsize=64)
def _left_to_ask(params: Params) -> tuple[str, ...]:
    """The conditions of the probable phrases without the first, where the figures were chosen by
    it."""
    return params.probable_when[1:] if _alike(params) else params.probable_when


def _place(figure: Figure) -> Span:
    return figure.span


def _without_others(relations: list[Relation]) -> Iterator[Relation]:
    """Those of one sentence, without what contradicts figures that another fits: of 由96%到98%，
    同比提高1.2个百分点，五年提高2个百分点 the first has another base."""
    fitting = [_given(relation) for relation in relations if relation.holds]
    for relation in relations:
        bound = relation.expected.startswith(BOUNDED)  # several may keep below one limit
        if relation.holds or bound or _given(relation) not in fitting:
            yield relation


def _given(relation: Relation) -> set[Figure]:
    """The figures that a relation is worked out from."""
    return {f for several in relation.reading.values() for f in several} - {relation.stated}


def stated_name(equation: Equation) -> str:
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
    return are_met(words, reading, params.when)
