"""praise-under-problems: does a section on what is wrong say only what went well?

Below a heading on problems a text is looked at that praises (得到……肯定, 大幅提升) and has no word
that could tell of anything wanting; in public documents there is none such.
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

_WANTING = re.compile(
    r"[不未没无缺少弱低难慢差欠亏堵旧仅只尚]|滞后|薄弱|单一|有待|有限|偏|问题|困难|短板|矛盾|压力|挑战"
    r"|隐患|严峻|制约|风险|落后|下[降滑]|减少|空白|瓶颈|失衡|复杂|粗放|松散|老化|脱节|形式主义|流失|紧张"
    r"|过[高多大]|突出|依赖|违规|投诉|浪费|拖延|推诿|淡薄|模糊|随意|重复|分散|单薄"
)
_PROBLEMS = re.compile(
    r"^(?:目前|当前|工作中)?(?:存在|面临)?(?:的|着)?(?:主要|突出|一些|几个|方面|和|及|、|的){0,6}"
    r"(?:问题|不足|困难|短板|差距|薄弱环节)(?:和|及|与|、|不足|困难|短板|差距|问题|挑战|原因|方面){0,6}[。]?$"
)
_PRAISE = search_for(
    r"充分肯定|一致好评|广泛好评|荣获|获评|位居[^，。]{0,6}前列|走在[^，。]{0,6}前列"
    r"|显著(?:提升|提高|改善|成效)|大幅(?:提升|提高)|明显(?:提升|改善|好转)|圆满完成|超额完成"
    r"|提前完成|顺利完成|成效(?:显著|明显)|高度评价",
    (
        (
            "肯定", "好评", "荣获", "获评", "前列", "显著", "大幅", "明显", "圆满", "超额",
            "提前完", "顺利完", "成效", "高度评",
        ),
        ("问题", "不足", "困难", "短板", "差距", "薄弱环节"),
    ),
    -1,
)  # fmt: skip
_SHORTEST = 15


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, outline = facts.body, facts.outline
    problems = {
        number
        for number, heading in enumerate(outline.headings)
        if _PROBLEMS.match(text[slice(*heading.title)].strip())
    }
    if not problems:
        return
    praise = re.compile(_PRAISE.regex)
    said: dict[int, list[Span]] = {}
    for entry, owner in zip(outline.entries, outline.owners, strict=True):
        above = owner
        while above >= 0 and above not in problems:
            above = outline.parents[above]
        if above < 0:
            continue
        start = entry.title.end + 1 if isinstance(entry, Heading) else entry.span.start
        if start < entry.span.end:
            said.setdefault(owner, []).append(Span(start, entry.span.end))
    for owner, spans in said.items():
        whole = Span(spans[0].start, spans[-1].end)
        found = praise.search(text, *whole)
        if found and whole.end - whole.start >= _SHORTEST and not _WANTING.search(text, *whole):
            heading = outline.headings[owner]
            there = (Related(heading.title, "heading"),)
            yield Finding(whole, {"title": text[slice(*heading.title)], "praise": found[0]}, there)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_PRAISE,)


CHECK = Check(
    "praise-under-problems",
    NoParams,
    run,
    fields=("title", "praise"),
    roles=("heading",),
    searches=_searches,
)
