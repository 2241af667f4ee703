"""unfinished: does a paragraph stop in the middle of a sentence?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.lines import hard_breaks
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading, Item
from govlint.text.span import Span

_POINT = re.compile(r"[。；！？]")
_OPEN_END = re.compile(r"[一-龥0-9A-Za-z%，、]$")
_OPEN_WORD = re.compile(
    r"(?:[的和与及到在对为把被将由并或向从以]|由于|因为|通过|按照|根据|以及|并且|其中|从而)$"
)
_LAST_CLAUSE = 8
_SHORTEST = 15
_AMID = 26
_TITLE_BLOCK = 6
_HABIT = 5
"""Where more paragraphs than this have no point, lines were broken by a program, or by habit."""


class Params(NamedTuple):
    """``least``: a line with fewer code points may be a heading, a name, a list item."""

    least: int = 45


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    found = list(_unfinished(facts, params))
    if len(found) <= _HABIT:
        yield from found


def _unfinished(facts: Facts, params: Params) -> Iterator[Finding]:
    """A line of prose (it has a finished sentence, or is long) whose end is open."""
    text = facts.body
    if len(hard_breaks(facts)) >= 3:
        return
    for number, entry in enumerate(facts.outline.entries):
        span = entry.span
        if number < _TITLE_BLOCK and text.endswith(("报告", "讲话", "会议上"), *span):
            continue
        if not _OPEN_END.search(text, max(span.start, span.end - 1), span.end):
            continue
        if isinstance(entry, Heading):
            span = _rest(entry)
        dangling = text[entry.span.end - 1] in "，、"
        prose = _POINT.search(text, *span) is not None or _runs_in(facts, number, span)
        if isinstance(entry, Heading | Item) and not prose:
            continue
        length = span.end - span.start
        prose = prose or (length >= _AMID and _amid_prose(facts, number))
        if not (prose or dangling or length >= params.least or _ends_open(text, span)):
            continue
        if length < params.least and not prose and not _ends_open(text, span):
            continue
        if _is_aside(facts, span):
            continue
        last = max(span.start, text.rfind("。", span.start, span.end) + 1)
        clause = max(last, text.rfind("，", last, span.end - 1) + 1, span.end - _LAST_CLAUSE)
        yield Finding(Span(clause, span.end), fields={"tail": facts.body[clause : span.end]})


def _rest(heading: Heading) -> Span:
    """What follows the heading in its line; an article has no heading, only its text."""
    if heading.shape == "article":
        return heading.title
    return Span(min(heading.title.end + 1, heading.span.end), heading.span.end)


def _is_aside(facts: Facts, span: Span) -> bool:
    """Whether a line is a row, a note, or prose that a heading was glued to (STR113)."""
    text = facts.body
    if "\t" in text[slice(*span)] or text.startswith(("（", "注", "附", "【"), span.start):
        return True
    return any(span.start <= mark.start < span.end for mark in facts.glued)


def _runs_in(facts: Facts, number: int, rest: Span) -> bool:
    """Whether a heading goes on with a sentence in its line, as those around it do."""
    entry = facts.outline.entries[number]
    if not isinstance(entry, Heading) or rest.end - rest.start < _SHORTEST:
        return False
    return facts.body.find("，", *rest) >= 0 and _amid_prose(facts, number)


def _amid_prose(facts: Facts, number: int) -> bool:
    """Whether a line with a comma stands between two paragraphs that are finished."""
    text, entries = facts.body, facts.outline.entries
    if not 0 < number < len(entries) - 1 or text.find("，", *entries[number].span) < 0:
        return False
    return all(text[entries[i].span.end - 1] in "。！？" for i in (number - 1, number + 1))


def _ends_open(text: str, span: Span) -> bool:
    """Whether a line of some length ends in a word that something must follow."""
    return (
        span.end - span.start >= _SHORTEST
        and _OPEN_WORD.search(text, span.start, span.end) is not None
        and text.find("，", *span) >= 0
    )


CHECK = Check("unfinished", Params, run, fields=("tail",))
