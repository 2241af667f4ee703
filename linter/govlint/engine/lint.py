"""One document, some rules: the innermost ring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from govlint import warm
from govlint.diagnostics.diagnostic import Diagnostic, Fix, Note
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.ruleset.rule import Rule
from govlint.text.document import Document
from govlint.text.span import Span


class Options(NamedTuple):
    """``year``: the report year, where the user states it; ``language``: of the messages."""

    year: int | None = None
    language: str = "zh"


def lint_document(
    document: Document, rules: Iterable[Rule], options: Options = Options()
) -> list[Diagnostic]:
    """What ``rules`` have to say about ``document``, sorted."""
    facts = Facts(document, options.year)
    found = [
        _diagnostic(facts, rule, finding, options.language)
        for rule in rules
        for finding in findings(facts, rule)
    ]
    found.sort(key=lambda diagnostic: diagnostic.order)
    return sorted(_distinct(found), key=lambda diagnostic: diagnostic.order)


def findings(facts: Facts, rule: Rule) -> Iterator[Finding]:
    """The findings of one rule that its scope, masks and ``unless`` let through."""
    masks: tuple[str, ...] | None = None
    excuses: list[re.Pattern[str]] = []
    for finding in rule.check.run(facts, rule.params):
        if masks is None:
            masks, excuses = facts.masks_here(rule.masks), _excuses(facts, rule)
        span = finding.span
        if span is not None:
            if masks and facts.masked(span, masks):
                continue
            if rule.scope and not _scoped(facts, span, rule.scope):
                continue
            if excuses and _excused(facts, span, excuses):
                continue
        yield finding


def _scoped(facts: Facts, span: Span, scope: str) -> bool:
    from govlint.facts.scopes import in_scope  # few rules have a scope

    return in_scope(facts, span, scope)


@lru_cache(maxsize=512)
def _compiled(regex: str) -> re.Pattern[str]:
    return warm.compiled(regex)


def _excuses(facts: Facts, rule: Rule) -> list[re.Pattern[str]]:
    """What can excuse a hit of ``rule`` in this document."""
    return [
        _compiled(regex)
        for regex, needles in rule.unless
        if all(any(facts.holds(member, facts.text) for member in each) for each in needles)
    ]


def _excused(facts: Facts, span: Span, excuses: list[re.Pattern[str]]) -> bool:
    line = facts.line(span.start)
    start, end = max(line.start, span.start - 200), min(line.end, span.end + 200)
    return any(
        match.start() < max(span.end, span.start + 1) and match.end() > span.start
        for excuse in excuses
        for match in excuse.finditer(facts.text, start, end)
    )


def _distinct(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Without equal findings, and without placeholders that overlap a larger one: one place that
    waits to be filled is one finding, whatever codes describe it."""
    seen: set[tuple[str, Span | None]] = set()
    blank: Diagnostic | None = None
    for diagnostic in found:
        key = (diagnostic.code, diagnostic.span)
        if key in seen:
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


def _diagnostic(facts: Facts, rule: Rule, finding: Finding, language: str) -> Diagnostic:
    source = facts.document.source
    span = finding.span
    text = source.text[span.start : span.end] if span else ""
    fields = {**finding.fields, "text": text}
    message = rule.messages.get(language) or rule.messages["zh"]
    safety = rule.fix
    return Diagnostic(
        code=rule.id,
        name=rule.name,
        severity=rule.severity,
        message=message.format_map(fields),
        path=source.name,
        span=span,
        start=source.position(span.start) if span else None,
        end=source.position(span.end) if span else None,
        text=text,
        related=tuple(_note(facts, rule, related, fields, language) for related in finding.related),
        fix=Fix(safety, finding.edits) if safety and finding.edits else None,
        basis=rule.basis,
        section=facts.section(span.start) if span else (),
        sentence=_slice(source.text, facts.sentence(span.start)) if span else "",
    )


def _slice(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _note(
    facts: Facts, rule: Rule, related: Related, fields: dict[str, str | int], language: str
) -> Note:
    source = facts.document.source
    sentences = rule.related.get(related.role, {})
    sentence = sentences.get(language) or sentences.get("zh", "")
    return Note(
        path=None,
        span=related.span,
        start=source.position(related.span.start),
        end=source.position(related.span.end),
        message=sentence.format_map({**fields, **related.fields}),
    )
