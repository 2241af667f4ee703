"""durations: a stretch of time that is told by its two ends and by how long it is.

2024年5月13日至5月17日，共5天; 三年行动（2021—2023年）. Both ends may be counted, or only one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_CLOCK = r"(?:（[^）0-9]{1,6}）)?(?:[上下]午|中午|凌晨)?(?:[0-9]{1,2}[时点：](?:[0-9]{2}分?)?)?"
_FROM = (
    rf"(?<![0-9])(?:(?P<y1>{YEAR})年)?(?P<m1>1?[0-9])月份?(?:(?P<d1>[0-9]{{1,2}})日)?{_CLOCK}起?"
    rf"|(?<![0-9])(?P<y0>{YEAR})年?"
)
_TO = (
    rf"(?:(?P<y2>{YEAR})年|(?P<next>次年|翌年|第二年)|同年|当年)?(?P<m2>1?[0-9])月份?(?:(?P<d2>[0-9]{{1,2}})日)?{_CLOCK}"
    rf"|(?P<e2>[0-9]{{1,2}})日{_CLOCK}|(?P<y3>{YEAR})年"
)
_RANGE = (
    rf"(?:{_FROM})(?:(?:[一-龥]{{1,4}})?，?(?=[至到])|(?=[—－～~-]))(?:——?|－|-|～|~|至|到)"
    rf"(?:{_TO})(?:底|末)?止?"
)
_LONG = (
    r"(?P<n>[0-9]{1,3}|[一二两三四五六七八九十百]{1,4})(?P<half>个半)?"
    r"个?(?P<unit>月|天|日|年|周(?!年|岁)|星期)(?P<more>半)?"
)
_ACT = (
    "(?:封闭|集中|脱产|连续|全程)?"
    "(?:培训|学习|集训|研修|训练|展出|巡展|工作|督导|检查|走访|调研|比赛|轮训|封闭)"
)
"""What lasts no longer than the stretch in which it falls, and may be shorter."""
_NAMED = r"(?:[一-龥]{0,4}?(?:时间|工期|会期|期限|周期|展期|示期|假期|时长|赛期|前后|一共|总计))?"
_BEHIND = (
    rf"{_RANGE}(?:[^，。；：（）0-9\n]{{1,12}}，(?=为期|历时|历经|会期|总?工期|共)|[^。；：（）0-9\n]{{1,40}}，(?P<act>{_ACT})|(?:期间)?[）]?[，、（：]?){_NAMED}(?P<word>共计?|为期|历时|历经|持续|长达|总共|合计|为|是)?{_LONG}"
    r"(?=[，。；）、\n]|时间|期|的|$)"
)
_BEFORE = (
    rf"(?<![第近前每])(?<![0-9]){_LONG}"
    rf"(?P<between>[^，。；：（）0-9\n]{{0,14}})（(?:自|从)?{_RANGE}）"
)
_SEAMS = tuple(link + first for link in "—－-～~至到" for first in "0123456789次翌第同当")
"""What stands where the second end of a stretch begins."""
_SEARCH_BEHIND = search_for(_BEHIND, (_SEAMS,), 90)
_SEARCH_BEFORE = search_for(_BEFORE, (("（",), _SEAMS), 90)
_SEARCH_CLOCK = search_for(
    r"(?<![0-9：])(?P<h>[01]?[0-9]|2[0-3])：(?P<i>[0-5][0-9])(?:——?|－|-|～|~|至|到)(?P<far>下午)?"
    r"(?P<k>[01]?[0-9]|2[0-4])：(?P<j>[0-5][0-9])[）]?，?(?:考试|会议|活动|培训)?(?:时长|时间|历时|为时|共计?|用时|限时)(?:为|共)?"
    r"(?P<n>[0-9]{1,3}|[一二两三四五六七八九十百]{1,4})(?P<half>个半)?个?(?P<unit>小时|分钟)(?=[，。；）、\n]|$)",
    (("小时", "分钟"), ("：",)),
    60,
)
SEARCHES = (_SEARCH_BEHIND, _SEARCH_BEFORE, _SEARCH_CLOCK)
_CLAIMS = frozenset(("为期", "历时", "历经", "持续", "长达"))
_OPEN = re.compile("后|来|内|以[前上下]|满|前|中|每|多|余|间隔|左右|约|近|超|不足|起")
"""Words behind a number with which it need not be how long the stretch in brackets is."""
_NAMED_ENDS = "间期限长"
"""The last characters of what a length is called: 工期, 时间."""
_DAYS = frozenset("天日")
_WEEKS = frozenset(("周", "星期"))
_WEEK = 7
_MONTHS = 12
_SHORTEST, _LONGEST = 28, 31
"""Days of a month."""
_HALF = Fraction(1, 2)
_NEARLY = Fraction(2, 5)
"""What is nearly a month is told as one: 4月1日至6月30日 is three months, and not two."""
_LEAP, _COMMON = 2024, 2023
"""Where no year is told, both kinds of years are tried."""


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


def clock_durations(text: str, known: Literals) -> Iterator[Duration]:
    """The same for stretches of one day: 8:30—11:30，时长3小时."""
    for match in find(text, known, _SEARCH_CLOCK):
        number = parse_numeral(match["n"]) or 0
        told = Fraction(number) + (_HALF if match["half"] else 0)
        start, end = (int(match[h]) * 60 + int(match[m]) for h, m in (("h", "i"), ("k", "j")))
        if match["far"]:
            end += 720 if end < 720 else 0
        minutes = Fraction(end - start)
        size = minutes if match["unit"] == "分钟" else minutes / 60
        if number and size > 0:
            words = text[match.start("n") : match.end()]
            least, most = floor(size), ceil(size)
            holds = size == told
            yield Duration(Span(*match.span()), words, match["unit"], least, most, holds)


def find_durations(text: str, known: Literals) -> Iterator[Duration]:
    """The durations of ``text`` that the words bind to two ends, in order."""
    yield from clock_durations(text, known)
    for search in SEARCHES[:2]:
        for match in find(text, known, search):
            if not _is_bound(text, match):
                continue
            duration = _read(match)
            if duration is not None:
                yield duration


def _is_bound(text: str, match: re.Match[str]) -> bool:
    """Whether a number tells how long a stretch is, and not how many of something fall in it."""
    groups = match.groupdict()
    if "between" in groups:
        return not _OPEN.search(groups["between"])
    if text.startswith("的", match.end()):
        return groups["word"] in _CLAIMS
    if groups["act"]:
        return True
    return bool(groups["word"]) or text[match.start("n") - 1] in _NAMED_ENDS


def _read(match: re.Match[str]) -> Duration | None:
    number = parse_numeral(match["n"])
    if not number:
        return None
    unit = match["unit"]
    told = Fraction(number) + (_HALF if match["half"] or match["more"] else 0)
    sizes = [size for size in _sizes(match, unit) if size is not None]
    if not sizes:
        return None
    near = _NEARLY if unit == "月" and match["d1"] else Fraction(0)
    least = min(floor(low + near) for low, _ in sizes)
    most = max(ceil(high - near) for _, high in sizes)
    words = match.string[match.start("n") : match.end("more" if match["more"] else "unit")]
    fits = (least <= told or bool(match.groupdict().get("act"))) and told <= most
    return Duration(Span(*match.span()), words, unit, least, most, fits)


def _sizes(match: re.Match[str], unit: str) -> Iterator[tuple[Fraction, Fraction] | None]:
    """How much of ``unit`` the stretch holds, with only one of its ends counted and with both."""
    if match["y0"] or match["y3"]:
        if match["y0"] and match["y3"] and unit == "年":
            years = int(match["y3"]) - int(match["y0"])
            yield (Fraction(years), Fraction(years + 1)) if years >= 0 else None
        return
    days = bool(match["d1"])
    if days is not bool(match["d2"] or match["e2"]) or (unit in _DAYS and not days):
        return
    for year in [int(match["y1"])] if match["y1"] else [_LEAP, _COMMON]:
        ends = _ends(match, year)
        if ends is not None:
            yield _between(*ends, unit, days=days)


def _ends(match: re.Match[str], year: int) -> tuple[date, date] | None:
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


def _between(first: date, last: date, unit: str, *, days: bool) -> tuple[Fraction, Fraction]:
    """How much of ``unit`` lies between two ends: with one of them counted, and with both.
    ``days``: the ends are days, not months."""
    both = (last - first).days + 1
    if unit in _DAYS:
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
        return Fraction(ceil(low / _MONTHS - _HALF)), Fraction(floor(high / _MONTHS + _HALF))
    return low, high
