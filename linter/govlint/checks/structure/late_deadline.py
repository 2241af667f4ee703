"""late-deadline: is somebody asked to sign up by a day on which all is over?

于4月21日前将参会回执报…… in a notice of a meeting on 18 April. Days without a year are of one year;
of several meetings the last one counts, so that a later course may have a later list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.span import Span

_DAY = r"(?P<m{0}>1[0-2]|[1-9])月(?P<d{0}>3[01]|[12][0-9]|[1-9])日"
_DEADLINE = search_for(
    rf"(?P<hit>{_DAY.format('')})[^，。；\n0-9]{{0,12}}前(?![期往])，?[^，。；\n]{{0,30}}"
    r"(?:报名|回执|参会|参训|参赛|参加人员|与会|请假)",
    (("日",), ("前",), ("报名", "回执", "参会", "参训", "参赛", "参加人员", "与会", "请假")),
    80,
)
_ASKED = search_for(
    rf"(?:报名|回执|参会|参训|参赛)[^。；\n前报]{{0,24}}(?P<hit>{_DAY.format('')})"
    r"(?:(?:上午|下午)?[0-9]{1,2}[:：时点][0-9]{0,2}分?)?(?:之|以)?前[^。；\n]{0,6}"
    r"(?:报|送|反馈|提交|发)",
    (("日",), ("前",), ("报名", "回执", "参会", "参训", "参赛")),
    80,
)
"""The same where what is asked for stands before the day: 将回执于……前报县应急局."""
_EVENT = re.compile(
    rf"(?:(?:会议|培训|活动|比赛|考试|开班|演练|报到|竞赛|演出|评审|举办|召开)时间|(?<![一-龥])时间|[定拟]于|将于)"
    rf"(?:[^。；\n0-9]{{0,10}}|[ \u3000]{{0,4}}\n[ \u3000\n]{{0,8}})"
    rf"(?:20[0-9]{{2}}年)?(?P<day>{_DAY.format('1')}"
    rf"(?:[^。；，\n0-9]{{0,8}}(?:——?|－|-|～|至|到)(?:(?P<m2>1[0-2]|[1-9])月)?(?P<d2>3[01]|[12][0-9]|[1-9])日)?)"
)
_MOST = 60
"""Days: what is further off is of another year, or of another meeting."""
_MONTH = 31


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    deadlines = [*find(text, facts.literals, _DEADLINE), *find(text, facts.literals, _ASKED)]
    if not deadlines:
        return
    events = list(_EVENT.finditer(text, facts.title.span.end))
    if not events:
        return
    last = max(events, key=_ends)
    for match in {match.start("hit"): match for match in deadlines}.values():
        late = _MONTH * int(match["m"]) + int(match["d"]) - _ends(last)
        here = Span(*match.span("hit"))
        if 0 < late < _MOST and not any(
            event.start() <= here.start < event.end() for event in events
        ):
            fields: dict[str, str | int] = {"event": last["day"]}
            yield Finding(here, fields, (Related(Span(*last.span("day")), "event"),))


def _ends(event: re.Match[str]) -> int:
    """When a meeting is over, as a number that grows with the day of the year."""
    month, day = event["m2"] or event["m1"], event["d2"] or event["d1"]
    return _MONTH * int(month) + int(day)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_DEADLINE, _ASKED)


CHECK = Check(
    "late-deadline", NoParams, run, fields=("event",), roles=("event",), searches=_searches
)
