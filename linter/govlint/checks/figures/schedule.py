"""schedule: is progress as far ahead of the time that has passed as it is said to be?

序时进度 is the share of the year that is over: a half at the end of June, three quarters at the end
of September.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.span import Span

_CLAIM = search_for(
    r"(?P<way>超(?:过|出|前于?)?|高[于出]|快于|领先|优于|低于|落后于?|慢于|滞后于?|欠)(?:了)?(?:时间|序时|时序)进度(?:要求)?"
    r"(?:达|约|近)?(?:(?P<by>[0-9]{1,2}(?:\.[0-9]{1,2})?)个?百分点)?",
    (("时间进度", "序时进度", "时序进度"),),
    30,
)
_AGAINST = search_for(
    r"(?:与(?:时间|序时|时序)进度(?:要求)?相比，?[^，。；0-9\n]{0,10}?|比(?:时间|序时|时序)进度(?:要求)?)"
    r"(?P<way>[快高慢低]|超前?|领先|滞后|落后)(?:了|出|约|近)?(?P<by>[0-9]{1,2}(?:\.[0-9]{1,2})?)个?百分点",
    (("时间进度", "序时进度", "时序进度"), ("百分点",)),
    40,
)
_PERCENT = re.compile(r"(?P<n>[0-9]{1,3}(?:\.[0-9]{1,2})?)%")
_TIME = re.compile(
    r"(?P<half>上半年|时间过半)|(?P<three>前三季度|[1一](?:月份?)?(?:至|—)[9九]月)|(?P<one>一季度)"
    r"|(?:截至|到|至|[1一](?:月份?)?(?:至|—)|前)(?P<m>1[01]|[1-9])个?月(?![0-9])(?:份|底|末)?(?!初|[上中]旬)"
)
_SHARE = re.compile(r"占|完成|达|为|进度")
_END = re.compile(r"[。；！？\n]")
_OF_AIM = re.compile("(?:年度|全年|年初)[^，。；0-9]{0,4}(?:预算|计划|目标|任务)(?:任务|目标)?的$")
_BACK, _FAR, _NEAR = 120, 240, 14
_BEHINDHAND = ("低", "落", "慢", "滞", "欠")
_ROOM = Decimal("0.6")
"""Points that rounding, and months of different lengths, explain."""
_YEAR = 12


class _Told(NamedTuple):
    """How much is done, in percent, and how much of the year is over."""

    percent: Decimal
    over: Decimal
    span: Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    claims = (find(text, facts.literals, search) for search in (_CLAIM, _AGAINST))
    for claim in chain.from_iterable(claims):
        told = _told(text, claim.start())
        if told is None:
            continue
        ahead = told.percent - told.over
        sign = -1 if claim["way"].startswith(_BEHINDHAND) else 1
        by = Decimal(claim["by"]) if claim["by"] else None
        wrong = sign * ahead < -_ROOM if by is None else abs(sign * by - ahead) > _ROOM
        if wrong:
            fields: dict[str, str | int] = {
                "percent": f"{told.percent}%",
                "over": f"{round(told.over, 1):f}".rstrip("0").rstrip(".") + "%",
                "claim": claim[0],
            }
            yield Finding(Span(*claim.span()), fields, (Related(told.span, "percent"),))


def _told(text: str, place: int) -> _Told | None:
    """What a sentence tells before ``place``: one percentage, and one time of the year; where it
    tells none, the share of the year's aim that its paragraph tells."""
    line = begins(text, place, "\n", _FAR)
    start = max(line, place - _BACK)
    ends = [match.end() for match in _END.finditer(text, start, place)]
    start = ends[-1] if ends else start
    percents = _percents(text, start, place, _SHARE)
    if not _PERCENT.search(text, start, place):
        start, percents = line, _percents(text, line, place, _OF_AIM)
    overs = {_over(match) for match in _TIME.finditer(text, start, place)}
    if len(percents) != 1 or len(overs) != 1:
        return None
    return _Told(Decimal(percents[0]["n"]), overs.pop(), Span(*percents[0].span()))


def _percents(text: str, start: int, end: int, words: re.Pattern[str]) -> list[re.Match[str]]:
    """The percentages of a stretch that have one of ``words`` right before them."""
    return [
        match
        for match in _PERCENT.finditer(text, start, end)
        if words.search(text, max(start, match.start() - _NEAR), match.start())
    ]


def _over(time: re.Match[str]) -> Decimal:
    """How much of the year is over at a time, in percent."""
    months = 6 if time["half"] else 9 if time["three"] else 3 if time["one"] else int(time["m"])
    return Decimal(100 * months) / _YEAR


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_CLAIM, _AGAINST)


CHECK = Check(
    "schedule",
    NoParams,
    run,
    fields=("percent", "over", "claim"),
    roles=("percent",),
    searches=_searches,
)
