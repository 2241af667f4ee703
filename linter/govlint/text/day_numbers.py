"""day_numbers: days of the calendar counted from one on, so that nothing brings datetime."""

from __future__ import annotations

_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)
"""The days of a common year before each month."""
_FEBRUARY = 2


def day_number(year: int, month: int, day: int) -> int | None:
    """How many days there are up to a date from the first of January of the year 1 on, or None
    where there is no such day.

    >>> day_number(2024, 3, 1) - day_number(2024, 2, 28), day_number(2023, 2, 29)
    (2, None)
    """
    if not 1 <= month <= 12 or not 1 <= day <= days_of(year, month):
        return None
    years = year - 1
    past = 365 * years + years // 4 - years // 100 + years // 400
    return past + _BEFORE[month - 1] + (month > _FEBRUARY and is_leap(year)) + day


def days_of(year: int, month: int) -> int:
    """How many days a month has."""
    return _BEFORE[month] - _BEFORE[month - 1] + (month == _FEBRUARY and is_leap(year))


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def weekday(number: int) -> int:
    """The day of the week of a day, 0 for Monday.

    >>> weekday(day_number(2024, 3, 1))
    4
    """
    return (number - 1) % 7
