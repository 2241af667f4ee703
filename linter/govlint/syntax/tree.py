"""What the grammar sees: headings and the blocks below them, each with its place."""

from __future__ import annotations

from govlint.records import NamedTuple
from govlint.text.span import Span

RANKS = {
    "attachment": 0, "part": 1, "chapter": 2, "section": 3, "article": 4,
    "level1": 5, "level2": 6, "level3": 7, "level4": 8, "level5": 9,
}  # fmt: skip
"""Grammar rule to rank: a smaller rank contains a greater one."""

PART = RANKS["part"]
ARTICLE = RANKS["article"]
LEVEL1 = RANKS["level1"]


class Heading(NamedTuple):
    """A line that opens a section.

    ``rank``: see RANKS. ``shape``: the kind of mark, equal for marks that make one series
    (``1.`` and ``1、`` are one shape, ``①`` and ``a.`` are two). ``ordinal``: None for an
    un-numbered part or attachment. ``mark``: the ordinal with the point that belongs to it,
    empty for un-numbered headings. ``title``: from the first character after the mark up to the
    first 。 (a run-in heading) or the end of the line. ``span``: the line without the white
    space around it. ``loose``: the mark is malformed (``一.``), so only its siblings can tell
    that it is one.
    """

    rank: int
    shape: str
    ordinal: int | None
    mark: Span
    title: Span
    span: Span
    loose: bool = False

    @property
    def whole_mark(self) -> Span:
        """The mark with the white space behind it, which may stand for its point."""
        return Span(self.mark.start, max(self.mark.end, self.title.start))

    @property
    def level(self) -> int:
        """1 for 一、 to 5 for ①; 0 and less for what stands above them."""
        return self.rank - LEVEL1 + 1


class Item(NamedTuple):
    """A line, or a stretch inside a paragraph, that begins with 一是, 第一， —— or the like.

    ``shape`` as in Heading; ``ordinal`` is None for dashes and bullets. ``inline``: it stands
    inside a paragraph; ``span`` then runs to the next item of any shape.
    """

    shape: str
    ordinal: int | None
    mark: Span
    span: Span
    inline: bool = False


class Paragraph(NamedTuple):
    """A line of plain text, without the white space around it."""

    span: Span


Block = Item | Paragraph


class Section(NamedTuple):
    """A heading, the blocks directly below it, and the sections inside it."""

    heading: Heading
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]


class Report(NamedTuple):
    """The whole text: what stands before the first heading, and the sections of any rank."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
