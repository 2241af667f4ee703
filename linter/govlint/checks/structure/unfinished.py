"""unfinished: does a paragraph stop in the middle?

An end is open where it is a comma, what somebody has said with no point in it or behind it, a word
that something must follow (以及, 由于, 同比), or, in prose, no point at all. A line is prose if a
sentence is finished in it, if it has a comma and its neighbours are finished, or if it is longer
than any heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.lines import GAP, hard_breaks
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading, Item
from govlint.text.span import Span

_POINT = re.compile(r"[。；！？]")
_BARE = re.compile(r"[一-龥0-9A-Za-z%，、]$")
_SAID = re.compile(
    r"(?:说|道|表示|介绍|告诉[^，。：“”]{1,10}|指出|强调|感慨|坦言|写道)：“[^“”\n]{10,400}[一-龥]”$"
)
_NEVER_LAST = (
    "由于",
    "以及",
    "并且",
    "从而",
    "同比",
    "同比增",
    "环比",
    "比上年",
    "较上年",
)
"""What joins or leads on, and never ends a sentence."""
_OPEN_END = re.compile(
    r"(?:，[^，。；：、]{2,20}(?:、[^，。；：、]{2,10}){1,5}等|[的和与及到在对为把被将由并或向从以、]|有效|进一步|切实|着力|大力|充分|因为|通过|按照|根据|其中|为了|关于|对于|特别是"
    r"|(?:提高|提升|增强|促进|推动|实现|改善|形成|解决|保障|取得|建立|打造|确保|激发|夯实)了"
    rf"|{'|'.join(_NEVER_LAST)})$"
)
_LABELLED = re.compile(
    r"[ \u3000]*[一-龥]{2,4}(?<!会议|指出|要求|强调|认为)：[^。]*、[^。]*$"
    r"|[^。]{0,40}(?:电话|手机|邮箱|传真|地址|邮编|网址)：[^。，；]{4,40}$"
    r"|[ \u3000]*[一-龥]{0,4}(?:出席|列席|参加|参会|与会|到会|请假|缺席|主持|记录|审核|分送|抄送)"
    r"(?:人员?|单位|领导|会议)?：[^。]*$"
)
_LABEL_BELOW = re.compile(r"[ \u3000]*\n[ \u3000\n]*[一-龥 \u3000]{2,8}：")
_TITLE_END = re.compile(
    r"(?:的|》的?|若干)(?:[一-龥]{0,2}(?:通知|意见|决定|说明|解释|办法|规定|方案|报告|通报|批复|函))$"
)
_HEAD = re.compile(
    r"[。！？；][ \u3000]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[ \u3000、.．])[^。！？；，]{2,30}$"
)
"""A heading glued to the end of a paragraph, which STR113 reports."""
_LAST_CLAUSE = 8
_SHORTEST = 15
_SENTENCE = 10
"""Of a heading with what stands behind it in its line."""
_AMID = 26
_CLAUSES = 24
_TITLE_BLOCK = 6
_FEWEST = 3
"""Headings of a series, and characters behind one in its line, that tell how it is pointed."""
_HABIT = 5
"""Where more paragraphs than this have no point, lines were broken by a program, or by habit."""


class Params(NamedTuple):
    """``least``: a line with fewer code points may be a heading, a name, a list item."""

    least: int = 45


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    found = list(_paragraphs(facts, params))
    if len(found) <= _HABIT:
        yield from found


def _paragraphs(facts: Facts, params: Params) -> Iterator[Finding]:
    """The lines of prose whose end is open."""
    text = facts.body
    if len(hard_breaks(facts)) >= 3:
        return
    pointless = _pointless(facts)
    for number, entry in enumerate(facts.outline.entries):
        span = entry.span
        if _stops_short(text, span):
            yield _finding(text, span)
            continue
        if not _is_bare(facts, number):
            continue
        if number < _TITLE_BLOCK and _is_title(text, span):
            continue
        if isinstance(entry, Heading):
            span = _rest(entry)
        prose = _is_prose(facts, number, span)
        if isinstance(entry, Heading | Item) and not prose:
            yield from _alone(facts, number) if entry.span in pointless else ()
            continue
        if text[span.end - 1] == "，" and isinstance(_next(facts, number), Heading):
            continue  # STR135 says so
        long = span.end - span.start >= params.least
        if (prose or long or _ends_open(text, span)) and not _is_aside(facts, span):
            yield _finding(text, span)


def _is_bare(facts: Facts, number: int) -> bool:
    """Whether a line ends in no point; STR135 asks of one that ends in 、 above a heading."""
    text, entries = facts.body, facts.outline.entries
    end = entries[number].span.end
    after = entries[number + 1 : number + 2]
    headed = bool(after) and isinstance(after[0], Heading)
    return bool(_BARE.match(text, end - 1, end)) and not (headed and text[end - 1] == "、")


def _next(facts: Facts, number: int) -> object:
    """The entry behind the one of that number, or None."""
    entries = facts.outline.entries
    return entries[number + 1] if number + 1 < len(entries) else None


def _stops_short(text: str, span: Span) -> bool:
    """Whether a line stops with what somebody has said and no point, or is a label with names and
    stops at 、 above another label."""
    if text[span.end - 1] == "”":
        return _SAID.search(text, *span) is not None
    if text[span.end - 1] != "、" or not _LABELLED.match(text, *span):
        return False
    return _LABEL_BELOW.match(text, span.end) is not None


def _is_title(text: str, span: Span) -> bool:
    """Whether one of the first lines is a title, or says where a report was given."""
    if text.endswith(("报告", "讲话", "会议上"), *span):
        return True
    return text.find("。", *span) < 0 and bool(_TITLE_END.search(text, *span))


def _rest(heading: Heading) -> Span:
    """What follows the heading in its line; an article has no heading, only its text."""
    if heading.shape == "article":
        return heading.title
    return Span(min(heading.title.end + 1, heading.span.end), heading.span.end)


def _alone(facts: Facts, number: int) -> Iterator[Finding]:
    """A heading, or what follows it in its line, that has no point among others that have, and no
    text below."""
    entries = facts.outline.entries
    heading, after = entries[number], _next(facts, number)
    if not isinstance(heading, Heading):
        return
    if after is not None and not (isinstance(after, Heading) and after.rank <= heading.rank):
        return
    behind = _rest(heading)
    span = behind if behind.end > behind.start else heading.title
    if not _is_aside(facts, span):
        yield _finding(facts.body, span)


def _pointless(facts: Facts) -> set[Span]:
    """The headings that are the only ones of their series, of three at least, without a point at
    the end: those of the others all have text behind them in their line."""
    found = set()
    for series in facts.outline.series if len(facts.outline.headings) >= _FEWEST else ():
        if len(series.members) < _FEWEST:
            continue
        bare = [h for h in series.members if facts.body[h.span.end - 1] not in "。！？"]
        if len(bare) == 1 and all(
            h is bare[0] or h.span.end - h.title.start > _SENTENCE for h in series.members
        ):
            found.add(bare[0].span)
    return found


def _is_prose(facts: Facts, number: int, span: Span) -> bool:
    """Whether a line, or what follows the heading in it, is written in sentences."""
    if _POINT.search(facts.body, *span) is not None or _at_comma(facts.body, span):
        return True
    heading = isinstance(facts.outline.entries[number], Heading)
    least = _SHORTEST if heading else _AMID
    return span.end - span.start >= least and _amid_prose(facts, number, alone=heading)


def _at_comma(text: str, span: Span) -> bool:
    """Whether a line of several clauses stops at a comma."""
    long = span.end - span.start >= _CLAUSES
    return long and text[span.end - 1] == "，" and text.find("，", span.start, span.end - 1) >= 0


def _amid_prose(facts: Facts, number: int, *, alone: bool) -> bool:
    """Whether a line with a comma stands between two paragraphs that are finished; ``alone``: one
    is enough where the document has no other."""
    text, entries = facts.body, facts.outline.entries
    if text.find("，", *entries[number].span) < 0:
        return False
    beside = [i for i in (number - 1, number + 1) if 0 <= i < len(entries)]
    finished = all(text[entries[i].span.end - 1] in "。！？" for i in beside)
    return finished and len(beside) > (0 if alone else 1)


def _ends_open(text: str, span: Span) -> bool:
    """Whether a line of some length ends in a word that something must follow."""
    return (
        span.end - span.start >= _SHORTEST
        and _OPEN_END.search(text, span.start, span.end) is not None
        and text.find("，", *span) >= 0
    )


def _is_aside(facts: Facts, span: Span) -> bool:
    """Whether a line is a row, a note, a list of names behind its label (列席：), or prose that a
    heading was glued to (STR113)."""
    text = facts.body
    line = text[slice(*span)]
    if (
        "\t" in line
        or line.count("|") > 1
        or GAP.search(line)
        or _LABELLED.match(line)
        or _HEAD.search(line)
    ):
        return True
    if line.startswith(("（", "注", "附", "【")):
        return True
    return any(span.start <= mark.start < span.end for mark in facts.glued)


def _finding(text: str, span: Span) -> Finding:
    """The last clause of a line."""
    last = max(span.start, text.rfind("。", span.start, span.end) + 1)
    clause = max(last, text.rfind("，", last, span.end - 1) + 1, span.end - _LAST_CLAUSE)
    return Finding(Span(clause, span.end), fields={"tail": text[clause : span.end]})


CHECK = Check("unfinished", Params, run, fields=("tail",))
