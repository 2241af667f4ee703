"""item series: 一是……二是……, 第一，……第二，…… at the start of lines and inside them."""

from __future__ import annotations

import re
from bisect import bisect_left

from govlint.facts.outline import Outline
from govlint.records import NamedTuple
from govlint.syntax.parser import parse_inline
from govlint.syntax.tree import Heading, Item, Paragraph
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_HAN = "一二三四五六七八九十"
_MARK = re.compile(
    rf"[首第其再最{_HAN}1-9（\u2460-\u2487](?:(?<=首)(?=先)|(?<=[其再])(?=次)|(?<=最)(?=后[，、])|(?<=[第其])(?=[{_HAN}]{{1,3}}[，、：])"
    rf"|(?<=[{_HAN}])(?=[是要])|(?<=（)(?=[{_HAN}1-9])|(?<=[1-9])(?=）|(?<=[；：。].)[.、](?![0-9]))"
    r"|(?<=[\u2460-\u2487]))"
)
"""The first character of what may be the mark of an item. A class stands first: the engine passes
over all other characters."""
_FIRST = {"shi": "一是", "yao": "一要", "di": "第一", "qi": "其一", "step": "首先"}


_REFERRED = re.compile(r"（[一二三四五六七八九十1-9]|[项款条](?![目件例])")
_CIRCLED = frozenset(map(chr, range(0x2460, 0x2474)))
_ENUMERATED = re.compile(
    "[\u2460-\u2473][、—～至和及]?[\u2460-\u2473]|“[\u2460-\u2473]|[\u2460-\u2473]”"
)
_POINTS = frozenset("，。；：、！？…）”》】 \t\u3000\n—")
_NEXT = 3
"""Lines behind an item, the paragraphs that belong to it included, in which the next begins."""
_BELOW_PARTS = ("han-dun", "han-paren", "arabic", "arabic-paren", "circled")
_REFERABLE = ("circled", "paren", "han-paren")
"""Marks with which a text also refers to what they stand before: 步骤②, （一）项."""
_LABEL = re.compile(
    rf"(?P<label>(?!附|图|表|注|专栏|参考|第)[一-龥]{{2,4}}?)(?P<n>[{_HAN}]{{1,2}}|[1-9][0-9]?)(?:（[^（）\n]{{1,24}}）)?[：:](?=.)"
)
"""行动一：, 问题2：, 阶段三（10月）：: what is counted stands before its number."""


_STAGE = re.compile(
    rf"第(?P<n>[{_HAN}]{{1,2}}|[1-9])(?P<label>阶段|步|批次?|环节|层面|轮|期|讲|课|场)(?:（[^（）\n]{{1,24}}）)?[：:](?=.)"
)
"""第二阶段（4月至6月）：, 第三步："""
_ONE_LABEL = {"步骤": "步", "批次": "批"}


class ItemSeries(NamedTuple):
    """Items of one shape that are numbered together. ``owner``: the index of the heading that
    they stand under, or -1. ``lines``: for each member the index of the entry it stands in."""

    shape: str
    owner: int
    members: list[Item]
    lines: list[int]

    @property
    def ordinals(self) -> list[int]:
        return [item.ordinal or 0 for item in self.members]

    @property
    def last(self) -> int:
        """The ordinal of the last item."""
        return self.members[-1].ordinal or 0


def find_marks(text: str) -> list[int]:
    """Where something may be the mark of an item, in order."""
    return [match.start() for match in _MARK.finditer(text)]


def items_of_line(text: str, span: Span, item: Item | None, marks: int) -> tuple[Item, ...]:
    """The items in one line with so many ``marks``; ``item`` is the one that it begins with."""
    if not marks or (marks == 1 and item is not None):
        return (item,) if item is not None and item.shape != "dash" else ()
    return tuple(item for item in parse_inline(text, span) if not _refers(text, item.mark))


def _refers(text: str, mark: Span) -> bool:
    """Whether （二） or ② names an item of elsewhere and begins none: （一）（二）两项, （三）项,
    ①、③、⑥环节."""
    if text[mark.start] in _CIRCLED:
        around = text[max(0, mark.start - 2) : mark.end + 2]
        return _ENUMERATED.search(around) is not None
    if text[mark.end - 1] != "）":
        return False
    return text[mark.start - 1 : mark.start] == "）" or _REFERRED.match(text, mark.end) is not None


def build_items(text: str, outline: Outline) -> list[ItemSeries]:
    """Every series of items, by its first member.

    A series ends where its shape begins again at 1, where its section ends, and where another
    paragraph goes on with an ordinal that does not follow and does not stand at its start.
    """
    found: list[ItemSeries] = []
    current: dict[str, ItemSeries] = {}
    marks = find_marks(text)
    for line, (entry, owner) in enumerate(zip(outline.entries, outline.owners, strict=True)):
        if isinstance(entry, Heading):
            current = {s: c for s, c in current.items() if _contains(outline, c.owner, owner)}
            span, first = Span(_behind(text, entry), entry.span.end), None
        else:
            span, first = entry.span, entry if isinstance(entry, Item) else _labelled(text, entry)
        count = bisect_left(marks, span.end) - bisect_left(marks, span.start)
        for item in items_of_line(text, span, first, count):
            at_start = item.mark.start == entry.span.start
            series = current.get(item.shape)
            if series is not None and _points_back(text, series, item, line):
                continue
            ordinal = item.ordinal or (series.last + 1 if series else 0)
            numbered = item._replace(ordinal=ordinal)
            if series is not None and _goes_on(series, ordinal, line, at_start=at_start):
                series.members.append(numbered)
                series.lines.append(line)
            else:
                current[item.shape] = ItemSeries(item.shape, owner, [numbered], [line])
                found.append(current[item.shape])
    return found


def _behind(text: str, heading: Heading) -> int:
    """Where the text begins that may hold items: behind the title, or behind the colon in it that
    leads to the first (2.提交下列材料：①……；②……)."""
    colon = text.find("：", *heading.title)
    first = _MARK.match(text, colon + 1) if colon >= 0 else None
    return colon + 1 if first is not None else heading.title.end


def _points_back(text: str, series: ItemSeries, item: Item, line: int) -> bool:
    """Whether a mark refers to an item of ``series`` (在步骤②须……; 其中，②由……): none follows the
    last with its number, and it stands within a clause where those of the items stand behind
    points, or in a sentence behind the one that holds them all."""
    last, ordinal = series.members[-1], item.ordinal or 0
    if series.shape not in _REFERABLE or not 0 < ordinal <= series.last:
        return False
    if not _marked_off(text, item.mark):
        return _marked_off(text, series.members[0].mark)
    if line != series.lines[0] or ordinal == 1:
        return False
    first = series.members[0].mark.end
    one = len(series.members) > 1 and text.find("。", first, last.mark.start) < 0
    return one and text.find("。", last.mark.end, item.mark.start) >= 0


def _marked_off(text: str, mark: Span) -> bool:
    return not mark.start or text[mark.start - 1] in _POINTS


def _labelled(text: str, line: Paragraph) -> Item | None:
    """The item that a line such as 行动一：…… is."""
    match = _LABEL.match(text, *line.span) or _STAGE.match(text, *line.span)
    if match is None:
        return None
    mark = Span(*match.span())
    label = _ONE_LABEL.get(match["label"], match["label"])
    return Item(f"label {label}", parse_numeral(match["n"]), mark, line.span)


def _contains(outline: Outline, outer: int, inner: int) -> bool:
    while inner > outer:
        inner = outline.parents[inner]
    return inner == outer


def _goes_on(series: ItemSeries, ordinal: int, line: int, *, at_start: bool) -> bool:
    last = series.last
    if ordinal == last + 1:
        return True
    if ordinal == 1:
        # 一是……一是…… in one paragraph, or on lines of their own, is a repeat only if 二是 follows
        return last == 1 and line == series.lines[-1] and series.shape in _FIRST
    return line == series.lines[-1] or at_start


def continuation(items: list[ItemSeries], index: int) -> ItemSeries | None:
    """The series of another shape that goes on where series ``index`` stops: 第二，…… 三是……"""
    if index + 1 >= len(items):
        return None
    before, after = items[index], items[index + 1]
    last, first = before.members[-1], after.members[0]
    follows = (first.ordinal or 0) > 1 and first.ordinal == (last.ordinal or 0) + 1
    near = after.owner == before.owner and after.lines[0] - before.lines[-1] <= 1
    return after if follows and near and last.mark.start < first.mark.start else None


def heading_behind(outline: Outline, series: ItemSeries) -> Heading | None:
    """The heading that goes on where lines of items stop: 一是…… 二是…… （三）……"""
    first, last = series.members[0], series.members[-1]
    if first.inline or last.inline or first.ordinal != 1 or len(series.members) == 1:
        return None
    for entry in outline.entries[series.lines[-1] + 1 :][:_NEXT]:
        if isinstance(entry, Heading):
            follows = entry.ordinal == series.last + 1 and not entry.loose
            alone = follows and entry.shape in _BELOW_PARTS and _begins_series(outline, entry)
            return entry if alone else None
        if isinstance(entry, Item):
            return None
    return None


def _begins_series(outline: Outline, heading: Heading) -> bool:
    return any(series.members[0].span == heading.span for series in outline.series)


def begins_elsewhere(text: str, series: ItemSeries, start: int) -> bool:
    """Whether the first item of a series stands somewhere from ``start`` on after all, where no
    point marks it off (主要原因一是……；二是……)."""
    first = _FIRST.get(series.shape)
    return first is not None and text.find(first, start, series.members[0].mark.start) >= 0
