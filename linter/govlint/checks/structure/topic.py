"""topic: does the text below a heading speak of what the heading says?

``field``: of a heading that names one field of work (教育事业), the text, or one sentence in the
middle of it, has no word of that field and at least two of one that is not told together with it.
``opposite``: below 财政收入 the first sentence speaks of 支出 alone, which is the next heading's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.fields import Field, field_of, fields, spoken_of
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading
from govlint.text.span import Span

_LONGEST = 20
_FEWEST = 2
_EVERYWHERE = frozenset(("财政", "金融", "就业", "党建", "招商", "统计", "档案"))
"""Fields that serve the others: a loan is granted for any work."""
_SENTENCE = re.compile(r"[^。！？\n]{6,200}[。！？]?")
_PAIRS = (
    ("收入", "支出"),
    ("进口", "出口"),
    ("存款", "贷款"),
    ("城镇", "农村"),
    ("上半年", "下半年"),
    ("线上", "线下"),
    ("成绩", "问题"),
)


class Params(NamedTuple):
    """``report``: field or opposite."""

    report: Literal["field", "opposite"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    yield from (_fields if params.report == "field" else _opposites)(facts)


def _leaves(facts: Facts) -> Iterator[tuple[int, Heading, list[Span]]]:
    """The headings of a few words with nothing but text below them, and that text line by line."""
    outline = facts.outline
    lines: dict[int, list[Span]] = {}
    for entry, owner in zip(outline.entries, outline.owners, strict=True):
        if owner < 0:
            continue
        start = entry.title.end + 1 if isinstance(entry, Heading) else entry.span.start
        if start < entry.span.end:
            lines.setdefault(owner, []).append(Span(start, entry.span.end))
    parents = set(outline.parents)
    for number, text in lines.items():
        heading = outline.headings[number]
        if number not in parents and heading.title.end - heading.title.start <= _LONGEST:
            yield number, heading, text


def _fields(facts: Facts) -> Iterator[Finding]:
    for _, heading, lines in _leaves(facts):
        field = field_of(facts.body[slice(*heading.title)].strip())
        if field is None:
            continue
        found = [Span(*m.span()) for line in lines for m in _SENTENCE.finditer(facts.body, *line)]
        own = [_own(facts.body[slice(*sentence)], field) for sentence in found]
        if found and not any(own):
            whole = Span(lines[0].start, lines[-1].end)
            other = _other(facts.body[slice(*whole)], field)
            if other:
                yield _finding(facts, lines[0], heading, other)
        elif len(found) > _FEWEST:
            yield from _strays(facts, heading, field, found, own)


def _strays(
    facts: Facts, heading: Heading, field: Field, found: list[Span], own: list[bool]
) -> Iterator[Finding]:
    """A sentence on another field, between two of the field that the heading names."""
    for number in range(1, len(found) - 1):
        if not own[number] and own[number - 1] and own[number + 1]:
            other = _other(facts.body[slice(*found[number])], field)
            if other and other not in _EVERYWHERE:
                yield _finding(facts, found[number], heading, other)


def _own(text: str, field: Field) -> bool:
    return any(name in text for name in field.names) or bool(spoken_of(text, field))


def _other(text: str, field: Field) -> str:
    """The one other field that a text speaks of, and none that is told together with ``field``."""
    counts = {each: len(spoken_of(text, each)) for each in fields() if each is not field}
    most = max(counts, key=lambda each: counts[each])
    beside = any(counts[each] for each in counts if each.name in field.beside)
    rest = sorted(counts.values())[-2]
    return "" if beside or counts[most] < _FEWEST or rest >= counts[most] else most.name


def _opposites(facts: Facts) -> Iterator[Finding]:
    """What the heading beside it names, in the first sentence below one of two that differ in
    nothing else."""
    text = facts.body
    pairs = [
        (heading, words[1], words[0])
        for series in facts.outline.series
        for one, other in pairwise(series.members)
        for heading, beside in ((one, other), (other, one))
        if (words := _apart(text[slice(*heading.title)], text[slice(*beside.title)]))
    ]
    below = {heading.span: lines for _, heading, lines in _leaves(facts)} if pairs else {}
    for heading, wrong, right in pairs:
        lines = below.get(heading.span)
        if lines:
            end = text.find("。", *lines[0]) % (lines[0].end + 1)
            at = text.find(wrong, lines[0].start, end)
            if at >= 0 and text.find(right, lines[0].start, end) < 0:
                yield _finding(facts, Span(at, at + len(wrong)), heading, wrong)


def _apart(title: str, other: str) -> tuple[str, str] | None:
    """The two opposite words in which two titles differ."""
    if len(title) > _LONGEST or abs(len(title) - len(other)) > 1:
        return None
    for pair in _PAIRS:
        for one, another in (pair, pair[::-1]):
            if one in title and title.replace(one, another) == other:
                return one, another
    return None


def _finding(facts: Facts, place: Span, heading: Heading, other: str) -> Finding:
    title = facts.body[slice(*heading.title)].strip()
    fields_ = {"title": title, "other": other}
    return Finding(place, fields_, (Related(heading.title, "heading"),))


CHECK = Check("topic", Params, run, fields=("title", "other"), roles=("heading",))
