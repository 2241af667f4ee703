"""periods: which review and which plan the title and the headings speak of."""

from __future__ import annotations

import re

from govlint.facts.times import PART, YEAR, When, times_in
from govlint.records import NamedTuple
from govlint.text.span import Span

_REVIEW = "总结|回顾|工作情况|完成情况|开展情况|落实情况|执行情况"
_PLAN = "计划|安排|思路|打算|要点|谋划|部署|工作重点|目标任务"
_MAIN = "主要工作|重点工作"
_WORDS = (*_REVIEW.split("|"), *_PLAN.split("|"), *_MAIN.split("|"))
_ANY = re.compile(
    # no end of a stretch, 2021—2023
    rf"(?P<when>(?:(?<![0-9—－～~至-])(?<![0-9年]、){YEAR}年?(?:度)?)?{PART}?)"
    rf"(?P<between>(?:(?![上下]半年|季度)[^0-9，。；：\n]){{0,14}}?)(?P<word>{_REVIEW}|{_PLAN})"
)
_MAIN_ONLY = re.compile(rf"(?P<when>{YEAR}年?{PART}?)[^0-9，。；：\n]{{0,8}}?(?P<word>{_MAIN})")


class Period(NamedTuple):
    """``kind``: review, plan or work; ``when``: what is told of its time (see facts/times.py), at
    the name where nothing is; ``word``: 总结, 安排 …; ``name``: the place of that word."""

    kind: str
    when: When
    word: str
    name: Span


def periods_in(text: str, span: Span) -> list[Period]:
    """The periods that a title or heading names; a second part without a year has the first's.

    >>> title = "2023年上半年工作总结和下半年计划"
    >>> [(p.kind, p.when.year, p.when.part.first) for p in periods_in(title, Span(0, 20))]
    [('review', 2023, 1), ('plan', 2023, 7)]
    """
    title = text[slice(*span)]
    if not any(word in title for word in _WORDS):
        return []
    found: list[Period] = []
    for match in _ANY.finditer(text, *span):
        kind = "review" if re.fullmatch(_REVIEW, match["word"]) else "plan"
        period = _period(kind, text, match)
        if period.when.year is None and period.when.part and found:
            period = period._replace(when=period.when._replace(year=found[-1].when.year))
        found.append(period)
    main = None if found else _MAIN_ONLY.search(text, *span)
    return [_period("work", text, main)] if main else found


def _period(kind: str, text: str, match: re.Match[str]) -> Period:
    name = Span(*match.span("word"))
    times = times_in(text, Span(match.start("when"), match.end("word"))) if match["when"] else []
    when = times[0]._replace(span=Span(*match.span("when"))) if times else When(None, None, name)
    return Period(kind, when, match["word"], name)
