"""these_again: 这15名教师, of whom the paragraph has told 12.

选派12名骨干教师……这15名支教教师已全部到岗: 这 with a number takes up what was counted before. Where
the paragraph has one count of the same noun, it is that; what is much more or less takes up
something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.span import Span

_UNIT = "[个户名人位家件起处座所条项台辆头亩栋套间支只口株份批场盏棵]"
THESE = search_for(
    rf"(?<=[，。；：\n])(?:这|上述|以上)(?P<n>[1-9][0-9]{{0,4}})(?P<unit>{_UNIT})(?P<noun>[一-龥]{{2,8}}?)"
    "(?=已|均|都|全部|将|分别|来自|平均|人均|共|[在于是的中，])",
    (("这", "上述", "以上"),),
    24,
)
_PEOPLE = "人名位"
_APART = re.compile(
    "其中|分别|另[有外]|增[加补至到]|追加|递补|减[少至到]|剩余|其余|还有|先后|又|再|退出|调整|调[入离出]|[，。；][一-龥]{2,4}、[一-龥]{2,4}、"
)
_BACK, _LEAST, _NOUN, _PAIR = 240, 3, 2, 2
_LOW, _HIGH = 0.7, 1.45


class Again(NamedTuple):
    """``span``: the count that takes up the one at ``first``."""

    span: Span
    first: Span


def find_these(text: str, known: Literals) -> Iterator[Again]:
    """The counts behind 这 that differ from what they take up."""
    for match in find(text, known, THESE):
        number = int(match["n"])
        low = begins(text, match.start(), "\n", _BACK)
        unit = f"[{_PEOPLE}]" if match["unit"] in _PEOPLE else match["unit"]
        told = [*_told(text, unit, low, match.start())]
        values = {value for value, _, _ in told}
        noun = match["noun"]
        told = [e for e in told if noun[-_NOUN:] in e[2] or e[2].startswith(noun[-1])]
        sums = {a + b for a, b in combinations(values, _PAIR)}
        if len({value for value, _, _ in told}) != 1 or number in values | sums:
            continue
        value, first, _ = told[-1]
        near = min(number, value) >= _LEAST and _LOW <= number / value <= _HIGH
        if near and not _APART.search(text, first.end, match.start()):
            yield Again(Span(match.start("n"), match.end("noun")), first)


def _told(text: str, unit: str, low: int, high: int) -> Iterator[tuple[int, Span, str]]:
    """The counts of a unit between two places, with the words behind them."""
    counted = re.compile(
        rf"(?<![0-9.第])(?P<n>[0-9]{{1,5}})(?P<vague>[多余几]?){unit}(?P<noun>[一-龥]{{0,10}})"
    )
    for each in counted.finditer(text, low, high):
        yield int(each["n"]), Span(each.start(), each.start("noun")), each["noun"]
