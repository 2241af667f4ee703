"""scopes: where in a document a rule may look, as rule files write it."""

from __future__ import annotations

import re

from govlint.facts.facts import Facts
from govlint.text.span import Span, touches

SCOPES = (
    "document", "title", "heading", "paragraph", "sentence", "line", "frontmatter", "attachment",
    "signature", "outside-forms", "outside-samples",
)  # fmt: skip
_HEADING = re.compile(r"heading\[level(<=|=)([1-5])\]")
_SIGNATURE_LINES = 6


def scope_fault(scope: str) -> str:
    """What is wrong with a scope that can never match, or "".

    >>> scope_fault("heading[level=2]"), scope_fault("title, line")
    ('', '')
    >>> scope_fault("heading[level=9]").partition("，")[0]
    '范围“heading[level=9]”不存在'
    """
    for part in scope.split(","):
        name = part.strip()
        if name not in SCOPES and not _HEADING.fullmatch(name):
            known = "、".join(SCOPES)
            return f"范围“{name}”不存在，可用：{known}、heading[level=1] 至 heading[level=5]"
    return ""


def in_scope(facts: Facts, span: Span, scope: str) -> bool:
    """Whether ``span`` lies in one of the scopes, which are separated by commas."""
    return any(_inside(facts, span, part.strip()) for part in scope.split(","))


def _inside(facts: Facts, span: Span, scope: str) -> bool:
    if scope in ("document", "line", "sentence"):
        return True
    if scope == "title":
        title = facts.title.span
        return title.start <= span.start and span.end <= title.end
    if scope in ("outside-forms", "outside-samples"):
        return not touches(span, facts.forms if scope == "outside-forms" else facts.samples)
    path = facts.path(span.start)
    if scope == "attachment":
        return bool(path) and path[0].shape == "attachment"
    if scope == "frontmatter":
        return not path and span.start >= facts.title.span.end
    if scope == "signature":
        return span.start >= _tail_start(facts)
    heading = path[-1] if path else None
    in_heading = heading is not None and span.start < heading.title.end
    if scope == "paragraph":
        return not in_heading
    if not in_heading or heading is None:
        return False
    limit = _HEADING.fullmatch(scope)
    if limit is None:
        return True
    return (
        heading.level == int(limit[2]) if limit[1] == "=" else 1 <= heading.level <= int(limit[2])
    )


def _tail_start(facts: Facts) -> int:
    entries = facts.outline.entries[-_SIGNATURE_LINES:]
    return entries[0].span.start if entries else 0
