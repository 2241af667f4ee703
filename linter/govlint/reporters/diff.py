"""diff: what fixing changes, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from itertools import pairwise

from govlint.diagnostics.result import FileResult, Tally
from govlint.reporters.base import Page, Reporter, Style
from govlint.reporters.visible import visible
from govlint.text.source import Source

_COLORS = {"---": "1", "+++": "1", "@@": "36", "+": "32", "-": "31"}
_NO_END = "\\ No newline at end of file\n"


def page(result: FileResult, style: Style) -> Iterator[str]:
    """The changes of a file; one that could not be read says so on a line of its own, which
    ``patch`` passes over."""
    if result.unread:
        for found in result.diagnostics:
            yield f"{visible(found.path)}: {found.code} {visible(found.message)}\n"
    if result.before is not None and result.source is not None:
        for line in _changes(result.before, result.source):
            yield _shown(line, style)


def whole(pages: Iterable[Page], _tally: Tally, _style: Style) -> Iterator[str]:
    return (changes for _, changes in pages)


def _changes(before: Source, after: Source) -> Iterator[str]:
    return unified_diff(_lines(before), _lines(after), before.name, after.name)


def _lines(source: Source) -> list[str]:
    r"""The lines with their ends, which are ours to find: difflib's own would break at U+2028."""
    starts = [*source.line_starts, len(source.text)]
    lines = [source.text[a:b] for a, b in pairwise(starts)]
    return [line for line in lines if line]


def _shown(line: str, style: Style) -> str:
    """A line as it stands, so that ``patch`` can use it; on a terminal, one that cannot harm."""
    body = line.rstrip("\r\n")
    end = line[len(body) :]
    if not end:
        end = f"\n{_NO_END}"
    elif end == "\r":
        end = "\n"
    if not style.terminal:
        return body + end
    text = visible(body)
    color = next((c for sign, c in _COLORS.items() if line.startswith(sign)), None)
    return (f"\x1b[{color}m{text}\x1b[0m" if color and style.color else text) + end.lstrip("\r")


REPORTER = Reporter("diff", page, whole)
