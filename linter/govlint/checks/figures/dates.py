"""dates: is there such a day, and is it that day of the week?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span
from govlint.text.years import YEAR

_DATE = re.compile(
    r"(?P<month>[0-9](?<![0-9.].)[0-9]?)月(?P<day>[0-9]{1,2})日"
    r"(?:（(?P<week>(?:星期|周|礼拜)[一二三四五六日天])）|，?(?P<bare>星期[一二三四五六日天]))?"
)
_FIGURE_MONTH = re.compile(r"月(?<=[0-9].)")
_WEEK = ("星期", "（周", "（礼拜")
_YEAR = re.compile(rf"(?P<year>{YEAR})年$")
_MONTH = re.compile(
    r"(?P<month>[0-9](?<![0-9.].)(?:(?<=0)|(?<=1)[3-9]|(?<=[2-9])[0-9]))月"
    r"(?:(?=份|底|初|末|[上中下]旬)|(?<=年...)(?!龄)|(?<=[自从]..月)(?=起|以来))"
)
_FAR_YEAR = re.compile(
    r"年(?<=[3-9][0-9]{3}年|2[2-9][0-9]{2}年|21[1-9][0-9]年|0[0-9]{3}年)(?<![0-9][0-9]{4}年)(?<!\.[0-9]{4}年)"
    r"(?=[0-9]{1,2}月|[度底初末]|以来|[上下]半年|(?:政府|主要|重点)?工作|重点|主要|目标|任务|安排|计划|全[省市县区镇年]|预计)"
)
"""No report tells of a year so far off: 9021年重点工作."""
_DAYS = "一二三四五六日"
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Params(NamedTuple):
    """``of``: day (there is none such) or week (it was another day of the week)."""

    of: Literal["day", "week"]


_SIGNS = Search("", (("年", "月"),), 0)
_WEEKS = Search("", (_WEEK,), 0)


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text = facts.body
    if ("年" not in text and "月" not in text) or (
        params.of == "week" and not any(word in text for word in _WEEK)
    ):
        return
    for match in _around_month(text, _DATE):
        month, day = int(match["month"]), int(match["day"])
        told = _YEAR.search(text, max(0, match.start() - 5), match.start())
        if text[max(0, match.start() - 2) : match.start()] in ("农历", "阴历", "旧历"):
            continue
        year = int(told["year"]) if told else 0
        exists = _exists(year, month, day)
        start = told.start() if told else match.start()
        if params.of == "day" and not exists and not _is_quoted(text, start, match.end("day") + 1):
            yield Finding(Span(start, match.end("day") + 1), {"last": _last(year, month)})
        group = "week" if match["week"] else "bare"
        if params.of == "week" and exists and year and match[group]:
            from datetime import date  # few reports name a day of the week

            right = _DAYS[date(year, month, day).weekday()]
            if match[group][-1].replace("天", "日") != right:
                yield Finding(Span(*match.span(group)), {"last": f"星期{right}"})
    if params.of == "day":
        for match in _FAR_YEAR.finditer(text):
            yield Finding(Span(match.start() - 4, match.end()), {"last": "年份写错了"})
        for match in _around_month(text, _MONTH):
            yield Finding(Span(match.start(), match.end()), {"last": "一年有12个月"})


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a date is all that is quoted: what somebody else wrote."""
    return text[start - 1 : start] in ("“", "‘") and text[end : end + 1] in ("”", "’")


def _around_month(text: str, regex: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a regex that begins with one or two digits and 月: figures are many, and
    that character is not."""
    for month in _FIGURE_MONTH.finditer(text):
        start = month.start()
        match = regex.match(text, max(0, start - 2)) or regex.match(text, start - 1)
        if match is not None:
            yield match


def _exists(year: int, month: int, day: int) -> bool:
    if not 1 <= month <= len(_LONGEST) or not 1 <= day <= _LONGEST[month - 1]:
        return False
    return (month, day) != (2, 29) or not year or _leap(year)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _last(year: int, month: int) -> str:
    if not 1 <= month <= len(_LONGEST):
        return "一年有12个月"
    days = 28 if month == 2 and year and not _leap(year) else _LONGEST[month - 1]
    return f"{month}月只有{days}天"


def _searches(params: Params) -> tuple[Search, ...]:
    return (_WEEKS if params.of == "week" else _SIGNS,)


CHECK = Check("date", Params, run, fields=("last",), searches=_searches)
