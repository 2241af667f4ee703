"""duplicate: does a paragraph, a sentence or a heading stand in the document twice? Or, with a few
words more or less, a paragraph?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.copies import PLACEHOLDER, Copy, sentence_copies, tells
from govlint.facts.facts import Facts
from govlint.facts.item_heads import find_item_heads
from govlint.facts.near_copies import near_copies
from govlint.facts.pasted import widened
from govlint.facts.repeated_closings import repeated_closings
from govlint.facts.reworded import find_reworded, find_told_shorter
from govlint.facts.short_copies import copies_on_end, item_copies, short_copies
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading, Item, Paragraph
from govlint.text.span import Span, touches, union

_LABEL = re.compile(r"[^，。：]{2,8}：")
_OPENING = re.compile(
    r"(?:(?<=[。！])|(?<![^\n]))[ \u3000]{0,4}"
    r"(?P<clause>[^，。；：！？\n]{6,40}[0-9][万亿余多]{0,2}(?![年月日])[一-龥%]{1,3})，"
    r"[^。！\n]{2,200}[。！]"
)
"""A sentence whose first clause ends in a figure."""
_CLAUSE = re.compile("[^，。；：！？\n]+")
_TOLD = 20
"""So many characters in two clauses are not told twice in one paragraph."""
_ALONE = 18
_TAIL = 5
"""Nor so many in one clause, without what may lead to it."""
_LED = 16
_SURELY = 24
_FAR = 1000
_NEAR = 150
"""A long paragraph may say one clause of two things."""
_POINTS = "，。；：！？\n"
_LEAD = re.compile(
    "[ \u3000]{0,4}(?:[一二三四五六七八九]是"
    "|(?:同时|并且?|还|也)?[一-龥]{0,6}?(?<![主重需必首只仅])(?:要(?![求素闻点])|须|应当?|必须|将)"
    "|同时|并且?|还|也|会)?"
    "(?:[我全][局市县区镇乡校院村]|各地)?(?:坚持|切实|进一步|继续|认真)?"
)
"""What may lead to the words that are told again."""
_OF_A_CASE = re.compile("^[由按对给在经依可自]|的$|规定|[补奖]助|《")
_FIGURED = re.compile("[0-9]")
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
        return [*_headings(facts, params.least), *_item_heads(facts)]
    if params.of == "near":
        return _near(facts, params.least)
    paragraphs = list(_paragraphs(facts))
    if params.of == "sentences":
        copies = sentence_copies(facts.body, params.least, [copy.span for copy in paragraphs])
        whole = (
            copy for copy in copies if not (_is_field(facts, copy) or _is_subject(facts, copy))
        )
        closings = repeated_closings(facts.body)
        whole = (widened(facts.body, copy) for copy in whole)
        known = [*whole, *_openings(facts), *_reworded(facts), *closings]
        lines = [entry.span for entry in facts.outline.entries]
        short = [*short_copies(facts.body, lines), *item_copies(facts.body, lines)]
        short += copies_on_end(facts.body, lines)
        spans = union(copy.span for copy in (*known, *paragraphs))
        known += [copy for copy in short if not touches(copy.span, spans)]
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
        elif (tells(text) or _is_article(entry)) and not _LABEL.match(text):
            yield Copy(span, seen[text])


def _is_article(entry: Heading | Item | Paragraph) -> bool:
    return isinstance(entry, Heading) and entry.shape == "article"


def _reworded(facts: Facts) -> Iterator[Copy]:
    """What says again what was said shortly before, in nearly the same words; of a table that is
    what its rows do."""
    for copy in (*find_reworded(facts.body), *find_told_shorter(facts.body)):
        if not facts.masked(copy.span, ("table", "quotation")):
            yield copy


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
    """What the paragraph has said before: two clauses or more on end, what is left of a sentence
    that was moved, or a long one."""
    text = facts.body
    for entry in facts.outline.entries:
        if entry.span.end - entry.span.start < 2 * _ALONE:
            continue
        seen: dict[str, Span] = {}
        end = -1
        clauses = list(_CLAUSE.finditer(text, *entry.span))
        if len({text[each.end() - _TAIL : each.end()] for each in clauses}) == len(clauses):
            continue  # most: what is told again ends alike
        for one, other in zip_longest(clauses, clauses[1:]):
            heading = one is clauses[0] and not text.startswith("，", one.end())
            for span in _stretches(text, one, other, alone=not heading):
                first = seen.setdefault(text[slice(*span)], span)
                if first == span or not max(end, first.end) < span.start < first.end + _FAR:
                    continue
                if _is_told_twice(text, span, first):
                    end = span.end
                    yield Copy(span, first)


def _stretches(
    text: str, one: re.Match[str], other: re.Match[str] | None, *, alone: bool
) -> Iterator[Span]:
    """A clause with the next, and alone, without what may lead to it, if they are long enough."""
    lead = _LEAD.match(text, *one.span())
    start = lead.end() if lead else one.start()
    if other is not None and other.start() - one.end() == 1 and text[one.end()] == "，":
        if other.end() - one.start() >= _TOLD:
            yield Span(one.start(), other.end())
        if lead and other.end() - start >= _TOLD:
            yield Span(start, other.end())
    if alone and one.end() - one.start() >= _ALONE:
        yield Span(*one.span())
    if alone and start > one.start() and one.end() - start >= _LED:
        yield Span(start, one.end())


def _is_told_twice(text: str, span: Span, first: Span) -> bool:
    """Whether what a paragraph repeats is no more than what each of several rules says of its own
    case, or each of several things of itself: the latter stand between ；."""
    between = text[first.end : span.start]
    pair = text.find("，", *span) >= 0
    whole = all(text[each.start - 1] in _POINTS for each in (span, first) if each.start)
    if pair and whole and "。" in between and span.end - span.start >= _SURELY:
        return True
    if _OF_A_CASE.search(text[slice(*span)]) or (pair and "。" not in between and "；" in between):
        return False
    near = span.start - first.end < _NEAR
    return pair or (near and not _FIGURED.search(text, *span))


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


def _item_heads(facts: Facts) -> Iterator[Copy]:
    for here, first in find_item_heads(facts.body, facts.items):
        yield Copy(here, first)


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
