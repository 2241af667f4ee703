"""named_counts: 和美乡村4个，分别是甲村、乙村、丙村: a number behind what it counts, and the names.

The names end where the clause does, so the list is whole: behind 分别是 or a colon, or all that
stands in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_UNITS = "个家所处名条座项种类支位人"
_NAME = r"[^，。；：、（）()0-9\n]{2,20}"
_COUNTED = re.compile(
    rf"[{_UNITS}](?:，?(?:分别|依次)[是为]：?|，?即：?|：|（)"
    rf"(?P<list>{_NAME}(?:、{_NAME}){{1,11}})(?P<end>[，。；）\n]|$)"
)
_TOLD = re.compile(
    r"(?:他们|她们|它们|名单|依次|分别)(?:分别)?(?:[是为]|如下)：?"
    rf"(?P<list>{_NAME}(?:、{_NAME}){{1,30}})(?P<end>[，。；\n]|$)"
)
"""Names of what was counted before: 5名教师，他们是：……"""
_BEFORE = re.compile(
    rf"(?<![0-9.第前后近约超余])(?P<hit>(?P<n>[0-9]{{1,2}}|[两三四五六七八九十])[{_UNITS}])"
    r"[^，。；：、（）()0-9\n]{1,20}，?$"
)
_IN_ALL = re.compile(
    rf"共(?:计|有)?(?P<n>[0-9]{{1,3}}|[两三四五六七八九十]{{1,3}})[{_UNITS}]"
    r"(?:[^，。；：、（）()0-9\n]{0,6})(?:）[ \u3000]{0,4}\n[ \u3000\n]{0,8}"
    r"|）?：\n?[ \u3000]{0,4})"
    rf"(?P<list>{_NAME}(?:、{_NAME}){{2,60}})(?P<end>[。；\n]|$)"
)
"""（共18个） above a list, 共6家： before it."""
TITLED = r"《[^《》\n]{1,80}》(?:（[^（）《》\n]{1,16}）)?"
_TITLES = re.compile(
    rf"(?P<list>{TITLED}(?:(?:、|和|及|与|以及)?{TITLED}){{1,11}})(?P<open>等)?"
    r"(?P<hit>(?P<n>[两二三四五六七八九十]|[2-9])(?:个|份|项|部|件|篇)(?!月|月份|百分点))"
)
"""《……》《……》和《……》三个文件."""
_CHAPTERS = re.compile(
    r"(?P<hit>(?P<n>[两二三四五六七八九十]{1,3}|[0-9]{1,2})(?:章|编|个?部分))(?:[一二三四五六七八九十百零〇0-9]{1,5}条)?"
    rf"(?:，|组成，)(?:依次|分别)(?:[是为]|是关于)：?(?P<list>{_NAME}(?:、{_NAME}){{2,16}})(?=[。；\n]|$)"
)
"""共五章四十条，依次为总则、……: 与 and 和 stand inside their names."""
_MANY = 99
_WINDOW = 26
_NUMBER = re.compile(r"(?<![0-9.第前后近约超余])(?P<n>[0-9]{1,2}|[两三四五六七八九十])(?P<unit>.)$")
_OPEN = re.compile(r"等|其中|^(?:含|包括|如|不|原|即将|比)|以上|另")
_JOINERS = re.compile(r"以及|[和与及]")
_REACH = 4
_LONGEST_NAME = 5
"""Of a person, in characters; a blank may stand in it."""
_PAIR = 2
_BODIES = "局委办厅部院所站校会处室队社厂场心园馆"
"""What ends the name of a body: 卫生监督所和妇幼保健院 are two."""
_SHORT = 6
"""Names so short do not hold 和: the last two are two."""


class NamedCount(NamedTuple):
    """``span``: the number with its measure word; ``number``: what it says; ``fewest`` and
    ``most``: how many names follow, as 和 may stand inside one."""

    span: Span
    number: int
    fewest: int
    most: int


def find_named_counts(text: str) -> Iterator[NamedCount]:
    """Every number right behind which the things that it counts are named."""
    for match in _COUNTED.finditer(text):
        start = match.start() + 1
        number = _NUMBER.search(text, max(0, start - _REACH), start)
        names = match["list"]
        bracketed = text[match.start("list") - 1] == "（"
        if number is None or _OPEN.search(names) or bracketed != (match["end"] == "）"):
            continue
        yield _counted(number["n"], Span(*number.span()), names)
    if "》" in text:
        yield from _titles(text)
    if "依次" in text or "分别" in text:
        yield from _chapters(text)
    for match in _IN_ALL.finditer(text):
        if not _OPEN.search(match["list"]):
            yield _counted(match["n"], Span(match.start("n"), match.end("n") + 1), match["list"])
    for match in _TOLD.finditer(text):
        names = match["list"]
        counted = _BEFORE.search(text, max(0, match.start() - _WINDOW), match.start())
        if counted is None or _OPEN.search(names) or "的" in names:
            continue
        persons = counted["hit"][-1] in "名位人"
        if not persons or max(map(len, names.split("、"))) <= _LONGEST_NAME:
            # not 6名干部，分别是组织部、宣传部……的骨干
            yield _counted(counted["n"], Span(*counted.span("hit")), names)


def _titles(text: str) -> Iterator[NamedCount]:
    """Numbers behind titles that they count; behind 和 two or more titles may be all of them."""
    for match in _TITLES.finditer(text):
        behind = _JOINERS.split(re.sub(r"《[^《》]*》", "《》", match["list"]))[-1].count("《》")
        every = match["list"].count("《")
        fewest = behind if behind > 1 else every
        yield NamedCount(
            Span(*match.span("hit")),
            parse_numeral(match["n"]) or 0,
            fewest,
            _MANY if match["open"] else every,
        )


def _chapters(text: str) -> Iterator[NamedCount]:
    """Numbers of chapters and parts, with the names of all; 和 in the last may join two."""
    for match in _CHAPTERS.finditer(text):
        parts = match["list"].split("、")
        if not _OPEN.search(match["list"]):
            both = "和" in parts[-1] or "以及" in parts[-1]
            number = parse_numeral(match["n"]) or 0
            yield NamedCount(Span(*match.span("hit")), number, len(parts), len(parts) + both)


def _is_one(part: str, ends: list[str]) -> bool:
    """Whether 和 stands inside one name: 县发展和改革局 among others that end so.

    >>> _is_one("发展和改革局", ["局", "局", "局"]), _is_one("甲村和乙村", ["村", "村"])
    (True, False)
    """
    halves = _JOINERS.split(part)
    body = part[-1] in "局委办厅部院" and ends.count(part[-1]) > 1
    return body and all(half[-1:] not in [*ends, *_BODIES] for half in halves[:-1])


def _counted(number: str, span: Span, names: str) -> NamedCount:
    parts = names.split("、")
    ends = [part[-1] for part in parts]
    joined = sum(len(_JOINERS.split(part)) - 1 for part in parts if not _is_one(part, ends))
    last = len(_JOINERS.split(parts[-1])) == _PAIR and max(map(len, parts[:-1])) <= _SHORT
    value = parse_numeral(number) or 0
    return NamedCount(span, value, len(parts) + last, len(parts) + joined)
