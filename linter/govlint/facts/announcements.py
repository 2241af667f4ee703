"""announcements: a number that promises a list, and the list that follows it.

A promise is a number phrase at the end of the sentence right before the first item (重点抓好以下
五方面工作：), so that what follows can be nothing else. The items are headings, 一是 items, dash
lines or paragraphs that each open with a short sentence of their own.
"""

from __future__ import annotations

import re
from itertools import combinations, islice

from govlint.facts.items import ItemSeries, continuation
from govlint.facts.outline import Outline
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading, Item, Paragraph
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_NUMBER = (
    r"(?P<n>[两二三四五六七八九十][一二三四五六七八九十]{0,2}|[2-9](?![0-9.])|[1-3][0-9](?![0-9.]))"
)
_MEASURE = r"(?:个|大|项|件|条|点|篇|场|种|类|方面|道|步|招|块|字|张|支|批|套|份)"
_PHRASE = re.compile(
    rf"(?<![第每各前后首约近达0-9.一二三四五六七八九十])(?P<hit>{_NUMBER}{_MEASURE}"
    r"(?P<rest>[^，。；：！？\n“”‘’、0-9（）]{0,14}))(?P<quoted>“[^”]{1,4}”)?"
)
_TOLD = re.compile(r"[一-龥]{0,4}?(?:汇报|报告|介绍|说明|总结|回顾|通报|谈|讲)")
_POLITE = re.compile(r"，(?:敬?请|恳请|欢迎)[^，。：]{1,12}[。！]?$")
_EXPLICIT = re.compile(r"(?:以下|下列|如下|下面|下述|以下的)$")
_SAID = re.compile(r"以下|如下|下列|下面|下述|从")
"""What a promise holds that says in so many words that a list follows."""
_NOUN = (
    r"方面|工作|任务|重点|问题|措施|举措|行动|工程|关键|环节|原则|特点|变化|成效|突破|提升|转变|坚持|要求"
    r"|意见|建议|目标|领域|文章|实事|大事|小事|抓手|机制|体系|关系|硬仗|攻坚战|战役|计划|战略|着力点|功夫"
    r"|不足|困难|差距|体会|经验|启示|事项|内容|事|仗|跨越|亮点|优势|短板|词|原因|因素|情况|矛盾|风险|挑战|做法"
)
_LISTED = re.compile(
    rf"(?:(?![对将已均都让使])[一-龥]{{0,6}}?)(?:{_NOUN})"
    r"(?:的?(?:工作|任务|重点|事项|文章|问题|差距|不足)|着手|入手|发力|展开|推进|努力|开展工作|上?下功夫"
    r"|(?:作|做|进行|予以|向[一-龥]{1,4})?[一-龥]{0,3}(?:汇报|报告|说明|介绍|部署|安排|总结))?"
)
_LEAD = re.compile(
    r"抓|做|办|从|在|围绕|聚焦|紧扣|突出|实施|推进|开展|落实|打好|处理好|把握|完成|实现|体现|表现|存在|主要|重点"
    r"|坚持|着力|采取|提出|汇报|报告|部署|安排|取得|强化|写好|下好|下|有|面临|讲|谈|说|是|为|分|归纳|概括"
)
_ANNOUNCED = re.compile(r"，[^，。：]{0,12}(?:如下|汇报|报告|介绍|说明|通报)[：。]")
_OTHER_PART = re.compile(r"问题|不足|困难|差距|打算|思路|展望|下一?步|今后|明年|来年|体会|启示")
"""Headings behind a list that go on with the document instead of the list."""
_CLOSING_PART = re.compile(
    r"(?:加强|强化|健全|落实|完善)?(?:组织|工作|保障|实施|有关|相关|时间|进度|责任)?"
    r"(?:保障|要求|领导|措施|步骤|安排|责任|机制)(?:措施|到位)?"
)
"""The whole title of a heading with which a plan ends, behind what it announced."""
_DONE = re.compile(
    r"(?:建成|新建|新增|完成|获得|荣获|创建|引进|开工|整治|改造)了?[^，。；：]{0,4}$"
)
_ALONE = 50
"""A paragraph so short, and of one sentence, is there for its announcement."""
_FIRST_SENTENCE = 34
_WINDOW = 80
_SHARE = 0.6
_LONGEST = 200
"""Lines of a list that are looked at: no report announces half as many."""
_SLIP = 2


class Announcement(NamedTuple):
    """``span``: the number phrase; ``number``: what it promises; ``listed``: how many items
    follow; ``items``: their places; ``form``: heading, item, dash or paragraph."""

    span: Span
    number: int
    listed: int
    items: tuple[Span, ...]
    form: str


class _Promise(NamedTuple):
    """``numbers``: the one at ``span`` first, then the others in its sentence; ``explicit``:
    the words say that the list follows; ``shared``: the items repeat the noun."""

    span: Span
    numbers: tuple[int, ...]
    explicit: bool
    shared: bool


def find_announcements(text: str, outline: Outline, items: list[ItemSeries]) -> list[Announcement]:
    """Every promise that a list follows, in reading order, each with its longest list."""
    found: dict[Span, Announcement] = {}
    for announcement in (
        *_before_headings(text, outline),
        *_before_items(text, outline, items),
        *_before_lines(text, outline),
    ):
        found.setdefault(announcement.span, announcement)
    return sorted(found.values())


def _promise(text: str, start: int, end: int, items: list[Span]) -> _Promise | None:
    """The promise in the sentence that ends at ``end``, if it makes one that ``items`` can keep.

    Either its words say so (以下, 如下), or the number closes the sentence before a colon or with
    a noun that counts (方面, 任务), or most items repeat the noun (三大行动: ……行动, ……行动).
    """
    while end > start and text[end - 1] in " \t\u3000\n":
        end -= 1
    polite = _POLITE.search(text, max(start, end - 16), end)
    end = polite.start() + 1 if polite else end
    head = max(start, end - _WINDOW)
    head = max(head, max(text.rfind(mark, head, end - 1) for mark in "。！？；\n") + 1)
    phrases = list(_PHRASE.finditer(text, head, end))
    numbers = [parse_numeral(phrase["n"]) or 0 for phrase in phrases]
    for phrase, number in zip(reversed(phrases), reversed(numbers), strict=True):
        if number < 2:
            continue
        before, after = text[head : phrase.start()], text[phrase.end("hit") : end]
        explicit = bool(_EXPLICIT.search(before)) or after.startswith(("如下", "：如下"))
        explicit = explicit or (before.endswith("从") and _TOLD.match(phrase["rest"]) is not None)
        explicit = explicit or phrase["rest"].endswith(("如下", "以下"))
        shared = abs(number - len(items)) <= _SLIP and _shared(text, phrase, items)
        if explicit or shared or _closes(before, phrase, after):
            span = Span(*phrase.span("hit"))
            return _Promise(span, (number, *numbers), explicit, shared)
    return None


def _closes(before: str, phrase: re.Match[str], after: str) -> bool:
    """Whether a number phrase ends its sentence so that only a list can follow."""
    if before.endswith(("“", "‘")) or not after or after[-1] not in "：。，":
        return False
    if _ANNOUNCED.fullmatch(after):
        return _LISTED.fullmatch(phrase["rest"]) is not None and bool(_LEAD.search(before))
    if len(after) > 1:
        return False
    listed = _LISTED.fullmatch(phrase["rest"]) is not None
    if after == "：":
        return listed or len(phrase["rest"]) <= 1 or "方面" in phrase["hit"]
    listed = listed or phrase["hit"].endswith("方面")
    return listed and _LEAD.search(before) is not None


def _shared(text: str, phrase: re.Match[str], items: list[Span]) -> bool:
    """Whether most items repeat what the phrase counts: its noun, or the sign that it quotes."""
    rest = phrase["rest"].rstrip("的")
    words = {rest[:2], rest[-2:]} if len(rest) >= 2 else set()
    if phrase["quoted"]:
        words.add(phrase["quoted"][1:-1])
    if phrase["hit"].endswith("个") and text.startswith("一", phrase.end("hit")):
        words.add("一")
    words -= {"工作", "方面", ""}
    if _DONE.search(text, max(0, phrase.start() - 12), phrase.start()):
        return False
    return len(items) > 1 and any(
        sum(text.find(word, item.start, min(item.end, item.start + 40)) >= 0 for item in items)
        >= max(2, _SHARE * len(items))
        for word in words
    )


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
        promise = _promise(text, start, entry.span.end, list(spans))
        if promise is None:
            continue
        ordinals = [h.ordinal or 0 for h in series.members]
        if not _OTHER_PART.search(text, *promise.span):
            while len(ordinals) > max(2, promise.numbers[0]) and _goes_beyond(
                text, spans[len(ordinals) - 1]
            ):
                ordinals.pop()
        found.append(_made(promise, ordinals, spans[: len(ordinals)], "heading"))
    return found


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
            promise = _promise(text, entry.span.start, first.mark.start, list(spans))
        elif series.lines[0]:
            before = outline.entries[series.lines[0] - 1]
            promise = _promise(text, before.span.start, before.span.end, list(spans))
        else:
            promise = None
        told = promise is not None and (series.shape != "step" or promise.shared)
        if promise is not None and (told or _ends_with_last(text, series, promise)):
            rest = continuation(items, index)
            ordinals = series.ordinals + (rest.ordinals if rest else [])
            made = _made(promise, ordinals, spans, "item")
            if made.listed + 1 == made.number and _last_follows(text, items, index):
                made = made._replace(listed=made.number)
            found.append(made)
    return found


def _ends_with_last(text: str, series: ItemSeries, promise: _Promise) -> bool:
    """Whether 首先…… 其次…… 最后…… is a whole list that is about as long as announced."""
    last = series.members[-1]
    whole = text.startswith("最后", last.mark.start) and len(series.members) > 2
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
        said = _SAID.search(text, max(start, entry.span.end - 2 * _WINDOW), entry.span.end)
        alone = not isinstance(entry, Heading) and _is_one_sentence(text, entry.span)
        if said is None and not dashes and not alone:
            continue  # most lines
        lines = _run(text, outline, i + 1)
        promise = _promise(text, start, entry.span.end, lines)
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
    for entry in islice(outline.entries, start, start + _LONGEST):
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
    number = promise.numbers[0]
    others = promise.numbers[1:]
    sums = {number, *others, sum(others), *(a + b for a, b in combinations(others, 2))}
    agrees = bool(sums & {len(ordinals), ordinals[-1]})
    return Announcement(promise.span, number, number if agrees else len(ordinals), spans, form)
