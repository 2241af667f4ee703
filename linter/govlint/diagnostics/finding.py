"""What a check says, before anyone has decided how bad it is."""

from __future__ import annotations

from collections.abc import Mapping

from govlint.records import NamedTuple
from govlint.text.span import Span


class Edit(NamedTuple):
    """Put ``text`` in the place of ``span``: "" deletes, an empty span inserts."""

    span: Span
    text: str


class Related(NamedTuple):
    """A second place that explains the first. The rule has a sentence for each ``role``;
    ``fields`` are what that sentence needs beside the fields of the finding."""

    span: Span
    role: str
    fields: Mapping[str, str | int] = {}


class Finding(NamedTuple):
    """A place that a check objects to, with the facts its message needs.

    ``span``: None where nothing could be read. ``edits`` lie inside ``span`` and the related
    spans; whether they are safe is the rule's to say. ``severity``: of the row of a table that
    has one of its own, else "".
    """

    span: Span | None
    fields: Mapping[str, str | int] = {}
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    severity: str = ""
