"""overflow: is a count that is some of another more than that?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.cumulative import (
    ADDED,
    EXPECTED,
    LATER,
    MONTHS,
    SINCE,
    find_added,
    find_cumulative,
)
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.members import SEARCHES, find_members
from govlint.facts.search import ANYWHERE, Search
from govlint.facts.subsets import find_subsets, may_refer
from govlint.facts.units import TIME
from govlint.facts.wholes import Overflow, find_overflows, may_tell
from govlint.text.span import Span

_BEHIND = 60
_BESIDE = re.compile("连同|加上|连带|合并计算")
"""What is counted with another is none of its parts: 新建5个，连同已有的14个."""

_PLACES = re.compile("(?:乡镇|[乡镇县市区省]|街道)(?![一-龥]{0,2}(?:企业|学校|单位|医院))")
_WITHIN = re.compile("(?:行政|自然)?村|社区|小区|村民小组|企业|学校|单位|项目|合作社|园区|站点")
"""12个乡镇中有36个村: of what lies in places there may be more than of these."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for first, last in find_cumulative(text, facts.literals):
        yield _finding(text, first, last)
    for first, last in find_added(text, facts.literals):
        yield _finding(text, last, first)._replace(span=Span(first.start, last.end))
    told: set[Span] = set()
    for number, printed in enumerate(facts.printed):
        start, end = printed[0].last, printed[-1].end + _BEHIND
        found: dict[Span, Overflow] = {}
        if len(printed) > 1 and may_tell(text[start:end]):
            line = text.find("\n", printed[-1].end, end)
            figures = facts.sentence_figures(number).figures
            several = find_overflows(text, figures, line if line >= 0 else end)
            found.update((each.part.span, each) for each in several)
        if may_refer(text[start : printed[-1].start]):
            figures = facts.sentence_figures(number).figures
            several = find_subsets(text, facts.passage(number).figures, figures)
            found.update((each.part.span, each) for each in several)
        for whole, part in found.values():
            if _is_beside(text, whole, part):
                continue
            told.add(part.span)
            yield _finding(text, whole.span, part.span)
    for whole, part in find_members(facts):
        if part.span not in told and not facts.masked(part.span, ("table",)):
            told.add(part.span)
            yield _finding(text, whole.span, part.span)


def _is_beside(text: str, whole: Figure, part: Figure) -> bool:
    """Whether what is more than a whole is none of it: 试用期为6个月，初次就业的为12个月."""
    if part.dimension in (TIME, "个月"):
        return True
    lower = _PLACES.match(text, whole.span.end) and _WITHIN.match(text, part.span.end)
    return bool(lower or _BESIDE.search(text, *part.lead))


def _finding(text: str, whole: Span, part: Span) -> Finding:
    fields: dict[str, str | int] = {"whole": text[slice(*whole)], "part": text[slice(*part)]}
    return Finding(part, fields, (Related(whole, "whole"),))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (ADDED, LATER, MONTHS, EXPECTED, SINCE, *SEARCHES, ANYWHERE)  # and what the figures say


CHECK = Check(
    "overflow", NoParams, run, fields=("whole", "part"), roles=("whole",), searches=_searches
)
