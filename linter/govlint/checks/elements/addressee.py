"""addressee: does the line that says to whom a document goes (主送机关) end with a colon?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.syntax.tree import Paragraph
from govlint.text.span import Span

_ORGAN = (
    r"[^，。；：、“”\n]{0,20}(?:村|社区|乡|镇|街道|县|市|区|省|兵团|单位|部门|科室|办公室|办|委员会|委|局|政府|厅|公司|企业"
    r"|股室|科|室|站|所|中心|市场|商会|银行|机关|团体|学校|医院|协会|联合会|处|队|机构|小组|支部|党委|总支|院校|高校|大学|集团|车间|班组|支行|分行|网点|门店|教研组|年级|班级|农场|林场|用户|住户|股东|[院部署馆厂会校])(?:（[^（）\n]{1,20}）)?"
)
_ADDRESSEE = re.compile(
    rf"各(?!位|级要|项|类){_ORGAN}(?:[，、]{_ORGAN}){{0,24}}(?P<end>[，。；、]?)"
)
_ONE = re.compile(rf"{_ORGAN}(?:[，、]{_ORGAN}){{0,6}}(?P<end>[，。；、]?)")
_ADDRESSED = re.compile(r"关于.*(?:请示|批复|函|报告)$")
"""Titles of what goes to one organ, which is named below."""
_BODY = re.compile(
    r"[ \u3000]{0,8}(?:[你我贵为近经现因]|按照?|根据|鉴于|目前|随着|今年|20[0-9]{2}年)"
)
"""How the text begins; below the name of who writes stands whom it is for."""
_TITLE = re.compile(r"关于.*(?:通知|通报|意见|报告|请示|函|批复|决定|公告|通告)$")
_CALLS = re.compile(
    r"[ \u3000]{0,8}(?:为|根据|按照?|经|现|近)[^。\n]{0,120}?"
    r"(?:通知如下|事项|现将|现提出|现就|如下意见|印发|转发|有关要求|请[^，。]{1,20}[贯认做按])"
)
"""How a notice begins whose title is not there."""
_HEAD = re.compile(
    r"[ \u3000]*(?:[^，。；：\n]{1,16}〔[0-9]{4}〕[0-9]{1,5}号"
    r"|（?[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日[^，。；：\n]{0,24}）?)[ \u3000]*"
)
"""A line between the title and those whom a document goes to: its number, or its day."""
_LONGEST = 240
_FEW = 30
"""Code points of a line that may stand below organs that are only listed."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    """The line behind the title of a formal document that names organs and nothing else."""
    title = facts.title
    if not title.spans:
        yield from _untitled(facts)
        return
    if not _TITLE.search(facts.body[slice(*title.span)].replace("\n", "")):
        return
    for entry, after in zip(facts.outline.entries, facts.outline.entries[1:], strict=False):
        start, end = entry.span
        if start < title.span.end:
            continue
        if not isinstance(entry, Paragraph) or not isinstance(after, Paragraph):
            return
        if _HEAD.fullmatch(facts.body, start, end):
            continue
        found = _ADDRESSEE.fullmatch(facts.body, start, min(end, start + _LONGEST))
        if not found and _BODY.match(facts.body, after.span.start):
            found = _one(facts, title.span, entry.span)
        if found and found.end() == end:
            last = Span(*found.span("end"))
            yield Finding(Span(start, end), edits=(Edit(last, "："),))
        return


def _untitled(facts: Facts) -> Iterator[Finding]:
    """The first line of a notice without its title, if it names several organs and the text that
    calls on them follows, or ends with another mark."""
    lines = facts.outline.entries[:2]
    if len(lines) < 2 or not isinstance(lines[1], Paragraph):
        return
    start, end = lines[0].span
    found = _ADDRESSEE.fullmatch(facts.body, start, min(end, start + _LONGEST))
    if not found or found.end() != end or facts.body[end - 1] == "：":
        return
    told = found["end"] and lines[1].span.end - lines[1].span.start > _FEW
    if told or _CALLS.match(facts.body, lines[1].span.start):
        yield Finding(Span(start, end), edits=(Edit(Span(*found.span("end")), "："),))


def _one(facts: Facts, title: Span, line: Span) -> re.Match[str] | None:
    """The line as the organs that it is addressed to; without a mark it could be the one that
    writes, unless the title says who does."""
    named = facts.body[slice(*title)].replace("\n", "")
    found = _ONE.fullmatch(facts.body, line.start, min(line.end, line.start + _LONGEST))
    if found is None or not _ADDRESSED.search(named):
        return None
    own = facts.body[line.start : found.start("end")] in named
    return None if own else found


CHECK = Check("addressee", NoParams, run)
