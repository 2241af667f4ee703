"""A finding as everybody outside sees it: plain values, complete at birth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govlint.diagnostics.finding import Edit
from govlint.records import NamedTuple
from govlint.text.source import Position
from govlint.text.span import Span


class Note(NamedTuple):
    """A related place. ``path`` is None where it lies in the same file."""

    path: str | None
    span: Span
    start: Position
    end: Position
    message: str


class Fix(NamedTuple):
    """Edits that belong together; ``safety`` is ``safe`` or ``unsafe``. ``brings``: the code of
    what they would bring up, which is why they were not made; "" where nobody tried."""

    safety: str
    edits: tuple[Edit, ...]
    brings: str = ""


class Diagnostic(NamedTuple):
    """One finding of one rule in one document.

    ``span``, ``start`` and ``end`` are None where there is no place (an undecodable file).
    Offsets are code points of the source without its byte order mark, half-open; lines and
    columns count from 1. ``text`` is the source at ``span``. ``section``: (mark, title) of the
    headings around it, outermost first. ``sentence`` is the sentence it stands in, or the line.
    """

    code: str
    name: str
    severity: str
    message: str
    path: str
    span: Span | None
    start: Position | None
    end: Position | None
    text: str
    related: tuple[Note, ...]
    fix: Fix | None
    basis: str
    section: tuple[tuple[str, str], ...]
    sentence: str

    @property
    def order(self) -> tuple[str, int, str]:
        """The key that every output is sorted by: path, offset, code; no place comes first."""
        return (self.path, self.span.start if self.span else -1, self.code)


def fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """A name for each diagnostic that survives edits elsewhere: the hex SHA-256 of code,
    sentence without white space, section marks and titles, and k, which counts equal ones
    in one file from 0. Neither path nor line number is in it."""
    from hashlib import sha256  # only JSON and the baseline ask for it

    seen: dict[tuple[str, str], int] = {}
    for found in diagnostics:
        sentence = "".join(found.sentence.split())
        section = " ".join(f"{mark}{title}" for mark, title in found.section)
        base = f"{found.code}\n{sentence}\n{section}\n"
        k = seen.get((found.path, base), 0)
        seen[found.path, base] = k + 1
        yield sha256(f"{base}{k}".encode()).hexdigest()
