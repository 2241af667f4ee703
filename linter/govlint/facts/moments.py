"""moments: days, months, years and times of day, as a sentence names them one after the other."""

from __future__ import annotations

import re

from govlint.records import NamedTuple
from govlint.text.day_numbers import day_number
from govlint.text.span import Span
from govlint.text.years import YEAR

_HALF = "上午|下午|晚上?|晚间|凌晨|清晨|早上?|中午|夜间|傍晚"
_CLOCK = (
    rf"(?:(?P<half{{0}}>{_HALF})?(?P<h{{0}}>[0-2]?[0-9])(?:[时点](?![长间效段候])|：(?=[0-9]{{{{2}}}}))"
    r"(?:(?P<i{0}>[0-5]?[0-9])(?:分(?!钟))?|整|(?P<thirty{0}>半))?)"
)
_WEEK = r"(?:（[^）0-9]{1,6}）)?"
_MOMENT = re.compile(
    rf"(?:(?<![0-9])(?P<y>{YEAR})年|(?P<next>次年|翌年|第二年)|(?P<same>同年|当年|今年|本年))?"
    r"(?<![0-9.])(?P<m>1[0-2]|0?[1-9])月(?:份|(?P<d>[0-9]{1,2})[日号])?(?P<part>底|末|初|[上中下]旬)?"
    rf"{_WEEK}{_CLOCK.format(1)}?"
    rf"|(?<![0-9])(?P<y0>{YEAR})年(?![度级以])(?:底|末|初)?"
    rf"|(?P<day>次日|翌日|第二天|当日|当天|同日|当晚)?(?<![0-9：.]){_CLOCK.format(2)}"
    rf"|(?<=[至到—～，、和-])(?P<d2>[0-9]{{1,2}})[日号]{_WEEK}{_CLOCK.format(3)}?"
)
_MARKS = re.compile("[年月日号时点：]")
_LATE = ("下午", "晚", "傍晚", "夜间")
_NOON = 12
_COMMON = 2023
_TOMORROW = ("次日", "翌日", "第二天")


class Moment(NamedTuple):
    """What a place in a sentence says of a time, each None where it says nothing: ``year``,
    ``month``, ``day``, ``minutes`` after midnight; ``next_year`` and ``next_day``: counted from
    the moment before; ``half``: whether it says which half of the day; ``vague``: 底, 上旬."""

    span: Span
    year: int | None
    month: int | None
    day: int | None
    minutes: int | None
    next_year: bool = False
    next_day: bool = False
    half: bool = False
    vague: bool = False


def moments_in(text: str, start: int, end: int) -> list[Moment]:
    """The moments between two places, in order; a day alone is of the month before it."""
    found: list[Moment] = []
    if not _MARKS.search(text, start, end):
        return found
    for match in _MOMENT.finditer(text, start, end):
        moment = _moment(match)
        if match["d2"]:
            if not found:
                continue
            moment = moment._replace(year=found[-1].year, month=found[-1].month)
        found.append(moment)
    return found


def _moment(match: re.Match[str]) -> Moment:
    side = next((side for side in "123" if match[f"h{side}"]), "")
    half = match[f"half{side}"] or "" if side else ""
    minutes = None
    if side:
        hours = int(match[f"h{side}"])
        late = half.startswith(_LATE) or (not half and match["day"] == "当晚")
        hours += _NOON if late and hours < _NOON else 0
        minutes = 60 * hours + (30 if match[f"thirty{side}"] else int(match[f"i{side}"] or 0))
    year = match["y"] or match["y0"]
    day = match["d"] or match["d2"]
    return Moment(
        Span(*match.span()),
        int(year) if year else None,
        int(match["m"]) if match["m"] else None,
        int(day) if day else None,
        minutes,
        bool(match["next"]),
        match["day"] in _TOMORROW,
        bool(half),
        bool(match["part"]),
    )


def days_between(first: Moment, last: Moment) -> int | None:
    """How many days pass between two moments with a day, of a common year where none is told."""
    if not (first.month and first.day and last.month and last.day):
        return None
    begun = first.year or _COMMON
    one = day_number(begun, first.month, first.day)
    other = day_number(last.year or begun + last.next_year, last.month, last.day)
    return None if one is None or other is None or other < one else other - one


def minutes_between(first: Moment, last: Moment) -> int | None:
    """How many minutes pass between two moments with a time of day; None where that is not
    plain."""
    if first.minutes is None or last.minutes is None:
        return None
    passed = last.minutes - first.minutes
    if last.month is not None and first.month is not None:
        days = days_between(first, last)
        if days is None:
            return None
        passed += 24 * 60 * days
    elif last.next_day:
        passed += 24 * 60
    elif passed < 0 and not last.half and last.minutes < _NOON * 60:
        passed += _NOON * 60  # 下午2时30分开始，5时结束
    return passed if passed > 0 else None
