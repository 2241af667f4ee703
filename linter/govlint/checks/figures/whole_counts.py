"""whole-counts: is the number of all of something the same wherever the text tells it?

我镇辖14个行政村……全镇16个行政村全部建起: what is said of all must be said of as many as there are.
A number of all is one behind 辖 or 共有, or one that 全部, 均 or 全覆盖 follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = r"[0-9]{1,5}|[一二两三四五六七八九十]{1,3}"
_UNIT = "个|家|所|户|支|条|座"
_NOUN = r"[一-龥]{1,6}?(?:（[一-龥、]{1,6}）)?"
_STOP = r"(?=[，。；、）和与及]|全部|均|都|已|全覆盖|全面|实现|建[立成起]|开展|完成|共[有计]?|$)"
_HAS = search_for(
    rf"(?:(?:下辖|管辖|辖(?!区)|[现共]有|(?<=共)设立?)(?P<list>[^，。；：\n]{{0,4}}(?:{_N})(?:{_UNIT})[^，。；：\n]{{1,40}})"
    rf"|共有(?P<noun>[一-龥]{{2,6}})(?P<n>{_N})(?:{_UNIT})(?=[，。；、]))",
    (("辖", "有", "共设"), tuple(_UNIT.split("|"))),
    60,
)
_ITEM = re.compile(rf"(?P<n>{_N})(?:{_UNIT})(?P<noun>{_NOUN}){_STOP}")
_ALL = search_for(
    rf"(?P<scope>全(?:[国省市县区镇乡村校院]|街道)|辖区|所有|所辖)(?:的|所有|所辖|内)?(?P<n>(?<![0-9.]){_N})(?:{_UNIT})(?P<noun>{_NOUN}){_STOP}(?P<rest>[^。；\n]{{0,16}})",
    (
        (
            "全国",
            "全省",
            "全市",
            "全县",
            "全区",
            "全镇",
            "全乡",
            "全村",
            "全校",
            "全院",
            "全街道",
            "辖区",
            "所有",
            "所辖",
        ),
        tuple(_UNIT.split("|")),
    ),
    50,
)
_WHOLE = re.compile("全部|均|都|全覆盖|全面|无一|100%|一个不|个个|普遍")
_PART = re.compile("其中|试点|重点|首批|部分|有|原|过去|新")
_NEXT = re.compile(rf"[、和与及](?P<n>{_N})(?:{_UNIT})(?P<noun>{_NOUN}){_STOP}")
_OLD = re.compile("原|曾|时|合并|撤|当年|过去|年前|年[初底末]")


class _Told(NamedTuple):
    """How many there are, and where that is told."""

    number: int
    span: Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, known = facts.body, facts.literals
    claims = find(text, known, _ALL)
    told = _told(text, find(text, known, _HAS)) if claims else {}
    for match in claims:
        noun, number = match["noun"], parse_numeral(match["n"]) or 0
        there = told.get(noun, [])
        numbers = {each.number for each in there}
        if (
            len(numbers) != 1
            or number in numbers
            or _PART.search(text, match.start() - 6, match.start())
        ):
            continue
        whole = _WHOLE.search(match[0][match.end("noun") - match.start() :])
        if number > there[0].number or whole:
            start = match.start("n")
            fields: dict[str, str | int] = {"first": text[slice(*there[0].span)]}
            span = Span(start, match.end("noun"))
            yield Finding(span, fields, (Related(there[0].span, "first"),))


def _told(text: str, found: Sequence[re.Match[str]]) -> dict[str, list[_Told]]:
    """How many of each kind there are, wherever that is told."""
    told: dict[str, list[_Told]] = {}
    for match in found:
        if _OLD.search(text, max(0, match.start() - 8), match.start()):
            continue
        if match["noun"]:
            span = Span(match.start("noun"), match.end())
            told.setdefault(match["noun"], []).append(_Told(parse_numeral(match["n"]) or 0, span))
            continue
        for item in _ITEM.finditer(text, *match.span("list")):
            span = Span(item.start(), item.end("noun"))
            told.setdefault(item["noun"], []).append(_Told(parse_numeral(item["n"]) or 0, span))
    return told


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_HAS, _ALL)


CHECK = Check(
    "whole-counts", NoParams, run, fields=("first",), roles=("first",), searches=_searches
)
