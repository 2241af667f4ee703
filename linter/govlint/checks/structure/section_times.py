"""Years that do not go with the heading, or the title, that a paragraph stands under.

Below 2025年工作打算, 2024年，我局将继续…… plans a year that was over; below 2024年工作回顾 a first
paragraph that opens with 2022年 and ends in 总结如下 looks back on another year. A plan asks for
nothing by a day that had passed when it was written: 确保2023年8月底前竣工 in a plan for 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.structure.title_subject import opens_with_own_year
from govlint.facts.facts import Facts
from govlint.facts.periods import Period
from govlint.facts.times import When, times_in
from govlint.syntax.tree import Heading, Item
from govlint.text.span import Span
from govlint.text.years import YEAR

_PLAN = re.compile(r"计划|要点|思路|打算|安排|方案")
_NO_PLAN = re.compile(r"总结|回顾|报告|情况|规划|通知|[—－～-]")
_OPENING = re.compile(rf"[ \t\u3000]*(?P<time>(?P<year>{YEAR})年)(?:，|(?=[全我本各]))")
_FUTURE = re.compile(
    r"(?:(?<!现)将(?:继续|进一步|坚持|围绕|紧紧|紧扣|着力|重点|全面|深入|全力|大力|按照|抓好|做好|努力|切实|突出|聚焦|牢牢|以)"
    r"|(?<![在以])力争|计划(?!生育|[的中内外])|拟(?![定办制])"
    r"|[，局镇乡县院校村我们区市]要(?:继续|进一步|坚持|围绕|紧紧|紧扣|着力|重点|全面|深入|全力|大力|抓好|做好))"
)
"""What is to be done; 将 alone also says 把."""
_AIM = re.compile(
    rf"(?P<time>(?P<year>{YEAR})年)(?![以至—～-])[^，。：；\n0-9]{{0,16}}(?:工作)?的?"
    r"(?:总体|基本|主要|指导|奋斗|预期|工作)(?:要求|思路|目标|思想)(?:和[一-龥]{2,6})?(?:是|为)?："
)
_DEADLINE = re.compile(
    rf"(?:确保|力争|计划|争取|务必|必须)[^，。；\n0-9]{{0,16}}?[于在到]?"
    rf"(?P<time>(?P<year>{YEAR})年(?:(?P<month>1[0-2]|[1-9])月|(?P<half>上半年|前三季度|[一二三]季度))?)"
    r"[^，。；\n0-9]{0,6}(?:之?前|完成|竣工|建成|开工|投用|投入|通车|启用|实现)"
)
_LAST_MONTH = 9
"""A plan is written towards the end of the year before."""


def section_years(facts: Facts) -> Iterator[tuple[Span, Span]]:
    """Each year that the heading or title above rules out, with the one named there."""
    told = _told(facts)
    plan = _planned(facts)
    if plan is not None:
        yield from _aims(facts, plan)
    if told or plan is not None:
        yield from _openings(facts, told, plan)


def _told(facts: Facts) -> dict[int, Period]:
    """The numbers of the headings that name one year of which they tell, or which they plan."""
    return {
        number: period
        for period in facts.heading_periods
        if period.when.year is not None and period.kind in ("plan", "review")
        for number, heading in enumerate(facts.outline.headings)
        if heading.title.start <= period.when.span.start < heading.title.end
    }


def _openings(
    facts: Facts, told: dict[int, Period], plan: When | None
) -> Iterator[tuple[Span, Span]]:
    """Paragraphs that open with another year than that of the heading above, or of the title."""
    text, outline = facts.body, facts.outline
    seen: set[int] = set()
    for entry, owner in zip(outline.entries, outline.owners, strict=True):
        if isinstance(entry, Heading | Item) or entry.span.start < facts.title.span.end:
            continue
        above = owner
        while above >= 0 and above not in told:
            above = outline.parents[above]
        first = above == owner and above not in seen
        seen.add(above)
        match = _OPENING.match(text, *entry.span)
        period = told.get(above)
        when = period.when if period else plan if above < 0 else None
        if match is None or when is None or _names(text, entry.span, when):
            continue
        back = period is not None and period.kind == "review"
        if (
            first and opens_with_own_year(text, entry.span, when)
            if back
            else int(match["year"]) < (when.year or 0) and _is_planned(text, entry.span, match)
        ):
            yield Span(*match.span("time")), when.span


def _planned(facts: Facts) -> When | None:
    """The one year of a title that plans."""
    words = facts.body[slice(*facts.title.span)]
    times = times_in(facts.body, facts.title.span) if _PLAN.search(words) else []
    years = [when for when in times if when.year is not None]
    return years[0] if len(years) == 1 and not _NO_PLAN.search(words) else None


def _names(text: str, span: Span, when: When) -> bool:
    return text.find(str(when.year), *span) >= 0


def _is_planned(text: str, span: Span, opening: re.Match[str]) -> bool:
    """Whether the first sentence of a paragraph says what is to be done."""
    end = text.find("。", opening.end(), span.end)
    return _FUTURE.search(text, opening.end(), end if end >= 0 else span.end) is not None


def _aims(facts: Facts, plan: When) -> Iterator[tuple[Span, Span]]:
    """The aims of another year than the plan's, and what it asks for by a day that had passed."""
    text, start, year = facts.body, facts.title.span.end, plan.year or 0
    for match in _AIM.finditer(text, start):
        if abs(int(match["year"]) - year) in (1, 2) and not _names(
            text, facts.sentence(match.start()), plan
        ):
            yield Span(*match.span("time")), plan.span
    for match in _DEADLINE.finditer(text, start):
        before = year - int(match["year"])
        passed = match["half"] or 0 < int(match["month"] or 12) <= _LAST_MONTH
        if before > 1 or (before == 1 and passed):
            yield Span(*match.span("time")), plan.span
