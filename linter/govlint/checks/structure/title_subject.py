"""Times that the subject of a document rules out: 2022年度收支情况 in 关于2023年度决算的汇报.

Only titles are read that name one year and say whether the document looks back or ahead. A
heading that compares, follows up or carries over (对比, 整改, 结转) may name any year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.facts import Facts
from govlint.facts.times import PART, YEAR, When, times_in
from govlint.syntax.tree import Heading, Item
from govlint.text.span import Span

_BACK = re.compile(
    r"总结|述职|汇报|决算|自查|通报|小结|回顾|完成情况|执行情况|落实情况|分析|运行情况|情况的?报告|工作报告|年度报告"
)
_AHEAD = re.compile(r"计划|方案|安排|要点|思路|打算")
_OUT_OF_REACH = re.compile(
    r"政府工作报告|规划|会议|大会|讲话|发言|问题|整改|反馈|巡视|巡察|审计|通知|[—－至-]|以来|五年|三年|届"
)
_RESULT = re.compile(r"情况|回顾|总结|成效|成绩|进展|完成|工作$|任务$|亮点|收支|做法")
_PLAN = re.compile(r"安排|计划|思路|打算|部署|要点|举措|谋划")
_AIM = re.compile(rf"{_PLAN.pattern}|目标|任务|重点")
_DONE_SO_FAR = re.compile(r"情况|回顾|总结|成效|执行|完成")
_ELSEWHERE = re.compile(
    r"对比|比较|遗留|结转|整改|反馈|巡视|巡察|审计|考核|以来|[—－至-]|后续|相比|同期|问题|剩余|余下|年底|年末|年后|近[两三五]年"
)
_OPENING = re.compile(rf"[ \t\u3000]*{YEAR}年(?=，)")
_YIELD = re.compile(
    r"[^，。；]{0,14}(?:完成|实现|新增|新建|改造|收入|产值|培训|办理|受理)[^。；提启年]{0,30}[0-9]"
)
_DONE = re.compile(r"圆满完成|较好[地的]?完成|顺利完成|取得了?[^，。]{0,12}(?:成绩|成效|进展)")
_OWN = re.compile(
    r"现(?:将|就|对|把)?[^。；\n]{0,24}(?:总结|汇报|报告)?如下|(?<![^，\n])(?:[我全][一-龥]{1,2})?在[^，。]{2,40}(?:领导|指导|支持|关心|帮助)下"
)
"""What the paragraph says that opens a document on its own year."""
_SINCE = re.compile(r"[以年月]来|目前|截至|今年|至今|本年度")
"""What leads from an earlier year to the one that is told."""
_LONG_AGO = 4
_WHOLE_YEAR = re.compile(
    r"[ \t\u3000]*(?P<part>(?:今年)?(?:全年|一年来|这一年))，"
    r"(?![^。\n]{0,60}(?:将|力争|预计|计划|确保|目标))"
)
_RESTATED = re.compile(
    rf"(?:现将|现就|现对|制定|制订|拟定|以上(?:就是|是|为))[^。；\n]{{0,20}}?(?:{YEAR}年(?:度)?[^。；，\n]{{0,8}}?)?"
    rf"{PART}?[^0-9。；，\n]{{0,16}}?(?:总结|计划|汇报|报告|打算|方案|情况|安排)"
)
_MADE = ("制定", "制订", "拟定")
_PART_OPENING = re.compile(rf"[ \t\u3000]*(?:今年|本年)?{PART}，(?P<figure>[^。\n]{{0,40}}[0-9])?")
_TO_COME = re.compile("将|力争|预计|计划|目标|确保|拟|安排|预测|要|去年|上年|20[0-9]{2}年")
_REVIEWED = re.compile(r"(?:完成情况|工作情况|开展情况|回顾|总结)")
_TOTAL = re.compile(rf"(?<=[。\n]){YEAR}年(?:全年|度)?(?:共|累计)")
_PREFACE = 400
_NEAR = 40
"""So near below its heading a section says of what time it tells."""


def contradictions(facts: Facts) -> Iterator[tuple[Span, Span]]:
    """Each time that cannot be right, with the time in the title that says so."""
    title = facts.body[slice(*facts.title.span)]
    times = times_in(facts.body, facts.title.span)
    told = times[0] if len(times) == 1 else None
    if told is None or told.year is None or _out_of_reach(title):
        return
    back = _BACK.search(title) is not None
    if back is (_AHEAD.search(title) is not None):
        return
    top = min((h.rank for h in facts.outline.headings if h.rank > 0), default=0)
    headings = [h for h in facts.outline.headings if h.rank == top and top]
    for heading in headings:
        words = facts.body[slice(*heading.title)]
        here = next((w for w in times_in(facts.body, heading.title) if w.year is not None), None)
        if here is None or _ELSEWHERE.search(words):
            continue
        unfit = _past(told, here, words, len(headings)) if back else _future(told, here, words)
        if unfit:
            yield here.span, told.span
    if back:
        yield from _openings(facts, told)


def _out_of_reach(title: str) -> bool:
    """Whether a title is of a kind that may name any year; a stretch of months is one part."""
    return _OUT_OF_REACH.search(re.sub(PART, "", title)) is not None


def restatements(facts: Facts) -> Iterator[tuple[Span, Span]]:
    """Each half, quarter, term or year that is not the one of the title: in the sentence that
    says what follows (现将上半年工作总结如下), or before figures of a part that was earlier."""
    title, text = facts.title.span, facts.body
    if not facts.title.spans or _out_of_reach(text[slice(*title)]):
        return
    times = times_in(text, title)
    years = [when for when in times if when.year is not None]
    parts = [when for when in times if when.part is not None]
    tail = max(title.end + _PREFACE, len(text) - _PREFACE)
    for start, end in ((title.end, title.end + _PREFACE), (tail, len(text))):
        preface = _RESTATED.search(text, start, end)
        if preface is None or (start == tail and preface[0].startswith(_MADE)):
            continue  # at the end, 制订2025年管护计划 is what will be done
        for here in times_in(text, Span(*preface.span())):
            if len(years) == 1 and here.year not in (None, years[0].year):
                yield here.span, years[0].span
            elif len(parts) == 1 and _differ(parts[0], here):
                yield here.span, parts[0].span
    if len(parts) == 1 and _BACK.search(text, *title) and not _AHEAD.search(text, *title):
        yield from _other_parts(facts, parts[0])


def _differ(told: When, here: When) -> bool:
    """Whether two times name parts of which neither lies in the other."""
    return bool(told.part and here.part and here.part.after(told.part))


def _other_parts(facts: Facts, told: When) -> Iterator[tuple[Span, Span]]:
    """Paragraphs that open with a part of the year on which the document does not look back:
    the first with another one, a later one with figures of an earlier one; and headings on what
    was done in more of the year than was over."""
    text, first = facts.body, True
    for entry in facts.outline.entries:
        if entry.span.start < facts.title.span.end:
            continue
        if isinstance(entry, Heading):
            for here in times_in(text, entry.title):
                later = here.part and told.part and here.part.after(told.part) > 0
                if (
                    later
                    and here.year in (None, told.year)
                    and _REVIEWED.search(text, *entry.title)
                ) or _is_belied(facts, entry, here, told):
                    yield here.span, told.span
            continue
        opening = None if isinstance(entry, Item) else _PART_OPENING.match(text, *entry.span)
        if opening is not None and told.part is not None:
            place = Span(*opening.span("part"))
            here = times_in(text, place)[0]
            if _unfit(text, opening, (here, told), entry.span, first=first):
                yield place, told.span
        elif opening is None and first and not isinstance(entry, Item):
            whole = _WHOLE_YEAR.match(text, *entry.span) if told.part else None
            if whole is not None:
                yield Span(*whole.span("part")), told.span
        first = False


def _is_belied(facts: Facts, heading: Heading, here: When, told: When) -> bool:
    """Whether the text right below a heading on another part of the year tells of the title's:
    一、上半年运行情况 above 前三季度，……."""
    if here.part in (None, told.part) or here.year not in (None, told.year):
        return False
    below = Span(heading.span.end, min(heading.span.end + _NEAR, len(facts.body)))
    times = times_in(facts.body, below)
    from_one = here.part and told.part and here.part.first == told.part.first
    return bool(times) and times[0].part == told.part and bool(from_one)


def _unfit(
    text: str, opening: re.Match[str], times: tuple[When, When], line: Span, *, first: bool
) -> bool:
    """Whether a paragraph cannot open so, with its time and that of the title in ``times``."""
    here, told = times
    apart = here.part.after(told.part) if here.part and told.part else 0
    alike = here.part is not None and _size(here) == _size(told)
    if apart and ((first and alike) or (apart < 0 and opening["figure"])):
        return True
    return bool(opening["figure"]) and _not_over(text, here, told, line)


def _not_over(text: str, here: When, told: When, line: Span) -> bool:
    """Whether figures are told of a part of the year that ends behind the one of the title."""
    if here.part is None or told.part is None or here.part.last <= told.part.last:
        return False
    return _TO_COME.search(text[slice(*line)].partition("。")[0]) is None


def _size(when: When) -> int:
    return when.part.last - when.part.first if when.part else -1


def _past(told: When, here: When, words: str, headings: int) -> bool:
    """Whether a heading cannot stand in a document that looks back on ``told``."""
    ahead = (here.year or 0) - (told.year or 0)
    if ahead > 1:
        return True
    if ahead == 0:
        if _PLAN.search(words) and not _RESULT.search(words):
            return not told.part and not here.part and headings > 1
        return _differ(told, here) and _RESULT.search(words) is not None
    return ahead < 0 and _RESULT.search(words) is not None


def _future(told: When, here: When, words: str) -> bool:
    """Whether a heading cannot stand in a document that plans ``told``."""
    if not _AIM.search(words) or _DONE_SO_FAR.search(words):
        return False
    ahead = (here.year or 0) - (told.year or 0)
    return ahead < 0 or (ahead == 0 and _differ(told, here))


def _openings(facts: Facts, told: When) -> Iterator[tuple[Span, Span]]:
    """Paragraphs that begin with a year on which the document does not look back."""
    first = True
    for entry in facts.outline.entries:
        if isinstance(entry, Heading | Item) or entry.span.start < facts.title.span.end:
            continue
        match = _OPENING.match(facts.body, *entry.span)
        if match is not None:
            place = Span(match.start("year"), match.end())
            ahead = _ahead(facts.body, place, told)
            far = not 0 <= ahead <= 1
            if (far and _YIELD.match(facts.body, match.end() + 1)) or (
                first
                and 0 < abs(ahead) < _LONG_AGO
                and opens_with_own_year(facts.body, entry.span, told)
            ):
                yield place, told.span
        first = False
    for match in _TOTAL.finditer(facts.body, facts.title.span.end):
        place = Span(match.start("year"), match.end("year") + 1)
        if not 0 <= _ahead(facts.body, place, told) <= 1:
            yield place, told.span


def opens_with_own_year(text: str, span: Span, told: When) -> bool:
    """Whether a paragraph that opens with another year than ``told`` speaks of the document's."""
    if _DONE.search(text, *span):
        return True
    planned = re.search(r"(?<!现)将", text[slice(*span)])
    named = text.find(str(told.year), *span) >= 0 or _SINCE.search(text, *span)
    return not planned and not named and _OWN.search(text, *span) is not None


def _ahead(text: str, place: Span, told: When) -> int:
    """How many years the one at ``place`` comes after ``told``."""
    return (times_in(text, place)[0].year or 0) - (told.year or 0)
