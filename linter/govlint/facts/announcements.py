"""announcements: a number that promises a list, and the list that follows it.

A promise is a number phrase at the end of the sentence right before the first item (重点抓好以下
五方面工作：), so that what follows can be nothing else. The items are headings, 一是 items, dash
lines or paragraphs that each open with a short sentence of their own.
"""

from __future__ import annotations

import re
from itertools import combinations

from govlint.facts.items import ItemSeries, continuation, heading_behind
from govlint.facts.outline import Outline
from govlint.facts.promises import WINDOW, Promise, find_promise
from govlint.facts.rolls import find_roll
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading, Item, Paragraph
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_SAID = re.compile(r"以下|如下|下列|下面|下述|从")
"""What a promise holds that says in so many words that a list follows."""
_OTHER_PART = re.compile(r"问题|不足|困难|差距|打算|思路|展望|下一?步|今后|明年|来年|体会|启示")
"""Headings behind a list that go on with the document instead of the list."""
_CLOSING_PART = re.compile(
    r"(?:加强|强化|健全|落实|完善)?(?:组织|工作|保障|实施|有关|相关|时间|进度|责任)?"
    r"(?:保障|要求|领导|措施|步骤|安排|责任|机制)(?:措施|到位)?"
)
"""The whole title of a heading with which a plan ends, behind what it announced."""
_VIEWS = re.compile("体会|感受|感想|启示|认识|收获|建议|意见|理由|原因|看法")
"""What is counted and told behind 首先 and 其次."""
_COUNTED = re.compile(
    "(?:[0-9]{1,2}|[两二三四五六七八九十]{1,2})[大项个件类条][^，。：]{1,12}[、，和]"
)
"""What is counted before something else in one heading."""
_COUNTED_LAST = re.compile(
    "[、，和][^，。：]{0,8}(?:[0-9]{1,2}|[两二三四五六七八九十]{1,2})[大项个件类条]"
)
_REST = re.compile(
    "[ \u3000]{0,4}(?:关于)?(?:其余|其他|其它|另外|剩余|余下)的?"
    "(?P<n>[0-9]{1,2}|[两二三四五六七八九十]{1,3})[大项个件类条点]"
)
"""An item that stands for several: 3. 其余2个问题已经整改."""
_TROUBLE = re.compile(
    "问题|不[够足强高力到严实深细规及齐畅]|[缺欠难弱差少低慢薄]|滞后|短板|隐患|违规|没有|尚未|有待"
)
"""What the title of a problem says; a number of problems in a heading announces no measures."""
_ALONE = 50
"""A paragraph so short, and of one sentence, is there for its announcement."""
_FEWEST = 2
_FIRST_SENTENCE = 34
_LONGEST = 200
"""Lines of a list that are looked at: no report announces half as many."""


_PARTS = re.compile(
    "(?<![第0-9一二三四五六七八九十])(?P<hit>(?P<n>[0-9]{1,2}|[两二三四五六七八九十]{1,3})个?大?(?:部分|方面|板块|大类))[、，和]?共?$"
)
_NEAR = 10
_CLAUSE = re.compile("[，。；：\n]")
_LIST_BEFORE = 60


class Announcement(NamedTuple):
    """``span``: the number phrase; ``number``: what it promises; ``listed``: how many items
    follow; ``items``: their places; ``form``: heading, item, dash or paragraph."""

    span: Span
    number: int
    listed: int
    items: tuple[Span, ...]
    form: str


def find_announcements(text: str, outline: Outline, items: list[ItemSeries]) -> list[Announcement]:
    """Every promise that a list follows, in reading order, each with its longest list."""
    found: dict[Span, Announcement] = {}
    for announcement in (
        *_before_headings(text, outline),
        *_before_items(text, outline, items),
        *_before_lines(text, outline),
    ):
        if not _is_told(text, announcement):
            found.setdefault(announcement.span, announcement)
    return sorted(found.values())


def _is_told(text: str, made: Announcement) -> bool:
    """Whether all that a quoted number counts stands right before it: 刑事、民事、行政、公益诉讼
    “四大检察”."""
    start = made.span.start
    if not text.endswith("“", 0, start):
        return False
    clause = _CLAUSE.split(text[max(0, start - _LIST_BEFORE) : start - 1])[-1]
    return clause.count("、") + 1 == made.number


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
        spans = tuple(Span(h.mark.end, h.title.end) for h in series.members)
        title = isinstance(entry, Heading) and entry.title.end == entry.span.end
        promise = find_promise(text, start, entry.span.end, list(spans), title=title)
        promise = promise or find_roll(text, Span(start, entry.span.end), outline, series.members)
        if promise is None or (title and _counts_twice(text, start, entry.span.end, promise)):
            continue
        promise = _of_parts(text, start, promise)
        if title and not _counts_these(text, promise, spans):
            continue
        ordinals = [h.ordinal or 0 for h in series.members]
        if not _OTHER_PART.search(text, *promise.span):
            while len(ordinals) > max(2, promise.numbers[0]) and _goes_beyond(
                text, spans[len(ordinals) - 1]
            ):
                ordinals.pop()
        made = _made(promise, ordinals, spans[: len(ordinals)], "heading")
        rest = _REST.match(text, *spans[len(ordinals) - 1])
        more = parse_numeral(rest["n"]) or 1 if rest else 1
        if len(ordinals) + more - 1 == made.number:
            made = made._replace(listed=made.number)
        found.append(made)
    return found


def _of_parts(text: str, start: int, promise: Promise) -> Promise:
    """The number of parts in front of a number of points (5个方面18条措施): what stands behind both
    are the parts."""
    parts = _PARTS.search(text, max(start, promise.span.start - _NEAR), promise.span.start)
    number = parse_numeral(parts["n"]) if parts else None
    if parts is None or not number:
        return promise
    return promise._replace(span=Span(*parts.span("hit")), numbers=(number, *promise.numbers))


def _counts_these(text: str, promise: Promise, titles: tuple[Span, ...]) -> bool:
    """Whether the headings below a heading that counts problems are problems."""
    if "问题" not in text[slice(*promise.span)]:
        return True
    troubles = sum(_TROUBLE.search(text, *title) is not None for title in titles)
    return 2 * troubles > len(titles)


def _counts_twice(text: str, start: int, end: int, promise: Promise) -> bool:
    """Whether a title counts two things: of 实施两大工程、办好五件实事 the list is of both."""
    behind = Span(promise.span.end, end)
    return bool(
        _COUNTED.search(text, start, promise.span.start) or _COUNTED_LAST.search(text, *behind)
    )


def _goes_beyond(text: str, title: Span) -> bool:
    """Whether a heading goes on with the document, behind the list that was announced."""
    whole = text[slice(*title)].strip()
    return bool(_OTHER_PART.search(whole) or _CLOSING_PART.fullmatch(whole))


def _is_heading(entry: object) -> bool:
    return isinstance(entry, Heading)


def _before_items(text: str, outline: Outline, items: list[ItemSeries]) -> list[Announcement]:
    found = []
    for index, series in enumerate(items):
        first = series.members[0]
        if first.ordinal != 1:
            continue
        spans = tuple(Span(item.mark.end, item.span.end) for item in series.members)
        entry = outline.entries[series.lines[0]]
        if first.mark.start > entry.span.start:
            promise = find_promise(text, entry.span.start, first.mark.start, list(spans))
        elif series.lines[0]:
            before = outline.entries[series.lines[0] - 1]
            promise = find_promise(text, before.span.start, before.span.end, list(spans))
        else:
            promise = None
        told = promise is not None and (series.shape != "step" or promise.shared)
        if promise is not None and (told or _ends_with_last(text, series, promise)):
            rest = continuation(items, index)
            ordinals = series.ordinals + (rest.ordinals if rest else [])
            if rest is None and (heading := heading_behind(outline, series)):
                ordinals.append(heading.ordinal or 0)
            made = _made(promise, ordinals, spans, "item")
            if made.listed + 1 == made.number and _last_follows(text, items, index):
                made = made._replace(listed=made.number)
            found.append(made)
    return found


def _ends_with_last(text: str, series: ItemSeries, promise: Promise) -> bool:
    """Whether 首先…… 其次…… 最后…… is a whole list that is about as long as announced; so is
    首先……；其次……。 with which its paragraph ends, where views are counted (三点体会)."""
    last = series.members[-1]
    whole = text.startswith("最后", last.mark.start) and len(series.members) > 2
    if series.ordinals == [1, 2] and _VIEWS.search(text, *promise.span):
        line = text.find("\n", last.mark.end)
        end = line if line >= 0 else len(text)
        stop = text.find("。", last.mark.end, end)
        whole = stop < 0 or not text[stop + 1 : end].strip()
    # a list that has one more than was announced has come to no end too early
    whole = whole or series.last == len(series.members) == max(promise.numbers) + 1
    return whole and abs(promise.numbers[0] - len(series.members)) <= 1


def _last_follows(text: str, items: list[ItemSeries], index: int) -> bool:
    """Whether 最后 begins the last item of 一是…… 二是……"""
    if index + 1 == len(items):
        return False
    series, after = items[index], items[index + 1]
    near = after.owner == series.owner and after.lines[0] - series.lines[-1] <= 1
    return near and text.startswith("最后", after.members[0].mark.start)


def _before_lines(text: str, outline: Outline) -> list[Announcement]:
    """Dash lines, or paragraphs that each open with a short sentence, after 以下……："""
    found = []
    ends: list[int] = []
    for i, entry in enumerate(outline.entries[:-2]):
        if text[entry.span.end - 1] not in "：。":
            continue
        following = outline.entries[i + 1]
        if isinstance(following, Heading) or (
            isinstance(following, Item) and following.shape != "dash"
        ):
            continue
        start = entry.title.start if isinstance(entry, Heading) else entry.span.start
        dashes = isinstance(following, Item)
        said = _SAID.search(text, max(start, entry.span.end - 2 * WINDOW), entry.span.end)
        alone = not isinstance(entry, Heading) and _is_one_sentence(text, entry.span)
        if said is None and not dashes and not alone:
            continue  # most lines
        lines = _run(text, outline, i + 1)
        if len(lines) < _FEWEST and alone and not dashes and text[entry.span.end - 2] != "”":
            ends = ends or _begun_alike(text, outline)
            stop = min(ends[i + 1], i + 1 + _LONGEST)
            lines = [line.span for line in outline.entries[i + 1 : stop]]
        promise = find_promise(text, start, entry.span.end, lines)
        led_in = dashes and text[entry.span.end - 1] == "："
        if promise is None or not (
            promise.explicit
            or led_in
            or (dashes and promise.shared)
            or (alone and abs(promise.numbers[0] - len(lines)) <= 1)
        ):
            continue
        if len(lines) > 1:
            form = "dash" if dashes else "paragraph"
            found.append(_made(promise, list(range(1, len(lines) + 1)), tuple(lines), form))
    return found


def _is_one_sentence(text: str, span: Span) -> bool:
    return span.end - span.start <= _ALONE and text.find("。", span.start, span.end - 1) < 0


def _run(text: str, outline: Outline, start: int) -> list[Span]:
    """The lines from entry ``start`` on that are alike: dashes, or short-sentence paragraphs."""
    kind = type(outline.entries[start])
    spans: list[Span] = []
    for entry in outline.entries[start : start + _LONGEST]:
        if type(entry) is not kind or isinstance(entry, Heading):
            break
        if isinstance(entry, Paragraph) and not _opens_short(text, entry.span):
            break
        spans.append(entry.span)
    return spans


def _begun_alike(text: str, outline: Outline) -> list[int]:
    """For each entry the number of the one behind the paragraphs from it on that all begin with
    the same two characters; its own number if it is none."""
    entries = outline.entries
    firsts = [
        text[entry.span.start : entry.span.end].strip()[:2] if isinstance(entry, Paragraph) else ""
        for entry in entries
    ]
    ends = [*range(len(entries))]
    for i in range(len(entries) - 1, -1, -1):
        if firsts[i].isalpha():
            alike = i + 1 < len(entries) and firsts[i + 1] == firsts[i]
            ends[i] = ends[i + 1] if alike else i + 1
    return ends


def _opens_short(text: str, span: Span) -> bool:
    stop = text.find("。", span.start, span.end)
    return 0 < stop - span.start <= _FIRST_SENTENCE and stop < span.end - 1


def _made(
    promise: Promise, ordinals: list[int], spans: tuple[Span, ...], form: str
) -> Announcement:
    """A missing or doubled number is another rule's: the promise holds if either count does."""
    number = promise.numbers[0]
    others = promise.numbers[1:]
    sums = {number, *others, sum(others), *(a + b for a, b in combinations(others, 2))}
    agrees = bool(sums & {len(ordinals), ordinals[-1]})
    return Announcement(promise.span, number, number if agrees else len(ordinals), spans, form)
