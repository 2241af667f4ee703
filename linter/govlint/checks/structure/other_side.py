"""other-side: is each item below 存在的问题 a problem, and each below 下一步打算 a plan?

An item that only says what is to be done (完善考核办法) stands among problems, or one that only
says what is wanting among plans, where all items beside it are of the other kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.problems import PROBLEMS, WANTING
from govlint.facts.search import Search, search_for
from govlint.text.span import Span

_PLANS = re.compile(
    "^(?:(?:下一?步|下阶段|今后|下半年|明年)(?:的)?(?:主要|重点)?(?:工作)?(?:的)?"
    "(?:打算|计划|安排|思路|措施|举措|对策|建议|重点|工作|任务)(?:措施|和建议|及措施|安排|计划)?"
    "|(?:主要|重点|工作|整改|改进|对策|具体|意见|几点){0,2}(?:和|及|与)?(?:措施|对策|建议|打算)(?:和建议|及建议|建议)?)[。]?$"
)
_MEASURE = re.compile(
    "(?:要|应|须|还要)?(?:进一步|继续|着力|切实|大力|持续|不断|全面|积极){0,2}"
    "(?:加强|强化|完善|健全|建立|深化|推进|推动|加大|加快|落实|开展|组织|优化|提升|提高|拓宽|创新|严格|规范|构建|实施"
    "|增设|改善|压实|细化|畅通|探索|推行|制定|出台|整合|争取|引导|培育|扩大|统筹|加密|增加|引进|抓好|做好|突出|建设|打造)"
)
_TOLD = re.compile(
    "滞后|困难重重|步伐|进展|进度|任重|阻力|压力|空间|有待|仍需|还需|尚需|力度$|程度$|过[多于]|了(?!解)|已"
)
_PROBLEM = re.compile(
    "不足|薄弱|滞后|短缺|混乱|不畅|不[高强大够深实严细稳准]|不到位|老化|困难|难以|较多|普遍|缺乏|缺少|偏[低少慢小]|不平衡|单一|淡薄|脱节"
)
_DOES = re.compile(
    "加[强大快密]|强化|完善|健全|建[立设]|深化|推|落实|开展|组织|优化|提[升高]|拓宽|创新|严|规范|构建|实施|增|改|压|细化|畅通|探索"
    "|制定|出台|整|争取|引导|引进|培育|扩大|统筹|解决|破解|针对|治理|(?<!消)防(?!线)|补|杜绝|要|将|应|须|力争|确保|实行|清|减|避|消除|缓解"
    "|化解|攻坚|克服|抓|做好|聚焦|围绕|用好|设立|配[备齐]|安排|纳入|通过|采取|开[发辟]|鼓励|支持|招|选|聘|购|修|投"
)
_HEADING = search_for(
    "(?:问题|不足|困难|短板|差距|打算|计划|安排|思路|措施|举措|对策|建议|重点)",
    (
        (
            "问题",
            "不足",
            "困难",
            "短板",
            "差距",
            "打算",
            "计划",
            "安排",
            "思路",
            "措施",
            "举措",
            "对策",
            "建议",
            "重点",
        ),
    ),
    4,
)
_SHORTEST = 10
_FEWEST = 2


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, outline = facts.body, facts.outline
    for number, heading in enumerate(outline.headings):
        title = text[slice(*heading.title)].strip()
        problems = PROBLEMS.match(title) is not None
        if not problems and not _PLANS.match(title):
            continue
        items = _items(facts, number)
        if len(items) < _FEWEST:
            continue
        strange = [line for line, said in items if _is_strange(text, said, problems=problems)]
        fit = sum(_is_fit(text, said, problems=problems) for _, said in items)
        if len(strange) == 1 and fit == len(items) - 1:
            fields = {"title": title, "kind": "措施" if problems else "问题"}
            yield Finding(strange[0], fields, (Related(heading.title, "heading"),))


def _items(facts: Facts, number: int) -> list[tuple[Span, Span]]:
    """What is counted right below a heading, without its mark: the line that it begins with, and
    all that it contains."""
    outline = facts.outline
    heads = [outline.headings[child] for child in outline.children(number)]
    if heads:
        last = number
        while last + 1 < len(outline.headings) and _contains(facts, number, last + 1):
            last += 1
        after = outline.headings[last + 1 : last + 2]
        end = after[0].span.start if after else len(facts.body)
        ends = [*(head.span.start for head in heads[1:]), end]
        return [
            (Span(head.title.start, head.span.end), Span(head.title.start, end))
            for head, end in zip(heads, ends, strict=True)
        ]
    series = [each for each in facts.items if each.owner == number]
    spans = [Span(item.mark.end, item.span.end) for item in series[0].members] if series else []
    return [(span, span) for span in spans] if len(series) == 1 else []


def _contains(facts: Facts, outer: int, inner: int) -> bool:
    while inner > outer:
        inner = facts.outline.parents[inner]
    return inner == outer


def _is_strange(text: str, item: Span, *, problems: bool) -> bool:
    said = text[slice(*item)].strip()
    if len(said) < _SHORTEST:
        return False
    if problems:
        first = re.split("[，。；\n]", said)[0]
        return bool(_MEASURE.match(said)) and not (WANTING.search(said) or _TOLD.search(first))
    return bool(_PROBLEM.search(said)) and not _DOES.search(said)


def _is_fit(text: str, item: Span, *, problems: bool) -> bool:
    said = text[slice(*item)].strip()
    return bool(WANTING.search(said) if problems else _MEASURE.match(said) or _DOES.search(said))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_HEADING,)


CHECK = Check(
    "other-side", NoParams, run, fields=("title", "kind"), roles=("heading",), searches=_searches
)
