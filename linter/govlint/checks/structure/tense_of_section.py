"""tense-of-section: does a section on what is to be done tell of that, and one on what was done?

Below 下一步工作打算 a text that tells of what was done (先后举办……，表彰了……) and has no word of
what is to come; below 主要成效 one that only says what is to be done. In public documents there is
neither; one word of the right kind lets a section pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, search_for
from govlint.syntax.tree import Heading
from govlint.text.span import Span

_PLANS = re.compile(
    "(?:[^，。；：\n]{0,8}(?:下一?步|下阶段|今后|下半年|明年|来年|下一年度?|下季度)的?(?:主要|重点)?(?:工作)?的?"
    "(?:打算|计划|安排|思路|措施|举措|重点|任务)(?:和[^，。；：\n]{2,6}|安排)?|工作打算|努力方向)[。]?"
)
_GAINS = re.compile(
    "(?:主要|工作|取得的|取得|基本|(?:去|上|全|本|[0-9]{4})年度?|上半年|的){0,3}"
    "(?:(?:工作)?(?:成效|成绩|进展|成果|回顾)|(?:工作)?(?:开展|完成|进展)情况|主要做法和成效)[。]?"
)
_PAST = re.compile(
    "[一两二三四五]年来|今年以来|年初以来|已[经完建全于获通有达累形有]|先后|了(?!解)|荣获|获评|受到|同比"
)
_SURELY = re.compile(
    "(?<![即才])将(?!近)|力争|争取|确保|计划|打算|拟|明年|来年|下一?步|今后|继续|进一步|(?<![主重必需首只])要(?![求素点闻])"
)
"""What makes of the words for what was done an aim."""
_FUTURE = re.compile(
    "将|要|拟|力争|争取|确保|计划|打算|继续|进一步|下一?步|今后|明年|来年|加[强快大密]|推进|推动|推行|推广|强化|深化|完善|健全|提[升高]"
    "|落实|抓|做好|持续|努力|着力|坚持|聚焦|围绕|突出|优化|促|应|须|需|安排|预[计期]|目标|谋划|启动|建立|制定|开展|组织(?!部|了)|加"
)
"""What says of a plan what is to be done; also of things done, where the section then passes."""
_AHEAD = re.compile(
    "(?<![即才])将(?!近|[^，。；]{1,14}(?:为|到|成|入|给|至))|力争|计划|拟(?!定)|明年|来年|下一?步|今后|进一步|继续|(?<![主重必需首只])要(?![求素点闻])|必须"
)
_TIME = re.compile("(?<![即才])将(?!近)|力争|计划|拟(?![定任])|明年|来年|下一?步|今后")
_DONE = re.compile(
    "已|了(?!解)|过[，。]|成[效果绩立功]|完成|实现|达|共|累计|先后|同比|增[长加]|下降|[建获取][成得评]|[0-9]|全面|年来|以来|上半年|去年|截至|得到|有效|明显|显著|被|均|初步|稳步"
)
_ENDS = (
    "打算", "计划", "安排", "思路", "措施", "举措", "重点", "任务", "方向",
    "成效", "成绩", "进展", "成果", "回顾", "情况",
)  # fmt: skip
"""Of these the title of a section that is looked at has one."""
_HEADING = search_for("|".join(_ENDS), (_ENDS,), 4)
_CLAUSE = re.compile("[，。；：\n]")
_SHORTEST, _FEWEST = 24, 2
"""So many words of the wrong kind a section has at least."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, outline = facts.body, facts.outline
    kinds = {
        number: kind
        for number, heading in enumerate(outline.headings)
        if (kind := _kind_of(text[slice(*heading.title)].strip())) is not None
    }
    if not kinds:
        return
    for number, spans in _said(facts, kinds).items():
        whole = Span(spans[0].start, _end(facts, spans[-1].end))
        wrong, right = (_PAST, _FUTURE) if kinds[number] == "plan" else (_AHEAD, _DONE)
        body = text[slice(*whole)]
        if len(body) < _SHORTEST or len(wrong.findall(body)) < _FEWEST:
            continue
        if kinds[number] == "plan":  # 先后开展了……: what was done is done with the same verbs
            clauses = _CLAUSE.split(body)
            body = "，".join(c for c in clauses if not _PAST.search(c) or _SURELY.search(c))
        elif not _TIME.search(body):
            continue  # 每班次都要登记: what a rule asks for was done
        if not right.search(body):
            heading = outline.headings[number]
            title = text[slice(*heading.title)].strip()
            kind = "已经做了的" if kinds[number] == "plan" else "要做的"
            fields: dict[str, str | int] = {"title": title, "kind": kind}
            yield Finding(heading.title, fields, (Related(whole, "text"),))


def _said(facts: Facts, kinds: dict[int, str]) -> dict[int, list[Span]]:
    """What each of those sections says, line by line, without its own title."""
    outline = facts.outline
    said: dict[int, list[Span]] = {}
    for entry, owner in zip(outline.entries, outline.owners, strict=True):
        above = owner
        while above >= 0 and above not in kinds:
            above = outline.parents[above]
        start = entry.span.start
        if isinstance(entry, Heading) and owner == above:
            start = entry.title.end + 1
        if above >= 0 and start < entry.span.end:
            said.setdefault(above, []).append(Span(start, entry.span.end))
    return said


def _kind_of(title: str) -> str | None:
    if _PLANS.fullmatch(title):
        return "plan"
    return "gains" if _GAINS.fullmatch(title) else None


def _end(facts: Facts, end: int) -> int:
    """A signature below the last section is none of its text."""
    return min(end, facts.signature.organs[0].start) if facts.signature else end


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_HEADING,)


CHECK = Check(
    "tense-of-section",
    NoParams,
    run,
    fields=("title", "kind"),
    roles=("text",),
    searches=_searches,
)
