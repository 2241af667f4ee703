"""title-periods: do the sections speak of the years, halves and parts that the title names?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.checks.structure.title_times import conflicts, outvoted, overtaken
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import LEVEL1
from govlint.text.span import Span

_TRACES = (
    "下一步", "下步", "明年", "来年", "今后", "新的一年", "下阶段", "下半年", "计划", "打算",
    "安排", "思路", "目标", "要点", "重点工作", "主要工作",
)  # fmt: skip
"""Where one of these stands in a heading, the plan has its part; the first also in the text."""
_IN_TEXT = _TRACES[:7]


class Params(NamedTuple):
    """``report``: when (a year or half that the title gives otherwise), word (安排 for 思路) or
    part (no heading for a part that the title promises)."""

    report: Literal["when", "word", "part"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    return {"when": _times, "word": _words, "part": _missing_part}[params.report](facts)


def _times(facts: Facts) -> Iterator[Finding]:
    """Where all headings agree against the title, it is the title that was not brought up to
    date."""
    pair = outvoted(facts) or overtaken(facts)
    if pair is not None:
        title, here = pair
        yield Finding(title, _fields(facts, here, title), related=(Related(here, "heading"),))
        return
    for here, title in conflicts(facts):
        yield _differs(facts, here, title)


def _words(facts: Facts) -> Iterator[Finding]:
    """Headings that call the plan for the title's year otherwise than the title."""
    for period in facts.heading_periods:
        plans = [
            p
            for p in facts.title_periods
            if p.kind == "plan"
            and period.kind in ("plan", "work")
            and (p.when.year, p.when.part) == (period.when.year, period.when.part)
            and p.when.year is not None
        ]
        if plans and not any(p.word == period.word for p in plans):
            yield _differs(facts, period.name, plans[0].name)


def _missing_part(facts: Facts) -> Iterator[Finding]:
    """The plan: what is done stands first and needs no heading of its own."""
    headings = [h for h in facts.outline.headings if 0 < h.rank <= LEVEL1]
    if {p.kind for p in facts.title_periods} != {"review", "plan"} or len(headings) < 2:
        return
    promised = next(p for p in facts.title_periods if p.kind == "plan")
    named = "\n".join(facts.body[slice(*h.title)] for h in headings)
    if any(trace in named for trace in _TRACES) or (
        promised.when.year and str(promised.when.year) in named
    ):
        return
    if any(trace in facts.body[facts.title.span.end :] for trace in _IN_TEXT):
        return
    yield Finding(promised.name, fields={"here": promised.word, "title": promised.word})


def _differs(facts: Facts, here: Span, title: Span) -> Finding:
    return Finding(here, _fields(facts, here, title), related=(Related(title, "title"),))


def _fields(facts: Facts, here: Span, title: Span) -> dict[str, str | int]:
    return {"here": facts.body[slice(*here)], "title": facts.body[slice(*title)]}


CHECK = Check("title-periods", Params, run, fields=("here", "title"), roles=("title", "heading"))
