"""own_totals: how many parts and points a document says that it has, against its headings.

现提出5个方面18条措施 above five sections whose points count on to 16. One of the two numbers must
agree with the headings: that binds the other to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.outline import Outline
from govlint.facts.title_counts import TitleCount
from govlint.syntax.tree import LEVEL1, Heading
from govlint.text.back import begins
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = "[0-9]{1,2}|[两二三四五六七八九十]{1,3}"
_TOTAL = re.compile(
    rf"(?<![第0-9.一二三四五六七八九十])(?P<parts>(?P<a>{_N})个?大?(?:部分|方面|板块|章|大类|类))"
    rf"(?:[、，和]?共?计?|[（：]共?)(?P<points>(?P<b>{_N})[条项点])(?![一-龥]{{0,3}}[款目]次)"
)
_OWN = re.compile(
    r"如下|(?:本|该|《[^》\n]{2,40}》|^|[，。\n ])"
    r"[一-龥]{0,6}(?:意见|方案|措施|通知|办法|规划|计划|要点|清单|举措|文件)"
    r"(?:主要)?(?:内容)?(?:共|分|由|从|包括|涵盖)|(?:制定|出台|提出|推出|形成)(?:了|以下|本)?"
)
"""What says whose parts they are."""
_OF_OTHERS = re.compile(
    "转发|印发|贯彻|学习|对照|按照|根据|依据|围绕|聚焦|结合|(?:出台|制定|提出|下发|确定|明确|部署)的"
)
"""What says, in the clause before, that somebody else has counted."""
_CITED = re.compile("[一-龥]{0,8}?(?:的(?!具?体?措施|意见|举措)|转发|印发|要求)")
_POINTS = ("han-paren", "arabic")
_LOST = 2
"""So many points may have lost their mark."""
_SLIP, _PARTS_SLIP = 3, 2
"""How far the number of points, or of parts, may be off."""
_FEWEST = 3
_REACH = 1200


def find_own_totals(text: str, outline: Outline) -> Iterator[TitleCount]:
    """The number of parts, or of points, that the headings contradict, told above them."""
    tops = [h for h in outline.headings if h.shape == "han-dun" and h.rank == LEVEL1]
    parts = len(tops)
    if parts < _FEWEST or [h.ordinal for h in tops] != [*range(1, parts + 1)]:
        return
    end = tops[0].span.start
    points = _points(outline.headings, end)
    if points is None:
        return
    for match in _TOTAL.finditer(text, max(0, end - _REACH), end):
        line = begins(text, match.start(), "。\n")
        sentence = text[line : _ends(text, match.end())]
        clause = text[max(line, text.rfind("，", line, match.start())) : match.start()]
        if not _OWN.search(sentence) or _OF_OTHERS.search(clause):
            continue
        if _CITED.match(text, match.end()):
            continue
        told_parts, told_points = parse_numeral(match["a"]) or 0, parse_numeral(match["b"]) or 0
        if told_parts == parts and 0 < abs(told_points - points) <= _SLIP:
            yield TitleCount(Span(*match.span("points")), told_points, points)
        elif told_points == points and 0 < abs(told_parts - parts) <= _PARTS_SLIP:
            yield TitleCount(Span(*match.span("parts")), told_parts, parts)


def _ends(text: str, start: int) -> int:
    """Where the sentence ends that goes on at ``start``, or a bound."""
    high = min(len(text), start + _REACH)
    return min((at for mark in "。\n" if (at := text.find(mark, start, high)) >= 0), default=high)


def _points(headings: list[Heading], start: int) -> int | None:
    """How many points stand below the parts, by the marks that the first of them bears; None where
    these do not count on."""
    below = [h for h in headings if h.shape in _POINTS and h.span.start > start]
    if not below:
        return None
    ordinals = [h.ordinal or 0 for h in below if h.shape == below[0].shape]
    if ordinals == sorted({*ordinals}):
        counts = ordinals[0] == 1 and ordinals[-1] - len(ordinals) <= _LOST
        return ordinals[-1] if counts else None
    counts = all(b in (1, a + 1) for a, b in zip([0, *ordinals], ordinals, strict=False))
    return len(ordinals) if counts else None
