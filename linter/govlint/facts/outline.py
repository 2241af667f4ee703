"""outline: the headings of a text and its lines under them, as a tree in flat lists."""

from __future__ import annotations

from govlint.facts.headings import Entry
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading


class Series(NamedTuple):
    """Headings of one shape that are numbered together. ``restarted``: it begins at 1 again
    where the series before it was still open, with nothing between that explains it."""

    shape: str
    members: list[Heading]
    restarted: bool = False


class Outline(NamedTuple):
    """``entries``: every line in reading order. ``headings``: those that are headings;
    ``parents``: for each of them the index of the heading that contains it, or -1;
    ``owners``: for each entry the index of the heading it stands under (a heading: itself), or
    -1; ``series``: the numbered runs, by their first member; ``inverted``: the indexes of
    headings whose mark ranks above the mark that contains them."""

    entries: list[Entry]
    headings: list[Heading]
    parents: list[int]
    owners: list[int]
    series: list[Series]
    inverted: list[int]

    def path(self, index: int) -> list[Heading]:
        """The headings that contain heading ``index``, outermost first, itself included."""
        found = []
        while index >= 0:
            found.append(self.headings[index])
            index = self.parents[index]
        return found[::-1]

    def children(self, index: int) -> list[int]:
        """The indexes of the headings directly below heading ``index`` (-1: the document)."""
        return [i for i, parent in enumerate(self.parents) if parent == index]
