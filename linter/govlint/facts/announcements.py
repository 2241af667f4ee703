"""announcements: a number that promises a list, and the list that follows it.

A promise is a number phrase at the end of the sentence right before the first item (重点抓好以下
五方面工作：), so that what follows can be nothing else. The items are headings, 一是 items, dash
lines or paragraphs that each open with a short sentence of their own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from govlint.facts.items import ItemSeries
from govlint.facts.outline import Outline
from govlint.syntax.tree import Heading, Item, Paragraph
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_NUMBER = r"(?P<n>[两二三四五六七八九十]{1,3}|(?<![0-9.])[2-9]|(?<![0-9.])[1-3][0-9])"
_MEASURE = r"(?:个|大|项|件|条|点|篇|场|种|类|方面|道|步|招|块)"
_NOUN = (
    r"方面|工作|任务|重点|问题|措施|举措|行动|工程|关键|环节|原则|特点|变化|成效|突破|提升|转变|坚持|要求"
    r"|意见|建议|目标|领域|文章|实事|大事|小事|抓手|机制|体系|关系|硬仗|攻坚战|战役|计划|战略|着力点|功夫"
    r"|文章|不足|困难|体会|经验|启示|事项|内容|事|好|仗"
)
_STRONG = re.compile(
    rf"(?:以下|下列|如下|下面|下述)(?:的)?(?P<hit>{_NUMBER}{_MEASURE}[^，。；：！？\n“”、]{{0,14}}?)[：。]$"
    rf"|(?P<hit2>(?P<n2>[两二三四五六七八九十]{{1,3}}|(?<![0-9.])[2-9]|(?<![0-9.])[1-3][0-9]){_MEASURE}"
    rf"[^，。；：！？\n“”、]{{0,8}}?)(?:如下)[：。]$"
)
_WEAK = re.compile(
    rf"(?<![第“‘各前后每有0-9一二三四五六七八九十])(?P<hit>{_NUMBER}{_MEASURE}"
    rf"[^，。；：！？\n“”、0-9]{{0,8}}?(?:{_NOUN})[^，。；：！？\n“”、0-9]{{0,6}})(?P<end>[：。])$"
)
_LEAD = re.compile(
    r"抓|做|办|从|在|围绕|聚焦|紧扣|突出|实施|推进|开展|落实|打好|处理好|把握|完成|实现|体现|表现|存在|主要|重点"
    r"|坚持|着力|采取|提出|汇报|报告|部署|安排|取得|强化|写好|下好|下|有"
)
_FIRST_SENTENCE = 34
_TAIL = 60


class Announcement(NamedTuple):
    """``span``: the number phrase; ``number``: what it promises; ``count``: the items that
    follow; ``items``: their places; ``form``: heading, item, dash or paragraph."""

    span: Span
    number: int
    count: int
    items: tuple[Span, ...]
    form: str


class _Promise(NamedTuple):
    span: Span
    number: int
    strong: bool


def find_announcements(
    text: str, outline: Outline, items: list[ItemSeries]
) -> list[Announcement]:
    """Every promise that a list follows, in reading order, each with its longest list."""
    found: dict[Span, Announcement] = {}
    for announcement in (
        *_before_headings(text, outline),
        *_before_items(text, outline, items),
        *_before_lines(text, outline),
    ):
        found.setdefault(announcement.span, announcement)
    return sorted(found.values())


def _promise(text: str, start: int, end: int) -> _Promise | None:
    """The promise that the sentence ending at ``end`` closes with, if it does."""
    while end > start and text[end - 1] in " \t\u3000\n":
        end -= 1
    head = max(start, end - _TAIL)
    cut = max(text.rfind(mark, head, end - 1) for mark in "。！？；\n")
    head = max(head, cut + 1)
    for pattern, strong in ((_STRONG, True), (_WEAK, False)):
        match = pattern.search(text, head, end)
        if match is None:
            continue
        if not strong and match["end"] == "。" and not _LEAD.search(text, head, match.start("hit")):
            continue
        group = "hit" if match["hit"] else "hit2"
        number = parse_numeral((match["n"] if group == "hit" else match["n2"]))
        if number is not None and number > 1:
            return _Promise(Span(*match.span(group)), number, strong)
    return None


def _before_headings(text: str, outline: Outline) -> list[Announcement]:
    found = []
    index = {heading.span: i for i, heading in enumerate(outline.entries) if _is_heading(heading)}
    for series in outline.series:
        first = series.members[0]
        if first.ordinal != 1 or series.shape == "attachment":
            continue
        before = index.get(first.span, 0) - 1
        if before < 0:
            continue
        entry = outline.entries[before]
        start = entry.title.start if isinstance(entry, Heading) else entry.span.start
        promise = _promise(text, start, entry.span.end)
        if promise is None:
            continue
        ordinals = [h.ordinal or 0 for h in series.members]
        spans = tuple(h.span for h in series.members)
        found.append(_made(promise, ordinals, spans, "heading"))
    return found


def _is_heading(entry: object) -> bool:
    return isinstance(entry, Heading)


def _before_items(text: str, outline: Outline, items: list[ItemSeries]) -> list[Announcement]:
    found = []
    for series in items:
        first = series.members[0]
        if first.ordinal != 1:
            continue
        entry = outline.entries[series.lines[0]]
        if first.mark.start > entry.span.start:
            promise = _promise(text, entry.span.start, first.mark.start)
        elif series.lines[0]:
            before = outline.entries[series.lines[0] - 1]
            promise = _promise(text, before.span.start, before.span.end)
        else:
            promise = None
        if promise is not None:
            spans = tuple(item.mark for item in series.members)
            found.append(_made(promise, series.ordinals, spans, "item"))
    return found


def _before_lines(text: str, outline: Outline) -> list[Announcement]:
    """Dash lines, or paragraphs that each open with a short sentence, after 以下……："""
    found = []
    for i, entry in enumerate(outline.entries[:-2]):
        if text[entry.span.end - 1] not in "：。":
            continue
        following = outline.entries[i + 1]
        if isinstance(following, Heading) or (
            isinstance(following, Item) and following.shape != "dash"
        ):
            continue
        start = entry.title.start if isinstance(entry, Heading) else entry.span.start
        promise = _promise(text, start, entry.span.end)
        if promise is None or not promise.strong:
            continue
        lines = _run(text, outline, i + 1)
        if len(lines) > 1:
            form = "dash" if isinstance(following, Item) else "paragraph"
            found.append(_made(promise, list(range(1, len(lines) + 1)), tuple(lines), form))
    return found


def _run(text: str, outline: Outline, start: int) -> list[Span]:
    """The lines from entry ``start`` on that are alike: dashes, or short-sentence paragraphs."""
    kind = type(outline.entries[start])
    spans: list[Span] = []
    for entry in outline.entries[start:]:
        if type(entry) is not kind or isinstance(entry, Heading):
            break
        if isinstance(entry, Paragraph) and not _opens_short(text, entry.span):
            break
        spans.append(entry.span)
    return spans


def _opens_short(text: str, span: Span) -> bool:
    stop = text.find("。", span.start, span.end)
    return 0 < stop - span.start <= _FIRST_SENTENCE and stop < span.end - 1


def _made(
    promise: _Promise, ordinals: list[int], spans: tuple[Span, ...], form: str
) -> Announcement:
    """A missing or doubled number is another rule's: the promise holds if either count does."""
    count = promise.number if promise.number in (len(ordinals), ordinals[-1]) else len(ordinals)
    return Announcement(promise.span, promise.number, count, spans, form)
