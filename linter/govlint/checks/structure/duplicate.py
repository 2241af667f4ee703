"""duplicate: does a paragraph or a sentence stand in the document twice?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.syntax.tree import Heading
from govlint.text.span import Span

_SENTENCE = re.compile(r"[^。！？\n]++")
_MARK = re.compile(
    r"（?[0-9一二三四五六七八九十]{1,3}(?:）|[是要、.](?![0-9]))|第[一二三四五六七八九十]{1,3}，"
)
_LABEL = re.compile(r"[^，。：]{2,8}：")
_ASSIGNED = re.compile(r"（(?:牵头|责任|配合|主办)(?:单位|部门)")
_SLOGAN = 30
_TRIED = 8
_NEAR = 200
_BLANK = " \t\u3000"
_PLACEHOLDER = re.compile(r"[xX×]|_{2}")


class Params(NamedTuple):
    """``of``: paragraphs or sentences; ``least``: code points below which nothing is said."""

    of: Literal["paragraphs", "sentences"]
    least: int


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    doubled = _paragraphs(facts, 20)
    if params.of == "paragraphs":
        for span, first in doubled:
            if span.end - span.start >= params.least:
                yield _finding(facts, span, first)
        return
    inside = [span for span, _ in doubled]
    text = facts.body
    seen: dict[str, list[Span]] = {}  # by their last characters: a copy ends as its original
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        if end - start < params.least:
            continue
        key = text[end - params.least : end]
        earlier = seen.get(key)
        if earlier is None:
            seen[key] = [Span(start, end)]
            continue
        span = _bare(text, start, end)
        if span.end - span.start >= params.least and not _within(span, inside):
            original = _original(text, span, earlier)
            if original and _is_prose(text, span) and _matters(text, span, original):
                yield _finding(facts, span, original)
        earlier.append(Span(start, end))


def _bare(text: str, start: int, end: int) -> Span:
    """A sentence without the white space and the ordinal that it begins with."""
    while start < end and text[start] in _BLANK:
        start += 1
    mark = _MARK.match(text, start, end)
    return Span(mark.end() if mark else start, end)


def _within(span: Span, blocks: list[Span]) -> bool:
    return any(block.start <= span.start < block.end for block in blocks)


def _matters(text: str, span: Span, first: Span) -> bool:
    return _tells(text[slice(*span)]) or span.start - first.start < _NEAR


def _original(text: str, copy: Span, earlier: Sequence[Span]) -> Span | None:
    """The earlier sentence, or its later clauses, of which ``copy`` is a copy."""
    sentence = text[slice(*copy)]
    for span in earlier[:_TRIED]:
        start = span.end - len(sentence)
        if start < span.start or not text.startswith(sentence, start):
            continue
        if start == _bare(text, *span).start or text[start - 1] == "，":
            return Span(start, span.end)
    return None


def _tells(sentence: str) -> bool:
    """Whether a sentence says something of its own: it has a figure, or is longer than a slogan."""
    if _PLACEHOLDER.search(sentence):
        return False
    return len(sentence) >= _SLOGAN or any("0" <= char <= "9" for char in sentence)


def _is_prose(text: str, span: Span) -> bool:
    """Whether a sentence ends in a point, and is not a heading or a line of a table."""
    start, end = span
    if _ASSIGNED.search(text, max(0, end - 40), end + 20):
        return False
    return end < len(text) and text[end] in "。！？" and "\t" not in text[start:end]


def _paragraphs(facts: Facts, least: int) -> list[tuple[Span, Span]]:
    """Each paragraph that repeats an earlier one, with the earlier one."""
    seen: dict[str, Span] = {}
    found: list[tuple[Span, Span]] = []
    for entry in facts.outline.entries:
        span = entry.span
        if isinstance(entry, Heading):
            if entry.title.end >= entry.span.end - 1:
                continue
            span = Span(entry.title.start, entry.span.end)
        text = facts.body[slice(*span)]
        if len(text) < least or not ("。" in text or len(text) > 2 * least):
            continue
        if not _tells(text) or _LABEL.match(text):
            continue
        if text in seen:
            found.append((span, seen[text]))
        else:
            seen[text] = span
    return found


def _finding(facts: Facts, span: Span, first: Span) -> Finding:
    line = facts.document.source.position(first.start).line
    return Finding(span, fields={"line": line}, related=(Related(first, "first"),))


CHECK = Check("duplicate", Params, run, fields=("line",), roles=("first",))
