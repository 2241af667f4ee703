"""month_dates: dates with a month, whose year may be told before them."""

from __future__ import annotations

import re

from govlint.records import NamedTuple
from govlint.text.span import Span
from govlint.text.years import YEAR

_DATE = re.compile(
    rf"(?:(?P<year>{YEAR})年|(?P<same>同年|当年|今年)|(?P<next>次年|翌年))?(?<![0-9.])(?P<month>1[0-2]|0?[1-9])月(?:份|(?P<day>[0-9]{{1,2}})日)?(?:底|末|初|[上中下]旬)?"
)


class Day(NamedTuple):
    """A day; earlier ones are less. datetime has them, too, and takes longer to import."""

    year: int
    month: int
    day: int


class MonthDate(NamedTuple):
    """``first`` and ``last``: the days that a date can mean; ``span``: where it stands."""

    first: Day
    last: Day
    span: Span


def month_dates(text: str, start: int, end: int) -> list[MonthDate] | None:
    """The dates between two places, in order, each of a year that is told, or the year of the one
    before; None where there is one whose year is not known, or no such day."""
    found: list[MonthDate] = []
    year = 0
    for match in _DATE.finditer(text, start, end):
        year = int(match["year"]) if match["year"] else year + bool(match["next"])
        if not year:
            return None
        month = int(match["month"])
        first, last = Day(year, month, int(match["day"] or 1)), _end_of_month(year, month)
        if not 1 <= first.day <= last.day:
            return None
        last = first if match["day"] else last
        found.append(MonthDate(first, last, Span(*match.span())))
    return found


def _end_of_month(year: int, month: int) -> Day:
    """The last day of a month.

    >>> [_end_of_month(year, 2).day for year in (1900, 2000, 2023, 2024)]
    [28, 29, 28, 29]
    """
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return Day(year, month, 28 + leap if month == 2 else 30 + (month + month // 8) % 2)
