"""Everything that is worked out about one document, each part when it is first asked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache, cached_property
from itertools import pairwise

from govlint.facts import (
    announcements,
    breaks,
    glued,
    items,
    masks,
    noise,
    outline,
    periods,
    title,
)
from govlint.facts.items import ItemSeries
from govlint.facts.outline import Outline, Series
from govlint.syntax.parser import parse
from govlint.syntax.tree import LEVEL1, Heading
from govlint.text.document import Document
from govlint.text.span import Span


@cache
def _keys(member: str) -> tuple[int, ...]:
    """The keys in ``Facts.pairs`` of a literal; none where it is no pair."""
    codes = [ord(char) for char in member]
    if len(codes) < 2 or codes[0] == 1 or max(codes) > 0xFFFF:
        return ()
    return tuple(a | b << 16 for a, b in pairwise(codes))


@cache
def _signs(members: tuple[str, ...]) -> tuple[frozenset[int], frozenset[str]] | None:
    """The first pair of each literal, and the single characters; None where one is neither."""
    chars = frozenset(member for member in members if len(member) == 1)
    keys = [_keys(member) for member in members if len(member) > 1]
    return (frozenset(each[0] for each in keys), chars) if all(keys) else None


_END = re.compile(r"[。！？；]")


class Facts:
    """The facts of ``document``. ``year``: the report year that the user states, or None.

    ``text`` is the width-folded text, ``body`` the same with noise (watermarks, portal blocks,
    page numbers) blanked out: offsets agree with the source in both.
    """

    def __init__(self, document: Document, year: int | None = None) -> None:
        self.document = document
        self.text = document.text
        self.stated_year = year
        self._counts: dict[tuple[str, bool], int] = {}  # by literal, and whether in the source
        self._ends: dict[int, list[int]] = {}
        self._sections: dict[int, tuple[tuple[str, str], ...]] = {}

    @cached_property
    def pairs(self) -> Counter[int]:
        """How often each pair of neighbouring characters stands in the text, by
        ``first | second << 16`` in UTF-16: one pass in C instead of one for each literal. Where
        ``body`` is another text, its pairs are counted, too."""
        found: Counter[int] = Counter()
        for view in {id(view): view for view in (self.text, self.body)}.values():
            data = view.encode("utf-16-le", "surrogatepass")
            for start in (0, 2):
                size = (len(data) - start) // 4 * 4
                if size > 0:
                    found.update(memoryview(data[start : start + size]).cast("I").tolist())
        return found

    @cached_property
    def alphabet(self) -> frozenset[str]:
        """The characters of the text in one width, and the blank that ``body`` may add."""
        return frozenset(self.text) | {" "}

    @cached_property
    def _source_alphabet(self) -> frozenset[str]:
        return frozenset(self.document.source.text)

    @cached_property
    def rare(self) -> tuple[str, ...]:
        """The characters that are neither common Han characters nor ASCII, in order."""
        return tuple(sorted(c for c in self.alphabet if not "\u4e00" <= c <= "\u9fff"))

    def holds(self, member: str, text: str) -> bool:
        """Whether ``text``, a view of the document, holds ``member`` (see :meth:`count`)."""
        return self.count(member, text) > 0

    def lacks(self, members: tuple[str, ...], text: str) -> bool:
        """Whether ``text``, a view of the document, is known to hold none of ``members``."""
        if text is self.document.source.text:
            return False
        signs = _signs(members)
        if signs is None:
            return False
        pairs, chars = signs
        return self.pairs.keys().isdisjoint(pairs) and self.alphabet.isdisjoint(chars)

    def count(self, member: str, text: str) -> int:
        r"""At most how often ``text``, a view of the document, holds a literal; for \1 and two
        characters, 1 or 0: whether the document has a character between them."""
        keys = _keys(member)
        if keys and text is not self.document.source.text:
            pairs = self.pairs
            if len(keys) == 1:
                return pairs.get(keys[0], 0)
            return min([pairs.get(key, 0) for key in keys])
        key = (member, text is self.document.source.text)
        found = self._counts.get(key)
        if found is None:
            found = self._counts[key] = self._count(member, text)
        return found

    def _count(self, member: str, text: str) -> int:
        source = text is self.document.source.text
        if member[0] == "\1":
            low, high = member[1], member[2]
            folded = (low <= "~" and high >= " ") or (low <= "\uffef" and high >= "\uff00")
            if source and folded:
                return int(any(low <= char <= high for char in self._source_alphabet))
            if low <= "\u9fff" and high >= "\u4e00":
                return int(any(low <= char <= high for char in self.alphabet))
            place = bisect_left(self.rare, low)
            return int(self.rare[place : place + 1] <= (high,) and place < len(self.rare))
        if source:
            return text.count(member)
        if len(member) == 1 and member not in self.alphabet:
            return 0
        return (self.body if " " in member else self.text).count(member)  # blanked: in ``body``

    @cached_property
    def noise(self) -> noise.Noise:
        return noise.find_noise(self.text)

    @cached_property
    def body(self) -> str:
        return noise.blank(self.text, self.noise.spans)

    @cached_property
    def outline(self) -> Outline:
        return outline.build_outline(self.body, parse(self.body))

    @cached_property
    def items(self) -> list[ItemSeries]:
        return items.build_items(self.body, self.outline)

    @cached_property
    def heading_breaks(self) -> list[tuple[Series, breaks.Break]]:
        return [
            (series, found)
            for series in self.outline.series
            for found in breaks.find_breaks([h.ordinal or 0 for h in series.members])
            if series.shape != "attachment"
        ]

    @cached_property
    def glued(self) -> list[Span]:
        """The marks of headings that stand inside a line, in order."""
        return glued.find_glued(self.body, self.outline, self.heading_breaks)

    @cached_property
    def item_breaks(self) -> list[tuple[ItemSeries, breaks.Break]]:
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
    def title_periods(self) -> list[periods.Period]:
        return [p for span in self.title.spans for p in periods.periods_in(self.body, span)]

    @cached_property
    def heading_periods(self) -> list[periods.Period]:
        """The periods that the headings of parts, chapters and 一、 name, in order."""
        return [
            period
            for heading in self.outline.headings
            if 0 < heading.rank <= LEVEL1
            for period in periods.periods_in(self.body, heading.title)
        ]

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
        ends = self._ends.get(line.start)
        if ends is None:
            ends = [match.end() for match in _END.finditer(self.text, *line)]
            if not ends or ends[-1] < line.end:
                ends.append(line.end)
            self._ends[line.start] = ends
        number = min(bisect_right(ends, offset), len(ends) - 1)
        start, end = ends[number - 1] if number else line.start, ends[number]
        while start < min(offset, end) and self.text[start] in " \t\u3000":
            start += 1
        return Span(start, end)

    def section(self, offset: int) -> tuple[tuple[str, str], ...]:
        """(mark, title) of the headings around ``offset`` as the source has them, outermost
        first."""
        index = bisect_right(self.heading_starts, offset) - 1
        found = self._sections.get(index)
        if found is None:
            text = self.document.source.text
            found = self._sections[index] = tuple(
                (text[slice(*heading.mark)], text[slice(*heading.title)])
                for heading in self.outline.path(index)
            )
        return found

    def masks_here(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the masks ``names`` of which the document has a sign; noise is blanked."""
        return tuple(
            name
            for name in names
            if name != "noise" and any(self.holds(sign, self.text) for sign in masks.SIGNS[name])
        )

    def masked(self, span: Span, names: tuple[str, ...]) -> bool:
        """Whether ``span`` touches one of the masks ``names`` (see facts/masks.py)."""
        line = self.line(span.start)
        return any(masks.covers(name, self.text, line, span) for name in names)
