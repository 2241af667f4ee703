"""late-arrival: is somebody asked to be there by a time at which it has begun?

会议定于……9:00召开，请于9:20前到会签到。 Both times are of the next few sentences with no other day
between, or the beginning stands under a heading of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.span import Span

_TIME = r"(?P<h{0}>[01]?[0-9]|2[0-3])(?:[:：]|时|点)(?P<m{0}>[0-5][0-9]|半)?分?"
_ARRIVAL = search_for(
    rf"(?P<half>上午|下午|晚上)?(?P<hit>{_TIME.format('')}(?:之|以)?前)[^，。；\n]{{0,10}}"
    r"(?:到会|签到|入场|到场|到达|就座|入座|报到|进场|集合|到位)",
    (
        ("前",),
        ("到会", "签到", "入场", "到场", "到达", "就座", "入座", "报到", "进场", "集合", "到位"),
    ),
    30,
)
_BEGINS = re.compile(
    r"(?:会议|大会|培训|活动|仪式|典礼|比赛|考试|演练|座谈会|推进会|讲座|开班式)(?:时间)?[^。；\n]{0,40}?"
    rf"(?P<half>上午|下午|晚上)?(?P<hit>{_TIME.format('')})(?:准时|正式)?"
    r"(?=召开|开始|举行|举办|开幕|开考|开会|[，。；\n（(]|在)"
)
_NAMED = re.compile(
    r"(?:会议|培训|活动|比赛|考试|开班|举办|召开|演练)?时间(?:：|[ \u3000]{0,4}\n)"
    r"[ \u3000\n]{0,8}[^。；\n]{0,30}?"
    rf"(?P<half>上午|下午|晚上)?(?P<hit>{_TIME.format('')})"
)
"""When all begins, under its own heading; there is one in a notice."""
_REACH = 200
"""So far before a time of arrival stands when it begins."""
_DAY = re.compile(r"[0-9]{1,2}日|次日|翌日|前一天|当日|第[二三]天")
_NOON = 12
_HOUR = 60


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    named: list[re.Match[str]] | None = None
    for arrival in find(text, facts.literals, _ARRIVAL):
        start = max(0, arrival.start() - _REACH)
        begins = list(_BEGINS.finditer(text, start, arrival.start()))
        if not begins or _DAY.search(text, begins[-1].end(), arrival.end()):
            named = [*_NAMED.finditer(text)] if named is None else named
            sentence = facts.sentence(arrival.start())
            other = _DAY.search(text[slice(*sentence)].replace("当日", ""))
            begins = named if len(named) == 1 and not other else []
        if not begins:
            continue
        begin = begins[-1]
        late = _minutes(arrival, begin["half"]) - _minutes(begin, None)
        if 0 < late <= _HOUR:
            fields = {"here": arrival["hit"], "there": begin["hit"]}
            there = (Related(Span(*begin.span("hit")), "there"),)
            yield Finding(Span(*arrival.span("hit")), fields, there)


def _minutes(match: re.Match[str], half: str | None) -> int:
    hour = int(match["h"])
    if (match["half"] or half) in ("下午", "晚上") and hour < _NOON:
        hour += _NOON
    minutes = {"半": 30, None: 0}.get(match["m"])
    return hour * _HOUR + (int(match["m"]) if minutes is None else minutes)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_ARRIVAL,)


CHECK = Check(
    "late-arrival", NoParams, run, fields=("here", "there"), roles=("there",), searches=_searches
)
