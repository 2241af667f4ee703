"""month_dates: dates with a month, whose year may be told before them."""

from __future__ import annotations

import re
from datetime import date

from govlint.records import NamedTuple
from govlint.text.span import Span
from govlint.text.years import YEAR

_DATE = re.compile(
    rf"(?:(?P<year>{YEAR})年|(?P<same>同年|当年|今年)|(?P<next>次年|翌年))?(?<![0-9.])(?P<month>1[0-2]|0?[1-9])月(?:份|(?P<day>[0-9]{{1,2}})日)?(?:底|末|初|[上中下]旬)?"
)


class MonthDate(NamedTuple):
    """``first`` and ``last``: the days that a date can mean; ``span``: where it stands."""

    first: date
    last: date
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
        try:
            first = date(year, month, int(match["day"] or 1))
        except ValueError:
            return None
        last = first if match["day"] else _end_of_month(year, month)
        found.append(MonthDate(first, last, Span(*match.span())))
    return found


def _end_of_month(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
