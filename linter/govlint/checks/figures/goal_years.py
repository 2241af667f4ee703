"""goal-years: do goals that are told one behind the other come later and later?

到2022年，初步形成……。到2020年，全面进入……: of two goals side by side the further one is of the
later year. Side by side are the beginnings of two paragraphs, and of two sentences of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.back import begins
from govlint.text.span import Span
from govlint.text.years import YEAR

_GOAL = search_for(
    r"(?:^|(?<=[。；：\u3000 ]))(?:争取|力争|确保|努力)?"
    rf"(?P<hit>到(?P<year>{YEAR})年)(?:[底末]|年底)?，",
    (("到",), ("年",)),
    16,
)
_YEAR = re.compile(rf"{YEAR}年")
_NEAR, _OPENING = 200, 40
_BEGUN = re.compile(
    "初步|起步|打基础|夯实|打牢|理顺|破题|取得(?:重要|积极|明显|阶段性)[一-龥]{0,3}进展"
)
_FURTHER = re.compile(
    "基本(?:建成|实现|形成|建立)|更加|更为|进一步|全面|显著|明显|大幅|更高|再[上创]"
)
"""What tells that goals are stages of one way, of which the first is behind the other: a far goal
may stand before a near one, which is a beginning then."""
_BACK = re.compile("其中|此前|之前|前一|第一步|远景|展望")
"""What is told of an earlier time behind a later one."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for one, other in pairwise(find(text, facts.literals, _GOAL)):
        if int(other["year"]) >= int(one["year"]):
            continue
        between = text[one.end() : other.start()]
        if _YEAR.search(between) or _BACK.search(between):
            continue
        begun = _BEGUN.search(text, one.end(), one.end() + _OPENING)
        if not begun and not _FURTHER.search(text, other.end(), other.end() + _OPENING):
            continue
        if _are_beside(text, one, other, between):
            first = Related(Span(*one.span("hit")), "first")
            fields: dict[str, str | int] = {"first": one["hit"]}
            yield Finding(Span(*other.span("hit")), fields, (first,))


def _are_beside(text: str, one: re.Match[str], other: re.Match[str], between: str) -> bool:
    """Whether two goals begin two paragraphs of which one follows the other, or stand in one."""
    lines = [line for line in between.split("\n") if line.strip()]
    if "\n" in between:
        return len(lines) == 1 and _begins(text, one) and _begins(text, other)
    return len(between) < _NEAR


def _begins(text: str, goal: re.Match[str]) -> bool:
    start = begins(text, goal.start(), "\n")
    return not text[start : goal.start()].strip()


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_GOAL,)


CHECK = Check("goal-years", NoParams, run, fields=("first",), roles=("first",), searches=_searches)
