"""own-tables: is there the table that a document refers to as its own?

``attached``: 附表五 where 附表一 and 附表二 are all; a number in a clause that names another
document is of that. ``below``: 见下表 with nothing like a table behind it; a copy may lose one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import BLANK, Span, lines_in

_NUMBER = "(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9.\\-—])"
_ATTACHED = search_for(f"(?P<hit>附表[ \u3000]?{_NUMBER})", (("附表",),), 8)
_TITLE = re.compile(r"[ \t\u3000]{0,4}[：:.]?[ \t\u3000]{0,4}[^，。；\n]{2,50}(?=\n|$)")
_OTHER = re.compile(
    "《|》|(?<!本)(?:规划|方案|办法|规定|标准|细则|通知|文件|意见|条例|规范|规程|指南|目录)[^，。；]{0,6}$"
    "|原|该|上级|[省市]级|国家|另行"
)
_BESIDE = re.compile("(?:[、和及至—～]附表?|[、和及至—～])[ \u3000]?$")
_BELOW = search_for(
    "(?:如|见|按)(?P<hit>下表(?:所[示列])?)(?=[：:，。；）)]|\n|$)", (("下表",),), 6
)
_CAPTION = re.compile(
    "(?:附?表[ \u3000]?[0-9一二三四五六七八九十：]|单位[：:]|（单位).*|[^，。；]{0,40}(?:表|情况)"
)
_OWN = re.compile(
    "本(?:办法|规定|细则|条例|方案|通知|意见|标准|规划|文件|制度|文)(?:的)?[ \u3000]?$"
)
_CELL = 20
_LOOKED = 3
_INDENT = 12
_SHORT = 16
"""The cells of a table may stand in lines of their own."""
_MOST = 5
"""A number that is farther off is of another document."""


class Params(NamedTuple):
    """``report``: attached or below."""

    report: Literal["attached", "below"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    yield from (_attached if params.report == "attached" else _below)(facts)


def _attached(facts: Facts) -> Iterator[Finding]:
    text = facts.body
    known: dict[int, Span] = {}
    asked: list[tuple[int, re.Match[str]]] = []
    for match in find(text, facts.literals, _ATTACHED):
        number = parse_numeral(match["n"]) or 0
        before = text[max(0, match.start() - _INDENT) : match.start()]
        if not before.rpartition("\n")[2].strip(BLANK) and _TITLE.match(text, match.end()):
            known.setdefault(number, Span(*match.span("hit")))
        else:
            asked.append((number, match))
    last = max(known, default=0)
    if last < 2 or sorted(known) != [*range(1, last + 1)]:
        return
    for number, match in asked:
        clause = re.split("[，。；\n]", text[max(0, match.start() - 40) : match.start()])[-1]
        own = _OWN.search(clause) or not _OTHER.search(clause)
        own = own and last < number <= last + _MOST
        if own and not _BESIDE.search(clause):
            fields = {"here": match["hit"], "has": text[slice(*known[last])]}
            yield Finding(Span(*match.span("hit")), fields, (Related(known[last], "has"),))


def _below(facts: Facts) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _BELOW):
        line = facts.line(match.start())
        following = [
            each
            for each in lines_in(text, line.end, line.end + 400)
            if text[slice(*each)].strip(BLANK)
        ][:_LOOKED]
        if not any(_may_be_table(text, each) for each in following) and not _are_cells(
            facts, following
        ):
            fields = {"here": match["hit"], "has": ""}
            yield Finding(Span(*match.span("hit")), fields)


def _may_be_table(text: str, line: Span) -> bool:
    said = text[slice(*line)].strip(BLANK)
    cells = re.split(r"[ \u3000\t|]+", said.strip("|"))
    row = len(cells) > 1 and all(len(cell) <= _CELL for cell in cells)
    return "|" in said or row or _CAPTION.fullmatch(said) is not None


def _are_cells(facts: Facts, lines: list[Span]) -> bool:
    """Whether short lines without a point follow one another."""
    heads = {heading.span.start for heading in facts.outline.headings}
    short = [
        line
        for line in lines
        if line.end - line.start <= _SHORT
        and facts.body[line.end - 1] not in "。：；"
        and line.start not in heads
    ]
    return len(short) > 1


def _searches(params: Params) -> tuple[Search, ...]:
    return (_ATTACHED if params.report == "attached" else _BELOW,)


CHECK = Check("own-tables", Params, run, fields=("here", "has"), roles=("has",), searches=_searches)
