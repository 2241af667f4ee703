"""signature: do the name and the date below a document agree with its title and its text?

``organ``: the organ that signs is none of those that the title says write. ``date``: the document
is dated before what it says was done, after what it calls to, or in another year than one that can
look back on, or plan, the year of its title. A day without a year is taken in the nearest year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.organs import Signature, can_be_one, title_organs
from govlint.facts.times import times_in
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span
from govlint.text.years import YEAR

_DAY = rf"(?:(?P<year>{YEAR})年)?(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12][0-9]|[1-9])日"
_DONE = re.compile(
    rf"已(?:经)?(?:于|在)(?P<hit>{_DAY})(?!前)"
    rf"|(?P<then>{_DAY.replace('P<', 'P<then_')})[^，。；\n]{{0,10}}"
    r"(?:[一-龥]{2}了(?!解)|顺利通过|圆满结束)"
)
_AHEAD = re.compile(rf"(?:定|拟|将|计划|请|务|务必|须|应)于(?P<hit>{_DAY})")
_REVIEW = re.compile(r"总结|述职|小结|工作报告|情况的?报告|决算")
_PLAN = re.compile(r"计划|要点|工作安排|打算")
_LONGER = re.compile(r"规划|行动|[一二三四五两]年|[—～－-]|通知|印发|到20")
"""Titles of what reaches over years, or hands on another text."""
_NEAREST = 183
"""Days: what is further off is of another year."""
_REVIEW_BEGINS = 7
"""No year is looked back on before July."""


class Params(NamedTuple):
    """``report``: organ or date."""

    report: Literal["organ", "date"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    signature = facts.signature
    if signature is not None:
        yield from (_organ if params.report == "organ" else _date)(facts, signature)


def _organ(facts: Facts, signature: Signature) -> Iterator[Finding]:
    text = facts.body
    titled = title_organs(text, facts.title)
    names = [text[slice(*organ)] for organ in titled]
    signed = [text[slice(*organ)] for organ in signature.organs]
    if names and not any(can_be_one(one, other) for one in names for other in signed):
        fields = {"here": signed[0], "there": names[0]}
        yield Finding(signature.organs[0], fields, (Related(titled[0], "there"),))


def _date(facts: Facts, signature: Signature) -> Iterator[Finding]:
    told = next(_out_of_time(facts, signature), None) or _out_of_year(facts, signature)
    if told is not None:
        text = facts.body
        fields = {"here": text[slice(*signature.date)], "there": text[slice(*told)]}
        yield Finding(signature.date, fields, (Related(told, "there"),))


def _out_of_time(facts: Facts, signature: Signature) -> Iterator[Span]:
    """What was done after the date of the document, or is still to be done before it."""
    text, end = facts.body, signature.organs[0].start
    signed = _day(signature.year, signature.month, signature.day)
    if signed is None:
        return
    for regex, sign in ((_DONE, 1), (_AHEAD, -1)):
        for match in regex.finditer(text, facts.title.span.end, end):
            then = "then_" if match["hit"] is None else ""
            year, month, day = (match[then + part] for part in ("year", "month", "day"))
            told = _day(int(year or signature.year), int(month), int(day))
            apart = sign * (told - signed) if told else 0
            place = Span(*match.span("then" if then else "hit"))
            if apart > 0 and (year or apart < _NEAREST) and not _quoted(facts, place):
                yield place


def _quoted(facts: Facts, place: Span) -> bool:
    return facts.masked(place, ("quotation", "book"))


def _out_of_year(facts: Facts, signature: Signature) -> Span | None:
    """The year of the title, where a document of this date cannot look back on it, or plan it."""
    title = facts.body[slice(*facts.title.span)]
    times = [when for when in times_in(facts.body, facts.title.span) if when.year]
    if len(times) != 1:
        return None
    year, part, span = times[0]
    ahead = signature.year - (year or 0)
    review, plan = _REVIEW.search(title) is not None, _PLAN.search(title) is not None
    if review is plan or _LONGER.search(title):
        return None
    if plan:
        return span if not -1 <= ahead <= 0 else None
    last = part.last if part and part.scale == "month" else _REVIEW_BEGINS
    early = ahead < 0 or (ahead == 0 and signature.month < last)
    return span if early else None


def _day(year: int, month: int, day: int) -> int | None:
    """The number of a day, or None where there is none of that date."""
    from datetime import date  # few texts are signed

    try:
        return date(year, month, day).toordinal()
    except ValueError:  # 9月31日, which another rule reports
        return None


CHECK = Check("signature", Params, run, fields=("here", "there"), roles=("there",))
