"""concise: one finding, one line, as editors and grep want it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.diagnostics.result import FileResult, Tally
from govlint.reporters.base import Reporter, Style
from govlint.reporters.limit import limited
from govlint.reporters.visible import visible
from govlint.reporters.words import mark, statistics_lines, summary_line


def render(results: Iterable[FileResult], tally: Tally, style: Style) -> Iterator[str]:
    for result in results:
        if not style.statistics:
            yield from limited(result, style, _line)
    if style.statistics:
        yield from statistics_lines(tally, style)
    if not style.quiet:
        yield summary_line(tally, style)


def _line(found: Diagnostic) -> Iterator[str]:
    place = f"{found.start.line}:{found.start.column}: " if found.start else " "
    message = f"{found.code} {visible(found.message)} [{found.name}]{mark(found)}"
    yield f"{visible(found.path)}:{place}{found.severity} {message}\n"


REPORTER = Reporter("concise", render)
