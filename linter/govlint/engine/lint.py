"""One document, some rules: the innermost ring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from govlint import bundle
from govlint.diagnostics.diagnostic import Diagnostic, Fix, Note
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.diagnostics.severity import SEVERITIES
from govlint.engine.wanted import wanted_by
from govlint.facts.facts import Facts
from govlint.facts.indicators import Indicators
from govlint.facts.previous import Previous
from govlint.facts.reference import Reference
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.ruleset.rule import Rule
from govlint.text.document import Document
from govlint.text.span import Span, touches, union

_OF_FIGURES = "FIG"
"""The family behind which nothing asks for figures any more."""
_OF_WORDS = "TRM"
_NEIGHBOURS = 6
"""So many findings beside one are held against it."""
_GIVEN = ("reference", "previous")
"""Kinds of checks that have nothing to say where the user gives no such document."""
_TWO = 2
_STRETCH = 256
"""Code points."""
_LOUDNESS = {severity: rank for rank, severity in enumerate(SEVERITIES)}


class Options(NamedTuple):
    """``year``: the report year, where the user states it; ``language``: of the messages;
    ``reference``: the table that figures are held against; ``previous``: last year's report;
    ``indicators``: what indicators are called."""

    year: int | None = None
    language: str = "zh"
    reference: Reference | None = None
    previous: Previous | None = None
    indicators: Indicators | None = None


def lint_document(
    document: Document, rules: Iterable[Rule], options: Options = Options()
) -> list[Diagnostic]:
    """What ``rules`` have to say about ``document``, sorted."""
    rules = tuple(rules)
    return lint_facts(facts_of(document, rules, options), rules, options.language)


def facts_of(document: Document, rules: tuple[Rule, ...], options: Options) -> Facts:
    """The facts of ``document``, ready for ``rules``."""
    facts = Facts(document, options.year, wanted_by(rules), options.reference, options.previous)
    if options.indicators is not None:
        facts.indicators = options.indicators
    return facts


def lint_facts(facts: Facts, rules: tuple[Rule, ...], language: str) -> list[Diagnostic]:
    """What ``rules`` have to say about the document of ``facts``, sorted."""
    if bundle.is_ahead(bundle.RULES) and facts.printed:
        bundle.load_ahead(bundle.FIGURES)
    found: list[Diagnostic] = []
    guessed: set[str] = set()
    for family, several in groupby(rules, attrgetter("family")):
        for rule in several:
            if rule.kind in _GIVEN and getattr(facts, rule.kind) is None:
                continue
            if facts.may_find(rule):
                found += [
                    _diagnostic(facts, rule, each, language) for each in findings(facts, rule)
                ]
                if rule.body.check.guesses:
                    guessed.add(rule.id)
        if family == _OF_FIGURES:
            facts.forget_figures()
    found.sort(key=lambda diagnostic: diagnostic.order)
    found = _worded_once(_known(_once(found), guessed))
    return sorted(_distinct(found), key=lambda diagnostic: diagnostic.order)


def findings(facts: Facts, rule: Rule) -> Iterator[Finding]:
    """The findings of one rule that its scope, masks and ``unless`` let through."""
    masks: tuple[str, ...] | None = None
    excused: list[Span] = []
    for finding in rule.body.check.run(facts, rule.body.params):
        if masks is None:
            masks, excused = facts.masks_here(rule.body.masks), _excused(facts, rule)
        span = finding.span
        if span is not None:
            if masks and facts.masked(span, masks):
                continue
            if rule.body.scope and not _scoped(facts, span, rule.body.scope):
                continue
            if excused and touches(span, excused):
                continue
        yield finding


def _scoped(facts: Facts, span: Span, scope: str) -> bool:
    from govlint.facts.scopes import in_scope  # few rules have a scope

    return in_scope(facts, span, scope)


def _excused(facts: Facts, rule: Rule) -> list[Span]:
    """Where hits of ``rule`` are right after all, in order and apart."""
    return union(
        match.span()
        for regex, needs, reach in rule.body.unless
        for match in find(facts.text, facts.literals, search_for(regex, needs, reach))
    )


def _once(found: list[Diagnostic]) -> list[Diagnostic]:
    """Without findings of figures all of whose places another one, as loud or louder, holds: one
    contradiction is told once, by the rule of the lowest code."""
    several = [each for each in found if each.code.startswith(_OF_FIGURES) and each.related]
    if len(several) < _TWO:
        return found
    several.sort(key=lambda each: (_LOUDNESS[each.severity], each.code))
    told: dict[int, list[list[Span]]] = {}  # by the stretches of the text that they lie in
    dropped: set[int] = set()
    for diagnostic in several:
        places = _places(diagnostic)
        near = (known for number in _stretches(places[:1]) for known in told.get(number, ()))
        if any(all(touches(place, known) for place in places) for known in near):
            dropped.add(id(diagnostic))
        else:
            held = union(places)
            for number in _stretches(held):
                told.setdefault(number, []).append(held)
    return [each for each in found if id(each) not in dropped]


def _worded_once(found: list[Diagnostic]) -> list[Diagnostic]:
    """One of two findings on words, equally loud, where a longer one begins or ends with the other:
    颁布 in 颁布合格证书 is one fault. Kept is the one that can be mended, else the longer one.
    ``found`` is sorted by place."""
    words = [each for each in found if each.code.startswith(_OF_WORDS) and each.span]
    dropped: set[int] = set()
    for place, longer in enumerate(words):
        assert longer.span is not None
        for other in words[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1]:
            span = other.span
            if other.code == longer.code or span is None or span == longer.span:
                continue
            held = longer.span.start <= span.start and span.end <= longer.span.end
            ends = span.start == longer.span.start or span.end == longer.span.end
            if held and ends and longer.severity == other.severity:
                mended = other.fix and not longer.fix
                dropped.add(id(longer if mended else other))
    return [each for each in found if id(each) not in dropped]


def _known(found: list[Diagnostic], guessed: set[str]) -> list[Diagnostic]:
    """Without findings of the rules that are ``guessed`` where another one knows what to write."""
    if all(each.code not in guessed for each in found):
        return found
    others = (each for each in found if each.code not in guessed)
    known = union(each.span for each in others if each.fix and each.span)
    return [
        each
        for each in found
        if each.code not in guessed or each.span is None or not touches(each.span, known)
    ]


def _stretches(places: list[Span]) -> set[int]:
    """The numbers of the stretches of a text that ``places`` touch: what is held against another
    place lies near it, and a long text has thousands of findings."""
    return {
        number for start, end in places for number in range(start // _STRETCH, end // _STRETCH + 1)
    }


def _places(diagnostic: Diagnostic) -> list[Span]:
    """Where a finding and what it is held against stand, in this file."""
    own = [diagnostic.span] if diagnostic.span else []
    return own + [note.span for note in diagnostic.related if note.path is None]


def _distinct(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Without equal findings, those that would make an edit that a louder one makes, and
    placeholders that overlap a larger one: one place that is wrong, or waits to be filled, is one
    finding, whatever codes describe it."""
    seen: set[tuple[str, Span | None]] = set()
    loudest = _loudest(found)
    blank: Diagnostic | None = None
    for diagnostic in found:
        key = (diagnostic.code, diagnostic.span)
        fix = diagnostic.fix
        if key in seen or (fix and loudest.get(fix.edits, diagnostic) is not diagnostic):
            continue
        seen.add(key)
        if not diagnostic.code.startswith("PLH") or diagnostic.span is None:
            yield diagnostic
            continue
        if blank is not None and blank.span is not None:
            if blank.span.end <= diagnostic.span.start or not diagnostic.text or not blank.text:
                yield blank
            elif len(diagnostic.text) <= len(blank.text):
                continue
        blank = diagnostic
    if blank is not None:
        yield blank


def _loudest(found: list[Diagnostic]) -> dict[tuple[Edit, ...], Diagnostic]:
    """By what a fix writes the finding that offers it, if several do: the most severe, or first."""
    by_edits: dict[tuple[Edit, ...], Diagnostic] = {}
    for diagnostic in found:
        if diagnostic.fix:
            other = by_edits.setdefault(diagnostic.fix.edits, diagnostic)
            if SEVERITIES.index(diagnostic.severity) < SEVERITIES.index(other.severity):
                by_edits[diagnostic.fix.edits] = diagnostic
    return by_edits


def _diagnostic(facts: Facts, rule: Rule, finding: Finding, language: str) -> Diagnostic:
    source = facts.document.source
    span = finding.span
    start = end = None
    text = sentence = ""
    section: tuple[tuple[str, str], ...] = ()
    if span is not None:
        text = source.text[span.start : span.end]
        start, end = source.positions(*span)
        section = facts.section(span.start)
        sentence = source.text[slice(*facts.sentence(span.start))]
    fields = {**finding.fields, "text": text}
    message = rule.body.messages.get(language) or rule.body.messages["zh"]
    return Diagnostic(
        rule.id,
        rule.name,
        finding.severity if finding.severity and not rule.fixed_severity else rule.severity,
        message.format_map(fields),
        source.name,
        span,
        start,
        end,
        text,
        related=tuple(_notes(facts, rule, finding.related, fields, language)),
        fix=_fix(source.text, rule.fix, finding.edits) if finding.edits else None,
        basis=rule.body.basis,
        section=section,
        sentence=sentence,
    )


def _fix(text: str, safety: str, edits: tuple[Edit, ...]) -> Fix | None:
    """The fix that a rule offers, unless a figure would read differently after it. An edit
    touches no character that stays."""
    from govlint.diagnostics.edits import minimal  # few findings have edits
    from govlint.diagnostics.figures_kept import keeps_figures

    least = (minimal(text, edit) for edit in edits)
    changes = tuple(edit for edit in least if edit.text or edit.span.start < edit.span.end)
    return Fix(safety, changes) if safety and changes and keeps_figures(text, changes) else None


def _notes(
    facts: Facts,
    rule: Rule,
    found: tuple[Related, ...],
    fields: dict[str, str | int],
    language: str,
) -> Iterator[Note]:
    """The related places of one finding; hundreds of them may say the same."""
    positions = facts.document.source.positions
    said: dict[str, str] = {}
    for span, role, own in found:
        message = None if own else said.get(role)
        if message is None:
            sentences = rule.body.related.get(role, {})
            sentence = sentences.get(language) or sentences.get("zh", "")
            message = sentence.format_map({**fields, **own})
            if not own:
                said[role] = message
        yield Note(None, span, *positions(*span), message)
