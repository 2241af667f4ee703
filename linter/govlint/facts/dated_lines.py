"""dated_lines: lines that each begin with their day, of which one stands out of turn.

3月9日　……, 4月12日　……, 2月25日　……, 5月6日　……: all others follow each other, so that one line
was moved, or its date mistyped. Where several are out of turn, they follow another order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.text.span import Span

DATED = search_for(
    r"^[ \u3000]{0,8}(?P<date>(?:(?P<y>(?:19|20)[0-9]{2})年)?(?P<m>1[0-2]|[1-9])月"
    r"(?P<d>[12][0-9]|3[01]|[1-9])日)"
    r"(?![前止起之以后至—～-])",
    (("日",), ("月",)),
    20,
)
_FEWEST = 4


def find_moved(text: str, literals: Literals) -> Iterator[tuple[Span, Span]]:
    """The date of each line that stands out of turn, with the one before it."""
    run: list[re.Match[str]] = []
    for match in find(text, literals, DATED):
        if run and text.find("\n", run[-1].end(), match.start() - 1) >= 0:
            between = text[text.find("\n", run[-1].end()) : match.start()]
            if between.strip(" \u3000\n"):
                yield from _moved(run)
                run = []
        run.append(match)
    yield from _moved(run)


def _moved(run: Sequence[re.Match[str]]) -> Iterator[tuple[Span, Span]]:
    days = [(int(m["y"] or 0), int(m["m"]), int(m["d"])) for m in run]
    if len(run) < _FEWEST or len({bool(day[0]) for day in days}) > 1:
        return
    falls = [i for i in range(1, len(days)) if days[i] < days[i - 1]]
    if len(falls) != 1:
        return
    fall = falls[0]
    moved_up = fall + 1 < len(days) and days[fall + 1] >= days[fall - 1]
    moved_down = fall > 1 and days[fall - 2] <= days[fall] and fall + 1 < len(days)
    if moved_up or moved_down:  # else the next year begins, or another list
        yield Span(*run[fall].span("date")), Span(*run[fall - 1].span("date"))
