"""json: everything, for programs. The fields are a contract: see DESIGN.md 2."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from govlint.diagnostics.diagnostic import Diagnostic, Fix, Note, fingerprints
from govlint.diagnostics.result import FileResult, Tally
from govlint.reporters.base import Reporter, Style
from govlint.text.source import Position
from govlint.text.span import Span

SCHEMA_VERSION = 1


def render(results: Iterable[FileResult], tally: Tally, style: Style) -> Iterator[str]:
    found = [item for result in results for item in result.diagnostics]
    found.sort(key=lambda item: item.order)
    rows = [
        {**_diagnostic(item), "fingerprint": fingerprint}
        for item, fingerprint in zip(found, fingerprints(found), strict=True)
    ]
    summary: dict[str, Any] = {**tally.severities, "unreadable": tally.unread}
    if tally.held is not None:
        counts = zip(("checked", "unmatched", "ambiguous"), tally.held, strict=True)
        summary["reference"] = dict(counts)
    if tally.fixes is not None:
        summary["fixes"] = dict(zip(("made", "refused"), tally.fixes, strict=True))
    if style.statistics:
        summary["rules"] = {code: count for (code, _, _), count in sorted(tally.rules.items())}
    whole = {
        "schema_version": SCHEMA_VERSION,
        "files": tally.files,
        "diagnostics": rows,
        "summary": summary,
    }
    yield json.dumps(whole, ensure_ascii=style.ascii, indent=2) + "\n"


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
    return {"safety": fix.safety, "edits": edits}


REPORTER = Reporter("json", render)
