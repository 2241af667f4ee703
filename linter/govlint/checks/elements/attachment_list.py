"""attachment-list: is what is attached listed as the norm says, and does the text agree?

GB/T 9704—2012, 7.3.4: Arabic numbers with a point, no mark behind a name. 7.3.7: each attachment
has the number and the title of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.attachments import Attachment
from govlint.facts.facts import Facts
from govlint.records import NamedTuple
from govlint.text.span import Span

_REFERENCE = re.compile(r"(?:见|按照?|详见|参见|填写|（)附件(?P<n>[1-9][0-9]?)(?![0-9.])")


class Params(NamedTuple):
    """``report``: ``form``, marks that do not belong; ``reference``, an attachment that the text
    names and the list lacks; ``body``, one that is listed and missing among those that follow."""

    report: Literal["form", "reference", "body"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    lists = facts.attachments
    if not lists:
        return
    if params.report == "form":
        for attachments in lists:
            yield from _form(facts, attachments)
    elif len(lists) == 1:
        ask = _reference if params.report == "reference" else _body
        yield from ask(facts, lists[0])


def _form(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    """One finding for a list: it was written by one hand."""
    edits: list[Edit] = []
    for attachment in attachments:
        start, end = attachment.mark
        if facts.body[start:end] not in ("", "."):
            edits.append(Edit(attachment.mark, "."))
        if facts.body[attachment.name.end - 1] in "。；、":
            edits.append(Edit(Span(attachment.name.end - 1, attachment.name.end), ""))
    if edits:
        also = tuple(Related(edit.span, "also") for edit in edits[1:])
        yield Finding(edits[0].span, related=also, edits=tuple(edits))


def _reference(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    """References to numbers that neither the list nor a heading has."""
    known = {*(attachment.number or 1 for attachment in attachments), *_headings(facts)}
    for match in _REFERENCE.finditer(facts.body):
        number = int(match["n"])
        if number not in known:
            yield Finding(Span(match.start("n"), match.end("n")), {"number": number})


def _body(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    following = _headings(facts)
    if not following:
        return  # they are files of their own
    for attachment in attachments:
        if attachment.number and attachment.number not in following:
            yield Finding(attachment.name, {"number": attachment.number})


def _headings(facts: Facts) -> set[int]:
    """The numbers of the attachments that follow in the same document."""
    headings = (h for h in facts.outline.headings if h.shape == "attachment")
    return {heading.ordinal or 1 for heading in headings}


CHECK = Check("attachment-list", Params, run, fields=("number",), roles=("also",))
