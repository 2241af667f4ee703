"""json: everything, for programs. The fields are a contract: see DESIGN.md 2."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from govlint.diagnostics.diagnostic import Diagnostic, Fix, Note, fingerprints
from govlint.diagnostics.result import FileResult, Tally
from govlint.hints import Any
from govlint.reporters.base import Page, Reporter, Style
from govlint.text.source import Position
from govlint.text.span import Span

SCHEMA_VERSION = 1
_INDENT = 2
_BETWEEN_LINES = "\n    "
_BETWEEN = f",{_BETWEEN_LINES}"
"""What stands before a line, and before a finding, of the list."""


def page(result: FileResult, style: Style) -> Iterator[str]:
    """The findings of a file, each as it stands in the list."""
    found = result.diagnostics
    for item, fingerprint in zip(found, fingerprints(found), strict=True):
        row = {**_diagnostic(item), "fingerprint": fingerprint}
        text = json.dumps(row, ensure_ascii=style.ascii, indent=_INDENT)
        yield _BETWEEN + text.replace("\n", _BETWEEN_LINES)


def whole(pages: Iterable[Page], tally: Tally, style: Style) -> Iterator[str]:
    """One object. Nothing comes before all is there: half of it could not be read."""
    ordered = sorted((page for page in pages if page[1]), key=lambda page: page[0])
    summary: dict[str, Any] = {**tally.severities, "unreadable": tally.unread}
    if tally.held is not None:
        counts = zip(("checked", "unmatched", "ambiguous"), tally.held, strict=True)
        summary["reference"] = dict(counts)
    if tally.compared is not None:
        counted = zip(("growths", "aims", "open", "other_year"), tally.compared, strict=True)
        summary["previous"] = dict(counted)
    if tally.fixes is not None:
        summary["fixes"] = dict(zip(("made", "refused"), tally.fixes, strict=True))
    if style.statistics:
        summary["rules"] = {code: count for (code, _, _), count in sorted(tally.rules.items())}
    frame = {
        "schema_version": SCHEMA_VERSION,
        "files": tally.files,
        "diagnostics": [],
        "summary": summary,
    }
    before, empty, after = json.dumps(frame, indent=_INDENT).partition("[]")
    if not ordered:
        yield f"{before}{empty}{after}\n"
        return
    yield f"{before}["
    for place, (_, rows) in enumerate(ordered):
        yield rows if place else rows.removeprefix(",")
    yield f"\n  ]{after}\n"


def _diagnostic(found: Diagnostic) -> dict[str, Any]:
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity,
        "message": found.message,
        "path": found.path,
        **_place(found.span, found.start, found.end),
        "text": found.text,
        "related": [_note(note) for note in found.related],
        "fix": _fix(found.fix) if found.fix else None,
        "basis": found.basis,
        "section": [{"mark": mark, "title": title} for mark, title in found.section],
    }


def _place(span: Span | None, start: Position | None, end: Position | None) -> dict[str, Any]:
    return {
        "line": start.line if start else None,
        "column": start.column if start else None,
        "end_line": end.line if end else None,
        "end_column": end.column if end else None,
        "offset": span.start if span else None,
        "end_offset": span.end if span else None,
    }


def _note(note: Note) -> dict[str, Any]:
    place = _place(note.span, note.start, note.end)
    return {"path": note.path, **place, "message": note.message}


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [
        {"offset": edit.span.start, "end_offset": edit.span.end, "text": edit.text}
        for edit in fix.edits
    ]
    brings = {"brings": fix.brings} if fix.brings else {}
    return {"safety": fix.safety, "edits": edits, **brings}


REPORTER = Reporter("json", page, whole)
