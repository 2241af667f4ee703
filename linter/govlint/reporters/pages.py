"""The output of the formats for people: the pages one by one, then what they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govlint.diagnostics.result import Tally
from govlint.reporters.base import Page, Style
from govlint.reporters.words import statistics_lines, summary_line


def whole(pages: Iterable[Page], tally: Tally, style: Style) -> Iterator[str]:
    for _, page in pages:
        yield page
    if style.statistics:
        yield from statistics_lines(tally, style)
    if not style.quiet:
        yield summary_line(tally, style)
