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
from govlint.facts.problems import PROBLEMS, WANTING
from govlint.facts.search import Search, search_for
from govlint.syntax.tree import Heading, Item, Paragraph
from govlint.text.span import Span

_PRAISE = search_for(
    r"充分肯定|一致好评|广泛好评|荣获|获评|位居[^，。]{0,6}前列|走在[^，。]{0,6}前列"
    r"|显著(?:提升|提高|改善|成效)|大幅(?:提升|提高)|明显(?:提升|改善|好转)|圆满完成|超额完成"
    r"|提前完成|顺利完成|成效(?:显著|明显)|高度评价|全部(?:整改(?:到位|完毕|完成)|销号|办结)"
    r"|(?P<weak>(?<![需待应要须求])(?:全面|持续|稳步|不断)(?:提升|提高|改善|好转|向好))",
    (
        (
            "肯定", "好评", "荣获", "获评", "前列", "显著", "大幅", "明显", "圆满", "超额",
            "提前完", "顺利完", "成效", "高度评", "全面提", "全面改", "全面好", "持续提", "持续改",
            "全部整", "全部销", "全部办", "持续好", "持续向", "稳步提", "稳步改",
            "不断提", "不断改", "不断好",
        ),
        ("问题", "不足", "困难", "短板", "差距", "薄弱环节"),
    ),
    -1,
)  # fmt: skip
_ASKED = re.compile("[需应要待求盼须]|下一步|今后")
"""What makes of 全面提升 an aim."""
_SHORTEST = 15
_TURNS = re.compile("虽|尽管|但|然而|相比|距|与|同期|要求|期待|目标|力争|确保|将|标准")
_TURNED = re.compile("[ \u3000\n]{0,6}(?:但|然而|不过|可是|与|相比|同时)")
"""What makes of a praise what a problem is held against."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, outline = facts.body, facts.outline
    problems = {
        number
        for number, heading in enumerate(outline.headings)
        if PROBLEMS.match(text[slice(*heading.title)].strip())
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
        start = _said_from(entry, heads=owner in problems)
        if start < entry.span.end:
            said.setdefault(owner, []).append(Span(start, entry.span.end))
    for owner, spans in said.items():
        whole = Span(spans[0].start, spans[-1].end)
        found = praise.search(text, *whole)
        if found is None or whole.end - whole.start < _SHORTEST:
            continue
        where = _praised(text, whole, found)
        if where is not None:
            heading = outline.headings[owner]
            there = (Related(heading.title, "heading"),)
            yield Finding(where, {"title": text[slice(*heading.title)], "praise": found[0]}, there)


def _said_from(entry: Heading | Item | Paragraph, *, heads: bool) -> int:
    """Where a line says something; the title that ``heads`` a section on problems does not."""
    if not isinstance(entry, Heading):
        return entry.span.start
    return entry.title.end + 1 if heads else entry.title.start


def _praised(text: str, whole: Span, found: re.Match[str]) -> Span | None:
    """What praises: all that is said, or a sentence of it."""
    if found["weak"] and _ASKED.search(text, *whole):
        return None
    return whole if not WANTING.search(text, *whole) else _sentence(text, whole, found)


def _sentence(text: str, whole: Span, found: re.Match[str]) -> Span | None:
    """The sentence of the first praise, where it praises only, behind one that tells of a problem,
    and leads to none."""
    start = text.rfind("。", whole.start, found.start()) + 1
    end = text.find("。", found.end(), whole.end) + 1
    if not start or not end or not WANTING.search(text, whole.start, start):
        return None
    turns = _TURNS.search(text, start, end) or _TURNED.match(text, end)
    return Span(start, end) if not turns and not WANTING.search(text, start, end) else None


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
