"""A source together with the view of it that rules match on."""

from __future__ import annotations

from govlint.text.fold import fold
from govlint.text.source import Source


class Document:
    """One document to be checked.

    ``source`` is what was read; ``text`` the same characters in one width (see ``fold``), so an
    offset into the one is an offset into the other. ``format`` is ``txt`` or ``md``: marks such
    as ``**`` are residue in the first and markup in the second.
    """

    __slots__ = ("format", "source", "text")

    def __init__(self, source: Source, format_: str = "txt") -> None:
        self.source = source
        self.format = format_
        self.text = fold(source.text)
