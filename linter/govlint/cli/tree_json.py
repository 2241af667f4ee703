"""The outline of a document for programs."""

from __future__ import annotations

import json
import sys
from typing import Any

from govlint.cli.console import takes_unicode
from govlint.facts.facts import Facts
from govlint.syntax.tree import Block, Heading, Item
from govlint.text.span import Span


def render(facts: Facts) -> str:
    """Sections inside sections; every place with offsets, line and column."""
    outline = facts.outline
    sections = [_section(facts, heading) for heading in outline.headings]
    top: dict[str, Any] = {"blocks": [], "sections": []}
    for index, parent in enumerate(outline.parents):
        (top if parent < 0 else sections[parent])["sections"].append(sections[index])
    for entry, owner in zip(outline.entries, outline.owners, strict=True):
        if not isinstance(entry, Heading):
            (top if owner < 0 else sections[owner])["blocks"].append(_block(facts, entry))
    source = facts.document.source
    whole = {
        "schema_version": 1,
        "path": source.name,
        "title": _place(facts, facts.title.span),
        **top,
    }
    return json.dumps(whole, ensure_ascii=not takes_unicode(sys.stdout), indent=2) + "\n"


def _section(facts: Facts, heading: Heading) -> dict[str, Any]:
    return {
        "level": heading.level,
        "shape": heading.shape,
        "ordinal": heading.ordinal,
        "mark": _place(facts, heading.mark),
        "title": _place(facts, heading.title),
        **_place(facts, heading.span),
        "blocks": [],
        "sections": [],
    }


def _block(facts: Facts, block: Block) -> dict[str, Any]:
    if isinstance(block, Item):
        mark = _place(facts, block.mark)
        return {"kind": "item", "ordinal": block.ordinal, "mark": mark, **_place(facts, block.span)}
    return {"kind": "paragraph", **_place(facts, block.span)}


def _place(facts: Facts, span: Span) -> dict[str, Any]:
    source = facts.document.source
    start, end = source.position(span.start), source.position(span.end)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "offset": span.start,
        "end_offset": span.end,
        "text": source.text[span.start : span.end],
    }
