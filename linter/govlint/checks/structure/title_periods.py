"""title-periods: do the sections speak of the years, halves and parts that the title names?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Literal

from govlint.checks.base import Check
from govlint.checks.structure.title_subject import contradictions, restatements
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.periods import Period
from govlint.facts.times import times_in
from govlint.records import NamedTuple
from govlint.syntax.tree import LEVEL1, Heading
from govlint.text.span import Span
from govlint.text.years import YEAR

_TRACES = (
    "下一步", "下步", "明年", "来年", "今后", "新的一年", "下阶段", "下半年", "计划", "打算",
    "安排", "思路", "目标", "要点", "重点工作", "主要工作",
)  # fmt: skip


_SET_OUT = re.compile(
    r"为(?:切实|扎实|全面)?(?:做好|抓好|完成)(?P<year>20[0-9]{2})年度?的?(?:各项|全年|重点)?(?:目标)?(?:工作|任务)"
)
_SCHOOL_YEAR = re.compile(r"(?P<a>20[0-9]{2})年?(?:——?|-|～|至)(?P<b>20[0-9]{2})学年")
_OPENING = 6
_VOTES = 2
_TITLE_YEAR = re.compile(rf"(?P<year>{YEAR})年(?P<words>(?!工作|度|政府)[一-龥]{{6}})")


class Params(NamedTuple):
    """``report``: when (a year or half that the title gives otherwise), word (安排 for 思路) or
    part (no heading for a part that the title promises)."""

    report: Literal["when", "word", "part"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    title = facts.title_periods
    if params.report == "when":
        yield from _when(facts, title)
        return
    if not title:
        return
    headings = [h for h in facts.outline.headings if 0 < h.rank <= LEVEL1]
    if params.report == "part":
        yield from _missing_parts(facts, title, headings)
        return
    for period in facts.heading_periods:
        yield from _compare(facts, title, period, params.report)


def _when(facts: Facts, title: list[Period]) -> Iterator[Finding]:
    """Each place once, though more than one comparison may find it; where all headings agree
    against the title, it is the title that was not brought up to date."""
    outvoted = _outvoted(facts)
    if outvoted is not None:
        yield outvoted
        return
    told: set[int] = set()
    compared = (f for p in facts.heading_periods for f in _compare(facts, title, p, "when"))
    pairs = chain(contradictions(facts), restatements(facts))
    against = (_finding(facts, *pair) for pair in pairs)
    apart = (_apart(facts, title), _set_out(facts, title), _school_years(facts))
    for finding in chain(_other_year(facts), *apart, compared, against):
        if finding.span is None or finding.span.start in told or _of_another_text(facts, finding):
            continue
        told.add(finding.span.start)
        yield finding


def _of_another_text(facts: Facts, finding: Finding) -> bool:
    """Whether a time stands in the title of another text, 《…》, and not in that of the text that
    is handed out: 现将《…》印发给你们."""
    assert finding.span is not None
    if not facts.masked(finding.span, ("book",)):
        return False
    opening = facts.body.rfind("《", 0, finding.span.start)
    return not facts.body.endswith(("现将", "了", "将", "印发"), 0, opening)


def _outvoted(facts: Facts) -> Finding | None:
    """The one year in the title, where every heading that names a year, at least two and one of
    them on what was done, names another one."""
    times = [w for span in facts.title.spans for w in times_in(facts.body, span) if w.year]
    found = [period for period in facts.heading_periods if period.when.year is not None]
    years = {period.when.year for period in found}
    if len(times) != 1 or len(found) < _VOTES or len(years) != 1 or times[0].year in years:
        return None
    same = {p.kind for p in facts.title_periods} & {p.kind for p in found} & {"review", "plan"}
    backward = all(p.kind != "plan" for p in facts.title_periods)
    if not same or (backward and all(p.kind == "plan" for p in found)):
        return None
    here, title = found[0].when.span, times[0].span
    fields = {"here": facts.body[slice(*here)], "title": facts.body[slice(*title)]}
    return Finding(title, fields, related=(Related(here, "heading"),))


def _school_years(facts: Facts) -> Iterator[Finding]:
    """A heading, or the paragraph that opens the text, in another school year than the title."""
    text = facts.body
    told = _SCHOOL_YEAR.search(text, *facts.title.span)
    if told is None:
        return
    for entry in facts.outline.entries[:_OPENING]:
        if entry.span.start < facts.title.span.end:
            continue
        here = _SCHOOL_YEAR.match(text, *entry.span)
        if here is not None and (here["a"], here["b"]) != (told["a"], told["b"]):
            yield _finding(facts, Span(*here.span()), Span(*told.span()))
        if not isinstance(entry, Heading):
            return


def _other_year(facts: Facts) -> Iterator[Finding]:
    """The words of the title that follow its year, with another year before them."""
    for span in facts.title.spans:
        match = _TITLE_YEAR.search(facts.body, *span)
        if match is None:
            continue
        words = match["words"]
        place = facts.body.find("年" + words, span.end)
        while place >= 4:
            year = facts.body[place - 4 : place]
            if year.isdecimal() and year != match["year"]:
                yield _finding(facts, Span(place - 4, place + 1), Span(*match.span("year")))
            place = facts.body.find("年" + words, place + 1)


def _set_out(facts: Facts, title: list[Period]) -> Iterator[Finding]:
    """为做好2023年各项工作 below the title of a plan for 2024."""
    if len(title) != 1 or title[0].kind != "plan" or title[0].when.year is None:
        return
    for match in _SET_OUT.finditer(facts.body, facts.title.span.end, facts.title.span.end + 400):
        if int(match["year"]) != title[0].when.year:
            place = Span(match.start("year"), match.end("year") + 1)
            yield _finding(facts, place, title[0].when.span)


def _apart(facts: Facts, title: list[Period]) -> Iterator[Finding]:
    """A plan for a year that is neither the year reviewed nor the next, where no title tells."""
    found = [period for period in facts.heading_periods if period.when.year is not None]
    reviews = [p for p in found if p.kind == "review"]
    plans = [p for p in found if p.kind == "plan"]
    if len(reviews) != 1 or len(plans) != 1 or title:
        return
    review, plan = reviews[0], plans[0]
    if (plan.when.year or 0) - (review.when.year or 0) not in (0, 1, 5):
        yield _finding(facts, plan.when.span, review.when.span)


def _compare(facts: Facts, title: list[Period], period: Period, report: str) -> Iterator[Finding]:
    same = [p for p in title if p.kind == period.kind]
    if report == "when":
        told = [p for p in same if _comparable(p, period)]
        if told and not any(_agrees(p, period) for p in told):
            yield _finding(facts, period.when.span, told[0].when.span)
        return
    plans = [
        p
        for p in title
        if p.kind == "plan"
        and period.kind in ("plan", "work")
        and (p.when.year, p.when.part) == (period.when.year, period.when.part)
        and p.when.year is not None
    ]
    if plans and not any(p.word == period.word for p in plans):
        yield _finding(facts, period.name, plans[0].name)


def _comparable(a: Period, b: Period) -> bool:
    return bool((a.when.year and b.when.year) or (a.when.part and b.when.part))


def _agrees(a: Period, b: Period) -> bool:
    one, other = a.when, b.when
    years = one.year is None or other.year is None or one.year == other.year
    return years and (not one.part or not other.part or not other.part.after(one.part))


def _finding(facts: Facts, place: Span, title: Span) -> Finding:
    return Finding(
        place,
        fields={"here": facts.body[slice(*place)], "title": facts.body[slice(*title)]},
        related=(Related(title, "title"),),
    )


def _missing_parts(facts: Facts, title: list[Period], headings: list[Heading]) -> Iterator[Finding]:
    """The plan: what is done stands first and needs no heading of its own."""
    if {p.kind for p in title} != {"review", "plan"} or len(headings) < 2:
        return
    promised = next(p for p in title if p.kind == "plan")
    named = "\n".join(facts.body[slice(*h.title)] for h in headings)
    if any(trace in named for trace in _TRACES) or (
        promised.when.year and str(promised.when.year) in named
    ):
        return
    if any(trace in facts.body[facts.title.span.end :] for trace in _TRACES[:7]):
        return
    yield Finding(promised.name, fields={"here": promised.word, "title": promised.word})


CHECK = Check("title-periods", Params, run, fields=("here", "title"), roles=("title", "heading"))
