"""each_counts: 检查四次，2月、5月和10月各一次: a number, and what it was each time.

The groups behind the number (2月、5月各一次，10月两次) must make up the rest of the sentence, as
far as it counts the same. Where the groups are times they are all of them; of places there may be
others, so that only more than the number is too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = r"[0-9]{1,3}|[一两二三四五六七八九十]{1,3}"
_UNIT = "次|期|场|轮|批|个|名|家|处|所|台|套|篇|件|户|亩"
_EACH = re.compile(
    rf"[各月度年](?:(?<=各)|(?<=[0-9]月)|(?<=季度)|(?<=半年))"
    rf"(?:举办|召开|开展|组织|安排|检查|设|建|有)?(?:了|有)?(?:{_N})(?P<unit>{_UNIT})(?![一-龥])"
)
"""What tells how often it was at some of the times or places."""
_TOTAL = re.compile(
    rf"(?<![0-9.第每前后近约超余至两一二三四五六七八九十])(?P<n>{_N})(?P<unit>{_UNIT})"
    r"(?:[一-龥]{0,8})[，：（](?:分别[于在是]?)?"
)
_NAME = r"[^，。；：、（）()\n和与各]{1,12}"
_GROUP = re.compile(
    rf"[，、；和]?(?P<names>{_NAME}?(?:[、和与]{_NAME}?){{0,9}}?)(?P<each>各)?"
    rf"(?:举办|召开|开展|组织|安排|检查|设|建|有)?(?:了|有)?(?P<n>{_N})(?P<unit>{_UNIT})(?=[，。；、和）]|$)"
)
_TIME = re.compile("(?:月份?|季度?|[半年]年|年|周|旬|日|春|夏|秋|冬|[一二三四]|[0-9]{1,2})$")
_LOOSE = re.compile("其中|等|包括|不少于|至少|以上|左右|原则")
_NUMBERED = "[0-9一两二三四五六七八九十]"
_REACH = 70
_MOST = 10


class EachCount(NamedTuple):
    """``span``: the number with its measure word; ``number``: what it says; ``listed``: how often
    it was in all."""

    span: Span
    number: int
    listed: int


def find_each_counts(text: str) -> Iterator[EachCount]:
    seen = -1
    for each in _EACH.finditer(text):
        least = max(0, each.start() - 2 * _REACH)
        start = max(text.rfind(mark, least, each.start()) for mark in "。；\n") + 1
        if start == seen or (not start and least):
            continue
        seen = start
        ends = (text.find(mark, each.end(), each.end() + _REACH) for mark in "。；\n")
        end = min((place for place in ends if place >= 0), default=-1)
        if end < 0:
            continue
        found = _held(text, start, end, each)
        if found is not None:
            yield found


def _held(text: str, start: int, end: int, each: re.Match[str]) -> EachCount | None:
    if _LOOSE.search(text, start, end):
        return None
    totals = [m for m in _TOTAL.finditer(text, start, each.start()) if m["unit"] == each["unit"]]
    if not totals:
        return None
    total = totals[0]
    counts, times, last = _groups(text, total.end(), end, each["unit"])
    rest = text[last:end]
    if len(counts) == 1 and "各" not in text[total.end() : end]:
        return None
    if not counts or last < each.end() - 1 or re.search(f"{_NUMBERED}{each['unit']}", rest):
        return None
    number, listed = parse_numeral(total["n"]) or 0, sum(counts)
    if not number or not (times or listed > number) or abs(number - listed) * 2 > number:
        return None
    return EachCount(Span(total.start("n"), total.end("unit")), number, listed)


def _groups(text: str, start: int, end: int, unit: str) -> tuple[list[int], bool, int]:
    """What the groups behind a number count, whether all are times, and where the last ends; no
    counts where one of them cannot be told."""
    counts: list[int] = []
    times = True
    while start < end:
        group = _GROUP.match(text, start, end)
        if group is None or group["unit"] != unit:
            break
        names = re.split("[、和与]", group["names"])
        timed = all(_TIME.search(name) for name in names)
        if not group["each"] and (len(names) > 1 or not timed):
            return [], False, start
        if group["each"] and not 1 < len(names) <= _MOST:
            return [], False, start
        times = times and timed
        counts.append((parse_numeral(group["n"]) or 0) * len(names))
        start = group.end()
    return counts, times, start
