"""A source together with the view of it that rules match on."""

from __future__ import annotations

from govlint.text.fold import fold_signs
from govlint.text.source import Source


class Document:
    """One document to be checked.

    ``source`` is what was read; ``text`` the same characters in one width (see ``fold``), so an
    offset into the one is an offset into the other; ``signs`` are the rare characters in it (see
    ``signs_in``). ``format`` is ``txt`` or ``md``: marks such
    as ``**`` are residue in the first and markup in the second.
    """

    __slots__ = ("format", "signs", "source", "text")

    def __init__(self, source: Source, format_: str = "txt") -> None:
        self.source = source
        self.format = format_
        self.text, self.signs = fold_signs(source.text)
