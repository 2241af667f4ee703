"""Times beside that of the title: another year before its words, a plan for the year after next.

What the title's own subject rules out is in ``title_subject``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from govlint.checks.structure.section_times import section_years
from govlint.checks.structure.title_subject import contradictions, restatements
from govlint.checks.structure.title_summaries import aims, endings, summaries
from govlint.facts.facts import Facts
from govlint.facts.periods import Period
from govlint.facts.times import times_in
from govlint.syntax.tree import Heading
from govlint.text.span import Span
from govlint.text.years import YEAR

Conflict = tuple[Span, Span]
"""A time, and the one that it does not go with."""

_SET_OUT = re.compile(
    r"为(?:切实|扎实|全面)?(?:做好|抓好|完成)(?P<year>20[0-9]{2})年度?的?(?:各项|全年|重点)?(?:目标)?(?:工作|任务)"
)
_BELOW = 400
"""Code points below the title in which a document says what it sets out to do."""
_SCHOOL_YEAR = re.compile(r"(?P<a>20[0-9]{2})年?(?:——?|-|～|至)(?P<b>20[0-9]{2})学年")
_PASSED = ("以来", "相比", "起", "同期", "开始")
_OPENING = 6
"""Lines among which the first paragraph is."""
_VOTES = 2
"""So many headings can outvote the title."""
_TITLE_YEAR = re.compile(
    rf"(?P<year>{YEAR})年(?P<words>(?!工作|度|政府)[一-龥]{{6}}|度(?!工作|政府)[一-龥]{{5}})"
)

_REVIEW = re.compile(
    "(?:总结|述职报告|工作汇报|工作情况的?报告|工作情况的?汇报|小结)(?:（[^（）]{1,12}）)?$"
)
_DATED = re.compile(rf"(?P<year>{YEAR})年(?P<day>[0-9]{{1,2}}月[0-9]{{1,2}}日[ \u3000]*(?=\n|$))?")
_OPENS = re.compile(
    rf"\s*(?:[^。\n]{{2,24}}：\s*)?(?P<time>(?P<year>{YEAR})年)(?:度?，|(?=[全我本各是]))"
)
_LAST_YEAR = re.compile("去年|上年|上一年|过去的?一年|一年前")
_COMING = re.compile("度?[，]?[^，。；]{0,12}(?:将|要|计划|打算|力争|工作(?:思路|安排|计划))")
_CLAUSE_YEAR = re.compile(rf"[ \t\u3000]*(?P<time>(?P<year>{YEAR})年度?)[^0-9《》“”]{{1,40}}")
_NOW = re.compile(r"现[一-龥]{0,10}如下|特此")
"""What the sentence holds that says what is handed out."""


def conflicts(facts: Facts) -> Iterator[Conflict]:
    """Each time that does not go with the title, once, with the time in the title, or in an
    earlier heading; the surest comparison first."""
    title = facts.title_periods
    told: set[int] = set()
    for conflict in chain(
        _other_years(facts),
        _handed_out(facts),
        _plan_apart(facts) if not title else (),
        _set_out(facts, title),
        _school_years(facts),
        _headings(facts, title),
        contradictions(facts),
        restatements(facts),
        summaries(facts),
        aims(facts),
        endings(facts),
        section_years(facts),
    ):
        here = conflict[0]
        if here.start in told or _is_so_far(facts, here):
            continue
        if not _of_another_text(facts, here):
            told.add(here.start)
            yield conflict


def outvoted(facts: Facts) -> Conflict | None:
    """The one year in the title, where every heading that names a year, at least two and one of
    them on what was done, names another one; and the first of these."""
    times = [w for span in facts.title.spans for w in times_in(facts.body, span) if w.year]
    found = [period for period in facts.heading_periods if period.when.year is not None]
    years = {period.when.year for period in found}
    if len(times) != 1 or len(found) < _VOTES or len(years) != 1 or times[0].year in years:
        return None
    same = {p.kind for p in facts.title_periods} & {p.kind for p in found} & {"review", "plan"}
    backward = all(p.kind != "plan" for p in facts.title_periods)
    if not same or (backward and all(p.kind == "plan" for p in found)):
        return None
    return times[0].span, found[0].when.span


def overtaken(facts: Facts) -> Conflict | None:
    """The one year in the title of a review that the text never names, where it opens with the
    next year and names no other; and that year."""
    text, title = facts.body, facts.title.span
    times = [w for span in facts.title.spans for w in times_in(text, span) if w.year]
    if len(times) != 1 or not _REVIEW.search(text[slice(*title)].rstrip()):
        return None
    told = times[0].year or 0
    below = [*_DATED.finditer(text, title.end)]
    opening = _OPENS.match(text, title.end)
    own = [m for m in below if m["day"] is None]
    if _LAST_YEAR.search(text, title.end):
        return None
    if opening is None or len(own) < _VOTES or {int(m["year"]) for m in below} != {told + 1}:
        return None
    planned = any(_COMING.match(text, m.end()) for m in own)
    place = Span(*opening.span("time"))
    return None if planned or int(opening["year"]) != told + 1 else (times[0].span, place)


def _other_years(facts: Facts) -> Iterator[Conflict]:
    """The words of the title that follow its year, with another year before them."""
    plans = {period.when.year for period in facts.title_periods if period.kind == "plan"}
    for span in facts.title.spans:
        match = _TITLE_YEAR.search(facts.body, *span)
        if match is None or int(match["year"]) in plans:
            continue  # it tells of the year before, too
        words = match["words"]
        if words[0] == "度" and facts.body.find(match[0], span.end) >= 0:
            continue  # what was so called in another year stands beside it
        place = facts.body.find("年" + words, span.end)
        while place >= 4:
            year = facts.body[place - 4 : place]
            compared = words[0] == "度" and facts.body[place - 5 : place - 4] in tuple(
                "较比与和、及至"
            )
            if year.isdecimal() and year != match["year"] and not compared:
                yield Span(place - 4, place + 1), Span(*match.span("year"))
            place = facts.body.find("年" + words, place + 1)


def _handed_out(facts: Facts) -> Iterator[Conflict]:
    """The words of the title that follow its year, in the clause of another year that says what
    is handed out: 2023年市属单位公开招聘20名，现公告如下 below 市属单位2024年公开招聘公告."""
    text, title = facts.body, facts.title.span
    match = _TITLE_YEAR.search(text, *title)
    place = text.find(match["words"], title.end, title.end + _BELOW) if match else -1
    if match is None or place < 0:
        return
    start = max(text.rfind(mark, title.end, place) for mark in "，。；：\n") + 1
    here = _CLAUSE_YEAR.match(text, start, place)
    sentence = text[start : text.find("\n", place)].partition("。")[0]
    if here is None or here["year"] == match["year"] or match["year"] in sentence:
        return
    if _NOW.search(sentence):
        yield Span(*here.span("time")), Span(*match.span("year"))


def _plan_apart(facts: Facts) -> Iterator[Conflict]:
    """A plan for a year that is neither the year reviewed nor the next."""
    found = [period for period in facts.heading_periods if period.when.year is not None]
    reviews = [p for p in found if p.kind == "review"]
    plans = [p for p in found if p.kind == "plan"]
    if len(reviews) != 1 or len(plans) != 1:
        return
    review, plan = reviews[0], plans[0]
    if (plan.when.year or 0) - (review.when.year or 0) not in (0, 1, 5):
        yield plan.when.span, review.when.span


def _set_out(facts: Facts, title: list[Period]) -> Iterator[Conflict]:
    """为做好2023年各项工作 below the title of a plan for 2024."""
    if len(title) != 1 or title[0].kind != "plan" or title[0].when.year is None:
        return
    below = facts.title.span.end
    for match in _SET_OUT.finditer(facts.body, below, below + _BELOW):
        if int(match["year"]) != title[0].when.year:
            place = Span(match.start("year"), match.end("year") + 1)
            yield place, title[0].when.span


def _school_years(facts: Facts) -> Iterator[Conflict]:
    """A heading, or the paragraph that opens the text, in another school year than the title; or
    the only one that the text names, with which it compares nothing."""
    text = facts.body
    told = _SCHOOL_YEAR.search(text, *facts.title.span)
    if told is None:
        return
    below = list(_SCHOOL_YEAR.finditer(text, facts.title.span.end))
    others = {(m["a"], m["b"]) for m in below}
    if len(others) == 1 and not any(_is_aside(facts, m) for m in below):
        if (told["a"], told["b"]) not in others:
            yield Span(*below[0].span()), Span(*told.span())
        return
    for entry in facts.outline.entries[:_OPENING]:
        if entry.span.start < facts.title.span.end:
            continue
        here = _SCHOOL_YEAR.match(text, *entry.span)
        if here is not None and (here["a"], here["b"]) != (told["a"], told["b"]):
            yield Span(*here.span()), Span(*told.span())
        if not isinstance(entry, Heading):
            return


def _is_aside(facts: Facts, year: re.Match[str]) -> bool:
    """Whether a school year stands in the title of another text, or is one to compare with."""
    text, here = facts.body, Span(*year.span())
    compared = text[here.start - 1 : here.start] in tuple("比较与从自由")
    return compared or facts.masked(here, ("book",)) or text.startswith(_PASSED, here.end)


def _headings(facts: Facts, title: list[Period]) -> Iterator[Conflict]:
    """Headings whose time is none of those that the title gives for what is done, or planned."""
    for period in facts.heading_periods:
        told = [p for p in title if p.kind == period.kind and _comparable(p, period)]
        if told and not any(_agrees(p, period) for p in told):
            yield period.when.span, told[0].when.span


def _comparable(a: Period, b: Period) -> bool:
    return bool((a.when.year and b.when.year) or (a.when.part and b.when.part))


def _agrees(a: Period, b: Period) -> bool:
    one, other = a.when, b.when
    years = one.year is None or other.year is None or one.year == other.year
    return years and (not one.part or not other.part or not other.part.after(one.part))


def _is_so_far(facts: Facts, time: Span) -> bool:
    """Whether a time is one up to which something is told that was done: 截至2025年底 in a plan for
    2026."""
    return facts.body.endswith(("截至", "截止"), 0, time.start)


def _of_another_text(facts: Facts, time: Span) -> bool:
    """Whether a time stands in the title of another text, 《…》, and not in that of the text that
    is handed out: 现将《…》印发给你们."""
    if not facts.masked(time, ("book",)):
        return False
    opening = facts.body.rfind("《", 0, time.start)
    return not facts.body.endswith(("现将", "了", "将", "印发"), 0, opening)
