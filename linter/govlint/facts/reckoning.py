"""reckoning: how long a stretch of time is, and whether that is what is told (see durations)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

DAYS = frozenset("天日")
_WEEKS = frozenset(("周", "星期"))
_WEEK = 7
_MONTHS = 12
_SHORTEST, _LONGEST = 28, 31
"""Days of a month."""
HALF = Fraction(1, 2)
_NEARLY = Fraction(2, 5)
"""What is nearly a month is told as one: 4月1日至6月30日 is three months, and not two."""
_LEAP, _COMMON = 2024, 2023
"""Where no year is told, both kinds of years are tried."""


BOTH_ENDS = ("为期", "共", "共计", "会期", "展期", "赛期", "假期", "示期", "培训期")
"""Before a number of days: the first day and the last one are both counted."""
_PLAN = re.compile("行动|计划|规划|方案|攻坚|工程")
_TIMED = re.compile("[时点：午]")
_IN_TURN = ("连续", "蝉联", "连年")
"""Before a number of years: each of them is counted."""


class Duration(NamedTuple):
    """``span``: the stretch with how long it is; ``told``: how long, as it stands there;
    ``least`` and ``most``: how many of its ``unit`` the stretch can be said to be. ``holds``:
    whether that is what is told."""

    span: Span
    told: str
    unit: str
    least: int
    most: int
    holds: bool


def by_clock(match: re.Match[str]) -> Duration | None:
    """A stretch of one day: 8:30—11:30，时长3小时."""
    number = parse_numeral(match["n"]) or 0
    told = Fraction(number) + (HALF if match["half"] else 0)
    start, end = (int(match[h]) * 60 + int(match[m]) for h, m in (("h", "i"), ("k", "j")))
    if match["far"]:
        end += 720 if end < 720 else 0
    minutes = Fraction(end - start)
    size = minutes if match["unit"] == "分钟" else minutes / 60
    if not number or size <= 0:
        return None
    words = match.string[match.start("n") : match.end()]
    return Duration(
        Span(*match.span()), words, match["unit"], floor(size), ceil(size), holds=size == told
    )


def by_calendar(match: re.Match[str]) -> Duration | None:
    """A stretch between two days, months or years."""
    number = parse_numeral(match["n"])
    if not number:
        return None
    unit = match["unit"]
    told = Fraction(number) + (HALF if match["half"] or match["more"] else 0)
    sizes = [size for size in _sizes(match, unit) if size is not None]
    if not sizes:
        return None
    least, most = rounded(sizes, unit, days=bool(match["d1"]))
    if (match["y0"] and _of_plan(match)) or (unit in DAYS and _of_days(match)):
        least = min(ceil(high) for _, high in sizes)  # of either kind of year
    words = match.string[match.start("n") : match.end("more" if match["more"] else "unit")]
    fits = (least <= told or bool(match.groupdict().get("act"))) and told <= most
    return Duration(Span(*match.span()), words, unit, least, most, fits)


def _of_plan(match: re.Match[str]) -> bool:
    """Whether years are counted of which the first and the last belong to a plan, or all of which
    are counted (共, 连续)."""
    groups = match.groupdict()
    if "between" in groups:
        in_turn = match.string.endswith(_IN_TURN, 0, match.start())
        return in_turn or _PLAN.search(groups["between"]) is not None
    return (groups["word"] or "").startswith("共")


def _of_days(match: re.Match[str]) -> bool:
    """Whether all days of a stretch are counted: 共, and no time of day."""
    groups, number = match.groupdict(), match.start("n")
    word = groups.get("word") or ""
    named = match.string.endswith(BOTH_ENDS, match.start(), number - (word in ("为", "是")))
    closed = match.string[number - 1] == "（"
    if not (word.startswith(BOTH_ENDS) or named or closed) or groups.get("act"):
        return False
    return not _TIMED.search(match.string, match.start(), number)


def rounded(sizes: list[tuple[Fraction, Fraction]], unit: str, *, days: bool) -> tuple[int, int]:
    """The fewest and the most of ``unit`` that any of ``sizes`` can be said to be."""
    near = _NEARLY if unit == "月" and days else Fraction(0)
    return min(floor(low + near) for low, _ in sizes), max(ceil(high - near) for _, high in sizes)


def _sizes(match: re.Match[str], unit: str) -> Iterator[tuple[Fraction, Fraction] | None]:
    """How much of ``unit`` the stretch holds, with only one of its ends counted and with both."""
    if match["y0"] or match["y3"]:
        if match["y0"] and match["y3"] and unit == "年":
            years = int(match["y3"]) - int(match["y0"])
            yield (Fraction(years), Fraction(years + 1)) if years >= 0 else None
        return
    days = bool(match["d1"])
    if days is not bool(match["d2"] or match["e2"]) or (unit in DAYS and not days):
        return
    for year in [int(match["y1"])] if match["y1"] else [_LEAP, _COMMON]:
        ends = ends_of(match, year)
        if ends is not None:
            yield between(*ends, unit, days=days)


def ends_of(match: re.Match[str], year: int) -> tuple[date, date] | None:
    """The first and the last day; of months the first one and the first day of the next."""
    month = int(match["m1"])
    last_month = int(match["m2"] or month)
    last_year = int(match["y2"] or year + bool(match["next"]))
    try:
        first = date(year, month, int(match["d1"] or 1))
        last = date(last_year, last_month, int(match["d2"] or match["e2"] or 1))
        if last < first and not match["y2"] and not match["next"]:
            last = last.replace(year=last.year + 1)
    except ValueError:
        return None
    return (first, last) if last >= first else None


def between(first: date, last: date, unit: str, *, days: bool) -> tuple[Fraction, Fraction]:
    """How much of ``unit`` lies between two ends: with one of them counted, and with both.
    ``days``: the ends are days, not months."""
    both = (last - first).days + 1
    if unit in DAYS:
        return Fraction(both - 1), Fraction(both)
    if unit in _WEEKS:
        return Fraction(both - 1, _WEEK), Fraction(both, _WEEK)
    months = _MONTHS * (last.year - first.year) + last.month - first.month
    if days:
        end = last + timedelta(days=1)
        low = Fraction(months) + Fraction(last.day - first.day, _LONGEST)
        whole = _MONTHS * (end.year - first.year) + end.month - first.month
        high = Fraction(whole) + Fraction(end.day - first.day, _SHORTEST)
        low, high = min(low, high), max(low, high)
    else:
        low, high = Fraction(months), Fraction(months + 1)
    if unit == "年":  # of years only the nearest are meant
        return Fraction(ceil(low / _MONTHS - HALF)), Fraction(floor(high / _MONTHS + HALF))
    return low, high
