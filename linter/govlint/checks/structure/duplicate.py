"""duplicate: does a paragraph, a sentence or a heading stand in the document twice?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import and_, eq, itemgetter
from typing import Literal

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading
from govlint.text.span import Span

_MARK = re.compile(
    r"（?[0-9一二三四五六七八九十]{1,3}(?:）|[是要、.](?![0-9]))|第[一二三四五六七八九十]{1,3}，"
)
_LABEL = re.compile(r"[^，。：]{2,8}：")
_ASSIGNED = re.compile(r"[（\n](?:牵头|责任|配合|主办)(?:单位|部门)")
_SLOGAN = 30
_LEAD = 12
_SHORTEST = 8
"""So short a sentence counts as a copy only with a figure in it, right behind itself."""
_TRIED = 8
_FIGURE = re.compile(r"[0-9]")
_COMMA = re.compile("，")
"""What separates clauses, as commas do."""
_NEAR = 200
_BLANK = " \t\u3000"
_PLACEHOLDER = re.compile(r"[xX×]|__")


class Params(NamedTuple):
    """``of``: paragraphs, sentences or headings; ``least``: code points below which nothing is
    said."""

    of: Literal["paragraphs", "sentences", "headings"]
    least: int


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    if params.of == "headings":
        for copy, first in _headings(facts, params.least):
            yield _finding(facts, copy, first)
        return
    doubled = _paragraphs(facts, 20)
    if params.of == "paragraphs":
        pairs = [pair for pair in doubled if pair[0].end - pair[0].start >= params.least]
    else:
        inside = [span for span, _ in doubled]
        pairs = [pair for pair in _sentences(facts.body, params.least, inside) if pair]
    for copy, first in pairs:
        yield _finding(facts, copy, first)


def _sentences(text: str, least: int, inside: list[Span]) -> Iterator[tuple[Span, Span] | None]:
    """Each sentence that repeats an earlier one, with that one; not those ``inside`` paragraphs
    that are reported themselves."""
    sentences = _split(text)
    if not _may_repeat(sentences, least):
        return
    seen: dict[str, list[Span]] = {}  # by their last characters: a copy ends as its original
    end = -1
    for number, sentence in enumerate(sentences):
        start, end = end + 1, end + 1 + len(sentence)
        if "，" in sentence:
            yield _stammered(sentence, start)
        if len(sentence) < least:
            if len(sentence) >= _SHORTEST and sentences[number + 1 : number + 2] == [sentence]:
                yield _doubled(text, start, end)
            continue
        earlier = seen.setdefault(sentence[-least:], [])
        if earlier:
            span = _bare(text, start, end)
            if span.end - span.start >= least and not _within(span, inside):
                yield _repeated(text, span, earlier, least)
        earlier.append(Span(start, end))


def _may_repeat(sentences: list[str], least: int) -> bool:
    """Whether it is worth looking at each sentence: two end alike, or two sentences or clauses
    in a row are followed by their likes."""
    ends = [sentence[-least:] for sentence in sentences if len(sentence) >= least]
    if len(set(ends)) < len(ends):
        return True
    if any(one == other and len(one) >= _SHORTEST for one, other in pairwise(sentences)):
        return True
    clauses = [*filter(None, _clauses("，".join(sentences)))]
    if any(map(eq, clauses, clauses[1:])):
        return True
    apart = list(map(eq, clauses, clauses[2:]))
    return True in apart and any(map(and_, apart, apart[1:]))


def _clauses(text: str) -> list[str]:
    return text.replace("；", "，").replace("：", "，").split("，")


def _stammered(sentence: str, start: int) -> tuple[Span, Span] | None:
    """The same clause, or two clauses, twice in a row, and where they stood first."""
    clauses = _clauses(sentence)
    if len(set(clauses)) == len(clauses):
        return None
    for size in (1, 2):
        for i in range(len(clauses) - 2 * size + 1):
            once = "，".join(clauses[i : i + size])
            if len(once) >= _SHORTEST and clauses[i : i + size] == clauses[i + size : i + 2 * size]:
                first = start + sum(len(clause) + 1 for clause in clauses[:i])
                again = first + len(once) + 1
                return Span(again, again + len(once)), Span(first, first + len(once))
    return None


def _repeated(
    text: str, span: Span, earlier: Sequence[Span], least: int
) -> tuple[Span, Span] | None:
    pair = _pair(text, span, earlier, least)
    return pair if pair and _is_prose(text, pair[0]) and _matters(text, *pair) else None


def _split(text: str) -> list[str]:
    """The sentences of a text and its lines, each without the one mark that ends it."""
    for mark in "。！？":
        text = text.replace(mark, "\n")
    return text.split("\n")


def _doubled(text: str, start: int, end: int) -> tuple[Span, Span] | None:
    """A short sentence with a figure that stands right behind itself, and where it stood first."""
    again = end + 1
    if not text.startswith(text[start:again], again):
        return None
    if text[end] != "。" or _FIGURE.search(text, start, end) is None:
        return None
    first = _bare(text, start, end)
    return Span(again + first.start - start, again + end - start), first


def _bare(text: str, start: int, end: int) -> Span:
    """A sentence without the white space and the ordinal that it begins with."""
    while start < end and text[start] in _BLANK:
        start += 1
    mark = _MARK.match(text, start, end)
    return Span(mark.end() if mark else start, end)


def _within(span: Span, blocks: list[Span]) -> bool:
    """Whether a place begins in one of ``blocks``, which are in order and apart."""
    number = bisect_right(blocks, span.start, key=itemgetter(0))
    return number > 0 and span.start < blocks[number - 1].end


def _matters(text: str, span: Span, first: Span) -> bool:
    return _tells(text[slice(*span)]) or span.start - first.start < _NEAR


def _pair(text: str, copy: Span, earlier: Sequence[Span], least: int) -> tuple[Span, Span] | None:
    """What ``copy``, or its clauses from a comma on, repeats of an earlier sentence: the place of
    the copy and that of the original, or nothing."""
    starts = [copy.start, *(m.end() for m in _COMMA.finditer(text, *copy))][:_TRIED]
    for span in earlier[:_TRIED]:
        whole = _bare(text, *span).start
        for start in starts:
            size = copy.end - start
            first = span.end - size
            if size < least or first < whole or text[first : span.end] != text[start : copy.end]:
                continue
            led = start - copy.start
            close = first == whole and led < _LEAD and start - first < _NEAR
            if led and not _states(text, start, copy.end, close=close):
                continue
            if first == whole or text[first - 1] == "，":
                return Span(start, copy.end), Span(first, span.end)
    return None


def _states(text: str, start: int, end: int, *, close: bool) -> bool:
    """Whether the clauses at the end of a sentence are no closing call, and state a figure or
    repeat, after few words, a whole sentence that stands ``close`` before."""
    if text[end : end + 1] != "。":
        return False
    return close or _FIGURE.search(text, start, end) is not None


def _tells(sentence: str) -> bool:
    """Whether a sentence says something of its own: it has a figure, or is longer than a slogan."""
    if _PLACEHOLDER.search(sentence):
        return False
    return len(sentence) >= _SLOGAN or any("0" <= char <= "9" for char in sentence)


def _is_prose(text: str, span: Span) -> bool:
    """Whether a sentence ends in a point, and is not a heading or a line of a table."""
    start, end = span
    if _ASSIGNED.search(text, max(0, end - 40), end + 80):
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
        if text not in seen:
            seen[text] = span
        elif _tells(text) and not _LABEL.match(text):
            found.append((span, seen[text]))
    return found


def _headings(facts: Facts, least: int) -> Iterator[tuple[Span, Span]]:
    """Each heading with the very words of an earlier one in its series."""
    for series in facts.outline.series:
        seen: dict[str, Span] = {}
        for heading in series.members:
            title = facts.body[slice(*heading.title)].rstrip("。；：").strip()
            if len(title) < least or heading.shape in ("article", "attachment"):
                continue
            if title in seen and not _PLACEHOLDER.search(title):
                yield heading.title, seen[title]
            seen.setdefault(title, heading.title)


def _finding(facts: Facts, span: Span, first: Span) -> Finding:
    line = facts.document.source.position(first.start).line
    return Finding(span, fields={"line": line}, related=(Related(first, "first"),))


CHECK = Check("duplicate", Params, run, fields=("line",), roles=("first",))
