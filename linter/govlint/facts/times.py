"""times: the years and the parts of a year that a text names.

One reading for titles, headings and openings, so that 二〇二四年度 is 2024, 前三季度 is January to
September, and 三季度 lies in it. Terms of a school year are a scale of their own.
"""

from __future__ import annotations

import re

from govlint.records import NamedTuple
from govlint.text import years
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

YEAR = (
    r"(?P<year>(?<![0-9一二三四五六七八九〇])"
    rf"(?:{years.YEAR}|[一二][九〇零○][〇零○一二三四五六七八九]{{2}}))"
)
"""A year, without the 年 behind it."""
PART = (
    r"(?P<part>[上下]半年|前[二三两]个?季度|第?[一二三四1-4]季度|1(?:—|-|～|至)1?[0-9]月份?"
    r"|[春秋]季|[上下]学期|第[一二]学期)"
)
"""A part of a year, or a term."""
_ALONE = PART.replace("P<part>", "P<alone>")
_TIME = re.compile(rf"{YEAR}(?:年?(?:度)?{PART}|年度?|(?=工作|总结|计划|$))|{_ALONE}")
_LAST_MONTH = re.compile(r"([0-9]{1,2})月")
_HALVES = {"上半年": (1, 6), "下半年": (7, 12)}
_TERMS = {"春季": 2, "秋季": 1, "上学期": 1, "下学期": 2, "第一学期": 1, "第二学期": 2}


class Part(NamedTuple):
    """``scale``: month, season or term; ``first`` and ``last``: its numbers on that scale."""

    scale: str
    first: int
    last: int

    def after(self, other: Part) -> int:
        """1 where this part goes on when ``other`` is over, -1 where it is over before ``other``
        begins, 0 where it lies inside, or the two do not compare.

        >>> third = read_part("三季度")
        >>> read_part("上半年").after(third), third.after(read_part("前三季度"))
        (-1, 0)
        """
        if self.scale != other.scale:
            return 0
        return (self.last > other.last) - (self.last < other.first)


class When(NamedTuple):
    """``year`` and ``part`` as far as they are told, and their place."""

    year: int | None
    part: Part | None
    span: Span


def read_part(words: str) -> Part:
    """The part of a year that ``words`` name, which match PART.

    >>> read_part("前三季度"), read_part("1至9月") == read_part("前三季度")
    (Part(scale='month', first=1, last=9), True)
    """
    if words in _HALVES:
        return Part("month", *_HALVES[words])
    if words.endswith("季度"):
        number = parse_numeral(words[-3]) or 0
        return Part("month", 1 if words[0] == "前" else 3 * number - 2, 3 * number)
    month = _LAST_MONTH.search(words)
    if month is not None:
        return Part("month", 1, int(month[1]))
    return Part("season" if words.endswith("季") else "term", _TERMS[words], _TERMS[words])


def times_in(text: str, span: Span) -> list[When]:
    """The times that ``span`` names, in order.

    >>> [(w.year, w.part) for w in times_in("二〇二四年度总结和2025年上半年计划", Span(0, 18))]
    [(2024, None), (2025, Part(scale='month', first=1, last=6))]
    """
    found = []
    for match in _TIME.finditer(text, *span):
        year = parse_numeral(match["year"]) if match["year"] else None
        words = match["part"] or match["alone"]
        found.append(When(year, read_part(words) if words else None, Span(*match.span())))
    return found
