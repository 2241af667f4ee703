"""clock-order: do the times of day in an account follow each other?

14时20分接到报警……14时12分首车到场……14时32分出水: of three times and more of one day that a
paragraph tells, one alone lies before the one that is told first. Lines that each begin with
their day are held against each other likewise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.dated_lines import DATED, find_moved
from govlint.facts.facts import Facts
from govlint.facts.search import Search, search_for, sentences_with
from govlint.text.span import Span

_TIME = re.compile(
    "(?<![0-9—－～至-])(?P<h>[01]?[0-9]|2[0-3])(?:时|：)(?P<m>[0-5][0-9])(?:分(?!钟))?(?![0-9：—－～至-])"
)
_TIMES = search_for("[0-9]时[0-5][0-9]分|[0-9]：[0-5][0-9]", (("时", "："), ("分", "：")), 6)
_TOLD = re.compile(
    "报警|接警|接报|发现|到场|赶到|抵达|到达|出动|启动|响应|扑灭|控制|救出|恢复|结束|处置|上报|报告"
)
_OTHER = re.compile(
    "次日|翌日|第二天|凌晨|[0-9]日[^。]{0,40}[0-9]日|至[0-9]{1,2}(?:时|：)|计划|安排|定于|预计|将于|提前|此前|之前|监控|倒查|回看"
)
_STOP = re.compile("[\n]")
_FEW, _MOST = 3, 12


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for start, end in sentences_with(text, facts.literals, _TIMES, _STOP):
        times = [*_TIME.finditer(text, start, end)]
        if not _FEW <= len(times) <= _MOST or _OTHER.search(text, start, end):
            continue
        if not _TOLD.search(text, start, end):
            continue
        minutes = [60 * int(each["h"]) + int(each["m"]) for each in times]
        place = _odd_one(minutes)
        if place:
            before, here = (Span(*times[at].span()) for at in (place - 1, place))
            fields: dict[str, str | int] = {"before": text[slice(*before)]}
            yield Finding(here, fields, (Related(before, "before"),))

    for here, before in find_moved(text, facts.literals):
        if not facts.masked(here, ("table",)):
            yield Finding(here, {"before": text[slice(*before)]}, (Related(before, "before"),))


def _odd_one(minutes: list[int]) -> int:
    """The place of the only time that lies before the one told first, without which all are in
    order; 0 where there is none."""
    falls = [at for at in range(1, len(minutes)) if minutes[at] < minutes[at - 1]]
    if len(falls) != 1:
        return 0
    place = falls[0]
    rest = minutes[:place] + minutes[place + 1 :]
    in_order = all(one <= other for one, other in pairwise(rest))
    return place if in_order and len(rest) > 1 and rest[-1] >= minutes[place - 1] else 0


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_TIMES, DATED)


CHECK = Check(
    "clock-order", NoParams, run, fields=("before",), roles=("before",), searches=_searches
)
