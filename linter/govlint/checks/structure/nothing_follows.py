"""nothing-follows: does something come behind a line that ends in a colon, or in a comma?

What a colon announces stands below it: paragraphs, items, a table, or headings of a lower level.
Where the next line is a heading beside or above the one that the line stands under, nothing does.
A sentence that stops at a comma goes on in no heading but the first of a list. A sentence that has
told what is done (已成为新地标：) announces nothing, nor does one that promises who does what if
the next paragraph names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.outline import Series
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import Block, Heading, Paragraph
from govlint.text.span import Span

_ANNOUNCES = re.compile(
    r"[^，。；：\n]{0,24}(?:如下|以下|下列|下面|下表|下图|附表|有|是|为|包括|分别|表现在|体现在|问题|措施|建议|意见|任务|内容|方面|工作|做法|情况)"
    r"[^，。；：\n]{0,16}：$"
)
"""The clause before the colon; a label such as 联系人： is to be filled in."""
_LABEL = (
    "(?:联系人|联系电话|咨询电话|电话|手机|传真|电子邮[箱件]|邮箱|通讯地址|地址|邮编|邮政编码)："
)
_EMPTY = re.compile(
    rf"{_LABEL}[^；，。：\n_ \u3000][^；，。：\n_]{{1,24}}[；，。 \u3000]{{1,3}}"
    r"(?:[^\n：；，。]{1,10}：[^；，。：\n_]{2,30}[；，。 \u3000]{1,3}){0,3}"
    rf"(?P<hit>{_LABEL})[；。]?$"
)
"""The last of several ways to get in touch, of which the others are told."""
_BELOW = re.compile(r"(?P<who>出席|列席|缺席|请假|记录)(?:人员?)?：|抄送：")
_MATTERS = re.compile(r"事项|意见|要求|措施|任务|问题|决定|纪要")
_SHORTEST = 6
_CLAUSE = re.compile(r"[^，。；：！？\n]*[，、]$")
_SENTENCE = 12
"""What is shorter and ends in a comma may be half of a title."""


_LISTS = re.compile(r"[^，。；：\n]{0,24}(?:如下|以下|下列)[^，。；：\n]{0,16}：$")
_CLOSING = re.compile("(?:特此|专此|妥否|当否|以上|是否妥当)[^\n]{0,24}")
_LAST = re.compile(r"[^，。；：\n]{4,40}：$")
_CUE = re.compile(
    r"[如以下]下|下[列面表图]|附[表件图]|[是为有即]：|包括|分别|强调|指出|要求|认为|决定|明确|一致|提出|宣布|听取|议定|同意"
    r"|问题|措施|建议|意见|任务|内容|方面|工作|做法|情况|经验|体会|表现|说|道|问|答|表示|写|如|主要|按照|其中|预计|标准|条件"
    r"|方式|要点|原则|目标|通知|报告|公告|公示|汇报|做[好到]|名单|程序|步骤|流程|安排|分工|第|[要应须请让令]|代表|同志|单位|范围"
    r"|对象|职责|时间|地点|电话|联系|责任|依据|公式|计算|根据|事项|办法|看到|感到|来看|[大项件点条种类个步组轮][一-龥]{0,8}："
)
"""What leads to something: a clause with none of it, that tells of what is done, is finished."""
_DONE = re.compile(
    r"已|[了过](?!解)|成为|得到|达到?[0-9]|取得|[0-9]%|明显|显著|[为以]来|迈[上入进出]"
)
_LONG = 40
_PROMISED = (
    (
        re.compile(r"(?:职责|任务|责任)?分工(?:如下|为|是|安排如下)：$"),
        re.compile("负责|牵头|承担|组|负有|主管|分管"),
    ),
    (
        re.compile(r"(?:名单|组成人员|成员(?:名单)?|人选)(?:如下|为|是)：$"),
        re.compile(r"[、：\t\u3000 ]|^[一-龥]{2,4}$"),
    ),
    (
        re.compile(
            r"(?:时间|日程|进度|赛程)安排(?:如下|为|是)：$|(?:标准|金额|价格|电话|数额)(?:如下|为|是)：$"
        ),
        re.compile("[0-9一二三四五六七八九十百]"),
    ),
)
"""What a line promises, and what the next one then holds."""


class Params(NamedTuple):
    """``mark``: with what the line ends, a colon or a comma; prose: a colon above a paragraph that
    it does not lead to."""

    mark: Literal["colon", "comma", "prose"] = "colon"


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    if params.mark == "colon":
        yield from _at_end(facts)
    find = {"comma": _commas, "colon": _colons, "prose": _above_prose}[params.mark]
    yield from find(facts)


def _above_prose(facts: Facts) -> Iterator[Finding]:
    """The last clause of a paragraph that ends in a colon, above one that it does not lead to."""
    text = facts.body
    for line, after in pairwise(facts.outline.entries):
        if text[line.span.end - 1] != "：" or not isinstance(after, Paragraph):
            continue
        if facts.masked(line.span, ("table",)):
            continue
        start = _start(line)
        match = _LAST.search(text, start, line.span.end)
        if match is None or text[after.span.end - 1] not in "。！？":
            continue
        if text.find("；", *after.span) < 0 and (
            _is_done(text, start, match) or _breaks_promise(text, match, after.span)
        ):
            yield Finding(Span(*match.span()), {"tail": match[0]})


def _is_done(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a sentence of some length has told what it has to tell."""
    long = match.end() - start >= _LONG and "，" in text[start : match.start()]
    return bool(long and _DONE.search(match[0]) and not _CUE.search(match[0]))


def _breaks_promise(text: str, match: re.Match[str], after: Span) -> bool:
    return any(
        promise.search(match[0]) and not kept.search(text, *after) for promise, kept in _PROMISED
    )


def _commas(facts: Facts) -> Iterator[Finding]:
    """The last clause of a line of text that ends in a comma above a heading."""
    text, entries = facts.body, facts.outline.entries
    odd = {span for series in facts.outline.series for span in _unlike(text, series)}
    for line, after in pairwise(entries):
        if text[line.span.end - 1] not in "，、" or not isinstance(after, Heading):
            continue
        start = _start(line)
        if line.span in odd:
            start = line.title.start if isinstance(line, Heading) else start
        if after.ordinal == 1 or after.rank == 0:
            continue
        if line.span.end - start < _SENTENCE and not (line.span in odd and start < line.span.end):
            continue
        if match := _CLAUSE.search(text, start, line.span.end):
            yield Finding(Span(*match.span()), {"tail": match[0]})


def _unlike(text: str, series: Series) -> Iterator[Span]:
    """The line of the one item that stops at a comma among others that all end in 。 or ；."""
    ends = [text[heading.span.end - 1] for heading in series.members]
    odd = [h.span for h, end in zip(series.members, ends, strict=True) if end in "，、"]
    if len(odd) == 1 and len(ends) > 1 and set(ends) <= set("，、。；"):
        yield odd[0]


def _labels(facts: Facts) -> Iterator[Finding]:
    """联系人：王敏；联系电话：0000-5551234；电子邮箱： with nothing behind it, or below."""
    text, entries = facts.body, facts.outline.entries
    for number, line in enumerate(entries):
        if text[line.span.end - 1] not in "：；。":
            continue
        match = _EMPTY.search(text, *line.span)
        below = entries[number + 1].span.start if number + 1 < len(entries) else -1
        if match is None or (below >= 0 and text[below].isascii()):
            continue
        yield Finding(Span(*match.span("hit")), {"tail": match["hit"]})


def _colons(facts: Facts) -> Iterator[Finding]:
    yield from _labels(facts)
    yield from _closings(facts)
    text, outline = facts.body, facts.outline
    before = -1
    for number, (entry, owner) in enumerate(zip(outline.entries, outline.owners, strict=True)):
        above, before = before, owner
        if not number or not isinstance(entry, Heading) or outline.parents[owner] == above:
            continue
        line = outline.entries[number - 1]
        if text[line.span.end - 1] != "：" or entry.ordinal == 1 or entry.rank == 0 or above < 0:
            continue
        match = _ANNOUNCES.search(text, _start(line), line.span.end)
        if match is not None and match.end() - match.start() >= _SHORTEST:
            yield Finding(Span(*match.span()), {"tail": match[0]})


def _at_end(facts: Facts) -> Iterator[Finding]:
    """The same of the last line of a text, above the closing words or who signs."""
    text, signature = facts.body, facts.signature
    signed = signature.organs[0].start if signature else -1
    for line, after in pairwise(facts.outline.entries):
        if text[line.span.end - 1] != "：" or line.span.start < facts.title.span.end:
            continue
        if not (after.span.start == signed or _CLOSING.fullmatch(text, *after.span)):
            continue
        match = _LISTS.search(text, _start(line), line.span.end)
        if match is not None:
            yield Finding(Span(*match.span()), {"tail": match[0]})


def _closings(facts: Facts) -> Iterator[Finding]:
    """议定事项如下： right above 出席：, or above what closes a document."""
    text = facts.body
    for line, after in pairwise(facts.outline.entries):
        if text[line.span.end - 1] != "：" or isinstance(after, Heading):
            continue
        match = _ANNOUNCES.search(text, _start(line), line.span.end)
        closing = _BELOW.match(text, *after.span)
        if match is None or closing is None:
            continue
        if closing["who"] is None or _MATTERS.search(match[0]):
            yield Finding(Span(*match.span()), {"tail": match[0]})


def _start(line: Heading | Block) -> int:
    """Where the text of a line begins, behind its title; an article has no title."""
    if not isinstance(line, Heading):
        return line.span.start
    return line.title.start if line.shape == "article" else line.title.end + 1


CHECK = Check("nothing-follows", Params, run, fields=("tail",))
