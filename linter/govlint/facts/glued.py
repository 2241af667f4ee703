"""glued: headings that have lost the line break before them."""

from __future__ import annotations

import re
from bisect import bisect_left

from govlint.facts.breaks import Break
from govlint.facts.outline import Outline, Series
from govlint.syntax.tree import Heading
from govlint.text.numerals import parse_numeral, write_numeral
from govlint.text.span import Span

_AT_END = re.compile(
    r"[。！？](?P<mark>(?P<n>[一二三四五六七八九十]{1,3})、|（(?P<m>[一二三四五六七八九十]{1,3})）)"
    r"[^。；！？，\n]{4,40}$",
    re.MULTILINE,
)
_STEPS = ("首先", "其次", "再次")
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
_TO_FORMAL = str.maketrans("一二三四五六七八九十", _FORMAL)


def find_glued(text: str, outline: Outline, breaks: list[tuple[Series, Break]]) -> list[Span]:
    """The marks of headings that stand inside a line, in order.

    Either a heading closes a paragraph (……的期待！二、今后五年的目标), or the number that a series
    of headings lacks stands after a full stop in the lines between.
    """
    starts = {heading.mark.start for heading in outline.headings}
    shapes = _Shapes(outline)
    found = {
        Span(*match.span("mark"))
        for match in _AT_END.finditer(text)
        if match.start("mark") not in starts and _fits(shapes, match)
    }
    for series, fault in breaks:
        if fault.kind in ("gap", "first"):
            place = _between(text, shapes, series, fault)
            if place is not None:
                found.add(place)
    return sorted(found)


_MOST = 100
"""So many times a mark is looked for inside the lines."""


class _Shapes:
    """The headings of an outline by the places where they begin."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.index = {heading.span: i for i, heading in enumerate(outline.headings)}
        self._starts: dict[str, list[int]] = {}
        self._ordinals: dict[str, list[int]] = {}
        for heading in sorted(outline.headings, key=lambda heading: heading.span.start):
            self._starts.setdefault(heading.shape, []).append(heading.span.start)
            self._ordinals.setdefault(heading.shape, []).append(heading.ordinal or 0)

    def last_before(self, shape: str, place: int) -> int | None:
        """The ordinal of the last heading of ``shape`` that begins before ``place``."""
        found = bisect_left(self._starts.get(shape, []), place)
        return self._ordinals[shape][found - 1] if found else None


def _fits(shapes: _Shapes, match: re.Match[str]) -> bool:
    """Whether the last heading of its shape before it leaves its number open."""
    number = parse_numeral(match["n"] or match["m"])
    before = shapes.last_before("han-dun" if match["n"] else "han-paren", match.start())
    return number == 1 or (before is not None and before + 1 == number)


def _between(text: str, shapes: _Shapes, series: Series, fault: Break) -> Span | None:
    member = series.members[fault.place]
    mark = written(text[slice(*member.mark)], fault.expected)
    start = series.members[fault.place - 1].span.start if fault.place else _opening(shapes, member)
    place = text.find(mark, start, member.span.start)
    for _ in range(_MOST):
        if place <= 0:
            break
        if text[place - 1] in "。！？；.":
            return Span(place, place + len(mark))
        place = text.find(mark, place + 1, member.span.start)
    return None


def _opening(shapes: _Shapes, heading: Heading) -> int:
    """Where the section begins that ``heading`` is the first child of."""
    outline = shapes.outline
    parent = outline.parents[shapes.index[heading.span]]
    return outline.headings[parent].span.start if parent >= 0 else 0


def unless_run_in(text: str, found: list[Span]) -> list[Span]:
    """The marks, without those of a list of which a line holds several: that is written so."""
    crowded = {text[mark.end - 1] for mark in found if _goes_on(text, mark)}
    return [mark for mark in found if text[mark.end - 1] not in crowded]


def _goes_on(text: str, mark: Span) -> bool:
    """Whether the next number follows in the line."""
    number = parse_numeral(text[slice(*mark)].strip("（）、"))
    if number is None:
        return False
    following = "。" + written(text[slice(*mark)], number + 1)
    end = text.find("\n", mark.end)
    return text.find(following, mark.end, end if end >= 0 else len(text)) >= 0


def written(mark: str, ordinal: int) -> str:
    """``ordinal`` written as ``mark`` is.

    >>> written("（三）", 12), written("3.", 4), written("③", 2), written("2.4", 3)
    ('（十二）', '4.', '②', '2.3')
    >>> written("D.", 3), written("再次", 2)
    ('C.', '其次')
    """
    if mark[:2] in _STEPS and ordinal <= len(_STEPS):
        return _STEPS[ordinal - 1]
    above, point, last = mark.rpartition(".")
    if point and last.isdecimal():
        return f"{above}.{ordinal}"
    digits = "".join(c for c in mark if c.isdecimal() and c.isascii())
    if digits:
        return mark.replace(digits, str(ordinal), 1)
    han = "".join(c for c in mark if c in "〇零一二三四五六七八九十百")
    if han:
        return mark.replace(han, write_numeral(ordinal), 1).rstrip("，：")
    formal = "".join(c for c in mark if c in _FORMAL)
    if formal:
        return mark.replace(formal, write_numeral(ordinal).translate(_TO_FORMAL), 1)
    for start in ("\u2460", "\u2474", "\u3220"):
        if start <= mark[0] < chr(ord(start) + 20):
            return chr(ord(start) + ordinal - 1)
    if "A" <= mark[:1] <= "Z" or "a" <= mark[:1] <= "z":
        return chr((0x40 if mark[0] <= "Z" else 0x60) + ordinal) + mark[1:]
    return str(ordinal)
