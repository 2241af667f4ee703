"""extremes: does a mean lie between the highest and the lowest of what it is the mean of?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search
from govlint.text.span import Span

_NUMBER = (
    r"[^，。；0-9]{0,14}?"
    r"(?P<hit>(?P<n>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?P<unit>[万亿]?[一-龥%℃/]{1,5}))"
)
_HIGHEST = re.compile(rf"最(?:高|大|多|年?长|重|贵|快)(?!年限|人民)(?:的|值|分)?{_NUMBER}")
_LOWEST = re.compile(rf"最(?:低|小|少|短|年?轻|便宜|慢)(?!生活)(?:的|值|分)?{_NUMBER}")
_MEAN = re.compile(rf"(?:平均|均值|均分|均价)(?!每)(?P<what>){_NUMBER}")
_EXTREME = re.compile("最[高低大小多少长短轻重年贵快慢便]")
_APART = re.compile("[差与和比增减]|高出")
_AMONG = re.compile("[，、（](?:其中|而|且)?(?P<what>[一-龥]{2})?")
_END = re.compile("[。；\n]")
_NEAR = 90
_WORD = "均"

_SIGNS = Search("", (("最",), (_WORD,)), 0)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    done = 0
    for lowest in _EXTREME.finditer(text):
        if lowest.start() < done:
            continue
        start = max(text.rfind(mark, done, lowest.start()) for mark in "。；\n") + 1
        found = _END.search(text, lowest.end())
        done = min(found.start() if found else len(text), lowest.end() + _NEAR)
        start = max(start, lowest.start() - _NEAR)
        if _WORD in text[start:done]:
            yield from _of_sentence(text, start, done)


def _of_sentence(text: str, start: int, end: int) -> Iterator[Finding]:
    """The mean of a stretch, if the only highest and the only lowest figure do not enclose it."""
    several = [list(each.finditer(text, start, end)) for each in (_HIGHEST, _LOWEST, _MEAN)]
    if len(several[2]) != 1 or any(len(each) > 1 for each in several):
        return
    mean = several[2][0]
    high, low = (each[0] if each else None for each in several[:2])
    told = [each for each in (high, low) if each is not None]
    if len({each.start("hit") for each in told}) < len(told):
        return  # 最年长者与最年轻者相差18岁
    if not told or any(_unit(each) != _unit(mean) for each in told):
        return
    if len(told) == 1 and not _is_of_them(text, mean, told[0]):
        return
    middle = Decimal(mean["n"])
    above = high is not None and middle > Decimal(high["n"])
    below = low is not None and middle < Decimal(low["n"])
    if above or below:
        ends = "、".join(each[0] for each in told)
        place = Span(*mean.span("hit"))
        if len(told) == 1:  # either may be wrong
            one = told[0]
            place = Span(min(place.start, one.start()), max(place.end, one.end("hit")))
        yield Finding(
            place,
            {"ends": ends, "mean": mean["hit"]},
            tuple(Related(Span(*match.span("hit")), "from") for match in told),
        )


def _is_of_them(text: str, mean: re.Match[str], one: re.Match[str]) -> bool:
    """Whether one extreme alone is told of what has the mean: 平均51.6岁，其中最年轻的."""
    first, last = sorted((mean, one), key=re.Match.start)
    between = text[first.end("hit") : last.start()]
    among = _AMONG.fullmatch(between)
    if among is None or _APART.search(one[0]):
        return False
    return among["what"] is None or among["what"] in first[0]  # 平均年龄46岁，年龄最大的


def _unit(match: re.Match[str]) -> str:
    """The unit, as far as a reader can tell it from the words behind."""
    return match["unit"][:1] if match["unit"][:1] not in "万亿" else match["unit"][:2]


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_SIGNS,)


CHECK = Check(
    "extremes", NoParams, run, fields=("ends", "mean"), roles=("from",), searches=_searches
)
