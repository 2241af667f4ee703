"""list-count: does 甲、乙、丙三大领域 name three?

Only separators are counted. 和, 与, 及 before the first 、 may belong to an item, so the count is
a range; a list behind 等 is open. The list is what stands in the same clause before the number,
or in the brackets behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_NUMBER = re.compile(
    r"(?<![第“‘各前后每近约0-9.])(?P<open>等)?(?P<hit>(?P<n>[两二三四五六七八九十]|[2-9])"
    r"(?:大|项|类|种|个方面|方面)(?P<noun>[一-龥]{1,12}))(?P<tail>（[^（）\n]{4,80}）)?"
)
_CLAUSE_END = "，。；：！？\n）"
_JOINERS = re.compile(r"和|与|及|以及")


class Params(NamedTuple):
    """No parameters."""


def run(facts: Facts, _params: Params) -> Iterator[Finding]:
    text = facts.body
    for match in _NUMBER.finditer(text):
        number = parse_numeral(match["n"]) or 0
        if match["tail"]:
            counts = _counts(match["tail"][1:-1])
        elif match["open"]:
            continue
        else:
            counts = _before(text, match.start("hit"))
        if counts is None or counts[0] <= number <= counts[1]:
            continue
        yield Finding(
            Span(*match.span("hit")),
            fields={"phrase": match["hit"], "number": number, "count": counts[1]},
        )


def _before(text: str, end: int) -> tuple[int, int] | None:
    """How many items the list may have that ends right before a number."""
    start = end
    depth = 0
    while start and end - start < 120:
        char = text[start - 1]
        depth += (char in "”》") - (char in "“《")
        if char in _CLAUSE_END and depth <= 0:
            break
        start -= 1
    clause = text[start:end]
    if "、" not in clause or not _adjacent(clause):
        return None
    low, high = _counts(clause) or (0, 0)
    # the clause may hold another list before this one, so fewer can be meant, but not more
    return (2, high) if low else None


def _adjacent(clause: str) -> bool:
    """Whether the last item runs right up to the number: no 的, no verb between."""
    last = clause.rsplit("、", 1)[-1]
    return 0 < len(last) <= 16 and last[-1] not in "的了在为是有“《（"


def _counts(clause: str) -> tuple[int, int] | None:
    clause = re.sub(r"“[^”]{0,60}”|《[^》]{0,80}》", "“”", clause)
    clause = re.sub(r"（[^）]{0,60}）", "", clause)
    parts = clause.split("、")
    if len(parts) < 2 or "等" in clause:
        return None
    joined = len(_JOINERS.findall(clause))
    return len(parts), len(parts) + joined


CHECK = Check("list-count", Params, run, fields=("phrase", "number", "count"))
