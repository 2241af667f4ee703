"""looking_back: 以上四项, and how many there were.

What can be meant is the series of items or headings that ends right before, or the list in the one
sentence before. A number that fits any of them is right.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from govlint.facts.items import ItemSeries
from govlint.facts.outline import Outline
from govlint.records import NamedTuple
from govlint.syntax.tree import Item
from govlint.text.back import begins
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_BACK = re.compile(
    r"[上述](?<=以上|上述|前述)(?<![元岁级人户家个亩吨%米分度次倍]以上)(?P<hit>(?P<n>[两二三四五六七八九十]|[2-9]|1[0-9])(?:个|大)?"
    r"(?:[项点条类种个]|方面|部分|款|件|步))(?![以多余])(?![^，。]{0,12}（含|[^，。；]{0,6}?(?:合计|[共总]计|共[有为]?[0-9]))"
)
_AT_ONCE = re.compile("(?:同时|兼)(?:存在|出现|具有|涉及|有)[^，。；]{0,4}$")
"""有1份同时存在上述两种情形: of more than two."""
_WAS = re.compile(
    r"以上(?:就是|便是|[是为])[^，。；、0-9\n第前后]{0,16}?(?P<hit>(?P<n>[两二三四五六七八九十]|[2-9])(?:个方面|[项点条]|个问题|件事))"
    r"[一-龥]{0,12}[，。]"
)
"""以上是一年来三个方面的做法."""
_THESE = re.compile(
    r"[这上述\n](?:(?<=这)|(?<=以上)|(?<=上述)|(?<=\n)[ \u3000]{0,4}(?=“))"
    r"“?(?P<hit>(?P<n>[两三四五六七八九])(?:个|大|项|种|条|类|重)?(?P<noun>[一-龥]{2}))"
)
"""What stood before, by its name: 这四个转变."""
_NOUN = re.compile("[一-龥]{2,4}")
_TOLD_BY_LINES = re.compile("目标|任务|工作|措施|举措|要求|问题|做法|方面|原则|内容|事项|情形|条件")
"""What dash lines tell, and no other lines that may stand further above."""
_SEPARATORS = "；，、"
_LIST = re.compile(r"[^，。；：、]{2,16}(?:、[^，。；：、]{2,16}){1,9}")
_TITLES = re.compile(r"(?:《[^《》\n]{1,50}》(?:（[^（）\n]{1,16}）)?(?:、|和|及|与|以及)?){2,12}$")
"""Titles that end a sentence: 审议了《……》《……》和《……》."""
_LONGEST = 400
"""So far back the clauses are looked for that a number sums up."""
_FRONT = 12
"""So near to the beginning of its line a number looks back on the lines before."""
_MOST = 2
"""How far a number may be from what it counts; further off, it counts something else."""


class LookingBack(NamedTuple):
    """``span``: the number with its measure word; ``number``: what it says; ``listed``: how many
    stand before it."""

    span: Span
    number: int
    listed: int


def find_looking_back(
    text: str, outline: Outline, items: list[ItemSeries]
) -> Iterator[LookingBack]:
    for match in (*_BACK.finditer(text), *_WAS.finditer(text)):
        if _AT_ONCE.search(text, max(0, match.start() - _FRONT), match.start()):
            continue
        number = parse_numeral(match["n"]) or 0
        noun = _NOUN.match(text, match.end())
        if noun and sum(noun[0] in text[slice(*h.title)] for h in outline.headings) == number:
            continue  # of five stages three are 服务阶段
        counts = {*_series(outline, items, match.start()), *_listed(text, match.start() - 1)}
        if noun and _TOLD_BY_LINES.match(noun[0]) and (dashes := _dashes_above(outline, match)):
            counts.add(dashes)
        if len(counts) == 1 and number not in counts:
            count = counts.pop()
            if 0 < abs(number - count) <= _MOST:
                yield LookingBack(Span(*match.span("hit")), number, count)


def find_repeated(text: str, outline: Outline) -> Iterator[LookingBack]:
    """Numbers that look back on what repeats their noun: ……转变；……转变，这三个转变; the lines
    before, where the number stands at the beginning of its own."""
    starts = [entry.span.start for entry in outline.entries]
    for match in _THESE.finditer(text):
        number, noun = parse_numeral(match["n"]) or 0, match["noun"]
        counts = {
            *_clauses(text, match.start() + (text[match.start()] == "\n"), noun),
            *_lines(text, outline, starts, match, noun),
        }
        if len(counts) == 1 and number not in counts:
            count = counts.pop()
            if count - number in (-1, 1):
                yield LookingBack(Span(*match.span("hit")), number, count)


def _clauses(text: str, place: int, noun: str) -> Iterator[int]:
    """How many clauses the sentence before a place has, or its own up to there, that all begin
    or all end with ``noun``."""
    least = max(0, place - _LONGEST)
    line = text.rfind("\n", least, place) + 1 or least
    before = text[line:place].rstrip("“，")
    head, stop, tail = before.rpartition("。")
    said = tail or head.rpartition("。")[2]
    if not said or "等" in said or "其中" in said or (tail and stop and noun in head):
        return
    said = said.rpartition("：")[2]
    for mark in _SEPARATORS:
        parts = said.split(mark)
        if len(parts) > 1 and (
            all(part.endswith(noun) for part in parts)
            or all(part.startswith(noun) for part in parts)
        ):
            yield len(parts)
            return


def _lines(
    text: str, outline: Outline, starts: list[int], match: re.Match[str], noun: str
) -> Iterator[int]:
    """How many dash lines with ``noun`` stand above the line that the number begins. ``starts``: of
    the entries of the outline."""
    own = bisect_right(starts, match.start("hit")) - 1
    if own < 1 or match.start("hit") - starts[own] > _FRONT:
        return
    count = 0
    for entry in reversed(outline.entries[:own]):
        if not isinstance(entry, Item) or entry.shape != "dash":
            break
        said = text[slice(*entry.span)].rstrip("。；，")
        if not said.endswith(noun) and noun not in said[:_FRONT]:
            return
        count += 1
    if count > 1:
        yield count


def _series(outline: Outline, items: list[ItemSeries], place: int) -> Iterator[int]:
    """The lengths of the series that end in the line of a place, or in the one before it."""
    starts = [entry.span.start for entry in outline.entries]
    line = bisect_right(starts, place) - 1
    for series in items:
        last = series.members[-1]
        near = line - 1 <= series.lines[-1] <= line and last.mark.start < place
        if near and series.members[0].ordinal == 1:
            yield series.last
    for headings in outline.series:
        last_heading = headings.members[-1]
        if last_heading.span.start >= place or headings.members[0].ordinal != 1:
            continue
        between = bisect_right(starts, last_heading.span.start) - 1
        if line - 3 <= between < line:
            yield last_heading.ordinal or 0


def _dashes_above(outline: Outline, match: re.Match[str]) -> int:
    """How many dash lines end right above the line of a number."""
    line = bisect_right([entry.span.start for entry in outline.entries], match.start()) - 1
    count = 0
    while line > count and _is_dash(outline.entries[line - count - 1]):
        count += 1
    return count if count > 1 else 0


def _is_dash(entry: object) -> bool:
    return isinstance(entry, Item) and entry.shape == "dash"


def _listed(text: str, start: int) -> Iterator[int]:
    """The lengths of the lists in the sentence before ``start``, if it is the first of its line."""
    line = begins(text, start, "\n")
    while start > line and text[start - 1] not in "。；：":
        start -= 1
    before = text[line : start - 1]
    if not before or "。" in before or "等" in before or "；" in before:
        return
    if titles := _TITLES.search(before):
        yield from {titles[0].count("《"), before.count("《")}  # what else is named may count, too
        return
    for match in _LIST.finditer(before):
        yield match[0].count("、") + 1
