"""past-dates: is a day that is still to come later than the day on which the text was written?

请于3月10日前报送 in a notice of 25 March asks for what is over. The day of writing stands on a line
of its own at the end; a day without a year is of its year, or of the next one where that is near.
A plan without that line must not ask for what lies before the year in its title. What a meeting
asks for (确保10月底前完工) must not be over on the day on which it was held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.facts.written import written_at
from govlint.text.back import begins
from govlint.text.day_numbers import day_number
from govlint.text.span import Span
from govlint.text.years import YEAR

_TO_COME = search_for(
    rf"(?:(?P<ask>(?<=，)于(?=[^，。；\n]{{4,14}}前(?:报|送|交|提交|反馈|返回|完成|办结|寄|发))|请|须|务必|应当?|要求|要(?=[于在]))[^。；\n0-9]{{0,24}}?[于在]?|(?:兹?定|拟|将)于)(?:(?P<y>{YEAR})年)?"
    r"(?P<day>(?P<m>1[0-2]|[1-9])月(?P<d>[0-9]{1,2})日)(?:（[^）0-9]{1,6}）)?(?P<before>[^，。；\n0-9之以前]{0,6}[之以]?前)?",
    (("，于", "请", "须", "务必", "应", "要求", "要于", "要在", "定于", "拟于", "将于"), ("日",)),
    60,
)
_MET = re.compile(
    rf"(?P<y>{YEAR})年(?P<m>1[0-2]|[1-9])月(?P<d>[0-9]{{1,2}})日[^。\n]{{0,80}}(?:召开|主持|举行)[^。\n]{{0,24}}会"
)
"""When a meeting was held, in the first lines of its minutes."""
_TIME = re.compile(
    rf"时间：[ \u3000]{{0,2}}(?P<y>{YEAR})年(?P<m>1[0-2]|[1-9])月(?P<d>[0-9]{{1,2}})日"
)
_FIRST = 600
_MINUTES = re.compile("纪要|会议记录")
_BY = search_for(
    rf"(?:确保|力争|务必|必须|争取|会议(?:要求|决定|明确|强调|议定))(?P<words>[^。；\n0-9]{{0,60}}?)"
    rf"(?P<when>(?:(?P<y>{YEAR})年)?(?<![0-9])(?P<m>1[0-2]|[1-9])月(?:(?P<d>[0-9]{{1,2}})日|(?P<part>[上中下]旬|底|末)))[之以]?前",
    (("确保", "力争", "务必", "必须", "争取", "会议"), ("月",), ("前",)),
    120,
)
_TOLD = re.compile("已|[了过]|原|上次|此前|[上去]年|计划|曾|未能?|没有|以来")
_CLAUSE = 24
_OF = re.compile("[一-龥]{0,6}的")
_DONE = re.compile("[一-龥]{0,4}?(?:报送|上报|报备|提交|完成|反馈|办结|缴纳|[报交])(?:的|了)")
_OVERDUE = re.compile(
    "仍有|尚有|还有|尚未|至今|迟迟|未(?:按时|按期|报送|上报|提交|反馈|完成)的?[^，。]{0,6}(?:单位|村|镇|[0-9])"
)
"""What says behind a day that it has gone by: 目前仍有3个村未报."""
_ASKED = re.compile("请|要(?!求)|须|务必|应(?!急)")
_BEHIND = 200
_EVERY = re.compile("每[年月季]|[次翌来明]年|下一?年")
_LATE = 10
"""A month that is asked for without its year in November or December may be of the next."""
_PARTS = {"上旬": 10, "中旬": 20}
_SOON = 75
"""A day without a year that lies no longer before the meeting is not of the next year."""
_MOST = 150
"""A day without a year that is longer past is meant to be of the next year."""
_OLD = 5
_PLAN = re.compile("方案|计划|通知|安排|要点|意见|办法|预案")
_LONG_AGO = 1200
"""One with a year that is longer past tells what was once asked."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yield from _before_meeting(facts)
    found = find(text, facts.literals, _TO_COME)
    written = written_at(text) if found else None
    if found and written is None:
        yield from _before_title(facts, found)
    if written is None or not (day := _day(written, int(written["y"]))):
        return
    for match in found:
        if (match["ask"] and not match["before"]) or match.start() > written.start():
            continue
        if _is_told(text, match):
            continue
        meant = _day(match, int(match["y"] or written["y"]))
        past = day - meant if meant else 0
        if (0 < past < _MOST and not match["y"]) or (
            match["y"] and 0 < past < _LONG_AGO and _asks(match)
        ):
            start = written.end() - len(written[0].lstrip())  # what surrounds it is no date
            related = Related(Span(start, start + len(written[0].strip())), "written")
            fields: dict[str, str | int] = {"written": f"成文日期是{written[0].strip()}"}
            here = Span(match.start("y" if match["y"] else "day"), match.end("day"))
            yield Finding(here, fields, (related,))


def _is_told(text: str, match: re.Match[str]) -> bool:
    """Whether a day is that of what was done, or is known to be over, or comes every year."""
    if _DONE.match(text, match.end()) or _EVERY.search(match[0]):
        return True
    start = begins(text, match.start(), "。\n")
    if match["ask"] == "于" and not _ASKED.search(text, start, match.start()):
        return True
    end = min(len(text), match.end() + _BEHIND)
    stops = (text.find(mark, match.end(), end) for mark in "。\n")
    stop = min((at for at in stops if at >= 0), default=end)
    return _OVERDUE.search(text, match.end(), stop) is not None


def _before_title(facts: Facts, found: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """The days of earlier years that a plan of one year asks for."""
    title = facts.title
    if len(set(title.years)) != 1 or not _PLAN.search(facts.body, *title.span):
        return
    year = title.years[0]
    for match in found:
        asked = match["before"] and match["ask"] and match["y"]
        if asked and 0 < year - int(match["y"]) <= _OLD:
            here = Span(match.start("y"), match.end("day"))
            fields: dict[str, str | int] = {"written": f"标题写的是{year}年"}
            yield Finding(here, fields, (Related(title.span, "written"),))


def _before_meeting(facts: Facts) -> Iterator[Finding]:
    """The days by which the minutes ask for something that lie before the meeting."""
    text = facts.body
    asked = find(text, facts.literals, _BY)
    if not asked:
        return
    minutes = _MINUTES.search(text, 0, _FIRST)
    met = (_TIME.search(text, 0, _FIRST) if minutes else None) or _MET.search(text, 0, _FIRST)
    if met is None or not (minutes or "会议" in met[0]):
        return
    day = _day(met, int(met["y"]))
    for match in asked:
        year = int(match["y"] or met["y"])
        meant = _day(match, year) if match["d"] else _last_day(match, year)
        past = day - meant if day and meant else 0
        clause = text[match.end() : match.end() + _CLAUSE].split("，")[0].split("。")[0]
        told = _TOLD.search(match["words"] + clause) or _OF.match(clause)
        open_year = not match["y"] and int(met["m"]) > _LATE
        if match.start() < met.end() or told or open_year:
            continue
        if 0 < past < (_LONG_AGO if match["y"] else _SOON):
            fields: dict[str, str | int] = {"written": f"会议是{met['m']}月{met['d']}日开的"}
            yield Finding(
                Span(*match.span("when")), fields, (Related(Span(*met.span("y")), "written"),)
            )


def _last_day(match: re.Match[str], year: int) -> int | None:
    """The last day of a part of a month."""
    month = int(match["m"])
    if match["part"] in _PARTS:
        return day_number(year, month, _PARTS[match["part"]])
    after = day_number(year + month // 12, month % 12 + 1, 1)
    return after - 1 if after else None


def _asks(match: re.Match[str]) -> bool:
    """Whether the words ask, and do not tell what was to be done (应于……前完成)."""
    if match["ask"] == "于":  # 请对照任务认真总结，……，于1月5日前报
        text = match.string
        return "请" in text[begins(text, match.start(), "。\n") : match.start()]
    return not match["ask"] or match["ask"] in ("请", "须", "务必")


def _day(match: re.Match[str], year: int) -> int | None:
    return day_number(year, int(match["m"]), int(match["d"]))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_TO_COME, _BY)


CHECK = Check(
    "past-dates", NoParams, run, fields=("written",), roles=("written",), searches=_searches
)
