"""ballots: do the numbers of a meeting and of its votes add up?

应到120人，实到118人，缺席3人 does not, nor do 赞成25票、反对3票、弃权2票 of 31 who voted. Asked are
the numbers of one paragraph, of which each is told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, lines_with, search_for
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_MEETING = search_for(
    "缺席|请假|弃权|[无废]效?票", (("缺席", "请假", "弃权", "无效票", "废票"),), 4
)
_N = "(?P<{0}>[0-9]{{1,5}}|[一二两三四五六七八九十百]{{1,6}})(?:人|名|票|张|份|位)"
_LABELS = {
    "due": "应到|应出席|应参[加会]|组成人员",
    "came": "实到|实际到会|实际出席|实际参会|实出席|到会"
    "|(?<![未应])出席(?:本次|这次)?(?:会议|大会)?",
    "absent": "缺席|请假|未到会?|未出席",
    "back": "收回(?:[^，。；0-9]{0,4}票)?",
    "valid": "(?<!无)有效票",
    "void": "无效票|废票",
    "yes": "赞成票?|(?<!不)同意票?",
    "no": "反对票?|不同意票?",
    "none": "弃权票?",
}
_TOLD = re.compile(
    "|".join(
        rf"(?:{label})[^，。；、：0-9一二两三四五六七八九十百]{{0,8}}{_N.format(name)}"
        rf"|(?<![0-9]){_N.format(name + '2')}(?:{label})"
        if name in ("yes", "no", "none")
        else rf"(?:{label})[^，。；、：0-9一二两三四五六七八九十百]{{0,8}}{_N.format(name)}"
        for name, label in _LABELS.items()
    )
)
_VOTES = ("valid", "back", "came")


class _Told(NamedTuple):
    """A number, and where it stands."""

    number: int
    span: Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for line in lines_with(text, facts.literals, _MEETING):
        yield from _sums(text, _numbers(text, line))


def _numbers(text: str, line: Span) -> dict[str, _Told]:
    """What a paragraph tells once."""
    several: dict[str, list[_Told]] = {}
    for match in _TOLD.finditer(text, *line):
        group = match.lastgroup or ""
        number = _Told(parse_numeral(match[group]) or 0, Span(*match.span()))
        several.setdefault(group.rstrip("2"), []).append(number)
    return {name: found[0] for name, found in several.items() if len(found) == 1}


def _sums(text: str, told: dict[str, _Told]) -> Iterator[Finding]:
    for whole, *parts in (("due", "came", "absent"), ("back", "valid", "void")):
        if {whole, *parts} <= told.keys():
            made = sum(told[part].number for part in parts)
            if made != told[whole].number:
                yield _finding(text, made, told[whole], [told[part] for part in parts])
    wholes = [told[name] for name in _VOTES if name in told]
    if {"back", "void"} <= told.keys() and "valid" not in told:
        left = told["back"].number - told["void"].number
        wholes.insert(0, _Told(left, told["back"].span))
    if {"yes", "no", "none"} <= told.keys() and wholes:
        votes = [told[name] for name in ("yes", "no", "none")]
        made = sum(vote.number for vote in votes)
        if all(made != whole.number for whole in wholes):
            yield _finding(text, made, wholes[0], votes)


def _finding(text: str, made: int, whole: _Told, parts: list[_Told]) -> Finding:
    spans = [whole.span, *(part.span for part in parts)]
    fields: dict[str, str | int] = {
        "parts": "、".join(text[slice(*part.span)] for part in parts),
        "made": made,
        "whole": text[slice(*whole.span)],
    }
    related = tuple(Related(part.span, "part") for part in parts)
    return Finding(Span(min(spans).start, max(spans).end), fields, related)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_MEETING,)


CHECK = Check(
    "ballots",
    NoParams,
    run,
    fields=("parts", "made", "whole"),
    roles=("part",),
    searches=_searches,
)
