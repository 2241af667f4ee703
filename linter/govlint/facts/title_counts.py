"""title_counts: 五项措施 in a title against the headings of the text, and “四个强化” against the
paragraphs behind it that begin with 强化."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govlint.facts.outline import Outline
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading, Item
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = "[0-9]{1,2}|[两二三四五六七八九十]{1,3}"
_TITLE = re.compile(
    rf"(?<![第0-9一二三四五六七八九十])(?P<hit>(?P<n>{_N})(?:项|条|个|点)(?:[一-龥]{{0,4}}?)(?:措施|举措|条意见|禁令|不准|规定))"
    r"(?=$|》?的(?:通知|通告|公告|意见|决定|决议)$|》)"
)
_OTHERS = re.compile("落实|贯彻|执行|学习|宣传|推进|督查|检查|解读|修[订改]|废止|（|“")
"""What a title says of measures that are not those of the text."""
_FRAME = re.compile(
    "要求|指导思想|目标|原则|认识|意义|背景|组织|保障|领导|附则|实施|时间|步骤|范围|对象|适用|其他|有关|说明"
)
"""Headings beside the measures."""
_SLIP = 2
_FEWEST = 3

_OPENINGS = re.compile(
    r"(?P<hit>(?P<n>[两三四五六七八九])个“?(?P<noun>[一-龥]{2}))”?(?:要求|原则|目标|上下功夫)?[。：]$"
)
_BEFORE = re.compile(r"[“——●·\-\s\u3000]*")


class TitleCount(NamedTuple):
    """``span``: the number with what it counts; ``number``: what it says; ``listed``: how many
    there are."""

    span: Span
    number: int
    listed: int


def find_title_counts(text: str, title: Span, outline: Outline) -> Iterator[TitleCount]:
    """The number in a title, where the headings of one single series are all that there is."""
    found = _TITLE.search(text[title.start : title.end])
    if found is None or _OTHERS.search(text, *title):
        return
    number = parse_numeral(found["n"]) or 0
    members = [heading for series in outline.series for heading in series.members]
    shapes = Counter(heading.shape for heading in members)
    if len(outline.series) != 1 or len(shapes) != 1 or len(members) < _FEWEST:
        return
    if [heading.ordinal for heading in members] != [*range(1, len(members) + 1)]:
        return
    if any(_FRAME.search(text, *_head(text, heading)) for heading in (members[0], members[-1])):
        return
    if 0 < abs(number - len(members)) <= _SLIP:
        start = title.start + found.start("hit")
        yield TitleCount(Span(start, title.start + found.end("hit")), number, len(members))


def _head(text: str, heading: Heading) -> Span:
    """The title of a heading, or the first sentence behind its mark."""
    start, end = heading.mark.end, heading.span.end
    stop = text.find("。", start, end)
    return Span(start, min(end, stop if stop > 0 else end, start + 20))


def find_openings(text: str, outline: Outline) -> Iterator[TitleCount]:
    """The number at the end of a line, where each line behind it begins with what it counts."""
    entries = outline.entries
    for place, entry in enumerate(entries[:-2]):
        if text[entry.span.end - 1] not in "。：":
            continue
        match = _OPENINGS.search(text, max(entry.span.start, entry.span.end - 20), entry.span.end)
        if match is None:
            continue
        listed = 0
        for other in entries[place + 1 :]:
            plain = not isinstance(other, Heading) and (
                not isinstance(other, Item) or other.shape == "dash"
            )
            begun = _BEFORE.match(text, *other.span)
            if not plain or begun is None or not text.startswith(match["noun"], begun.end()):
                break
            listed += 1
        number = parse_numeral(match["n"]) or 0
        if listed > 1 and 0 < abs(number - listed) <= _SLIP:
            yield TitleCount(Span(*match.span("hit")), number, listed)
