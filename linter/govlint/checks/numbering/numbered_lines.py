"""numbered-lines: do lines count on that begin with a word and a number?

专栏1 …, 专栏2 …, 附表3 …: each word counts from one; where a line has one again, a new series
begins. Captions of figures and attachments have checks of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search
from govlint.records import NamedTuple
from govlint.text.span import Span

_LABELLED = re.compile(
    r"^[ \t\u3000]*(?P<hit>(?P<part>(?!第)[一-龥]{1,5})(?P<n>[1-9][0-9]?))(?:[ \t\u3000]+|[：:])"
    r"(?P<rest>[^ \t\u3000\n][^\n]{1,60})",
    re.MULTILINE,
)
_ELSEWHERE = ("图", "表", "附件", "附图")
"""What is counted by other checks."""
_FEWEST = 3


class _Line(NamedTuple):
    """A numbered line: the word before its number, the words behind it, and where that stands."""

    part: str
    number: int
    rest: str
    span: Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    lines = [line for line in _lines(text) if line.part not in _ELSEWHERE]
    often = Counter(line.part for line in lines)
    yield from _out_of_order(text, [line for line in lines if often[line.part] >= _FEWEST])


def _lines(text: str) -> list[_Line]:
    return [
        _Line(match["part"], int(match["n"]), match["rest"].strip(), Span(*match.span("hit")))
        for match in _LABELLED.finditer(text)
    ]


def _out_of_order(text: str, lines: list[_Line]) -> Iterator[Finding]:
    """The lines that leave out a number, or tell one again, in a series that begins with one."""
    before: dict[str, _Line] = {}
    for line in lines:
        last = before.get(line.part)
        if line.number == 1 or last is not None:
            before[line.part] = line
        if last is None or line.number in (1, last.number + 1) or line.number < last.number:
            continue
        if line.number == last.number and line.rest.startswith(last.rest):
            continue  # a table goes on on the next page
        mark, given = text[slice(*line.span)], text[slice(*last.span)]
        expected = mark[: len(mark) - len(str(line.number))] + str(last.number + 1)
        fields: dict[str, str | int] = {"previous": given, "expected": expected}
        yield Finding(line.span, fields, (Related(last.span, "previous"),))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (Search("", (("1",), ("2",)), 0),)


CHECK = Check(
    "numbered-lines",
    NoParams,
    run,
    fields=("previous", "expected"),
    roles=("previous",),
    searches=_searches,
)
