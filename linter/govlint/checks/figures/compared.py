"""compared: is a figure above the one beside it, or below it, as the words say, and by so much?

支出进度78%，快于83%的序时进度; 水位412.36米，低于警戒水位413.5米2.14米; 1420名，比1563名多143名:
both figures stand in one clause and the one before it, in one unit, so that nothing else is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.compared_ahead import AHEAD, find_gaps
from govlint.facts.comparing import (
    ABOVE,
    ADVERBS,
    BEHIND,
    BELOW,
    ELSE,
    FIGURE,
    NAMED,
    RIVALS,
    UNIT,
    WORDS,
    is_of_both,
    is_rival,
)
from govlint.facts.facts import Facts
from govlint.facts.held_against import is_of_other, is_of_third, is_turned, read
from govlint.facts.links import is_told_of
from govlint.facts.search import Search, find, search_for
from govlint.facts.units import base_of, worth_of
from govlint.text.intervals import Interval, absolute, apart, subtract
from govlint.text.span import Span

_BESIDE = search_for(
    rf"(?P<a>{FIGURE})(?P<u>{UNIT}){BEHIND}{WORDS}{{0,10}}[，（]{ADVERBS}"
    rf"(?P<word>(?P<above>{'|'.join(ABOVE)})|{'|'.join(BELOW)})(?P<whom>{WORDS}{{0,16}}?)"
    rf"(?P<b>{FIGURE})(?P<v>{UNIT})(?:(?P<about>左右)|{BEHIND})(?P<of>的?(?:{WORDS}(?!{FIGURE})){{0,10}}?{WORDS}?)(?:(?P<d>{FIGURE})(?P<w>{UNIT}){BEHIND})?(?=[，。；）])",
    ((*ABOVE, *BELOW),),
    90,
)
_WITHIN = search_for(
    rf"(?P<a>{FIGURE})(?P<u>{UNIT}){BEHIND}{WORDS}{{0,10}}[，（]{ADVERBS}(?P<word>控制在|保持在)(?P<whom>{WORDS}{{0,12}}?)"
    rf"(?P<b>{FIGURE})(?P<v>{UNIT})(?P<about>左右)?(?P<of>(?:以内|以下|之内)?(?:的{WORDS}{{2,10}}?)?)(?P<above>(?!))?(?P<d>(?!))?(?=[，。；）])",
    (("控制在", "保持在"),),
    80,
)
"""物价上涨3.4%，控制在3%的目标以内."""
_MORE = "高|多|快|增加|增长|上升|提高|提升|上涨|长"
_LESS = "低|少|慢|减少|下降|降低|回落|下跌|短"
_THEN = rf"(?:出|了|达){{0,2}}(?:(?![高低多少快慢长短]){WORDS}){{0,4}}?"
"""Between such a word and the figure; another one there is the word: 时长短15分钟."""
_THAN = search_for(
    rf"(?P<a>{FIGURE})(?P<u>{UNIT}){BEHIND}{WORDS}{{0,10}}[，（]{ADVERBS}(?:比|较|与)(?P<whom>{WORDS}{{0,16}}?)的?"
    rf"(?P<b>{FIGURE})(?P<v>{UNIT})(?P<of>(?![以之]?[上下内]|左右|[余几]){WORDS}{{0,4}}?)(?:相比，?)?(?P<word>(?P<above>{_MORE})|{_LESS}){_THEN}"
    rf"(?P<d>{FIGURE})(?P<w>{UNIT}){BEHIND}(?=[，。；）])",
    (("比", "较", "与"), tuple(f"{_MORE}|{_LESS}".split("|"))),
    90,
)
_THIRD = search_for(
    rf"(?P<b>{FIGURE})(?P<v>{UNIT}){BEHIND}[^。\n0-9]{{2,40}}?(?P<a>{FIGURE})(?P<u>{UNIT}){BEHIND}[，（]{ADVERBS}比(?P<whom>{WORDS}{{1,10}}?)"
    rf"(?P<word>(?P<above>{_MORE})|{_LESS}){_THEN}(?P<of>)(?P<d>{FIGURE})(?P<w>{UNIT}){BEHIND}(?=[，。；）])",
    (("比",), tuple(f"{_MORE}|{_LESS}".split("|"))),
    110,
)
"""我局得88.3分，排第四的水务局得90.1分，比我局多1.8分: the first is that of whom it names."""
_MEASURE = re.compile(
    "序时|时序|进度|平均|水平|目标|标准|要求|任务|计划|增[速幅]|均值|控制|[限线值期]|指标|预期|上年|去年|考核|规定|同类|[省市县区国]|上[月周次届季]|往年|历年"
)
"""What one is held against: not 低于90%的单位3个."""
_MISSED = re.compile("[没未不难]")
_AIMED = re.compile("目标|任务|指标|红线|以内|以下|之内")
_ROOM = Decimal("0.05")
"""How far 左右 reaches, as a share."""
_TIME = re.compile("[年月期季初末]")
_BACK, _WIDE = 16, 30
_OWN = "我本该"
_CLAUSE = re.compile("[，。；：（）、\n]")
_POINTS = "百分点"


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yield from _ahead(facts)
    yield from _rivals(facts)
    for match in find(text, facts.literals, _WITHIN):
        aimed = "内" in match["of"] or "下" in match["of"]
        if aimed and not _MISSED.search(match["of"]) and base_of(match["u"]) == base_of(match["v"]):
            yield from _judged(match, strict=True)
    for search in (_BESIDE, _THAN, _THIRD):
        for match in find(text, facts.literals, search):
            if base_of(match["u"]) != base_of(match["v"]) or not _is_held(text, match):
                continue
            if search is _THIRD and not _is_named(text, match):
                continue
            if not is_of_other(text, match):
                yield from _judged(match, strict=search is not _BESIDE)


def _ahead(facts: Facts) -> Iterator[Finding]:
    """分别高于全国、全省1.3个和1.5个百分点。同期全国增长5.8%，全省增长5.6%"""
    text = facts.body
    for gap in find_gaps(text, facts.literals):
        fields: dict[str, str | int] = {
            "one": text[slice(*gap.one)],
            "other": text[slice(*gap.other)],
            "right": f"{'低' if gap.right < 0 else '高'}{abs(gap.right)}个百分点",
        }
        yield Finding(gap.told, fields, (Related(gap.one, "from"), Related(gap.other, "from")))


def _rivals(facts: Facts) -> Iterator[Finding]:
    """What two subjects have, and by how much the one is above the other."""
    told: set[int] = set()
    for search in (NAMED, *RIVALS):
        are_two = is_of_both if search is NAMED else is_rival
        for match in find(facts.body, facts.literals, search):
            if match.start("d") in told or base_of(match["u"]) != base_of(match["v"]):
                continue
            if are_two(facts.body, match) and not is_of_third(facts.body, match):
                told.add(match.start("d"))
                yield from _judged(match, strict=True)


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Whether whom the last of three figures is held against is told of by the first."""
    lead = _CLAUSE.split(text[max(0, match.start() - _WIDE) : match.start()])[-1]
    whom = match["whom"]
    if _TIME.search(whom):
        return False  # 存款312亿元，比年初增加24亿元；贷款208亿元，比年初增加19亿元
    return (whom[0] in _OWN and whom[0] in lead) or is_told_of(whom, lead)


def _is_held(text: str, match: re.Match[str]) -> bool:
    """Whether the second figure is one that the first is held against."""
    lead = _CLAUSE.split(text[max(0, match.start() - _BACK) : match.start()])[-1]
    if ELSE.search(lead) or (ELSE.search(match["whom"]) and "年" not in match["whom"]):
        return False
    behind = match["of"].removeprefix("的")
    if behind != match["of"] and not _MEASURE.search(behind):
        return False
    if match["d"] is not None:
        return True
    of = bool(_MEASURE.search(behind))
    # 超过目标25天 may tell by how much
    return of if base_of(match["u"]) != "%" else of or bool(match["whom"])


def _judged(match: re.Match[str], *, strict: bool) -> Iterator[Finding]:
    one, other = read(match, "a", "u"), _aim(match)
    gap = subtract(one, other)
    turned = is_turned(match, one, other) and one.middle != other.middle
    stated = None
    if match["d"] is not None:
        stated = read(match, "d", "w")
        shares = base_of(match["u"]) == "%"
        if (base_of(match["w"]) != base_of(match["u"])) and not (shares and _POINTS in match["w"]):
            if strict or not turned:
                return
            stated = None
    right = abs(one.middle - other.middle)
    if turned:
        span = Span(match.start("word"), match.end("w" if match["d"] else "v"))
    elif stated is not None and (apart(absolute(gap), stated) or _is_percent(match)):
        span = Span(match.start("d"), match.end("w"))
    else:
        return
    fields: dict[str, str | int] = {
        "one": match["a"] + match["u"],
        "other": match["b"] + match["v"],
        "right": ("低" if one.middle < other.middle else "高") + _written(right, match),
    }
    related = (Related(Span(match.start("a"), match.end("u")), "from"),
               Related(Span(match.start("b"), match.end("v")), "from"))  # fmt: skip
    yield Finding(span, fields, related)


def _is_percent(match: re.Match[str]) -> bool:
    """Whether the difference of two percentages is told in percent: 高于全市1.5%."""
    a, b, d = (Decimal(match[name]) for name in "abd")
    return match["u"] == match["v"] == match["w"] == "%" and d == abs(a - b)


def _aim(match: re.Match[str]) -> Interval:
    """The figure that another is held against: an aim is exact, unless it is told to be about so
    much."""
    other = read(match, "b", "v")
    if match.groupdict().get("about"):
        room = other.middle * _ROOM
        return Interval(other.middle - room, other.middle + room)
    exact = _AIMED.search(match["of"]) is not None and match["of"][:1] != ""
    return Interval(other.middle, other.middle) if exact else other


def _written(value: Decimal, match: re.Match[str]) -> str:
    """A difference as the first figure is written."""
    unit = match["u"]
    shown = (value / worth_of(unit)).normalize()
    return f"{shown:f}{'个百分点' if unit == '%' else unit}"


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_BESIDE, _THAN, _THIRD, NAMED, *RIVALS, _WITHIN, AHEAD)


CHECK = Check(
    "compared", NoParams, run, fields=("one", "other", "right"), roles=("from",), searches=_searches
)
