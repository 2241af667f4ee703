"""Times that the subject of a document rules out: 2022年度收支情况 in 关于2023年度决算的汇报.

Only titles are read that name one year and say whether the document looks back or ahead. A
heading that compares, follows up or carries over (对比, 整改, 结转) may name any year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.facts import Facts
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading, Item
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_YEAR = (
    r"(?P<year>(?<![0-9一二三四五六七八九〇])"
    r"(?:(?:19|20)[0-9]{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2}))"
)
_PART = r"(?P<part>[上下]半年|第?[一二三四1-4]季度)?"
_WHEN = re.compile(rf"{_YEAR}年?(?:度)?{_PART}")
_BACK = re.compile(r"总结|述职|汇报|决算|自查|通报|小结|回顾|完成情况|执行情况|落实情况")
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
_OPENING = re.compile(rf"[ \t\u3000]*{_YEAR}年，")
_YIELD = re.compile(
    r"[^，。；]{0,14}(?:完成|实现|新增|新建|改造|收入|产值|培训|办理|受理)[^。；提启年]{0,30}[0-9]"
)
_DONE = re.compile(r"圆满完成|较好[地的]?完成|顺利完成|取得了?[^，。]{0,12}(?:成绩|成效|进展)")


_PARTS = (
    ("上半年", "下半年"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("春季", "秋季"),
    ("上学期", "下学期"),
    ("第一学期", "第二学期"),
)
_ANY_PART = "|".join(part for parts in _PARTS for part in parts)
_TITLE_PART = re.compile(_ANY_PART)
_RESTATED = re.compile(
    rf"(?:现将|现就|现对|制定|制订|拟定|以上(?:就是|是|为))[^。；\n]{{0,20}}?(?:{_YEAR}年(?:度)?[^。；，\n]{{0,8}}?)?"
    rf"(?P<part>{_ANY_PART})?[^0-9。；，\n]{{0,16}}?(?:总结|计划|汇报|报告|打算|方案|情况|安排)"
)
_PART_OPENING = re.compile(
    rf"[ \t\u3000]*第?(?P<part>{_ANY_PART})，(?P<figure>[^。\n]{{0,40}}[0-9])?"
)
_ENDS = {"一季度": 3, "上半年": 6, "前三季度": 9, "三季度": 9}
"""The month that ends a part of the year."""
_LATER = re.compile(
    r"(?:上半年|前三季度)(?=[^，。；\n]{0,8}(?:完成情况|工作情况|开展情况|回顾|总结))"
)
_TOTAL = re.compile(rf"(?<=[。\n]){_YEAR}年(?:全年|度)?(?:共|累计)")
_PREFACE = 400


class _When(NamedTuple):
    year: int
    part: str
    span: Span


def contradictions(facts: Facts) -> Iterator[tuple[Span, Span]]:
    """Each time that cannot be right, with the time in the title that says so."""
    title = facts.body[slice(*facts.title.span)]
    told = _time(facts.body, facts.title.span)
    if told is None or _OUT_OF_REACH.search(title) or len(set(_WHEN.findall(title))) != 1:
        return
    back = _BACK.search(title) is not None
    if back is (_AHEAD.search(title) is not None):
        return
    top = min((h.rank for h in facts.outline.headings if h.rank > 0), default=0)
    headings = [h for h in facts.outline.headings if h.rank == top and top]
    for heading in headings:
        words = facts.body[slice(*heading.title)]
        here = _time(facts.body, heading.title)
        if here is None or _ELSEWHERE.search(words):
            continue
        unfit = _past(told, here, words, len(headings)) if back else _future(told, here, words)
        if unfit:
            yield here.span, told.span
    if back:
        yield from _openings(facts, told)


def restatements(facts: Facts) -> Iterator[tuple[Span, Span]]:
    """Each half, quarter, term or year that is not the one of the title: in the sentence that
    says what follows (现将上半年工作总结如下), or before figures of a part that was earlier."""
    title, text = facts.title.span, facts.body
    if _OUT_OF_REACH.search(text, *title) or not facts.title.spans:
        return
    parts = list(_TITLE_PART.finditer(text, *title))
    years = list(_WHEN.finditer(text, *title))
    tail = max(title.end + _PREFACE, len(text) - _PREFACE)
    for start, end in ((title.end, title.end + _PREFACE), (tail, len(text))):
        preface = _RESTATED.search(text, start, end)
        if preface is None:
            continue
        if len(years) == 1 and preface["year"]:
            here, told = _time(text, Span(*preface.span("year"))), _time(text, title)
            if here is not None and told is not None and here.year != told.year:
                yield here.span, Span(*years[0].span("year"))
        if len(parts) == 1 and preface["part"] and _distance(parts[0][0], preface["part"]):
            yield Span(*preface.span("part")), Span(*parts[0].span())
    if len(parts) == 1 and _BACK.search(text, *title) and not _AHEAD.search(text, *title):
        yield from _other_parts(facts, parts[0][0], Span(*parts[0].span()))


def _other_parts(facts: Facts, told: str, place: Span) -> Iterator[tuple[Span, Span]]:
    """Paragraphs that open with a part of the year on which the document does not look back:
    the first with another one, a later one with figures of an earlier one; and headings on what
    was done in more of the year than was over."""
    text, first = facts.body, True
    for entry in facts.outline.entries:
        if entry.span.start < facts.title.span.end:
            continue
        if isinstance(entry, Heading):
            later = _LATER.search(text, *entry.title)
            if later is not None and _ENDS[later[0]] > _ENDS.get(told, 12):
                yield Span(*later.span()), place
            continue
        opening = None if isinstance(entry, Item) else _PART_OPENING.match(text, *entry.span)
        if opening is not None:
            apart = _distance(told, opening["part"])
            if apart and (first or (apart < 0 and opening["figure"])):
                yield Span(*opening.span("part")), place
        first = False


def _distance(told: str, here: str) -> int:
    """How many parts ``here`` comes after ``told`` in the year: 0 where they do not compare."""
    for parts in _PARTS:
        if told in parts and here in parts:
            return parts.index(here) - parts.index(told)
    return 0


def _time(text: str, span: Span) -> _When | None:
    """The first year in ``span``, and the half or quarter that follows it."""
    match = _WHEN.search(text, *span)
    if match is None:
        return None
    return _When(
        parse_numeral(match["year"]) or 0,
        (match["part"] or "").removeprefix("第"),
        Span(*match.span()),
    )


def _past(told: _When, here: _When, words: str, headings: int) -> bool:
    """Whether a heading cannot stand in a document that looks back on ``told``."""
    if here.year > told.year + 1:
        return True
    if here.year == told.year:
        if _PLAN.search(words) and not _RESULT.search(words):
            return not told.part and not here.part and headings > 1
        other = bool(told.part and here.part and told.part != here.part)
        return other and _RESULT.search(words) is not None
    return here.year < told.year and _RESULT.search(words) is not None


def _future(told: _When, here: _When, words: str) -> bool:
    """Whether a heading cannot stand in a document that plans ``told``."""
    if not _AIM.search(words) or _DONE_SO_FAR.search(words):
        return False
    other = bool(told.part and here.part and told.part != here.part)
    return here.year < told.year or (here.year == told.year and other)


def _openings(facts: Facts, told: _When) -> Iterator[tuple[Span, Span]]:
    """Paragraphs that begin with a year on which the document does not look back."""
    first = True
    for entry in facts.outline.entries:
        if isinstance(entry, Heading | Item) or entry.span.start < facts.title.span.end:
            continue
        match = _OPENING.match(facts.body, *entry.span)
        if match is not None:
            here = _time(facts.body, Span(match.start("year"), match.end()))
            if here is None:
                continue
            far = not told.year <= here.year <= told.year + 1
            late = first and abs(here.year - told.year) == 1
            if (far and _YIELD.match(facts.body, match.end())) or (
                late and _DONE.search(facts.body, *entry.span)
            ):
                yield here.span, told.span
        first = False
    for match in _TOTAL.finditer(facts.body, facts.title.span.end):
        here = _time(facts.body, Span(match.start("year"), match.end()))
        if here is not None and not told.year <= here.year <= told.year + 1:
            yield here.span, told.span
