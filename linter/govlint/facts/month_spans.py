"""month_spans: the months of a part of the year: 上半年, 前三季度, 二季度, 3—5月."""

from __future__ import annotations

import re

PARTS_OF_YEAR = (
    r"(?P<half>[上下])半年|(?P<nine>前三个?季度)|(?<!前)(?P<quarter>[一二三四])季度|(?P<year>全年)"
)
"""For a pattern that may have ``from`` and ``to``, or ``one`` month, beside it."""
STRETCH = re.compile(
    rf"{PARTS_OF_YEAR}"
    r"|(?<![0-9至到—～~-])(?P<one>1[0-2]|[1-9])月(?:份|全月|当月)?(?![0-9]|[底末初上中下旬起以至到—～~-])"
    r"|(?<![0-9])(?P<from>1[0-2]|[1-9])月?[—～~至到-](?P<to>1[0-2]|[1-9])月(?![0-9底末初])"
)
"""A stretch that a text tells of, not only up to its end: 上半年, 6月, 1—8月."""
_HALF, _NINE, _YEAR = 6, 9, 12
_QUARTERS = "一二三四"


def months_of(match: re.Match[str]) -> tuple[int, int]:
    """The first month and the last one of a part of the year."""
    told = match.groupdict()
    if told.get("to"):
        return int(told.get("from") or 1), int(told["to"])
    if told.get("one"):
        return int(told["one"]), int(told["one"])
    if told["half"]:
        return (1, _HALF) if told["half"] == "上" else (_HALF + 1, _YEAR)
    if told["quarter"]:
        first = _QUARTERS.index(told["quarter"]) * 3 + 1
        return first, first + 2
    return 1, _NINE if told["nine"] else _YEAR
