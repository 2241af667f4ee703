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
_PLACE = (
    "(?:(?:行政村|建制村|村|社区)（[村社]区?）|(?:乡镇|镇|乡)（(?:街道|办事处|场)）|县（市、区）|行政村|建制村"
    "|乡镇|街道|社区)(?![级委办民工书内外干镇医居])"
)
"""What a place is divided into: nothing need follow these that ends a name."""
_HAS = search_for(
    rf"(?:(?:下辖(?!的)|管辖(?!的)|辖(?![区的])|[现共]有|(?<=共)设立?)(?P<list>[^，。；：\n]{{0,4}}(?:{_N})(?:{_UNIT})[^，。；：\n]{{1,40}})"
    rf"|共有(?P<noun>[一-龥]{{2,6}})(?P<n>{_N})(?:{_UNIT})(?=[，。；、]))",
    (("辖", "有", "共设"), tuple(_UNIT.split("|"))),
    60,
)
_ITEM = re.compile(rf"(?P<n>{_N})(?:{_UNIT})(?P<noun>{_PLACE}|{_NOUN}{_STOP})")
_ALL = search_for(
    rf"(?P<scope>全(?:[国省市县区镇乡村校院]|街道)|辖区|所有|所辖|全部)(?:所有|[所下]辖|内|范围内)?的?(?P<n>(?<![0-9.]){_N})(?:{_UNIT})(?P<noun>{_PLACE}|{_NOUN}{_STOP})(?P<rest>[^。；\n]{{0,16}})",
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
            "全部",
        ),
        tuple(_UNIT.split("|")),
    ),
    50,
)
_WHOLE = re.compile("全部|均|都|全覆盖|全面|无一|100%|一个不|个个|普遍")
_PART = re.compile("其中|试点|重点|首批|部分|有|原|过去|新")
_NEXT = re.compile(rf"[、和与及](?P<n>{_N})(?:{_UNIT})(?P<noun>{_PLACE}|{_NOUN}{_STOP})")
_LED = re.compile("(?:带领|团结|动员|发动|依靠|组织)$")
"""带领全镇14个村、4个社区: all of them."""
_BOTH = re.compile("(?P<one>[一-龥]{1,5})（(?P<other>[一-龥、]{1,6})）")
_SAME = {"行政村": "村", "建制村": "村", "城市社区": "社区", "居委会": "社区"}
_LIST = 40
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
        number = parse_numeral(match["n"]) or 0
        if _PART.search(text, match.start() - 6, match.start()):
            continue
        there = _there(told, match["noun"])
        whole = _WHOLE.search(match[0][match.end("noun") - match.start() :])
        if there is not None and (number > there.number or (whole and number < there.number)):
            start = match.start("n")
            fields: dict[str, str | int] = {"first": text[slice(*there.span)]}
            span = Span(start, match.end("noun"))
            yield Finding(span, fields, (Related(there.span, "first"),))
        if _LED.search(text, max(0, match.start() - 4), match.start()):
            _add(told, match)
            for item in _NEXT.finditer(text, match.end("noun"), match.end("noun") + _LIST):
                _add(told, item)


def _there(told: dict[str, list[_Told]], noun: str) -> _Told | None:
    """How many there are of ``noun``, which may name two kinds: 村（社区）; None where that is not
    told, or not with one number."""
    whole = told.get(noun, []) if "（" in noun else []
    if len(whole) == 1:
        return whole[0]
    both = _BOTH.fullmatch(noun)
    kinds = [both["one"], *both["other"].split("、")] if both else [noun]
    found = [told.get(_kind(kind), []) for kind in kinds]
    if not all(len(several) == 1 for several in found):
        return None
    first, last = found[0][0].span, found[-1][0].span
    if len(found) > 1 and (first.start > last.start or last.end - first.start > _LIST):
        return None  # told in two places
    return _Told(sum(several[0].number for several in found), Span(first.start, last.end))


def _kind(noun: str) -> str:
    return _SAME.get(noun, noun)


def _add(told: dict[str, list[_Told]], item: re.Match[str]) -> None:
    _note(told, item, Span(item.start("n"), item.end("noun")))


def _note(told: dict[str, list[_Told]], item: re.Match[str], span: Span) -> None:
    """Keep the first two numbers that are told of a kind: two are enough to be at odds."""
    number = parse_numeral(item["n"]) or 0
    found = told.setdefault(_kind(item["noun"]), [])
    if not found or (len(found) == 1 and found[0].number != number):
        found.append(_Told(number, span))


def _told(text: str, found: Sequence[re.Match[str]]) -> dict[str, list[_Told]]:
    """How many of each kind there are, wherever that is told."""
    told: dict[str, list[_Told]] = {}
    for match in found:
        if _OLD.search(text, max(0, match.start() - 8), match.start()):
            continue
        if match["noun"]:
            _note(told, match, Span(match.start("noun"), match.end()))
            continue
        for item in _ITEM.finditer(text, *match.span("list")):
            _add(told, item)
    return told


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_HAS, _ALL)


CHECK = Check(
    "whole-counts", NoParams, run, fields=("first",), roles=("first",), searches=_searches
)
