"""arithmetic: do the figures of a sentence agree with what it says of them?

A rule reads the figures of a sentence by their roles (see facts/roles.py) and says what must
hold. A stated figure is wrong only where every way to read the sentence contradicts it, whatever
the printed figures were before they were rounded.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Agreement, Check, only_figures
from govlint.checks.figures.relation_verdict import Relation
from govlint.checks.figures.relations import BOUNDED, Params, relations, stated_name
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.aim_conditions import claim_of
from govlint.facts.change_words import last_change_word
from govlint.facts.conditions import condition_fault
from govlint.facts.facts import Facts
from govlint.facts.readings import (
    slot_fault,
    slots,
)
from govlint.facts.roles import ROLES
from govlint.text.equation import EquationError, names, read_equation
from govlint.text.span import Span


def fault(params: Params) -> str:
    """What is wrong with the parameters of a rule, or ""."""
    known = _names(params)
    if bool(params.expect) == bool(params.never):
        return "“expect”和“never”要写一个，只能写一个"
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
        stated.add(stated_name(equation))
    if params.never:
        stated.add(params.never)
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
    for stated, reading, expected, true, _ in relations(facts, params):
        given = "，".join(
            f"{name}={'+'.join(source[slice(*figure.span)] for figure in figures)}"
            for name, figures in reading.items()
            if stated not in figures
        )
        yield Agreement(stated.span, given, expected, source[slice(*stated.span)], true)


def _finding(text: str, relation: Relation, params: Params) -> Finding:
    fields: dict[str, str | int] = {
        name: "、".join(text[slice(*f.span)] for f in figures)
        for name, figures in relation.reading.items()
    }
    fields["stated"] = text[slice(*relation.stated.span)]
    fields["expected"] = relation.expected
    others = [f for figures in relation.reading.values() for f in figures if f != relation.stated]
    span = relation.stated.span
    last = max([span, *(figure.span for figure in others)])
    if params.place == "all" or relation.scaled:
        span = Span(min([span, *(figure.span for figure in others)]).start, last.end)
    elif params.place == "claim":
        claim = claim_of(text, others[0], relation.stated) or span
        span = Span(min(span.start, claim.start), max(span.end, claim.end))
    elif params.place == "word":
        word = last_change_word(text[slice(*relation.stated.lead)])
        span = Span(span.start - word, span.end)
    elif not relation.expected.startswith(BOUNDED):
        span = Span(span.start, last.end)  # what stands behind it may as well be wrong
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
    searches=only_figures,
)
