"""divided: lists that say how many parts they divide a whole into, and name every one.

分三大门类看，采矿业……，制造业……，电力……；三种运输方式共完成……。分方式看，公路……，铁路……，
水路……: as many parts as are counted are all there are, whatever they are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govlint.facts.named_changes import Change
from govlint.text.numerals import parse_numeral

_SORTS = "(?:大|个|种|类|项|次|者|级)"
_DIVISION = re.compile(
    rf"[。；，](?:分|按|从)(?P<n>[两二三四五六])?{_SORTS}?[一-龥]{{1,6}}?(?:来?看|分)，"
)
_LISTED = re.compile(
    rf"(?P<names>[一-龥]{{1,8}}(?:、[一-龥]{{1,8}}){{1,5}}?)等?(?P<n>[两三四五六]){_SORTS}"
)
_TOGETHER = re.compile(rf"(?P<n>[两三四五六]){_SORTS}[一-龥]{{0,8}}?(?:合计|加总|汇总|合起来)")
"""四种运输方式合计: what was told before is all of it."""
_ALL = re.compile("[。；\n]")
_NEAR = 160
"""Code points in which a whole stands before its division, and the parts behind it."""
_NAME = 2
"""So many characters tell a part, 公路 of 公路运输."""
_ALL_KINDS = re.compile("门类|产业|类[看分来]|方式|渠道|性质|城乡")
"""What divides everything: 三大领域 and 重点行业 may leave something out."""
_MEAN = "均"
"""A mean may grow faster than those of all its parts, where the weights shift between them."""
_SOME = re.compile("等|其中|分别|另")


def divisions(text: str) -> Iterator[re.Match[str]]:
    """Where a list begins that divides what was told before."""
    return _DIVISION.finditer(text)


def divided(
    text: str, mark: re.Match[str], changes: Sequence[Change]
) -> tuple[Change, Sequence[Change]] | None:
    """What is told of a whole before ``mark`` and of all its parts behind it; None where the text
    does not count the parts, or tells other ones."""
    end = _ALL.search(text, mark.end(), mark.end() + _NEAR)
    while end is not None and end[0] == "；":  # 第一产业……；第二产业……
        end = _ALL.search(text, end.end(), mark.end() + _NEAR)
    start = max(text.rfind(each, max(0, mark.start() - _NEAR), mark.start()) for each in "。\n") + 1
    if end is None or _SOME.search(text, mark.end(), end.start()):
        return None
    wholes = [each for each in changes if start <= each.figure.span.start < mark.start()]
    parts = [each for each in changes if mark.end() <= each.figure.span.start < end.start()]
    listed = _LISTED.search(text, start, mark.start())
    names = listed["names"].split("、") if listed else []
    counted = mark["n"] or (listed["n"] if listed else "")
    if not listed and not _ALL_KINDS.search(text, *mark.span()):
        return None
    if (
        len(wholes) != 1
        or _MEAN in wholes[0].name
        or not counted
        or parse_numeral(counted) != len(parts)
    ):
        return None
    told = [part.name for part in parts]
    if len(set(told)) < len(told):
        return None
    if not mark["n"] and not all(map(_is_told, names, told)):
        return None
    return wholes[0], parts


def together(text: str, changes: Sequence[Change]) -> tuple[Change, Sequence[Change]] | None:
    """What is told of a whole that its sentence counts the parts of, and those, which stand before
    it and are called alike: 四种运输方式合计，客运量下降9.1%."""
    for number, whole in enumerate(changes):
        marks = [*_TOGETHER.finditer(text, *whole.figure.lead)]
        count = (parse_numeral(marks[-1]["n"]) or 0) if marks else 0
        parts = changes[number - count : number] if count <= number else ()
        end = whole.name[-_NAME:]
        if count and parts and all(part.name.endswith(end) for part in parts):
            return whole, parts
    return None


def tells_together(text: str) -> bool:
    return _TOGETHER.search(text) is not None


def _is_told(name: str, told: str) -> bool:
    return told.startswith(name[-_NAME:]) or name[:_NAME] in told
