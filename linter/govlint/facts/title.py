"""title: what the document calls itself, and the years and periods that it names."""

from __future__ import annotations

import re

from govlint.facts.outline import Outline
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading, Item
from govlint.text.span import Span
from govlint.text.years import YEAR

_BESIDE = re.compile(r"——|（[^（）]{0,60}）$|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日")
_SPEAKER = re.compile(
    r"[^，。\n]{0,40}(?:大会|会议|会)上(?:（[^（）]{0,20}）)?$"
    r"|[一-龥]{0,16}(?:总理|主席|[省市县区州镇乡旗盟]\s?长|书记|主任|局长|院长|校长|部长|专员)\s*(?:[一-龥]\s?){0,4}$"
)
"""The occasion of a speech, and who gives it: beside the title, never the title itself."""
_SOURCE = re.compile(r"(?:信息|文章|稿件)?来源：|(?:发布|发表)(?:时间|日期)：|责任编辑：")
_NAME = re.compile(r"[一-龥][ \u3000]{0,3}[一-龥](?:[ \u3000]{0,3}[一-龥]){0,2}$")
"""A speaker whose office is not told."""
_LINES = 8
_LONGEST = 80
_KIND = re.compile(
    r"报告|总结|计划|要点|安排|思路|打算|方案|意见|通知|通报|通告|公告|公报|决定|决议|命令|请示|批复"
    r"|议案|函|纪要|办法|规定|条例|细则|规划|纲要|讲话|致辞|发言|汇报|述职|倡议|建议|说明|概况|简介"
)
_POINTED = re.compile(rf"[^。，；了]{{2,80}}(?:{_KIND.pattern})[。；，、]$")
_YEAR = re.compile(rf"(?<![0-9])({YEAR})(?=年|[^0-9])")
_NOT_TITLE = re.compile(
    r"——|（[^（）]{0,60}）$|[表图][ \u3000]?[0-9一二三四五六七八九]{1,2}[ \u3000：]"
    r"|[特专]此|各位|同志们|尊敬的|[0-9一二三四五六七八九〇]{4}年[0-9一二三四五六七八九十]{1,3}月"
    r"[0-9一二三四五六七八九十]{1,3}日$|[^，。]{1,20}：$"
)


class Title(NamedTuple):
    """``spans``: the lines of the title, none where it is missing; ``start``: where the text
    begins (a missing title belongs there); ``years``: the years it names, in order."""

    spans: tuple[Span, ...]
    start: int
    years: tuple[int, ...]

    @property
    def span(self) -> Span:
        """From the first character of the title to its last; empty where it is missing."""
        if not self.spans:
            return Span(self.start, self.start)
        return Span(self.spans[0].start, self.spans[-1].end)


def years_in(text: str, span: Span) -> tuple[int, ...]:
    """The four-digit years in ``span``, in order.

    >>> years_in("2023年工作总结和2024年工作安排", Span(0, 18))
    (2023, 2024)
    """
    return tuple(int(match[1]) for match in _YEAR.finditer(text, *span))


def find_title(text: str, outline: Outline) -> Title:
    """The title: short lines at the very beginning, before the first numbered heading, the
    salutation or the first full sentence, of which one names a kind of document."""
    lines: list[Span] = []
    beside = False
    for entry in outline.entries[:_LINES]:
        if isinstance(entry, Heading) and entry.shape != "unnumbered":
            break
        if not lines and _stands_beside(text, entry.span, named=beside):
            beside = True
            continue
        if isinstance(entry, Item) or not _can_be_title(text, entry.span):
            break
        lines.append(entry.span)
    kinds = [i for i, span in enumerate(lines) if _KIND.search(text, *span)]
    start = outline.entries[0].span.start if outline.entries else 0
    spans = tuple(lines[: kinds[0] + 1 if kinds else 1])
    return Title(spans, start, tuple(y for span in spans for y in years_in(text, span)))


def _stands_beside(text: str, span: Span, *, named: bool) -> bool:
    """Whether a line tells the source, the date, the occasion or the speaker, and no kind of
    document; ``named``: whether a lone name may be the speaker's."""
    if _BESIDE.match(text, *span) or _SOURCE.match(text, *span):
        return True
    speaker = _SPEAKER.match(text, *span) or (named and _NAME.match(text, *span))
    return bool(speaker) and _KIND.search(text, *span) is None


def _can_be_title(text: str, span: Span) -> bool:
    if span.end - span.start > _LONGEST:
        return False
    if text[span.end - 1] in "。；，、" and not _POINTED.match(text, *span):
        return False
    return _NOT_TITLE.match(text, *span) is None
