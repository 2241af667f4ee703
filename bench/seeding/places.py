"""Where something can be put into a document."""

from __future__ import annotations

from govlint.facts.facts import Facts
from govlint.syntax.tree import Paragraph
from seeding.seed import Span


def plain_paragraphs(facts: Facts, least: int = 60) -> list[Span]:
    """The paragraphs of some length that end with a full stop, first and last ones left out."""
    found = [
        (entry.span.start, entry.span.end)
        for entry in facts.outline.entries
        if isinstance(entry, Paragraph)
        and entry.span.end - entry.span.start >= least
        and facts.text[entry.span.end - 1] == "。"
    ]
    return found[1:-1]
