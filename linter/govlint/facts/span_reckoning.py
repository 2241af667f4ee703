"""span_reckoning: how much time lies between two moments of a sentence (see time_spans)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil, floor

from govlint.facts.moments import Moment, minutes_between
from govlint.facts.reckoning import BOTH_ENDS, DAYS, HALF, Duration, between, rounded
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_YEARS = (2024, 2023)
"""Where no year is told, both kinds of years are tried."""
_MONTHS = 12
_ROOM = 30
"""Minutes that an hour is rounded by."""


def by_moments(claim: re.Match[str], first: Moment, last: Moment) -> Duration | None:
    """What a claim says of the stretch between two moments."""
    number = parse_numeral(claim["n"])
    if not number:
        return None
    unit, rest = claim["unit"], parse_numeral(claim["rest"] or "")
    if rest and unit == "年":
        number, unit = _MONTHS * number + rest, "月"  # 两年零六个月
    elif rest:
        return None
    told = Fraction(number) + (HALF if claim["half"] or claim["more"] else 0)
    words = claim.string[claim.start("n") : claim.end()]
    span = Span(claim.start(), claim.end())
    if unit in ("小时", "分钟"):
        passed = minutes_between(first, last)
        if passed is None:
            return None
        said = told * 60 + int(claim["minutes"] or 0) if unit == "小时" else told
        exact = unit == "分钟" or bool(claim["minutes"])
        holds = said == passed if exact else abs(said - passed) < _ROOM
        size = Fraction(passed) if unit == "分钟" else Fraction(passed, 60)
        return Duration(span, words, unit, floor(size), ceil(size), holds)
    sizes = [*_sizes(first, last, unit)]
    if not sizes or claim["minutes"]:
        return None
    least, most = rounded(sizes, unit, days=first.day is not None)
    if unit in DAYS and claim[0].startswith(BOTH_ENDS) and first.minutes is last.minutes is None:
        least = most
    return Duration(span, words, unit, least, most, least <= told <= most)


def _sizes(first: Moment, last: Moment, unit: str) -> Iterator[tuple[Fraction, Fraction]]:
    """How much of ``unit`` lies between the two, with one of them counted and with both."""
    if first.month is None or last.month is None:
        if unit == "年" and first.year and last.year and last.year > first.year:
            years = last.year - first.year
            yield Fraction(years - (first.month is not None)), Fraction(years + 1)
        return
    days = first.day is not None
    if days is not (last.day is not None) or (unit in DAYS and not days):
        return
    for year in _YEARS:
        dates = _dates(first, last, year)
        if dates is not None:
            yield between(*dates, unit, days=days)
        if first.year:
            return


def _dates(first: Moment, last: Moment, year: int) -> tuple[date, date] | None:
    """The days of two moments that name a month, the first of the month where none is named, in
    the order of time; ``year``: of the first, where it tells none. None where there is no such
    day, or the last is before the first."""
    if first.month is None or last.month is None:
        return None
    begun = first.year or year
    ended = last.year or begun + last.next_year
    try:
        one = date(begun, first.month, first.day or 1)
        other = date(ended, last.month, last.day or 1)
        if other < one and not last.year and not first.year and not last.next_year:
            other = other.replace(year=ended + 1)
    except ValueError:
        return None
    return (one, other) if one <= other else None
