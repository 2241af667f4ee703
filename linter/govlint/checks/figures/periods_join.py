"""periods-join: does a stage begin before the one before it has ended, where all others join?

4月1日至4月20日，4月21日至5月31日，5月11日至9月30日: stages, and the items of an agenda, that
follow each other to the day show that they are meant to; then one that begins early is a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.day_numbers import day_number, days_of
from govlint.text.span import Span
from govlint.text.years import YEAR

_TO = "(?:至|到|——?|～|-)"
_DAY = r"(?:底|（[^（）\n]{1,6}）)?"
_STRETCH = search_for(
    rf"(?:(?P<y>{YEAR})年)?(?P<m>1[0-2]|0?[1-9])月(?:份|(?P<d>[0-9]{{1,2}})日)?(?P<rough>[上中下]旬|初|底)?{_DAY}{_TO}"
    rf"(?:(?P<z>{YEAR})年|(?P<next>次年|翌年))?(?:(?P<n>1[0-2]|0?[1-9])月)?(?:份|(?P<e>[0-9]{{1,2}})日)?(?P<rough2>[上中下]旬|初)?",
    (("月",), ("至", "到", "—", "～", "-")),
    30,
)
_CLOCK = search_for(
    rf"(?<![0-9：])(?P<h>[0-2]?[0-9])[：:时](?P<i>[0-5][0-9])(?:分)?{_TO}(?P<k>[0-2]?[0-9])[：:时](?P<l>[0-5][0-9])(?![0-9：])",
    (("：", ":", "时"), ("至", "到", "—", "～", "-")),
    16,
)
_STAGES = re.compile("阶段|[一二三123]步|环节|依次|分[三四五两]期|轮|议程|日程|安排")
_OTHER = re.compile("其中|另|同时|同步|贯穿|全程|并行|交叉(?!进行。)|分别|本周|每")
_HOUR, _HALF_DAY = 60, 12
_FAR, _LINES = 220, 6
_HEADING = re.compile(
    "[ \u3000]*(?:（[一二三四五六]）|[一二三四五六]、|第[一二三四五六](?:阶段|步)|[1-6][.．、])"
    "[^。；\n]{0,20}?[（：，(]"
)
"""What stands before the time in the heading of a stage."""
_ORDER = re.compile("第[一二三四五六](?:阶段|步)[^。；\n]{0,24}$")
_HEAD, _LONG, _MOST = 40, 700, 9
_LEAST = 3
_BACK = 160


class _Period(NamedTuple):
    """``first`` and ``last``: a day's number, or a minute of the day."""

    span: Span
    first: int
    last: int
    year: int


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, known = facts.body, facts.literals
    days = find(text, known, _STRETCH)
    if len(days) >= _LEAST:
        found = [*_of_all(text, _days([*days]), step=1)]
        headed = [each for each in days if _is_headed(text, each)]
        if _LEAST <= len(headed) < _MOST:
            found += _of_all(text, _days(headed), step=1, headed=True)
        yield from {each.span: each for each in found}.values()
    clocks = find(text, known, _CLOCK)
    if len(clocks) >= _LEAST:
        yield from _of_all(text, map(_clock, clocks), step=0)


def _is_headed(text: str, match: re.Match[str]) -> bool:
    """Whether a stretch stands in the heading of a stage: （二）集中整治（3月21日至8月31日）."""
    line = text.rfind("\n", max(0, match.start() - _HEAD), match.start()) + 1
    return _HEADING.fullmatch(text, line, match.start()) is not None


def _of_all(
    text: str, periods: Iterator[_Period], step: int, *, headed: bool = False
) -> Iterator[Finding]:
    run: list[_Period] = []
    for period in periods:
        if run and not _goes_on(text, run[-1], period, headed=headed):
            yield from _of_run(text, run, step, headed=headed)
            run = []
        run.append(period)
    yield from _of_run(text, run, step, headed=headed)


def _of_run(text: str, run: list[_Period], step: int, *, headed: bool) -> Iterator[Finding]:
    """The one period that begins before the one before it ends, if all others join."""
    if len(run) < _LEAST:
        return
    gaps = [later.first - earlier.last for earlier, later in pairwise(run)]
    joined = sum(gap in (0, step) for gap in gaps)
    wrong = [number for number, gap in enumerate(gaps) if gap < 0]
    if len(wrong) != 1 or joined != len(gaps) - 1:
        return
    earlier, later = run[wrong[0]], run[wrong[0] + 1]
    if later.last <= earlier.last:
        return  # one within the other
    if later.first <= earlier.first and not (headed and _in_order(text, run, later)):
        return
    start = max(0, run[0].span.start - _BACK)
    told = headed or joined >= _LEAST - 1
    if not told and not _STAGES.search(text, start, run[-1].span.end):
        return
    fields: dict[str, str | int] = {"before": text[slice(*earlier.span)]}
    yield Finding(later.span, fields, (Related(earlier.span, "before"),))


def _in_order(text: str, run: list[_Period], later: _Period) -> bool:
    """Whether stages say by their numbers that none begins before the one before it has."""
    heads = [_ORDER.search(text, max(0, p.span.start - _HEAD), p.span.start) for p in run]
    end = text.find("\n", later.span.end) % (len(text) + 1)
    return all(heads) and _OTHER.search(text, max(0, later.span.start - _HEAD), end) is None


def _goes_on(text: str, earlier: _Period, later: _Period, *, headed: bool) -> bool:
    between = text[earlier.span.end : later.span.start]
    if headed:  # what is told of a stage may have any words
        return len(between) < _LONG and later.last > earlier.first
    if len(between) > _FAR or between.count("\n") > _LINES or _OTHER.search(between):
        return False
    return later.last > earlier.first


def _days(matches: list[re.Match[str]]) -> Iterator[_Period]:
    """The stretches of days; the year is that told last, and goes on where months turn back."""
    year = 0
    for match in matches:
        if match["rough"] or match["rough2"] or not (match["n"] or match["e"]):
            continue
        begun = int(match["y"]) if match["y"] else year or 2023
        month, last_month = int(match["m"]), int(match["n"] or match["m"])
        ended = int(match["z"]) if match["z"] else begun + bool(match["next"])
        if not match["z"] and not match["next"] and last_month < month:
            continue
        if bool(match["d"]) is not bool(match["e"]) or not last_month <= _HALF_DAY:
            continue
        first = day_number(begun, month, int(match["d"] or 1))
        last = day_number(ended, last_month, int(match["e"] or days_of(ended, last_month)))
        if first is not None and last is not None and first <= last:
            year = ended
            yield _Period(Span(*match.span()), first, last, begun)


def _clock(match: re.Match[str]) -> _Period:
    first, last = (_HOUR * int(match[a]) + int(match[b]) for a, b in (("h", "i"), ("k", "l")))
    return _Period(Span(*match.span()), first, last, 0)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_STRETCH, _CLOCK)


CHECK = Check(
    "periods-join", NoParams, run, fields=("before",), roles=("before",), searches=_searches
)
