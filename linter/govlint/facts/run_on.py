"""run_on: the items that a line goes on with that begins with the first of them.

（一）走访慰问。（二）发放物品。（四）健康体检。: the first is the mark of a heading, the others
stand inside its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.outline import Outline
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_MARKS = {
    "han-paren": re.compile(r"(?<=[。；])（(?P<n>[一二三四五六七八九十]{1,3})）(?=[一-龥“])"),
    "paren": re.compile(r"(?<=[。；])（(?P<n>[0-9]{1,2})）(?=[一-龥“])"),
    "arabic": re.compile(r"(?<=[。；])(?P<n>[0-9]{1,2})[.、](?=[一-龥“])"),
}
_OPTION = re.compile(r"(?<![A-Za-z0-9])(?P<n>[A-H])[.、](?=[^A-Za-z0-9 \n]| {1,2}[一-龥])")
"""An option of a question, of which several stand in one line."""
_TOLD = re.compile(
    r"第(?<=[，。；： \u3000\n]第)(?P<n>[一二三四五六七八九十]{1,2}|[1-9])"
    r"(?P<unit>步|阶段|环节|层|批次?|轮|[项个][一-龥]{2}|件事)"
    r"(?:（[^（）\n]{1,20}）)?(?=[，：]|是(?!否)|为(?![了此]))"
)
"""A step or task by its number, at the beginning of a clause."""
_FEWEST = 3
"""Two marks may be references."""


def find_run_on(text: str, outline: Outline) -> Iterator[list[tuple[int, Span]]]:
    """The ordinals and marks of each such line, from 1 on, at least three."""
    for heading in outline.headings:
        marks = _MARKS.get(heading.shape) if heading.ordinal == 1 else None
        if marks is None:
            continue
        found = [
            (parse_numeral(match["n"]) or 0, Span(*match.span()))
            for match in marks.finditer(text, heading.mark.end, heading.span.end)
        ]
        if len(found) + 1 >= _FEWEST:
            yield [(1, heading.mark), *found]


def find_options(text: str, outline: Outline) -> Iterator[list[tuple[int, Span]]]:
    """The same of the options A to H that stand in one line, if the first of them is A."""
    if "A." not in text and "A、" not in text:
        return
    for entry in outline.entries:
        marks = _OPTION.finditer(text, *entry.span)
        found = [(ord(mark["n"]) - 0x40, Span(*mark.span())) for mark in marks]
        if len(found) >= _FEWEST and found[0][0] == 1:
            yield found


def find_told(text: str, outline: Outline) -> Iterator[list[tuple[int, Span]]]:
    """The same of 第一步，……；第二步，…… in one paragraph, if the first of them is the first."""
    if "第一" not in text and "第1" not in text:
        return
    for entry in outline.entries:
        units: dict[str, list[tuple[int, Span]]] = {}
        for mark in _TOLD.finditer(text, *entry.span):
            one = parse_numeral(mark["n"]) or 0, Span(mark.start(), mark.end("unit"))
            units.setdefault(mark["unit"], []).append(one)
        for found in units.values():
            if len(found) >= _FEWEST and found[0][0] == 1 and found[-1][0] >= len(found):
                yield found
