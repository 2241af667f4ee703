"""working_days: so many working days between two days.

公示时间为2025年3月10日至3月14日，共5个工作日. There are never more of them than days; where no
public holiday is near, they are the days from Monday to Friday, and where no year is told, at most
as many as so many days can hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from govlint.facts.durations import RANGE
from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.hints import TYPE_CHECKING
from govlint.text.back import begins
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

if TYPE_CHECKING:
    from govlint.facts.reckoning import Duration

_N = r"(?P<n>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})个?工作日(?![内后前以中])"
WORKING = search_for(
    rf"{RANGE}(?:期间)?[）]?[，、（：]?(?P<of>公示|公告|展|报名|[一-龥]{{0,2}}时间|期限|(?!为期)[一-龥]{{0,2}}期)?"
    rf"(?:(?P<all>共计?|总共|合计|为期|历时)|为|是|即|计)?{_N}",
    (("工作日",), ("月",)),
    60,
)
_ENDS = re.compile("[，。；）（、\\s]|的|$")
_KIND = re.compile("时间|期限|期")
_LEAD = 20
_PLAIN = {3: (4, 25), 7: (1, 31), 8: (1, 31), 11: (1, 30)}
"""The days of the months in which no public holiday, and no day worked for one, ever fell."""
_WEEK, _WORKED = 7, 5
_COMMON = 2023


def find_working_days(text: str, known: Literals) -> Iterator[Duration]:
    """The stretches between two days with the working days that they are said to be."""
    for match in find(text, known, WORKING):
        from govlint.facts.reckoning import Duration, ends_of  # brings fractions and dates

        told, days = parse_numeral(match["n"]), match["d1"] and (match["d2"] or match["e2"])
        ends = ends_of(match, int(match["y1"] or _COMMON)) if days else None
        if told is None or ends is None or not _is_of_stretch(text, match):
            continue
        least, most = _bounds(*ends, year=bool(match["y1"]))
        words = text[match.start("n") : match.end()]
        holds = least - 1 <= told <= most
        yield Duration(Span(*match.span()), words, "个工作日", least, most, holds)


def _is_of_stretch(text: str, match: re.Match[str]) -> bool:
    """Whether the days are those of the stretch: none in which something is done (2个工作日办结),
    and none of a stretch that is called otherwise (报名时间为……，公示5个工作日)."""
    if not (match["all"] or _ENDS.match(text, match.end())):
        return False
    start = begins(text, match.start(), "，。；\n", _LEAD)
    name, lead = _KIND.sub("", match["of"] or ""), text[start : match.start()]
    return name in lead or not _KIND.search(lead)


def _bounds(first: date, last: date, *, year: bool) -> tuple[int, int]:
    """The fewest and the most working days from one day to another, both counted."""
    size = (last - first).days + 1
    if not _is_plain(first, last):
        return 0, size
    if year:
        worked = sum((first + timedelta(day)).weekday() < _WORKED for day in range(size))
        return worked, worked
    weeks, rest = divmod(size, _WEEK)
    return weeks * _WORKED + max(0, rest - 2), weeks * _WORKED + min(rest, _WORKED)


def _is_plain(first: date, last: date) -> bool:
    """Whether no holiday is near a stretch."""
    if (first.year, first.month) != (last.year, last.month) and (first.month, last.month) != (7, 8):
        return False
    return all(
        each.month in _PLAIN and _PLAIN[each.month][0] <= each.day <= _PLAIN[each.month][1]
        for each in (first, last)
    )
