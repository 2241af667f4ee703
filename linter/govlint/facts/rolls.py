"""rolls: 现将名单（共6家）公布如下：, the number of names above lines of which each holds one."""

from __future__ import annotations

import re
from bisect import bisect_left

from govlint.facts.outline import Outline
from govlint.facts.promises import Promise
from govlint.syntax.tree import Heading
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = r"(?P<n>[1-9][0-9]{0,2}(?![0-9.])|[两二三四五六七八九十]{1,3})"
_ROLL = re.compile(
    rf"(?:名单|名录|目录|清单|结果|案例|作品|单位|企业|项目|个人|人员|同志|对象)[^，。；：（）\n]{{0,6}}"
    rf"(?:（?共(?:计|有)?(?P<hit>{_N}[家个名人项位所件篇条处户])）?|(?P<plain>(?P<m>[2-9]|[1-9][0-9]|[两二三四五六七八九十]{{1,3}})[家个名位所件篇]))"
    r"[^。；：\n]{0,24}(?:如下|公布|公示|名单)[^。；：\n]{0,8}[：。]?$"
)
_REACH = 120
_APART = 2
"""So far off a slip may be; more, and the roll goes on elsewhere."""


def find_roll(text: str, line: Span, outline: Outline, members: list[Heading]) -> Promise | None:
    """The number of names that a line promises above ``members``, where each is one."""
    start, end = line
    while end > start and text[end - 1] in " \t\u3000\n":
        end -= 1
    match = _ROLL.search(text, max(start, end - _REACH), end)
    if match is None:
        return None
    number = parse_numeral(match["n"] or match["m"]) or 0
    span = Span(*match.span("hit" if match["hit"] else "plain"))
    kept = _are_names(text, outline, members, number)
    return Promise(span, (number,), explicit=True, shared=False) if kept else None


def _are_names(text: str, outline: Outline, members: list[Heading], number: int) -> bool:
    """Whether headings that follow each other, and no text below, each are a name on a line of
    its own, about as many as promised."""
    if abs(len(members) - number) > _APART or len(members) < _APART:
        return False
    first = bisect_left(outline.entries, members[0].span, key=lambda entry: entry.span)
    lines = [entry.span for entry in outline.entries[first : first + len(members)]]
    return lines == [member.span for member in members] and not any(
        set("。：") & set(text[slice(*line)].rstrip()[:-1]) for line in lines
    )
