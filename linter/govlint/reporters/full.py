"""full: each finding with the words it is about, for a person at a screen."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.diagnostics.finding import Edit
from govlint.diagnostics.result import FileResult
from govlint.reporters.base import Reporter, Style
from govlint.reporters.excerpt import cut_excerpt
from govlint.reporters.limit import limited
from govlint.reporters.pages import whole
from govlint.reporters.visible import visible
from govlint.reporters.words import WORDS, mark
from govlint.text.source import Source
from govlint.text.span import Span

_COLORS = {"error": "31", "warning": "33", "info": "36"}
_BOLD = "1"
_DIM = "2"
_INDENT = "    "
_MOST_RELATED = 5
_LONGEST = 40


def page(result: FileResult, style: Style) -> Iterator[str]:
    return limited(result, style, _Printer(result.source, style).lines)


class _Printer:
    """The findings of one file."""

    def __init__(self, source: Source | None, style: Style) -> None:
        self.source = source
        self.style = style
        self.words = WORDS[style.language]

    def lines(self, found: Diagnostic) -> Iterator[str]:
        color = _COLORS[found.severity]
        place = f":{found.start.line}:{found.start.column}" if found.start else ""
        head = self._paint(visible(found.path) + place, _BOLD)
        severity = self._paint(self.words[found.severity], color)
        yield f"{head} {severity} {found.code} {found.name}{mark(found)}\n"
        yield f"  {visible(found.message)}\n"
        if found.span and self.source:
            yield from self._excerpt(found, self.source, color)
        yield from self._related(found)
        if found.fix:
            brings = found.fix.brings
            why = self.words["brings"].format(code=brings) if brings else ""
            yield f"  {self._suggestion(found, found.fix.edits)}{why}\n"
        if found.basis:
            yield self._paint("  " + self.words["basis"].format(basis=found.basis), _DIM) + "\n"
        yield "\n"

    def _excerpt(self, found: Diagnostic, source: Source, color: str) -> Iterator[str]:
        assert found.span
        room = self.style.width - len(_INDENT) - 1
        excerpt = cut_excerpt(source, found.span, max(room, 20), self.style.ambiguous)
        if excerpt.text:
            yield f"{_INDENT}{excerpt.text}\n"
            caret = self._paint("^" * excerpt.width, color)
            yield f"{_INDENT}{' ' * excerpt.start}{caret}\n"

    def _related(self, found: Diagnostic) -> Iterator[str]:
        for note in found.related[:_MOST_RELATED]:
            path = visible(note.path or found.path)
            yield f"  {path}:{note.start.line}:{note.start.column} {visible(note.message)}\n"
        if len(found.related) > _MOST_RELATED:
            count = len(found.related) - _MOST_RELATED
            yield f"  {self.words['more'].format(count=count)}\n"

    def _suggestion(self, found: Diagnostic, edits: tuple[Edit, ...]) -> str:
        """What to write for the words that were found; of long ones, what changes in them."""
        whole = _replaced(found, edits)
        if whole is not None and found.text and len(whole) <= _LONGEST:
            return self._written("replace" if whole else "delete", whole)
        if len(edits) > 1:
            return self.words["edits"].format(count=len(edits))
        (edit,) = edits
        key = "insert" if edit.span.start == edit.span.end else "replace"
        return self._written(key if edit.text else "delete", edit.text)

    def _written(self, key: str, text: str) -> str:
        text = visible(text)
        short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        return self.words[key].format(text=short)

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.style.color else text


def _replaced(found: Diagnostic, edits: tuple[Edit, ...]) -> str | None:
    """The words that were found as ``edits`` leave them, if they change nothing else."""
    if found.span is None:
        return None
    start, end = found.span
    if any(edit.span.start < start or edit.span.end > end for edit in edits):
        return None
    from govlint.diagnostics.edits import apply  # few findings have edits

    moved = (Edit(Span(e.span.start - start, e.span.end - start), e.text) for e in edits)
    return apply(found.text, moved)


REPORTER = Reporter("full", page, whole)
