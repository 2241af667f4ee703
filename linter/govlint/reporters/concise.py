"""concise: one finding, one line, as editors and grep want it."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.diagnostics.result import FileResult
from govlint.reporters.base import Reporter, Style
from govlint.reporters.limit import limited
from govlint.reporters.pages import whole
from govlint.reporters.visible import visible
from govlint.reporters.words import mark


def page(result: FileResult, style: Style) -> Iterator[str]:
    return limited(result, style, _line)


def _line(found: Diagnostic) -> Iterator[str]:
    place = f"{found.start.line}:{found.start.column}: " if found.start else " "
    message = f"{found.code} {visible(found.message)} [{found.name}]{mark(found)}"
    yield f"{visible(found.path)}:{place}{found.severity} {message}\n"


REPORTER = Reporter("concise", page, whole)
