"""best-of: is what is said to be the most, or the least, of some things so by the list beside it?

来电投诉412件、网络投诉655件、来信投诉78件，来电投诉最多: three or more figures of one unit,
each behind its own name, and behind them a claim that names one of those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.links import common_end
from govlint.facts.search import Search, find, search_for
from govlint.facts.units import base_of, worth_of
from govlint.records import NamedTuple
from govlint.text.span import Span

_MOST = ("之首", "首位", "居首", "第一", "榜首", "最多", "最高", "最大", "最快", "领先", "之最")
_LEAST = ("最少", "最低", "最小", "最慢", "末位", "垫底", "倒数第一")
_SPEED = ("最快", "最慢")
_CLAIM = search_for(
    rf"(?:(?P<most>{'|'.join(_MOST)})|(?P<least>{'|'.join(_LEAST)}))(?=[，。；）]|的[是为]?)",
    ((*_MOST, *_LEAST),),
    8,
)
_U = "[千万亿]{0,2}(?:%|个百分点|美元|[一-龥]{1,2}?)"
_ITEM = re.compile(
    rf"(?P<name>[一-龥“”（）]{{2,16}}?)(?:分别)?(?:为|是|有|达到?|完成|实现|增长|：|得|共)?(?P<n>[0-9]{{1,8}}(?:\.[0-9]{{1,4}})?)(?P<u>{_U})(?=[、，；。（）])"
)
_LEAD = re.compile("^(?:其中|分别|依次|全[年县市区镇省]|今年|[：和及与])+")
_ELSE = re.compile(
    "[比较距离]|[低高]于|全[国省市县区]|历史|连续|近年|同类|创|[上去]年|力争|目标|除|不[含计]|历年|以来|排名"
)
_RATE = re.compile("增速|增幅|占比|比重|同比|增长|贡献|平均|人均|降幅")
_BEHIND = re.compile(r"的?(?:是|为|：)?(?P<name>[一-龥]{2,12})")
_NO_ITEM = re.compile("最[多少高低大小快慢长短]|[年月日人户亩]均|平均")
"""What is told of all of them, or of whichever it is: 年均83公里，最多的一年126公里."""
_EXTREMES = re.compile("最[高低大小多少快慢好差][与和及、]最")
"""面积最大与最小的村相差140公顷: of two, whichever they are."""
_ENOUGH, _NAME = 3, 2
_BACK = 220


class _Item(NamedTuple):
    name: str
    value: Decimal
    unit: str
    span: Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _CLAIM):
        start = max(0, match.start() - _BACK)
        start = max(start, *(text.rfind(mark, start, match.start()) + 1 for mark in "。\n"))
        cut = max(text.rfind(mark, start, match.start()) for mark in "，；：")
        if cut <= start:
            continue
        clause = text[cut + 1 : match.start()]
        if _EXTREMES.search(text, cut + 1, match.end() + 2):
            continue
        if _ELSE.search(clause) or any(char.isdigit() for char in clause):
            continue
        items = _items(text, start, cut + 1)
        if match[0] in _SPEED and items and items[0].unit != "%":
            continue
        if len(items) < _ENOUGH or (_RATE.search(clause) and items[0].unit != "%"):
            continue
        own = _named(items, clause, _BEHIND.match(text, match.end()))
        if own is None:
            continue
        values = [item.value for item in items]
        best = max(values) if match["most"] else min(values)
        if own.value != best:
            right = items[values.index(best)]
            fields: dict[str, str | int] = {"right": right.name, "figure": text[slice(*right.span)]}
            related = (Related(own.span, "own"), Related(right.span, "right"))
            end = match.end()
            yield Finding(Span(cut + 1, end), fields, related)


def _items(text: str, start: int, end: int) -> list[_Item]:
    """The list right before a claim: named figures of one unit, with nothing else between."""
    found: list[_Item] = []
    for match in _ITEM.finditer(text, start, end):
        unit, worth = base_of(match["u"]), worth_of(match["u"])
        name = _LEAD.sub("", match["name"])
        span = Span(match.start("n"), match.end("u"))
        item = _Item(name, Decimal(match["n"]) * worth, unit, span)
        if _NO_ITEM.search(name):
            found = []
            continue
        if found and (item.unit != found[-1].unit or match.start() - found[-1].span.end > 1):
            found = []
        if name:
            found.append(item)
    return found if found and end - found[-1].span.end <= 1 else []


def _named(items: list[_Item], clause: str, behind: re.Match[str] | None) -> _Item | None:
    """The one of a list that a claim names, before it or behind it."""
    alike = common_end([each.name for each in items])
    names = [each.name.removesuffix(alike) for each in items]
    if any(len(name) < _NAME for name in names):
        names = [each.name for each in items]  # 东片, 西片
    if len({name[:_NAME] for name in names}) != len(names):
        return None
    for words in (clause, behind["name"] if behind else ""):
        own = [item for name, item in zip(names, items, strict=True) if _is_called(words, name)]
        if own:
            return own[0] if len(own) == 1 else None
    return None


def _is_called(words: str, name: str) -> bool:
    """Whether words begin with a name, or with the end of one: 来电投诉, 收到来电."""
    ends = (words[:size] for size in range(_NAME, min(len(words), len(name)) + 1))
    return words[:_NAME] == name[:_NAME] or any(name.endswith(end) for end in ends)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_CLAIM,)


CHECK = Check(
    "best-of", NoParams, run, fields=("right", "figure"), roles=("own", "right"),
    searches=_searches,
)  # fmt: skip
