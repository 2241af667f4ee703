"""One document, some rules: the innermost ring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

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
    return list(_distinct(found))


def findings(facts: Facts, rule: Rule) -> Iterator[Finding]:
    """The findings of one rule that its scope, masks and ``unless`` let through."""
    for finding in rule.check.run(facts, rule.params):
        span = finding.span
        if span is not None:
            if rule.masks and facts.masked(span, rule.masks):
                continue
            if rule.scope and not _scoped(facts, span, rule.scope):
                continue
            if rule.unless and _excused(facts, span, rule.unless):
                continue
        yield finding


def _scoped(facts: Facts, span: Span, scope: str) -> bool:
    from govlint.facts.scopes import in_scope  # few rules have a scope

    return in_scope(facts, span, scope)


@lru_cache(maxsize=512)
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex, re.MULTILINE)


def _excused(facts: Facts, span: Span, unless: tuple[str, ...]) -> bool:
    line = facts.line(span.start)
    start, end = max(line.start, span.start - 200), min(line.end, span.end + 200)
    return any(
        match.start() < max(span.end, span.start + 1) and match.end() > span.start
        for regex in unless
        for match in _compiled(regex).finditer(facts.text, start, end)
    )


def _distinct(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Without placeholders inside a larger placeholder, and without equal findings: one place
    that waits to be filled is one finding, whatever codes describe it."""
    blanks = [(d.span, d.code) for d in found if d.code.startswith("PLH") and d.span]
    seen: set[tuple[str, Span | None]] = set()
    for diagnostic in found:
        key = (diagnostic.code, diagnostic.span)
        if key in seen:
            continue
        seen.add(key)
        span = diagnostic.span
        if (
            diagnostic.code.startswith("PLH")
            and span is not None
            and any(_outdoes(other, code, span, diagnostic.code) for other, code in blanks)
        ):
            continue
        yield diagnostic


def _outdoes(other: Span, other_code: str, span: Span, code: str) -> bool:
    if other.start >= span.end or other.end <= span.start or (other, other_code) == (span, code):
        return False
    mine, theirs = span.end - span.start, other.end - other.start
    return (theirs, other.start, code) > (mine, span.start, other_code)


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
        related=tuple(
            _note(facts, rule, related, fields, language) for related in finding.related
        ),
        fix=Fix(safety, finding.edits) if safety and finding.edits else None,
        basis=rule.basis,
        section=_section(facts, span) if span else (),
        sentence=_slice(source.text, facts.sentence(span.start)) if span else "",
    )


def _slice(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _section(facts: Facts, span: Span) -> tuple[tuple[str, str], ...]:
    text = facts.document.source.text
    return tuple(
        (_slice(text, heading.mark), _slice(text, heading.title))
        for heading in facts.path(span.start)
    )


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
