"""event-date: is the day of an event that a paragraph looks back to the one that it told?

3月18日破土动工……自4月18日破土动工以来: what 自……以来 looks back to happened once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.back import begins
from govlint.text.span import Span
from govlint.text.years import YEAR

_SINCE = search_for(
    rf"(?:自(?:从)?(?:(?P<y>{YEAR})年)?|(?P<then>{YEAR})年)(?P<day>1?[0-9]月(?:[0-9]{{1,2}}日)?)(?:正式)?(?P<event>(?:担任|就任|到任|任)?(?P<post>[一-龥]{{2,8}}?))(?:以来|之日起|至今)",
    (("以来", "之日起", "至今"), ("月",)),
    40,
)
_OF = search_for(
    r"(?<![0-9])(?P<day>1?[0-9]月[0-9]{1,2}日)的?(?P<event>[一-龥]{1,6}?[会练动赛训查试节展议式研谈检生故案火灾害])(?:的?(?:实际)?情况|上(?![旬午])|后|[之当]?中(?![旬午])|期间|现场|结果|结束|以来)",
    (("日",), ("情况", "上", "后", "中", "期间", "现场", "结果", "结束", "以来")),
    24,
)
_DAY = re.compile(r"(?<![0-9])(?P<day>1?[0-9]月[0-9]{1,2}日)(?P<told>[^。；\n0-9]{0,60})")
_ON = re.compile(
    rf"(?P<told>[^。；，\n0-9]{{2,30}})于(?:{YEAR}年)?(?<![0-9])(?P<day>1?[0-9]月[0-9]{{1,2}}日)"
)
_BACK = 300
_SHORT = 4
"""The last characters of the name of an event by which it is known again."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for since in find(text, facts.literals, _SINCE):
        line = begins(text, since.start(), "\n")
        start = max(line, since.start() - _BACK)
        told = [*_told(text, start, since)]
        if len({match["date"] for match in told}) == 1 and _are_two(told[0], since):
            related = Related(Span(*told[0].span("date")), "first")
            own = Span(since.start("then" if since["then"] else "day"), since.end("day"))
            yield Finding(own, {"first": told[0]["date"]}, (related,))

    for named in find(text, facts.literals, _OF):
        line = begins(text, named.start(), "\n")
        start = max(line, named.start() - _BACK)
        dates = [
            match
            for match in _DAY.finditer(text, start, named.start())
            if named["event"][-_SHORT:] in match["told"]
        ]
        dates += [
            match
            for match in _ON.finditer(text, start, named.start())
            if named["event"][-_SHORT:] in match["told"]
        ]
        if dates and all(match["day"] == dates[0]["day"] != named["day"] for match in dates):
            related = Related(Span(*dates[0].span("day")), "first")
            yield Finding(Span(*named.span("day")), {"first": dates[0]["day"]}, (related,))


def _told(text: str, start: int, since: re.Match[str]) -> Iterator[re.Match[str]]:
    """Where the days of the event are told before it is looked back to."""
    event = "，?(?:正式)?" + re.escape(since["event"])
    if since["event"] != (post := since["post"]):
        event = rf"[^。；\n0-9]{{0,20}}任[^。，；\n0-9]{{0,12}}(?<!副){post}"
    day = rf"(?P<date>(?:(?P<y>{YEAR})年)?(?<![0-9])(?P<day>1?[0-9]月(?:[0-9]{{1,2}}日)?)){event}"
    return re.compile(day).finditer(text, start, since.start())


def _are_two(first: re.Match[str], since: re.Match[str]) -> bool:
    """Whether two dates cannot be one: the year or the day differs, of an event that may be told
    of two years only one."""
    year = since["y"] or since["then"]
    other = bool(first["y"] and year and first["y"] != year)
    if first["day"].endswith("月") != since["day"].endswith("月"):
        return not since["day"].startswith(first["day"]) and not first["day"].startswith(
            since["day"]
        )
    return other != (first["day"] != since["day"]) or (other and since["event"] != since["post"])


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_SINCE, _OF)


CHECK = Check("event-date", NoParams, run, fields=("first",), roles=("first",), searches=_searches)
