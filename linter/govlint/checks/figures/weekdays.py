"""weekdays: do the days of the week of several dates fit each other?

6月3日（星期一） and 6月12日（星期一） are nine days apart: whatever the year, one of the two is
wrong. If there is only one, it is held against the year of the document, and the one after.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.facts.written import delivered_at, written_at
from govlint.records import NamedTuple
from govlint.text.day_numbers import day_number, weekday
from govlint.text.span import Span
from govlint.text.years import YEAR

_DAYS = "一二三四五六日"
_DATE = search_for(
    rf"(?<![0-9])(?:(?P<year>{YEAR})年)?(?:(?P<month>1[0-2]|[1-9])月)?(?P<day>[0-9]{{1,2}})日"
    r"(?:[（，]|[ \t\u3000|]{1,16})?(?P<week>(?:星期|周|礼拜)(?P<of>[一二三四五六日天]))"
    r"(?!、(?:星期|周|礼拜))(?=[）至—，上下晚、。 \t\u3000|\n]|$)",
    (("星期", "周", "礼拜"), ("日",)),
    32,
)
_DATED = re.compile(
    rf"(?<![0-9])(?P<y>{YEAR})年(?P<m>1[0-2]|[1-9])月[0-9]{{1,2}}日(?P<week>（[^（）]{{0,2}}[星周礼])?"
)
_MONTH = re.compile("(1[0-2]|[1-9])月[0-9]")
_TO = re.compile("[至到—～]")
_TO_DAY = re.compile("[至到—～]{1,2}(?:星期|周|礼拜)")
_CLOSE = 14
_BACK = 80
_MONTHS = 4
"""Dates of a text that lie further apart may be of two years."""
_LEAP, _COMMON = 2024, 2023


class _Day(NamedTuple):
    """A date with the day of the week that is told of it, where that stands, and where
    the date begins."""

    month: int
    day: int
    week: int
    span: Span
    place: int

    def told(self, year: int) -> int | None:
        """By how many days of the week ``year`` would have to be ahead for it to be right: the
        same for all dates of one year."""
        number = day_number(year, self.month, self.day)
        return None if number is None else (self.week - weekday(number)) % 7


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    matches = find(facts.body, facts.literals, _DATE)
    bound = [*_bound(facts, matches)]
    for match, year, month in bound:
        yield from _beside(match, year, month)
    done = {match.start() for match, _, _ in bound}
    days = [day for day in _days(matches) if day.place not in done]
    if not days:
        return
    near = [day for day in days if abs(day.month - days[0].month) < _MONTHS]
    if len(near) > 1:
        common = [*_strangers(near, _COMMON)]
        leap = {day.span for day, _ in _strangers(near, _LEAP)}
        wrong = [(day, shift) for day, shift in common if day.span in leap]
        for day, shift in wrong:
            right = (day.week - (day.told(_COMMON) or 0) + shift) % 7
            yield Finding(day.span, {"last": f"星期{_DAYS[right]}", "given": "照前后别的日期推算"})
        return
    years = _years(facts, near[0].month)
    if years and all(near[0].told(year) for year in years):
        right = (near[0].week - (near[0].told(years[0]) or 0)) % 7
        fields: dict[str, str | int] = {"last": f"星期{_DAYS[right]}", "given": f"{years[0]}年"}
        yield Finding(near[0].span, fields)


def _bound(
    facts: Facts, matches: Iterable[re.Match[str]]
) -> Iterator[tuple[re.Match[str], int, int]]:
    """The dates without a year whose sentence has named one before: 2025年6月9日（星期一）进驻，至
    6月13日（星期五）; each with its year and month."""
    text = facts.body
    for match in matches:
        if match["year"] or _TO_DAY.match(text, match.end("week")):
            continue  # 8月28日至29日（星期四至星期五）
        start = max(0, match.start() - _BACK)
        start = max(text.rfind(mark, start, match.start()) + 1 or start for mark in "。；\n")
        dated = [*_DATED.finditer(text, start, match.start())]
        between = text[dated[-1].end() : match.start()] if dated else ""
        if dated and (dated[-1]["week"] or (len(between) < _CLOSE and _TO.search(between))):
            year, first = int(dated[-1]["y"]), int(dated[-1]["m"])
            last = [first, *map(int, _MONTH.findall(between))][-1]
            month = int(match["month"] or last)
            yield match, year + (month < first), month


def _beside(match: re.Match[str], year: int, month: int) -> Iterator[Finding]:
    number = day_number(year, month, int(match["day"]))
    week = _DAYS.index(match["of"].replace("天", "日"))
    if number is not None and weekday(number) != week:
        last = f"星期{_DAYS[weekday(number)]}"
        yield Finding(Span(*match.span("week")), {"last": last, "given": f"{year}年"})


def _years(facts: Facts, month: int) -> list[int]:
    """The years that a day of that month can be of: the one in which the text was written, if that
    was no later, else the one that the text is about, and the next."""
    written = written_at(facts.body)
    if written is None:
        delivered = delivered_at(facts.body)
        if delivered is not None:
            return [int(delivered["y"]), int(delivered["y"]) - 1]
        return [facts.year, facts.year + 1] if facts.year else []
    year = int(written["y"])
    return [year] if month >= int(written["m"]) else [year, year + 1]


def _days(dates: Iterable[re.Match[str]]) -> Iterator[_Day]:
    """The dates without a year of their own; one without a month is of the month before it."""
    month = 0
    for match in dates:
        month = int(match["month"] or month)
        if month and not match["year"]:
            week = _DAYS.index(match["of"].replace("天", "日"))
            yield _Day(month, int(match["day"]), week, Span(*match.span("week")), match.start())


def _strangers(days: list[_Day], year: int) -> Iterator[tuple[_Day, int]]:
    """Those that do not fit most of the others, or the first, if the text is of a ``year`` of that
    length; each with how far most are ahead."""
    told = [(day, shift) for day in days if (shift := day.told(year)) is not None]
    usual = Counter(shift for _, shift in told).most_common(1)
    for day, shift in told:
        if shift != usual[0][0]:
            yield day, usual[0][0]


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_DATE,)


CHECK = Check("weekdays", NoParams, run, fields=("last", "given"), searches=_searches)
