"""duplicate: does a paragraph, a sentence or a heading stand in the document twice? Or, with a few
words more or less, a paragraph?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.copies import PLACEHOLDER, Copy, sentence_copies, tells
from govlint.facts.facts import Facts
from govlint.facts.near_copies import near_copies
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading
from govlint.text.span import Span, touches, union

_LABEL = re.compile(r"[^，。：]{2,8}：")
_OPENING = re.compile(
    r"(?:(?<=[。！])|(?<![^\n]))[ \u3000]{0,4}"
    r"(?P<clause>[^，。；：！？\n]{6,40}[0-9][万亿余多]{0,2}(?![年月日])[一-龥%]{1,3})，"
    r"[^。！\n]{2,200}[。！]"
)
"""A sentence whose first clause ends in a figure."""
_CLAUSE = re.compile("[^，。；：！？\n]+")
_TOLD = 24
"""So many characters in two clauses are not told twice in one paragraph."""
_STOP = re.compile("。")
_PARAGRAPH = 20
"""The shortest paragraph that takes its sentences along."""


class Params(NamedTuple):
    """``of``: paragraphs, near (paragraphs that differ a little), sentences or headings; ``least``:
    code points below which nothing is said."""

    of: Literal["paragraphs", "near", "sentences", "headings"]
    least: int


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    for copy in _copies(facts, params):
        line = facts.document.source.position(copy.first.start).line
        yield Finding(copy.span, {"line": line}, related=(Related(copy.first, "first"),))


def _copies(facts: Facts, params: Params) -> Iterable[Copy]:
    if params.of == "headings":
        return _headings(facts, params.least)
    if params.of == "near":
        return _near(facts, params.least)
    paragraphs = list(_paragraphs(facts))
    if params.of == "sentences":
        copies = sentence_copies(facts.body, params.least, [copy.span for copy in paragraphs])
        whole = (
            copy for copy in copies if not (_is_field(facts, copy) or _is_subject(facts, copy))
        )
        known = [*whole, *_openings(facts)]
        spans = union(copy.span for copy in known)
        return [*known, *(copy for copy in _told_again(facts) if not touches(copy.span, spans))]
    return (copy for copy in paragraphs if copy.span.end - copy.span.start >= params.least)


def _paragraphs(facts: Facts) -> Iterator[Copy]:
    seen: dict[str, Span] = {}
    for entry in facts.outline.entries:
        span = entry.span
        if isinstance(entry, Heading):
            if entry.title.end >= entry.span.end - 1:
                continue
            span = Span(entry.title.start, entry.span.end)
        text = facts.body[slice(*span)]
        if len(text) < _PARAGRAPH or not ("。" in text or len(text) > 2 * _PARAGRAPH):
            continue
        if text not in seen:
            seen[text] = span
        elif tells(text) and not _LABEL.match(text):
            yield Copy(span, seen[text])


def _openings(facts: Facts) -> Iterator[Copy]:
    """First clauses with a figure that open two sentences on end: 我院现有职工214人，……。
    我院现有职工214人，……."""
    text = facts.body
    for entry in facts.outline.entries:
        before: re.Match[str] | None = None
        for match in _OPENING.finditer(text, *entry.span):
            if before and before["clause"] == match["clause"] and before[0] != match[0]:
                yield Copy(Span(*match.span("clause")), Span(*before.span("clause")))
            before = match


def _told_again(facts: Facts) -> Iterator[Copy]:
    """Two clauses or more on end that an earlier sentence of the paragraph has: what is left of a
    sentence that was moved."""
    text = facts.body
    for entry in facts.outline.entries:
        if entry.span.end - entry.span.start < 2 * _TOLD:
            continue
        seen: dict[str, Span] = {}
        stops = [match.start() for match in _STOP.finditer(text, *entry.span)]
        end = -1
        clauses = list(_CLAUSE.finditer(text, *entry.span))
        for one, other in pairwise(clauses):
            if other.start() - one.end() > 1 or text[one.end()] != "，":
                continue
            span = Span(one.start(), other.end())
            pair = text[slice(*span)]
            first = seen.setdefault(pair, span)
            if (
                first != span
                and len(pair) >= _TOLD
                and span.start > end
                and bisect_left(stops, first.end) < bisect_left(stops, span.start)
            ):
                end = span.end
                yield Copy(span, first)


def _near(facts: Facts, least: int) -> Iterator[Copy]:
    """The paragraphs of text that say again what an earlier one says; not the fields of a form,
    which begin with a label: 计算方法：…… of two rates."""
    spans = (
        entry.span
        for entry in facts.outline.entries
        if not isinstance(entry, Heading) and entry.span.end - entry.span.start >= least
    )
    for span, first in near_copies(facts.body, spans):
        if not (facts.masked(span, ("table",)) or _LABEL.match(facts.body, *span)):
            yield Copy(span, first)


def _is_field(facts: Facts, copy: Copy) -> bool:
    """Whether what is repeated is one field of several of a record: 处罚依据：…… of two firms."""
    line, first = facts.line(copy.span.start), facts.line(copy.first.start)
    label = _LABEL.match(facts.body, *line)
    above = facts.line(line.start - 1) if line.start else line
    return (
        label is not None
        and facts.body.startswith(label[0], first.start)
        and _LABEL.match(facts.body, *above) is not None
    )


def _is_subject(facts: Facts, copy: Copy) -> bool:
    """Whether what is repeated inside a sentence is a line of its own without a point: the subject
    of minutes above them."""
    text, line = facts.body, facts.line(copy.first.start)
    return text[slice(*line)].strip() == text[slice(*copy.first)].strip("。") and (
        facts.line(copy.span.start).start != copy.span.start
    )


def _headings(facts: Facts, least: int) -> Iterator[Copy]:
    """Each heading with the very words of an earlier one in its series."""
    for series in facts.outline.series:
        seen: dict[str, Span] = {}
        for heading in series.members:
            title = facts.body[slice(*heading.title)].rstrip("。；：").strip()
            if len(title) < least or heading.shape in ("article", "attachment"):
                continue
            if title in seen and not PLACEHOLDER.search(title):
                yield Copy(heading.title, seen[title])
            seen.setdefault(title, heading.title)


CHECK = Check("duplicate", Params, run, fields=("line",), roles=("first",))
