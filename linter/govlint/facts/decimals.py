"""decimals: headings that are numbered 2.1, 2.2, 2.2.1, as technical plans have them.

The grammar does not know them: 2.1 also begins a wrapped line with a figure. They are taken for
headings where at least three lines of one level count on below the same number, or two below each
of several.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from govlint.facts.outline import Series
from govlint.syntax.tree import RANKS, Heading
from govlint.text.span import Span

_UNIT = (
    "(?:[万亿千百多余]|公[里斤顷]|个[百月]|月份|年度|平方|立方"
    "|(?:[元吨亩米倍斤升度年月日时分秒人户家])(?![一-龥]{2}))"
)
_LINE = re.compile(
    r"^[ \t\u3000]{0,8}(?P<mark>(?P<above>[1-9][0-9]?(?:\.[1-9][0-9]?)?)\.(?P<n>[1-9][0-9]?))"
    r"(?![.0-9])(?:[ \t\u3000]{1,4}|[、．])?"
    rf"(?P<title>(?!{_UNIT})[一-龥“《][^\n]{{0,80}})",
    re.MULTILINE,
)
_FEWEST = 3


def find_decimals(marks: Sequence[re.Match[str]]) -> list[Series]:
    """The series of such headings, each by the number above it, in reading order. One begins
    anew at 1, as in the next attachment. ``marks``: what decimal_marks finds."""
    found: list[Series] = []
    current: dict[str, Series] = {}
    for match in marks:
        series = current.get(match["above"])
        if series is None or match["n"] == "1":
            series = current[match["above"]] = Series("decimal", [])
            found.append(series)
        title = Span(*match.span("title"))
        span = Span(match.start("mark"), title.end)
        mark = Span(*match.span("mark"))
        series.members.append(
            Heading(RANKS["level5"], "decimal", int(match["n"]), mark, title, span)
        )
    begun = [series for series in found if _begins(series)]
    in_step = [series for series in begun if _counts(series)]
    if len(begun) > 1 and in_step:
        return begun
    return [series for series in in_step if len(series.members) >= _FEWEST]


def decimal_marks(text: str) -> list[re.Match[str]]:
    """Every line that begins like one: ``mark``, ``above`` and ``n``."""
    return [*_LINE.finditer(text)]


def _counts(series: Series) -> bool:
    """Whether some lines of a series count on, of which others may have lost their places."""
    ordinals = [heading.ordinal or 0 for heading in series.members]
    return any(after == before + 1 for before, after in pairwise(ordinals))


def _begins(series: Series) -> bool:
    """Whether a series is one, of at least two lines, the first of which is a first one."""
    return len(series.members) > 1 and series.members[0].ordinal == 1
