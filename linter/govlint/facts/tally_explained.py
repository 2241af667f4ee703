"""tally_explained: whether a sum that does not come out is none.

Its total is the first of the parts of another one (360万元，自筹95万元，捐资65万元，合计520万元),
the list goes on, or more is counted than stands there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from govlint.facts.disjoint import are_in_both
from govlint.facts.figure import Figure
from govlint.facts.part_others import adds_other_units
from govlint.facts.tallies import Tally, total_of
from govlint.text.intervals import add, apart

_LONGEST, _FEW = 12, 4
_NEAR = 300
_STOP = re.compile("[。；\n]")
_EACH = re.compile("各有?[0-9一两二三四五六七八九十]")
_EACH_OF = re.compile("[、和及与][^，。；0-9]{1,16}各[^，。；0-9]{0,4}$")
"""第三种、第四种形态各1人次: what stands there once counts twice."""


def is_explained(text: str, passage: list[Figure], tally: Tally) -> bool:
    """Whether a sum that does not come out is none: its total is the first of the parts of another
    one (补助360万元，自筹95万元，捐资65万元，合计520万元), or more is counted than stands there."""
    every = (tally.total, *tally.parts)
    made, kind = total_of(every), tally.total.dimension
    others = [f for f in passage if f.dimension == kind and f not in every]
    if _is_of_longer_list(passage, every) or _may_overlap(text, tally):
        return True
    if adds_other_units(text, passage, tally.total, tally.parts):
        return True
    if _goes_on(passage, tally) or _makes_without_brackets(text, tally):
        return True
    whole, parts = tally.total.interval, total_of(tally.parts)
    if any(f.span < tally.total.span and not apart(parts, f.interval) for f in others):
        return True  # 48家，其中……市级38家。从行业看……: of the 48
    return any(
        not apart(made, f.interval) or not apart(add(parts, f.interval), whole) for f in others
    ) or _counts_more(text, tally)


def _is_of_longer_list(passage: list[Figure], every: Sequence[Figure]) -> bool:
    """Whether total and parts stand in one list, which makes up another figure: 98件……生态41件，
    食药17件，安全13件，国财9件，其他18件."""
    kind = every[0].dimension
    alike = [f for f in passage if f.dimension == kind]
    first, last = alike.index(min(every)), alike.index(max(every))
    for start in range(max(0, first - _FEW), first + 1):
        for end in range(last + 1, min(len(alike), last + _LONGEST) + 1):
            made = total_of(alike[start:end])
            others = (*alike[:start], *alike[end:])
            if end - start > len(every) and any(not apart(made, f.interval) for f in others):
                return True
    return False


def _goes_on(passage: list[Figure], tally: Tally) -> bool:
    """Whether the parts make the total with those of their kind that follow them."""
    kind, last = tally.total.dimension, max(tally.parts)
    behind = [f for f in passage if f.dimension == kind and f.span > last.span][:_LONGEST]
    return any(
        not apart(total_of((*tally.parts, *behind[:size])), tally.total.interval)
        for size in range(1, len(behind) + 1)
    )


def _makes_without_brackets(text: str, tally: Tally) -> bool:
    """Whether the parts make the total without those in brackets: 1080万元（市级每台1万元）."""
    start = min((tally.total, *tally.parts)).span.start
    outside = []
    for part in tally.parts:
        before = text[start : part.span.start]
        if before.count("（") <= before.count("）"):
            outside.append(part)
    fewer = 1 < len(outside) < len(tally.parts)
    return fewer and not apart(total_of(outside), tally.total.interval)


def _may_overlap(text: str, tally: Tally) -> bool:
    """Whether what is more than its total is said to be counted twice."""
    over = sum(part.value for part in tally.parts) > tally.total.value
    return over and any(are_in_both(text, part.span.end) for part in tally.parts)


def _counts_more(text: str, tally: Tally) -> bool:
    """Whether something is counted with the parts that is not in their numbers, or more than once:
    村卫生室218个，疾控中心、妇幼保健院各1个; 新建60个，累计106个."""
    if any(_EACH_OF.search(text, *part.lead) for part in tally.parts):
        return True
    last = max(tally.parts)
    end = _STOP.search(text, last.span.end, last.span.end + _NEAR)
    behind = text[last.span.end : end.start() if end else last.span.end]
    return _EACH.search(behind) is not None or any("累计" in part.roles for part in tally.parts)
