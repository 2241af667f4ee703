"""progress: does what is done of a year's work grow from one time of the year to the next?

项目开工率一季度达到50%、上半年达到40%、三季度达到100%: what is counted from January on
is never less than it was. Asked are rates of one thing that stand side by side, of times of which
the later one says that all before it is counted, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.span import Span

_THING = (
    "开工率|复工率|竣工率|投产率|达产率|完成率|支出率|执行率|进度|投资完成|任务完成|完成投资"
    "|完成(?:年度|全年|总)(?:任务|目标|计划|投资|工程)?(?:量|的)?|开工"
)
_QUARTERS = "一二三四"
_TIME = (
    r"(?:(?P<quarter>[一二三四])季度(?:底|末|前)?|(?P<half>上半年)|(?P<most>前三季度)|(?P<all>全年|年底前?|年末|年内)"
    r"|(?P<month>(?<![0-9])(?:1[0-2]|[1-9]))月(?P<by>底前?|末|份)?)"
)
_UNNAMED = re.sub(r"\?P<[a-z]+>", "?:", _TIME)
_PAIR = re.compile(
    rf"(?P<told>(?:到|至|截至)?{_TIME}(?:要|力争|确保|必须|应|须|累计|分别){{0,2}}"
    r"(?P<verb>(?:达到|达|完成到|完成|实现|不低于|超过|提高到){0,2})"
    r"(?P<n>[0-9]{1,3}(?:\.[0-9]{1,2})?)%)(?:以上|左右)?"
)
_OPENED = search_for(
    rf"(?:{_THING})[^。；\n0-9]{{0,12}}?(?={_UNNAMED})",
    (("工率", "产率", "成率", "出率", "行率", "进度", "完成", "开工"),
     ("季度", "上半年", "月", "年底", "全年", "年末", "年内"), ("%",)),
    90,
)  # fmt: skip
_NEXT = re.compile("[，、；和]{0,2}(?:到|至|并)?")
_OTHER = re.compile(
    "各月|各季|每月|每季|每个?季度|增长|增速|同比|环比|下降|比重|占比|分别|新开工|当季|单季|当月"
)
_FAR, _YEAR, _QUARTER = 120, 12, 3
_GROWS = "达"


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, done = facts.body, -1
    for match in find(text, facts.literals, _OPENED):
        if match.start() < done:
            continue
        several = _side_by_side(text, match.end())
        done = several[-1].end() if several else match.end()
        if len(several) < 2 or _OTHER.search(text, match.start(), done):
            continue
        for one, other in pairwise(several):
            falls = Decimal(other["n"]) < Decimal(one["n"])
            if falls and _month(one) < _month(other) and _counts_all(match[0], one, other):
                first = Span(*one.span("told"))
                fields: dict[str, str | int] = {"first": text[slice(*first)]}
                yield Finding(Span(*other.span("told")), fields, (Related(first, "first"),))


def _side_by_side(text: str, place: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    while (each := _PAIR.match(text, place)) is not None:
        found.append(each)
        joined = _NEXT.match(text, each.end())
        place = joined.end() if joined else each.end()
    return found


def _month(match: re.Match[str]) -> int:
    """The month with which a time ends."""
    if match["quarter"]:
        return _QUARTER * (_QUARTERS.index(match["quarter"]) + 1)
    if match["month"]:
        return int(match["month"])
    return _YEAR // 2 if match["half"] else _YEAR - _QUARTER if match["most"] else _YEAR


def _counts_all(thing: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether the later time counts what was done before it, too."""
    if any(other[each] for each in ("half", "most", "all")):
        return not (one["quarter"] and other["all"] and not one["verb"].startswith("达"))
    if other["by"] and other["by"][0] in "底末":
        return True
    rate = "率" in thing or "进度" in thing
    return rate and all(each["verb"].startswith(_GROWS) for each in (one, other))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_OPENED,)


CHECK = Check("progress", NoParams, run, fields=("first",), roles=("first",), searches=_searches)
