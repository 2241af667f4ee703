"""Everything that is worked out about one document, each part when it is first asked for."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from govlint.facts import announcements, breaks, items, masks, noise, outline, title
from govlint.syntax.parser import parse
from govlint.syntax.tree import Heading
from govlint.text.document import Document
from govlint.text.span import Span


class Facts:
    """The facts of ``document``. ``year``: the report year that the user states, or None.

    ``text`` is the width-folded text, ``body`` the same with noise (watermarks, portal blocks,
    page numbers) blanked out: offsets agree with the source in both.
    """

    def __init__(self, document: Document, year: int | None = None) -> None:
        self.document = document
        self.text = document.text
        self.stated_year = year

    @cached_property
    def noise(self) -> noise.Noise:
        return noise.find_noise(self.text)

    @cached_property
    def body(self) -> str:
        return noise.blank(self.text, self.noise.spans, markup=self.document.format == "md")

    @cached_property
    def outline(self) -> outline.Outline:
        return outline.build_outline(self.body, parse(self.body))

    @cached_property
    def items(self) -> list[items.ItemSeries]:
        return items.build_items(self.body, self.outline)

    @cached_property
    def heading_breaks(self) -> list[tuple[outline.Series, breaks.Break]]:
        return [
            (series, found)
            for series in self.outline.series
            for found in breaks.find_breaks([h.ordinal or 0 for h in series.members])
            if series.shape != "attachment"
        ]

    @cached_property
    def item_breaks(self) -> list[tuple[items.ItemSeries, breaks.Break]]:
        return [
            (series, found)
            for series in self.items
            for found in breaks.find_breaks(series.ordinals)
        ]

    @cached_property
    def announcements(self) -> list[announcements.Announcement]:
        return announcements.find_announcements(self.body, self.outline, self.items)

    @cached_property
    def title(self) -> title.Title:
        return title.find_title(self.body, self.outline)

    @cached_property
    def year(self) -> int | None:
        """The year that the report is about: stated by the user, else the first in its title."""
        return self.stated_year or (self.title.years[0] if self.title.years else None)

    @cached_property
    def heading_starts(self) -> list[int]:
        return [heading.span.start for heading in self.outline.headings]

    def path(self, offset: int) -> list[Heading]:
        """The headings around ``offset``, outermost first."""
        return self.outline.path(bisect_right(self.heading_starts, offset) - 1)

    def line(self, offset: int) -> Span:
        """The line around ``offset``, without its line end."""
        starts = self.document.source.line_starts
        number = bisect_right(starts, offset)
        end = starts[number] if number < len(starts) else len(self.text)
        while end > starts[number - 1] and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(starts[number - 1], end)

    def sentence(self, offset: int) -> Span:
        """The sentence around ``offset``: up to the next 。！？； of its line, that included."""
        line = self.line(offset)
        start = max(self.text.rfind(mark, line.start, offset) for mark in "。！？；") + 1
        ends = [self.text.find(mark, offset, line.end) for mark in "。！？；"]
        end = min((found + 1 for found in ends if found >= 0), default=line.end)
        start = max(start, line.start)
        while start < min(offset, end) and self.text[start] in " \t\u3000":
            start += 1
        return Span(start, end)

    def masked(self, span: Span, names: tuple[str, ...]) -> bool:
        """Whether ``span`` touches one of the masks ``names`` (see facts/masks.py)."""
        line = self.line(span.start)
        return any(masks.covers(name, self.text, line, span) for name in names if name != "noise")
