"""nothing-follows: does something come behind a line that ends in a colon, or in a comma?

What a colon announces stands below it: paragraphs, items, a table, or headings of a lower level.
Where the next line is a heading beside or above the one that the line stands under, nothing does.
A sentence that stops at a comma goes on in no heading but the first of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import Block, Heading
from govlint.text.span import Span

_ANNOUNCES = re.compile(
    r"[^，。；：\n]{0,24}(?:如下|以下|下列|下面|下表|下图|附表|有|是|为|包括|分别|表现在|体现在|问题|措施|建议|意见|任务|内容|方面|工作|做法|情况)"
    r"[^，。；：\n]{0,16}：$"
)
"""The clause before the colon; a label such as 联系人： is to be filled in."""
_LABEL = (
    "(?:联系人|联系电话|咨询电话|电话|手机|传真|电子邮[箱件]|邮箱|通讯地址|地址|邮编|邮政编码)："
)
_EMPTY = re.compile(
    rf"{_LABEL}[^；，。：\n_ \u3000][^；，。：\n_]{{1,24}}[；，。 \u3000]{{1,3}}"
    r"(?:[^\n：；，。]{1,10}：[^；，。：\n_]{2,30}[；，。 \u3000]{1,3}){0,3}"
    rf"(?P<hit>{_LABEL})[；。]?$"
)
"""The last of several ways to get in touch, of which the others are told."""
_SHORTEST = 6
_CLAUSE = re.compile(r"[^，。；：！？\n]*[，、]$")
_SENTENCE = 12
"""What is shorter and ends in a comma may be half of a title."""


class Params(NamedTuple):
    """``mark``: with what the line ends, a colon or a comma."""

    mark: Literal["colon", "comma"] = "colon"


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    yield from _commas(facts) if params.mark == "comma" else _colons(facts)


def _commas(facts: Facts) -> Iterator[Finding]:
    """The last clause of a line of text that ends in a comma above a heading."""
    text, entries = facts.body, facts.outline.entries
    for line, after in pairwise(entries):
        if text[line.span.end - 1] not in "，、" or not isinstance(after, Heading):
            continue
        start = _start(line)
        if after.ordinal == 1 or after.rank == 0 or line.span.end - start < _SENTENCE:
            continue
        if match := _CLAUSE.search(text, start, line.span.end):
            yield Finding(Span(*match.span()), {"tail": match[0]})


def _labels(facts: Facts) -> Iterator[Finding]:
    """联系人：王敏；联系电话：0000-5551234；电子邮箱： with nothing behind it, or below."""
    text, entries = facts.body, facts.outline.entries
    for number, line in enumerate(entries):
        if text[line.span.end - 1] not in "：；。":
            continue
        match = _EMPTY.search(text, *line.span)
        below = entries[number + 1].span.start if number + 1 < len(entries) else -1
        if match is None or (below >= 0 and text[below].isascii()):
            continue
        yield Finding(Span(*match.span("hit")), {"tail": match["hit"]})


def _colons(facts: Facts) -> Iterator[Finding]:
    yield from _labels(facts)
    text, outline = facts.body, facts.outline
    before = -1
    for number, (entry, owner) in enumerate(zip(outline.entries, outline.owners, strict=True)):
        above, before = before, owner
        if not number or not isinstance(entry, Heading) or outline.parents[owner] == above:
            continue
        line = outline.entries[number - 1]
        if text[line.span.end - 1] != "：" or entry.ordinal == 1 or entry.rank == 0 or above < 0:
            continue
        match = _ANNOUNCES.search(text, _start(line), line.span.end)
        if match is not None and match.end() - match.start() >= _SHORTEST:
            yield Finding(Span(*match.span()), {"tail": match[0]})


def _start(line: Heading | Block) -> int:
    """Where the text of a line begins, behind its title; an article has no title."""
    if not isinstance(line, Heading):
        return line.span.start
    return line.title.start if line.shape == "article" else line.title.end + 1


CHECK = Check("nothing-follows", Params, run, fields=("tail",))
