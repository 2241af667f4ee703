"""reference: the table of a statistics bureau that a report is held against.

Rows are found by indicator and period; periods are brought into one form first, 2024 and 2024年度
to 2024年, 去年 to the year before the report's.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.records import NamedTuple
from govlint.text.intervals import Interval
from govlint.text.years import YEAR

_YEAR = re.compile(rf"(?P<year>{YEAR})年?度?(?P<rest>.*)")


class Row(NamedTuple):
    """``interval``: what the value may have been before it was rounded, in the base of
    ``dimension``, widened by the row's tolerance; ``growth``: the same for 同比, or None.
    ``written``, ``grown``: as the table has them. ``line``: in the table, from 1."""

    interval: Interval
    dimension: str
    written: str
    growth: Interval | None
    grown: str
    line: int


class Reference:
    """The rows of a table by name and period (see :func:`period_of`)."""

    def __init__(self, path: str, rows: dict[tuple[str, str], Row]) -> None:
        self.path = path
        self.rows = rows
        self.names = frozenset(name for name, _ in rows)


class Held(NamedTuple):
    """How many figures of a document were checked, stand in no row, or have no clear period."""

    checked: int = 0
    unmatched: int = 0
    ambiguous: int = 0


def period_of(words: str, year: int | None) -> str:
    """A period in one form, "" where it cannot be told.

    >>> period_of("2024", None), period_of("上半年", 2024), period_of("去年", 2024)
    ('2024年', '2024年上半年', '2023年')
    """
    words = words.strip().replace("-", "—").replace("至", "—").strip("“”")
    told = _YEAR.fullmatch(words)
    if told:
        rest = told["rest"].replace("全年", "").strip()
        return f"{told['year']}年{rest}"
    if year is None or not words:
        return ""
    if words in ("今年", "本年", "全年"):
        return f"{year}年"
    if words in ("去年", "上年"):
        return f"{year - 1}年"
    return f"{year}年{words}"


def widened(value: Decimal, step: Decimal, tolerance: Decimal) -> Interval:
    """What a printed value may have been, and as much on both sides as the table tolerates."""
    return Interval(value - step / 2 - tolerance, value + step / 2 + tolerance)
