"""late-deadline: is somebody asked to sign up by a day on which all has begun, or to fetch the
ticket of an examination after it?

于4月21日前将参会回执报…… in a notice of a meeting on 18 April. Days without a year are of one year;
of several meetings the last one counts, so that a later course may have a later list, and of one
that goes on for weeks its last day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span

_DAY = r"(?<![0-9])(?P<m{0}>1[0-2]|[1-9])月(?P<d{0}>3[01]|[12][0-9]|[1-9])日"
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
_TICKET = search_for(
    rf"(?P<hit>{_DAY.format('')})(?:[^，。；\n]{{0,14}}[0-9]日)?"
    r"[^，。；\n日]{0,20}，?[^，。；\n日]{0,24}(?:打印|领取|下载|发放)(?:(?!面试)[^，。；\n]){0,6}准考证",
    (("日",), ("准考证",), ("打印", "领取", "下载", "发放")),
    80,
)
_TICKETS = search_for(
    rf"(?<!面试)准考证(?:打印|领取|下载|发放)[^。；\n0-9]{{0,16}}(?:20[0-9]{{2}}年)?(?P<hit>{_DAY.format('')})",
    (("日",), ("准考证打印", "准考证领取", "准考证下载", "准考证发放")),
    60,
)
_EXAM = re.compile(
    rf"(?:笔试|考试|机试)(?:时间|日期)?(?:为|是|：|[定拟将初]?于|定在|安排在|在)?[ \u3000]{{0,2}}"
    rf"(?:20[0-9]{{2}}年)?(?P<day>{_DAY.format('1')}"
    rf"(?:（[^）\n]{{1,8}}）)?(?:(?:——?|－|-|～|至|到)(?:(?P<m2>1[0-2]|[1-9])月)?(?P<d2>3[01]|[12][0-9]|[1-9])日)?)"
)
_AFTERWARDS = re.compile(
    "心得|体会|感悟|总结|作业|成果|论文|发票|报销|结业|评估|证书|成绩|满意度|问卷|情况|落实|传达|整改"
)
"""What those who took part hand in when all is over."""
_SENTENCE = 40
_SHORT = 7
"""Days: what goes on no longer has begun, and one cannot sign up for it any more."""
_MOST = 60
"""Days: what is further off is of another year, or of another meeting."""
_MONTH = 31


class Params(NamedTuple):
    """``of``: what is asked for by a day, or from it on: to sign up, or to fetch a ticket."""

    of: Literal["sign-up", "ticket"] = "sign-up"


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text, tickets = facts.body, params.of == "ticket"
    asked = [match for each in _searches(params) for match in find(text, facts.literals, each)]
    if not asked:
        return
    start = 0 if tickets else facts.title.span.end
    events = list((_EXAM if tickets else _EVENT).finditer(text, start))
    if not events:
        return
    last = max(events, key=_ends)
    over = _ends(last) if tickets or len(events) > 1 else _begun(last)
    for match in {match.start("hit"): match for match in asked}.values():
        late = _MONTH * int(match["m"]) + int(match["d"]) - over
        here = Span(*match.span("hit"))
        if _AFTERWARDS.search(text[match.start() : match.end() + _SENTENCE].split("。")[0]):
            continue
        number = bisect_right(events, here.start, key=_start_of) - 1
        if 0 < late < _MOST and (number < 0 or here.start >= events[number].end()):
            fields: dict[str, str | int] = {"event": last["day"]}
            yield Finding(here, fields, (Related(Span(*last.span("day")), "event"),))


def _start_of(event: re.Match[str]) -> int:
    return event.start()


def _ends(event: re.Match[str]) -> int:
    """When a meeting is over, as a number that grows with the day of the year."""
    month, day = event["m2"] or event["m1"], event["d2"] or event["d1"]
    return _MONTH * int(month) + int(day)


def _begun(event: re.Match[str]) -> int:
    """The day from which on it is too late to sign up."""
    first, last = _MONTH * int(event["m1"]) + int(event["d1"]), _ends(event)
    return first if last - first <= _SHORT else last


def _searches(params: Params) -> tuple[Search, ...]:
    return (_TICKET, _TICKETS) if params.of == "ticket" else (_DEADLINE, _ASKED)


CHECK = Check("late-deadline", Params, run, fields=("event",), roles=("event",), searches=_searches)
