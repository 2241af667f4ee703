"""slipped: figures of one shape that are one slip apart: 1530户, 1350户; 63.7%, 63.2%."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govlint.facts.mentions import FIGURE, digits_of
from govlint.records import NamedTuple

_SHAPE = str.maketrans("0123456789名", "0000000000人", "，")
_MOST = 40
"""So many figures of one shape are compared with each other."""
_SCALES = "万亿"
_NO_COUNT = "年倍番月日时"


class Slipped(NamedTuple):
    """``later``, a match of FIGURE, and those ``before`` it that it may be a slip of, the last
    first; ``repeated``: another one of its shape is the same number."""

    later: re.Match[str]
    before: list[re.Match[str]]
    repeated: bool


def find_slipped(text: str) -> list[Slipped]:
    """The figures that have the digits of one before them, in another order, or all but one."""
    groups: dict[str, list[re.Match[str]]] = {}
    for match in FIGURE.finditer(text):
        shape = match[0].translate(_SHAPE)
        if shape[-1] in _SCALES:
            shape += "人"  # 48.6万常住人口
        if shape[-1] not in _NO_COUNT:
            groups.setdefault(shape, []).append(match)
    found: list[Slipped] = []
    for alike in groups.values():
        pairs = [*_candidates(alike)]
        if pairs:
            told = Counter(map(digits_of, alike))
            found += [Slipped(later, near, told[digits_of(later)] > 1) for later, near in pairs]
    return found


def _candidates(
    alike: list[re.Match[str]],
) -> Iterator[tuple[re.Match[str], list[re.Match[str]]]]:
    seen: dict[str, list[int]] = {}
    for number, later in enumerate(alike if len(alike) > 1 else ()):
        digits = digits_of(later)
        traces = ["".join(sorted(digits))]
        traces += [f"{digits[:place]}_{digits[place + 1 :]}" for place in range(len(digits))]
        before = {place for trace in traces for place in seen.get(trace, [])[-_MOST:]}
        if before:
            near = sorted(before, reverse=True)
            yield later, [alike[place] for place in near if place >= number - _MOST]
        for trace in traces:
            seen.setdefault(trace, []).append(number)
