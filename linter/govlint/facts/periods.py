"""periods: which review and which plan the title and the headings speak of."""

from __future__ import annotations

import re

from govlint.records import NamedTuple
from govlint.text.span import Span

_REVIEW = "总结|回顾|工作情况|完成情况|开展情况|落实情况|执行情况"
_PLAN = "计划|安排|思路|打算|要点|谋划|部署|工作重点|目标任务"
# no end of a stretch, 2021—2023
_PART = re.compile(
    r"(?:(?P<year>(?<![0-9—－～~至-])(?<![0-9年]、)(?:19|20)[0-9]{2}年?)?(?:度)?"
    r"(?P<half>上半年|下半年|第?[一二三四1-4]季度)?)"
    rf"(?P<between>(?:(?!上半年|下半年|季度)[^0-9，。；：\n]){{0,14}}?)(?P<word>{_REVIEW}|{_PLAN})"
)
_WORDS = (*_REVIEW.split("|"), *_PLAN.split("|"), "主要工作", "重点工作")
_MAIN = re.compile(
    r"(?P<year>(?<![0-9])(?:19|20)[0-9]{2}年?)(?P<half>上半年|下半年)?[^0-9，。；：\n]{0,8}?"
    r"(?P<word>主要工作|重点工作)"
)


class Period(NamedTuple):
    """``kind``: review or plan; ``year`` and ``half`` (上半年, 二季度) as far as they are told;
    ``word``: 总结, 安排 …; ``when`` and ``name`` are the places of the two."""

    kind: str
    year: int | None
    half: str
    word: str
    when: Span
    name: Span


def periods_in(text: str, span: Span) -> list[Period]:
    """The periods that a title or heading names; a second part without a year has the first's.

    >>> title = "2023年上半年工作总结和下半年计划"
    >>> [(p.kind, p.year, p.half) for p in periods_in(title, Span(0, 20))]
    [('review', 2023, '上半年'), ('plan', 2023, '下半年')]
    """
    found: list[Period] = []
    title = text[slice(*span)]
    if not any(word in title for word in _WORDS):
        return found
    for match in _PART.finditer(text, *span):
        year = int(match["year"][:4]) if match["year"] else None
        half = match["half"] or ""
        if year is None and half and found:
            year = found[-1].year
        start = match.start("year") if match["year"] else match.start("half")
        when = Span(start, match.end("half" if half else "year")) if start >= 0 else None
        name = Span(*match.span("word"))
        kind = "review" if re.fullmatch(_REVIEW, match["word"]) else "plan"
        found.append(Period(kind, year, half, match["word"], when or name, name))
    if not found:
        main = _MAIN.search(text, *span)
        if main:
            name = Span(*main.span("word"))
            when = Span(main.start("year"), main.end("half" if main["half"] else "year"))
            found.append(
                Period("work", int(main["year"][:4]), main["half"] or "", main["word"], when, name)
            )
    return found
