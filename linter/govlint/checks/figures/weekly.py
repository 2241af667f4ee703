"""weekly: are the days of what is held on one day of the week a week apart, or two?

每周三……安排在9月3日、10日、18日和24日: whatever the year, one of the four is no such day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.day_numbers import day_number
from govlint.text.span import Span
from govlint.text.years import YEAR

_DAY = r"(?:(?:1[0-2]|[1-9])月)?[0-9]{1,2}日(?:（[^（）\n]{1,4}）)?"
_LIST = search_for(
    rf"(?P<every>(?:每|逢|隔)(?:周|星期|个?礼拜)[一二三四五六日天](?![、和至及到—]))[^\n]{{0,100}}?"
    rf"(?P<list>(?:{YEAR}年)?(?:1[0-2]|[1-9])月[0-9]{{1,2}}日(?:（[^（）\n]{{1,4}}）)?(?:[、，和及]{_DAY}){{2,8}})",
    (("每周", "每星期", "逢周", "逢星期", "隔周", "每礼拜", "每个礼拜"), ("日",)),
    130,
)
_EACH = re.compile(r"(?:(?P<m>1[0-2]|[1-9])月)?(?P<d>[0-9]{1,2})日")
_WEEK = 7
_COMMON = 2023


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _LIST):
        year = re.match(f"({YEAR})年", match["list"])
        days = [*_days(match, int(year[1]) if year else _COMMON)]
        rests = Counter(number % _WEEK for _, number in days)
        if not rests:
            continue
        (usual, most), *others = rests.most_common()
        if len(others) != 1 or most < len(days) - 1 or most < 2:
            continue
        wrong = next(span for span, number in days if number % _WEEK != usual)
        fields: dict[str, str | int] = {"every": match["every"]}
        yield Finding(wrong, fields, (Related(Span(*match.span("every")), "every"),))


def _days(match: re.Match[str], year: int) -> Iterator[tuple[Span, int]]:
    """The days of a list with their numbers; one without a month is of the month before it."""
    month = 1
    for each in _EACH.finditer(match.string, *match.span("list")):
        month = int(each["m"] or month)
        number = day_number(year, month, int(each["d"]))
        if number is not None:
            yield Span(*each.span()), number


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_LIST,)


CHECK = Check("weekly", NoParams, run, fields=("every",), roles=("every",), searches=_searches)
