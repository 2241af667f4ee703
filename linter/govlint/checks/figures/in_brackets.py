"""in-brackets: is what a bracket tells again, in another way, the same as what stands before it?

五分之三（65%）, 两周（12天）, 9月底（二季度末）, 三百亩（35公顷）: a quantity and the same in other
units or another writing, a part of the year and its months, a number of times and how often that
is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, is_slip_of, written_as
from govlint.facts.search import Search, find, search_for
from govlint.facts.units import PERCENT
from govlint.text.intervals import apart
from govlint.text.numerals import parse_numeral
from govlint.text.slips import is_scaled
from govlint.text.span import Span

_N = "(?<![0-9第一二三四五六七八九十])(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
"""A number of things, not the one that is so called: 第二周, 2024年."""
_QUARTERS = "一二三四"
_OPEN = re.compile("（(?:即|也就是|合|约合?|大约|折合|相当于|共计?)?")
_DAYS, _WORKING, _MONTHS = 7, 5, 12
_PARTS = {"上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9)} | {
    f"{quarter}季度": (3 * place + 1, 3 * place + 3) for place, quarter in enumerate(_QUARTERS)
}
_OFTEN = {"季度": 4, "半年": 2, "月": 12, "两个月": 6}
_WEEKS = rf"(?P<weeks>{_N})个?(?:周|星期)（(?:即)?(?P<days>[0-9]{{1,3}})[天日]）"
_YEARS = (
    rf"(?:(?P<years>{_N})年(?P<more>半)?|(?<![上下])(?P<half>半)年)"
    r"（(?:即)?(?P<months>[0-9]{1,3})个月）"
)
_MONTH = (
    r"(?<![0-9])(?P<month>1[0-2]|[1-9])月(?:[底末份]|[0-9]{1,2}日)?（即?第?(?P<quarter>[一二三四])季度[末底初内]?）"
    r"|第?(?P<quarter2>[一二三四])季度[末底]（即?(?P<month2>1[0-2]|[1-9])月(?:[底末份]|[0-9]{1,2}日)?）"
)
_PART = (
    rf"(?P<part>{'|'.join(_PARTS)})"
    r"（即?(?P<from>1[0-2]|[1-9])月?(?:——?|至|-|～|~|－)(?P<to>1[0-2]|[1-9])月）"
)
_HELD = "(?:召开|组织|举办|举行|开展|进行|安排|各){0,2}"
"""What else stands there may tell of some of the times: 每季度集中一次, 每季度不少于一次."""
_TIMES = (
    rf"(?:每|全|一)年[^，。；（）0-9\n]{{0,8}}?(?P<times>{_N})次[^，。；（）0-9\n]{{0,10}}"
    rf"（每个?(?P<often>两个月|季度|半年|月){_HELD}[一1]次）"
    rf"|每个?(?P<often2>两个月|季度|半年|月){_HELD}[一1]次[^，。；（）0-9\n]{{0,10}}"
    rf"（(?:每|全|一)年{_HELD}(?P<times2>{_N})次）"
)
_PHONE = r"第(?P<age>[二三四五六])代[^，。；（）\n]{0,12}（(?P<name>[2-6])G[^）\n]{0,8}）"
_TOLD = search_for(
    f"{_WEEKS}|{_YEARS}|{_MONTH}|{_PART}|{_TIMES}|{_PHONE}",
    (("（",), ("周", "星期", "年", "季度", "代")),
    40,
)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _TOLD):
        expected = _expected(match)
        if expected:
            start = text.rindex("（", match.start(), match.end()) + 1
            yield _finding(text, match.start(), Span(start, match.end() - 1), expected)
    for number, printed in enumerate(facts.printed):
        if "（" in text[printed[0].last : printed[-1].end]:
            yield from _figures(text, facts.sentence_figures(number).figures)


def _expected(match: re.Match[str]) -> str:
    """What should stand in the place of the number that does not follow from the other one, ""
    where it does."""
    number = {name: parse_numeral(told) for name, told in match.groupdict().items() if told}
    if match["weeks"]:
        weeks, days = number["weeks"] or 0, number["days"]
        return "" if days in (_DAYS * weeks, _WORKING * weeks) else f"{_DAYS * weeks}天"
    if match["months"]:
        months = _MONTHS * (number.get("years") or 0) + (6 if match["more"] or match["half"] else 0)
        return "" if number["months"] == months else f"{months}个月"
    if match["quarter"]:
        quarter = f"{_QUARTERS[(int(match['month']) - 1) // 3]}季度"
        return "" if quarter.startswith(match["quarter"]) else quarter
    if match["quarter2"]:
        last = 3 * (_QUARTERS.index(match["quarter2"]) + 1)
        return "" if number["month2"] == last else f"{last}月"
    if match["part"]:
        first, last = _PARTS[match["part"]]
        right = (number["from"], number["to"]) == (first, last)
        return "" if right else f"{first}—{last}月"
    if match["age"]:
        return "" if number["age"] == number["name"] else f"{number['age']}G"
    times = _OFTEN[match["often"] or match["often2"]]
    return "" if times in (number.get("times"), number.get("times2")) else f"每年{times}次"


def _figures(text: str, figures: list[Figure]) -> Iterator[Finding]:
    """Figures that stand alone in brackets behind others of their dimension, in another unit."""
    for told, again in pairwise(figures):
        opened = _OPEN.fullmatch(text, told.span.end, again.span.start)
        if not opened or text[again.span.end : again.span.end + 1] != "）":
            continue
        nearly = again.about and not (again.limit == "~" and again.dimension == PERCENT)
        if told.dimension != again.dimension or told.about or nearly:
            continue
        if told.unit == again.unit and told.dimension != PERCENT:
            continue
        if apart(told.interval, again.interval) and _is_meant(text, told, again):
            yield _finding(text, told.span.start, again.span, written_as(text, again, told.value))


def _is_meant(text: str, told: Figure, again: Figure) -> bool:
    """Whether one quantity is meant by both: a fraction and its percentage, or measures that are a
    slip apart."""
    if told.dimension == PERCENT:
        return "%" not in text[slice(*told.span)] and "%" in text[slice(*again.span)]
    return is_slip_of(text, again, told.value) or is_scaled(again.value, told.value)


def _finding(text: str, start: int, span: Span, expected: str) -> Finding:
    given = text[start : text.rindex("（", start, span.start)]
    fields: dict[str, str | int] = {"given": given, "expected": expected}
    return Finding(span, fields, (Related(Span(start, start + len(given)), "from"),))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (Search("", (("（",),), 0),)


CHECK = Check(
    "in-brackets", NoParams, run, fields=("given", "expected"), roles=("from",), searches=_searches
)
