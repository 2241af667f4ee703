"""overflow: is a count that is some of another more than that?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.cumulative import EXPECTED, LATER, MONTHS, SINCE, find_cumulative
from govlint.facts.facts import Facts
from govlint.facts.search import ANYWHERE, Search
from govlint.facts.subsets import find_subsets, may_refer
from govlint.facts.wholes import Overflow, find_overflows, may_tell
from govlint.text.span import Span

_BEHIND = 60
_BESIDE = re.compile("连同|加上|连带|合并计算")
"""What is counted with another is none of its parts: 新建5个，连同已有的14个."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for first, last in find_cumulative(text, facts.literals):
        fields: dict[str, str | int] = {"whole": text[slice(*first)], "part": text[slice(*last)]}
        yield Finding(last, fields, (Related(first, "whole"),))
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
            if _BESIDE.search(text, *part.lead):
                continue
            yield Finding(
                part.span,
                {"whole": text[slice(*whole.span)], "part": text[slice(*part.span)]},
                (Related(whole.span, "whole"),),
            )


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (LATER, MONTHS, EXPECTED, SINCE, ANYWHERE)  # and what the figures say


CHECK = Check(
    "overflow", NoParams, run, fields=("whole", "part"), roles=("whole",), searches=_searches
)
