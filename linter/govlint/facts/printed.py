"""printed: the numbers with units of a text, and the sentences that belong together."""

from __future__ import annotations

import re

from govlint.facts.search import Search
from govlint.facts.units import ANY_UNIT, PER, PERCENT, UNITS
from govlint.facts.worded import Worded, find_worded
from govlint.records import NamedTuple

_NUMBER = re.compile(
    r"(?P<n>[0-9](?:(?<![0-9.A-Za-z第].)|(?<=GDP.|GNP.|GNI.|GEP.|GMV.|FDI.|CPI.|PPI.|PMI.))[0-9]{0,11}+(?:，[0-9]{3}(?![0-9])){0,3}(?:\.[0-9]{1,6}+)?)"
    r"(?P<some>[余多来几])?"
    r"(?:(?P<scale>万亿|[千百]亿|亿|[千百]万|万|千(?![瓦米克])|百(?!分))(?P<more>[余多])?)?"
    rf"(?P<unit>{ANY_UNIT})(?P<per>/{PER})?(?P<about>左右|以上|以下|以内|上下|之间|多(?=[，。；、）\n])|有余|强|弱)?"
)
_SENTENCE_END = re.compile(r"[。；！？\n]")
_SENTENCES = re.compile(r".*[。；！？\n]", re.DOTALL)
_MORE_PARTS = re.compile(r"其中|合计|第[二三]产业|[二三]产")
_PARTS = re.compile(
    r"(?:其中|上述|合计|[共总]计|[两三四五]项合计|(?:从|按|分)[^，。；0-9]{1,6}[看分]，|第?一(?:次)?产业?(?:实现|完成)?增加值)"
)
_ALONE = re.compile(
    r"合计|总计|(?<!公)共(?!产|同|享|建)|加起来|[人户亩村校班企]均|平均|[高多少]出|相差|[增减升降涨缩超]|提高|扩大|[还尚仍][差缺有余剩]|缺口|倍|[日年月季]均|每(?![年天月日周次])|[比较][^，。]{1,12}[增减多少]"
)
# most sentences have one of these, and a class is found faster than any of several words
_SIGN_CHAR = re.compile("[由从占率共倍总均每较多增减升降涨缩超前后]")
_SIGN = re.compile(
    r"提高|扩大|[还尚仍][差缺有余剩]|缺口|结余|结存|盈余|余下|[其剩]余|单价|加起来|累计|[标务划算]的|，即|中，|中[涉属来用投]|分别|[高低快慢少]于|[高少]出|差距|相差|产业|亩产|上年|去年|同期|其中|合计|目标|任务|计划"
    r"|指标|组成|构成|比例|比重|学年|上届|往届|20[0-9]{2}年"
)
BEHIND = 10
"""Code points behind a figure that still tell of it."""
_MOST = 40
"""Figures that are read together at most: twice what any sentence holds that is written to be read,
and a bound for the work on a line of nothing but figures."""
_OPENED = 300
"""Code points before a semicolon in which 其中 opens a list that goes on behind it."""


_POINTS_BEHIND = re.compile(
    r"(?:(?:、|，|和|及|与|以及)[0-9]{1,3}(?:\.[0-9]{1,3})?个?){0,8}(?:、|，|和|及|与|以及)[0-9]{1,3}(?:\.[0-9]{1,3})?个百分点"
)

_SAME = {unit: unit for unit in UNITS}
"""One text for each unit, however often it stands there."""


FIGURES = Search("", (tuple("0123456789一二两三四五六七八九十百超过半"),), 0)
"""With one of these begins every figure, be it in words (see facts/worded.py): a text without them
has nothing to say to whoever asks for figures."""


class Printed(NamedTuple):
    """A number with its unit as it stands in the text. ``worded``: what was read of one in words,
    None of one in digits (see :func:`digits_at`); ``last``: where what stands before it begins."""

    start: int
    end: int
    unit: str
    worded: Worded | None
    last: int = 0


def find_printed(text: str) -> list[list[Printed]]:
    """The numbers with units of each sentence that has any, in order."""
    found: list[list[Printed]] = []
    last = 0
    for start, end, unit, worded in _all_printed(text):
        before = _SENTENCES.match(text, last, start)
        full = not found or len(found[-1]) >= _MOST
        if full or before is not None:
            begun = before.end() if before else last
            if full or not _goes_with(text, found[-1], begun):
                last = begun
                found.append([])
        found[-1].append(Printed(start, end, unit, worded, last))
        last = end
    return found


def is_told(text: str, printed: list[Printed]) -> bool:
    """Whether a sentence can tell how one of its figures depends on others."""
    if len(printed) > 1 and any(each.unit == PERCENT for each in printed):
        return True
    return _may_tell(text, printed) and _relates(text, printed)


def digits_at(text: str, start: int) -> re.Match[str]:
    """What is read of the number in digits that begins at ``start``: read once more where it is
    asked for, which takes less than to keep it of every number."""
    match = _NUMBER.match(text, start)
    assert match is not None, "no number begins here"
    return match


def _all_printed(text: str) -> list[tuple[int, int, str, Worded | None]]:
    """What is printed in digits or in words, in order and apart."""
    found: list[tuple[int, int, str, Worded | None]] = [
        (match.start(), match.end("per" if match["per"] else "unit"), _unit_of(text, match), None)
        for match in _NUMBER.finditer(text)
    ]
    found += ((each.start, each.end, each.unit, each) for each in find_worded(text))
    return sorted(found, key=_place)


def _unit_of(text: str, number: re.Match[str]) -> str:
    """The unit of a number: of the last one in a list that says it once (7.4个和5.1个百分点)."""
    unit = number["unit"]
    if unit == "个" and _POINTS_BEHIND.match(text, number.end()):
        unit = "个百分点"
    return _SAME[unit]


def _place(printed: tuple[int, int, str, Worded | None]) -> int:
    return printed[0]


def _goes_with(text: str, before: list[Printed], start: int) -> bool:
    """Whether a sentence tells the parts or the total of what the one ``before`` counts: 其中……,
    分产业看……, or behind a semicolon more of the parts."""
    if _SENTENCE_END.search(text, before[-1].end, start - 1):
        return False  # there is another one between the two
    mark, begun = text[start - 1], before[0].last
    if mark == "；":
        near = max(begun, start - _OPENED)
        return text.find("其中", near, start) >= 0 or bool(_MORE_PARTS.match(text, start))
    if mark == "\n" or text[begun - 1 : begun] == "；":
        return False  # it may be said of either half
    return _PARTS.match(text, start) is not None


def _may_tell(text: str, printed: list[Printed]) -> bool:
    """Whether a sentence can tell how figures hang together: it has several, or one that hangs on
    those of its neighbours."""
    if len(printed) > 1 or printed[0].unit == PERCENT:
        return True
    return _ALONE.search(text, printed[0].last, printed[0].start) is not None


def _relates(text: str, printed: list[Printed]) -> bool:
    """Whether a sentence has a word without which no figure depends on another."""
    start, end = printed[0].last, printed[-1].end + BEHIND
    return bool(_SIGN_CHAR.search(text, start, end) or _SIGN.search(text, start, end))
