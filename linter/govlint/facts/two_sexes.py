"""two_sexes: how many men and women there are where all are told, and only one of the two.

代表48名，其中女代表16名，男女之比为3∶1: the others are the rest.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.records import NamedTuple
from govlint.text.span import Span

_TOLD = re.compile(
    r"(?P<all>(?<![0-9.])[0-9]{1,6}(?P<u>[名人位]))[^。；\n0-9]{0,16}?其中[^，。；0-9]{0,4}?(?P<one>[男女])"
    r"(?P<what>[^，。；0-9]{0,8}?)(?P<n>[0-9]{1,6}(?P=u))(?![余多])"
)
_ONE = re.compile(r"[男女][^，。；、0-9]{0,8}?[0-9]{1,6}[名人位]")
_APART = re.compile("新|增|上年|去年|比|岁")
_FILLERS = re.compile("[有为共计]+$")
_NAMED = 12


class TwoSexes(NamedTuple):
    """``whole`` and ``part``: where they stand; ``values``: men and women."""

    whole: Span
    part: Span
    values: tuple[Decimal, Decimal]


def two_sexes(text: str, start: int, end: int) -> TwoSexes | None:
    """The men and women that a stretch tells of; None where it tells of either, or of neither."""
    told = _TOLD.search(text, start, end)
    if told is None or len(_ONE.findall(text, start, end)) != 1:
        return None
    if _APART.search(text, told.start(), told.end()):
        return None
    what = _FILLERS.sub("", told["what"])[-2:]
    if what != "性" and what not in text[max(start, told.start() - _NAMED) : told.start()]:
        return None  # 职工320人，其中女医生24人
    part, whole = (Decimal(told[group][:-1]) for group in ("n", "all"))
    if not 0 < part < whole:
        return None
    values = (part, whole - part) if told["one"] == "男" else (whole - part, part)
    return TwoSexes(Span(*told.span("all")), Span(*told.span("n")), values)
