"""yearly_editions: what is held once a year, and plans of so many years.

自2019年起每年举办一届……2023年举办的是第五届: there has been one more than years have passed.
《……方案（2024—2027年）》，四年行动期内: the years of a plan are counted with both ends, or one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_N = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
EDITIONS = search_for(
    rf"[自从](?P<a>{YEAR})年(?:以来|起|开始)?，?[^。；\n0-9]{{0,12}}?(?:每年|一年)[^。；，\n0-9]{{0,6}}?[一1](?:届|次)"
    rf"[^。\n]{{0,60}}?[，。；](?P<b>{YEAR})年[^。；\n0-9]{{0,16}}?(?P<hit>第(?P<n>{_N})届)",
    (("每年", "一年"), ("届",)),
    150,
)
PHASES = search_for(
    rf"(?<![0-9])(?P<a>{YEAR})年?(?:——?|－|-|～|~|至|到)(?P<b>{YEAR})年[）)]》?[^。；\n0-9]{{0,16}}?，"
    rf"(?P<hit>(?P<n>{_N})年(?:行动|规划|计划|整治|攻坚|实施|方案|建设)期)",
    (
        tuple(
            f"年{each}期"
            for each in ("行动", "规划", "计划", "整治", "攻坚", "实施", "方案", "建设")
        ),
    ),
    70,
)
_PAUSED = re.compile("停办|暂停|取消|疫情|延期|推迟|合并")
_EARLIER = re.compile("届|创办|首次|恢复")
_BACK = 60
_MUCH = 2
"""So many times as many years are those of another plan."""


class Counted(NamedTuple):
    """``hit``: the number that is told for the years from ``first`` to ``last``; ``right``."""

    hit: Span
    first: int
    last: int
    right: int


def find_yearly(text: str, known: Literals) -> Iterator[Counted]:
    """The numbers of editions and of years of a plan that are not those of their years."""
    for match in find(text, known, EDITIONS):
        before = _EARLIER.search(text, max(0, match.start() - _BACK), match.start())
        if not before and not _PAUSED.search(match[0]):
            yield from _unlike(match, least=0)
    for match in find(text, known, PHASES):
        yield from _unlike(match, least=1)


def _unlike(match: re.Match[str], *, least: int) -> Iterator[Counted]:
    """What is told, where it is neither as many as the years, both counted, nor, by as many as
    ``least``, fewer."""
    first, last, told = int(match["a"]), int(match["b"]), parse_numeral(match["n"])
    years = last - first + 1
    if told and years > 1 and not years - least <= told <= years and told < _MUCH * years:
        yield Counted(Span(*match.span("hit")), first, last, years)
