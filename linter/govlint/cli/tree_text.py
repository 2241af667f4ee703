"""The outline of a document for a person."""

from __future__ import annotations

from govlint.facts.facts import Facts
from govlint.reporters.visible import visible
from govlint.syntax.tree import Heading, Item
from govlint.text.span import Span

_LONGEST = 40


def render(facts: Facts) -> str:
    """A line a heading, indented by depth, with its line number and what stands below it."""
    title = facts.title.span
    lines = [_line(facts, title, 0, "标题 ")] if title.end > title.start else []
    outline = facts.outline
    below = _counts(facts)
    if below.get(-1):
        lines.append(f"{'':>6}  （{below[-1]}）")
    for index, heading in enumerate(outline.headings):
        depth = len(outline.path(index)) - 1
        span = Span(heading.span.start, max(heading.title.end, heading.mark.end))
        note = f"（{below[index]}）" if index in below else ""
        lines.append(_line(facts, span, depth, "", note))
    return "\n".join(lines or ["没有标题"]) + "\n"


def _line(facts: Facts, span: Span, depth: int, label: str, note: str = "") -> str:
    number = facts.document.source.position(span.start).line
    text = facts.document.source.text[span.start : min(span.end, span.start + _LONGEST)]
    more = "…" if span.end - span.start > _LONGEST else ""
    return f"{number:>6}  {'  ' * depth}{label}{visible(text)}{more}{note}"


def _counts(facts: Facts) -> dict[int, str]:
    """How many paragraphs and list items stand directly below each heading; -1: before all."""
    counts: dict[int, list[int]] = {}
    for entry, owner in zip(facts.outline.entries, facts.outline.owners, strict=True):
        if not isinstance(entry, Heading):
            pair = counts.setdefault(owner, [0, 0])
            pair[isinstance(entry, Item)] += 1
    return {
        owner: "，".join(
            text for count, text in ((plain, f"{plain} 段"), (items, f"{items} 项")) if count
        )
        for owner, (plain, items) in counts.items()
    }
