"""Times in summaries and aims that do not go with that of the title.

总的来看，上半年…… in an analysis of the first three quarters sums up another time than the one that
is told; 到2024年底，力争…… in a plan for 2025 aims at what is over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.facts import Facts
from govlint.facts.times import PART, times_in
from govlint.text.span import Span
from govlint.text.years import YEAR

_SUMMARY = re.compile(
    r"[总综整全](?:[的体面合]来?看|合起来看|上|上所述|之)，(?:今年)?"
    rf"{PART}(?!以来|[^，。；\n]{{0,4}}(?:相比|比较|同期))"
)
_AIM = re.compile(
    rf"(?:[到至]|截至)(?P<time>(?P<year>{YEAR})年(?:[底末]|年[底末]|1[0-2]月底?)?)，?[^。；\n]{{0,24}}"
    r"(?:力争|确保|达到|实现|突破|完成|超过|建成)"
    rf"|(?:确保|保证|力争|力保|圆满完成|全面完成)(?P<also>(?P<of>{YEAR})年度?)[^，。；\n]{{0,14}}"
    r"(?:任务|目标|工作)[^，。；\n]{0,6}(?:完成|实现|落实)"
)
_ENDING = re.compile(
    rf"(?P<time>(?P<year>{YEAR})年)(?:[，]?(?:即将|就要|行将|已经|已))(?:过去|结束|成为(?:历史|过去)|走过|收官)"
)
_REVIEW = re.compile(r"总结|回顾|述职|汇报|工作报告|工作情况")
_PLAN = re.compile(r"计划|要点|思路|打算|安排")
_SPAN = re.compile(r"[—－～-]|计划|打算|要点|安排|思路")
_NO_PLAN = re.compile(r"总结|回顾|报告|情况|规划|[—－～-]")


def summaries(facts: Facts) -> Iterator[tuple[Span, Span]]:
    """Parts of a year that are summed up in a text on another part."""
    text, title = facts.body, facts.title.span
    parts = [when for when in times_in(text, title) if when.part is not None]
    if len(parts) != 1 or parts[0].part is None:
        return
    for match in _SUMMARY.finditer(text, title.end):
        here = Span(*match.span("part"))
        sentence = facts.sentence(here.start)
        if len(times_in(text, sentence)) > 1:
            continue  # 一季度……，二季度……: told one after the other
        when = times_in(text, here)
        if when and when[0].part is not None and when[0].part != parts[0].part:
            yield here, parts[0].span


def endings(facts: Facts) -> Iterator[tuple[Span, Span]]:
    """2023年即将过去 in a review of 2024."""
    text, title = facts.body, facts.title.span
    times = [when for when in times_in(text, title) if when.year is not None]
    if len(times) != 1 or not _REVIEW.search(text, *title) or _SPAN.search(text, *title):
        return
    for match in _ENDING.finditer(text, title.end):
        if int(match["year"]) != times[0].year:
            yield Span(*match.span("time")), times[0].span


def aims(facts: Facts) -> Iterator[tuple[Span, Span]]:
    """Years at which a plan aims that are over when it begins."""
    text, title = facts.body, facts.title.span
    words = text[slice(*title)]
    times = [when for when in times_in(text, title) if when.year is not None]
    if len(times) != 1 or not _PLAN.search(words) or _NO_PLAN.search(words):
        return
    for match in _AIM.finditer(text, title.end):
        group = "time" if match["time"] else "also"
        if int(match["year"] or match["of"]) < (times[0].year or 0):
            yield Span(*match.span(group)), times[0].span
