"""other-side: is each item below 存在的问题 a problem, and each below 下一步打算 a plan?

An item that only says what is to be done (完善考核办法) stands among problems, or one that only
says what is wanting among plans, where all items beside it are of the other kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.items import ItemSeries
from govlint.facts.problems import PROBLEMS, WANTING
from govlint.facts.search import Search, search_for
from govlint.syntax.tree import Heading
from govlint.text.span import Span

_PLANS = re.compile(
    "^(?:(?:下一?步|下阶段|今后|下半年|明年)(?:的)?(?:主要|重点)?(?:工作)?(?:的)?"
    "(?:打算|计划|安排|思路|措施|举措|对策|建议|重点|工作|任务)(?:措施|和建议|及措施|安排|计划)?"
    "|(?:主要|重点|工作|整改|改进|对策|具体|意见|几点){0,2}(?:和|及|与)?(?:措施|对策|建议|打算)(?:和建议|及建议|建议)?)[。]?$"
)
_MEASURE = re.compile(
    "(?:要|应|须|还要)?(?:进一步|继续|着力|切实|大力|持续|不断|全面|积极){0,2}"
    "(?:加强|强化|完善|健全|建立|深化|推进|推动|加大|加快|落实|开展|组织|优化|提升|提高|拓宽|创新|严格|规范|构建|实施"
    "|增设|改善|压实|细化|畅通|探索|推行|制定|出台|整合|争取|引导|培育|扩大|统筹|加密|增加|引进|抓好|做好|突出|建设|打造|搭建|组建|设立|用好|聚焦|发挥|支持|鼓励|定期|举办|签订|配备|推广)"
)
_TOLD = re.compile(
    "滞后|困难重重|步伐|进展|进度|任重|阻力|压力|空间|有待|仍需|还需|尚需|程度$|过[多于]|了(?!解)|已"
)
_PROBLEM = re.compile(
    "不足|薄弱|滞后|短缺|混乱|不畅|不[高强大够深实严细稳准]|不到位|老化|困难|难以|较多|普遍|缺乏|缺少|偏[低少慢小]|不平衡|单一|淡薄|脱节"
)
_SOME = re.compile("部分|个别|少数|有的|一些|不少|目前|当前|由于|因")
_WILL = re.compile(
    "要|将(?!近)|应(?!急)|须|力争|确保|针对|通过|解决|破解|推[动进行广]|加[强快大]|完善|建立"
)
"""What a problem at the head of an item is told with that is also to be solved there."""
_CASE = re.compile("对[^，。；]{2,14}的")
"""Those whom a measure is meant for: 对整改不力的严肃追责."""
_CAUSES = re.compile(
    "^(?:问题|产生|存在)?(?:产生)?(?:问题)?的?(?:主要)?(?:原因|成因)(?:分析)?[。]?$"
)
_GAINS = re.compile(
    "^(?:主要|工作|取得的|取得|基本){0,2}(?:工作)?(?:成效|成绩|亮点|进展|成果)(?:和做法|及做法)?[。]?$"
)
_WANTS = re.compile(
    "仍[有存需]|还存在|不足|薄弱|滞后|短缺|不畅|不[够高强深大]|偏[低少弱小]|有待|困难|难题|短板|压力|乏力"
)
_SOLVED = re.compile(
    "解决|破解|补|消除|化解|改善|扭转|攻克|整治|治理|缓解|克服|提[升高]|增强|破|着力|针对|聚焦|直面|推|降|减"
)
_DONE = re.compile(
    "(?:全[年市县区镇]|今年以来|上半年|截至[^，。]{2,8}，|累计|共|已|先后)*"
    "(?:完成|培训|新增|新建|建成|办理|开展|组织|举办|发放|走访|受理|签约|引进|改造|整治)[^，。；]{0,16}[0-9]"
)
_DOES = re.compile(
    "加[强大快密]|强化|完善|健全|建[立设]|深化|推|落实|开展|组织|优化|提[升高]|拓宽|创新|严|规范|构建|实施|增|改|压|细化|畅通|探索"
    "|制定|出台|整|争取|引导|引进|培育|扩大|统筹|解决|破解|针对|治理|(?<!消)防(?!线)|补|杜绝|要|将|应|须|力争|确保|实行|清|减|避|消除|缓解"
    "|化解|攻坚|克服|抓|做好|聚焦|围绕|用好|设立|配[备齐]|安排|纳入|通过|采取|开[发辟]|鼓励|支持|招|选|聘|购|修|投"
)
_AHEAD = re.compile(
    "明年|来年|下一?步|下半年|今后|将(?!近)|拟|计划|力争|(?<![必需主重首])要(?![求素点])"
)
_ENDS = (
    "问题", "不足", "困难", "短板", "差距", "打算", "计划", "安排", "思路", "措施", "举措", "对策",
    "建议", "重点", "原因", "成因", "成效", "成绩", "亮点", "进展", "成果",
)  # fmt: skip
"""Of these the title of a section that is looked at has one."""
_HEADING = search_for("|".join(_ENDS), (_ENDS,), 4)
_SHORTEST = 10
_FEWEST = 2
_FAR = 4000
"""So much of a section is read to tell which of the two it is."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    yield from _swapped(facts)
    text, outline = facts.body, facts.outline
    series: dict[int, list[ItemSeries]] = {}
    for each in facts.items:
        series.setdefault(each.owner, []).append(each)
    for number, heading in enumerate(outline.headings):
        title = text[slice(*heading.title)].strip()
        kind_of = next((kind for sort, kind in _SORTS if sort.match(title)), None)
        items = _items(facts, number, series) if kind_of is not None else []
        if kind_of is None or len(items) < _FEWEST:
            continue
        kinds = [kind_of(text[slice(*said)].strip()) for _, said in items]
        strange = [place for place, kind in enumerate(kinds) if kind]
        if len(strange) != 1 or kinds.count("") != len(items) - 1:
            continue
        kind = kinds[strange[0]] or ""
        if kind == "成绩" and len(items) == _FEWEST:
            continue
        fields = {"title": title, "kind": kind}
        yield Finding(items[strange[0]][0], fields, (Related(heading.title, "heading"),))


def _swapped(facts: Facts) -> Iterator[Finding]:
    """Two sections on end, one on problems and one on plans, of which each says what the other
    should."""
    text = facts.body
    for series in facts.outline.series:
        for one, other in pairwise(series.members):
            titles = [text[slice(*heading.title)].strip("。 \u3000") for heading in (one, other)]
            plans = [_PLANS.match(title) is not None for title in titles]
            if not (any(plans) and any(map(PROBLEMS.match, titles))) or all(plans):
                continue
            end = _end(facts, series.members, other)
            bodies = [
                text[one.title.end : min(other.span.start, one.title.end + _FAR)],
                text[other.title.end : min(end, other.title.end + _FAR)],
            ]
            kinds = [_kind(body) for body in bodies]
            if kinds == ["问题" if plan else "措施" for plan in plans]:
                for heading, title, kind in zip((one, other), titles, kinds, strict=True):
                    fields = {"title": title, "kind": kind}
                    beside = other if heading is one else one
                    yield Finding(heading.title, fields, (Related(beside.title, "heading"),))


def _end(facts: Facts, members: list[Heading], last: Heading) -> int:
    """Where the section of a heading ends that may be the last of its series."""
    later = [m.span.start for m in members if m.span.start > last.span.start]
    signed = facts.signature.organs[0].start if facts.signature else len(facts.body)
    return min([*later, signed])


def _kind(body: str) -> str:
    """What a section says from beginning to end, problems or measures; nothing where it says
    both."""
    wanting = len(_PROBLEM.findall(body)) > 1
    ahead = _AHEAD.search(body)
    if wanting and not ahead:
        return "问题"
    return "措施" if ahead and not _PROBLEM.search(body) and not WANTING.search(body) else ""


def _among_problems(said: str) -> str | None:
    """What an item among problems is instead, "" for one of them, None where that is not plain."""
    if WANTING.search(_CASE.sub("", said)):
        return ""
    first = re.split("[，。；\n]", said)[0]
    if len(said) >= _SHORTEST and _MEASURE.match(said) and not _TOLD.search(first):
        return "措施"
    return "成绩" if _DONE.match(said) else None


def _among_plans(said: str) -> str | None:
    """The same of an item among plans."""
    some = _SOME.match(said) and not _WILL.search(said)
    if len(said) >= _SHORTEST and _PROBLEM.search(said) and (some or not _DOES.search(said)):
        return "问题"
    return "" if _MEASURE.match(said) or _DOES.search(said) else None


def _among_gains(said: str) -> str | None:
    """The same of an item among what was achieved."""
    first = re.split("[，。；\n]", said)[0]
    if _WANTS.search(first):
        return "问题" if not _SOLVED.search(said) else None
    return ""


_SORTS = (
    (PROBLEMS, _among_problems),
    (_CAUSES, _among_problems),
    (_PLANS, _among_plans),
    (_GAINS, _among_gains),
)
"""Headings, and what tells an item of another kind below them."""


def _items(
    facts: Facts, number: int, series: dict[int, list[ItemSeries]]
) -> list[tuple[Span, Span]]:
    """What is counted right below a heading, without its mark: the line that it begins with, and
    all that it contains. ``series``: the items by the headings that they stand under."""
    outline = facts.outline
    after, heads = number + 1, []
    while after < len(outline.headings) and outline.parents[after] >= number:
        if outline.parents[after] == number:
            heads.append(outline.headings[after])
        after += 1
    if heads:
        behind = outline.headings[after : after + 1]
        end = behind[0].span.start if behind else len(facts.body)
        ends = [*(head.span.start for head in heads[1:]), end]
        return [
            (Span(head.title.start, head.span.end), Span(head.title.start, end))
            for head, end in zip(heads, ends, strict=True)
        ]
    below = series.get(number, [])
    spans = [Span(item.mark.end, item.span.end) for item in below[0].members] if below else []
    return [(span, span) for span in spans] if len(below) == 1 else []


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_HEADING,)


CHECK = Check(
    "other-side", NoParams, run, fields=("title", "kind"), roles=("heading",), searches=_searches
)
