"""Everything that is worked out about one document, each part when it is first asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from govlint.facts import (
    announcements,
    attachments,
    breaks,
    captions,
    decimals,
    figures,
    glued,
    halfwidth,
    items,
    longnumbers,
    nesting,
    noise,
    organs,
    pairs,
    passages,
    periods,
    readings,
    slipped,
    title,
)
from govlint.facts.figure import Figure, Sentence
from govlint.facts.indicators import Indicators, common_indicators
from govlint.facts.items import ItemSeries
from govlint.facts.literals import Literals
from govlint.facts.outline import Outline, Series
from govlint.facts.places import Places
from govlint.facts.previous import Compared, Previous
from govlint.facts.printed import Printed, find_printed
from govlint.facts.reference import Held, Reference
from govlint.facts.wanted import Asks, Wanted
from govlint.hints import TYPE_CHECKING
from govlint.syntax.parser import parse
from govlint.syntax.tree import LEVEL1, Heading, Item
from govlint.text.document import Document
from govlint.text.span import Span
from govlint.text.years import YEAR

if TYPE_CHECKING:
    from govlint.facts.omissions import Omissions
    from govlint.facts.tables import Table

_DATE = re.compile(
    rf"^[ \t\u3000]*(?:——|（)?(?P<year>{YEAR})年[0-9]{{1,2}}月[0-9]{{1,2}}日"
    r"(?=[ \t\u3000]*$|[^\n，。]{0,40}$)",
    re.MULTILINE,
)
_LEFT_OUT = 300
"""Code points above a series that begins with 二, in which …… may stand for its first."""
_BELOW = 120
"""Code points below the title, and before the end, in which the date of a document stands."""


class Facts:
    """The facts of ``document``. ``year``: the report year that the user states, or None;
    ``wanted``: all that will be looked for, where it is known beforehand.

    ``reference``: the table that figures are held against, and ``held``: how many were;
    ``previous``: last year's report, and ``compared``: what was held against it.

    ``text`` is the width-folded text, ``body`` the same with noise (watermarks, portal blocks,
    page numbers) blanked out: offsets agree with the source in both.
    """

    def __init__(
        self,
        document: Document,
        year: int | None = None,
        wanted: Wanted | None = None,
        reference: Reference | None = None,
        previous: Previous | None = None,
    ) -> None:
        self.document = document
        self.text = document.text
        self.stated_year = year
        self._wanted = wanted
        self.reference = reference
        self.previous = previous
        self.held: Held | None = None
        self.compared: Compared | None = None
        self._sections: dict[int, tuple[tuple[str, str], ...]] = {}

    @cached_property
    def indicators(self) -> Indicators:
        """What indicators are called; a unit's names are put in its place."""
        return common_indicators()

    @cached_property
    def literals(self) -> Literals:
        """Where the literals of the run's rules can stand in ``text`` and in ``body``."""
        marked = any(sign in self.text for sign in ("**", "<！--", "#"))  # these are blanked, too
        blanked = [Span(0, len(self.text))] if marked else self.noise.spans
        if self.body == self.text:
            blanked = []
        return Literals(self.text, frozenset(self.text), self._wanted, self.body, blanked)

    @cached_property
    def _source_literals(self) -> Literals:
        text = self.document.source.text
        return Literals(text, frozenset(text))

    def may_find(self, rule: Asks) -> bool:
        """Whether ``rule`` may have a finding here, by what it looks for."""
        return self._wanted is None or self.literals.may_find(rule)

    def literals_of(self, text: str) -> Literals:
        """The same for one of the views: ``text``, ``body`` or the source."""
        return self.literals if text is self.text or text is self.body else self._source_literals

    @cached_property
    def noise(self) -> noise.Noise:
        return noise.find_noise(self.text)

    @cached_property
    def body(self) -> str:
        return noise.blank(self.text, self.noise.spans)

    @cached_property
    def outline(self) -> Outline:
        return nesting.build_outline(self.body, parse(self.body))

    @cached_property
    def items(self) -> list[ItemSeries]:
        return items.build_items(self.body, self.outline)

    @cached_property
    def series_in_order(self) -> list[Series]:
        """The series of headings by where they start."""
        return sorted(self.outline.series, key=lambda series: series.members[0].span.start)

    @cached_property
    def series_starts(self) -> list[int]:
        """Where those start."""
        return [series.members[0].span.start for series in self.series_in_order]

    @cached_property
    def mark_starts(self) -> frozenset[int]:
        """Where the marks of the headings start."""
        return frozenset(heading.mark.start for heading in self.outline.headings)

    @cached_property
    def begun(self) -> dict[int, set[str]]:
        """By rank the shapes of the series of headings that begin with a first."""
        found: dict[int, set[str]] = {}
        for series in self.outline.series:
            first = series.members[0]
            if first.ordinal == 1:
                found.setdefault(first.rank, set()).add(series.shape)
        return found

    @cached_property
    def items_in_order(self) -> list[ItemSeries]:
        """The series of items by where they start."""
        return sorted(self.items, key=lambda series: series.members[0].mark.start)

    @cached_property
    def heading_breaks(self) -> list[tuple[Series, breaks.Break]]:
        return [
            (series, found)
            for series in (*self.outline.series, *self.decimals)
            for found in breaks.find_breaks([h.ordinal or 0 for h in series.members])
            if series.shape != "attachment" and not self._left_out(series.members, found)
        ]

    def _left_out(
        self, members: Sequence[Heading | Item], found: breaks.Break, sign: str = ""
    ) -> bool:
        """Whether the text says that what a series misses is left out (……, （略）, ``sign``)."""
        if found.kind not in ("gap", "first"):
            return False
        start = members[found.place].mark.start
        first = max(0, start - _LEFT_OUT)
        before = members[found.place - 1].mark.start if found.place else first
        if sign and self.body.find(sign, before, start) >= 0:
            return True
        return self.omissions.between(before, start)

    @cached_property
    def omissions(self) -> Omissions:
        """Where the text says that something is left out (see facts/omissions.py)."""
        from govlint.facts.omissions import Omissions  # asked for where a series breaks

        return Omissions(self.body)

    @cached_property
    def decimal_marks(self) -> list[re.Match[str]]:
        """The lines that begin with 2.1, headings or not."""
        return decimals.decimal_marks(self.body)

    @cached_property
    def decimals(self) -> list[Series]:
        """The series of headings numbered 2.1, 2.2 (see facts/decimals.py)."""
        return decimals.find_decimals(self.decimal_marks)

    @cached_property
    def first_breaks(self) -> dict[int, breaks.Break]:
        """For each series of headings that has breaks, by its identity, the first of them."""
        return {id(series): found for series, found in reversed(self.heading_breaks)}

    @cached_property
    def gap_fillers(self) -> set[Span]:
        """The headings of another shape that stand for what a series misses (see facts/gaps.py)."""
        from govlint.facts.gaps import fills_gap  # it reads facts

        filling = (fills_gap(self, *broken) for broken in self.heading_breaks)
        return {heading.span for heading in filling if heading is not None}

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
            if not self._left_out(series.members, found, "…")
        ]

    @cached_property
    def announcements(self) -> list[announcements.Announcement]:
        return announcements.find_announcements(self.body, self.outline, self.items)

    @cached_property
    def figures(self) -> list[Sentence]:
        """The figures of each sentence that has some (see facts/figures.py)."""
        return figures.find_figures(self.body, self.printed)

    @cached_property
    def printed(self) -> list[list[Printed]]:
        """The numbers with units, sentence by sentence."""
        return find_printed(self.body)

    @cached_property
    def printed_starts(self) -> list[int]:
        """Where the sentences of :attr:`printed` have their first figure."""
        return [sentence[0].start for sentence in self.printed]

    @cached_property
    def _passages(self) -> passages.Passages:
        return passages.Passages(self.body, self.printed, self.figures)

    def passage(self, number: int) -> Sentence:
        """The sentence of that number with the figures around it (see facts/passages.py)."""
        return self._passages.around(number)

    def further(self, number: int) -> list[Figure]:
        """The figures of that passage, and of the sentences before it."""
        return self._passages.further(number)

    def with_line_before(self, number: int) -> list[Figure]:
        """The figures of a sentence that opens a line, with those right before that line."""
        return self._passages.with_line_before(number)

    def sentence_figures(self, number: int) -> Sentence:
        """The figures of the sentence of that number among those of ``printed``."""
        return self._passages.sentence(number)

    def passage_text(self, number: int) -> str:
        """The words and figures of the passage around the sentence of that number."""
        return self.body[slice(*self._passages.stretch(number))]

    @cached_property
    def slipped(self) -> list[slipped.Slipped]:
        """The figures that are one slip apart from one before them (see facts/slipped.py)."""
        return slipped.find_slipped(self.body)

    def forget_figures(self) -> None:
        """Give back what was worked out about figures: most of the memory that a long text takes.
        Whoever asks afterwards has it worked out again."""
        names = ("printed", "printed_starts", "figures", "figure_roles", "_passages", "slipped")
        for name in names:
            self.__dict__.pop(name, None)

    @cached_property
    def attachments(self) -> list[tuple[attachments.Attachment, ...]]:
        """The lists that say what is attached."""
        return attachments.find_attachments(self.body)

    @cached_property
    def captions(self) -> captions.Captions:
        """The captions of tables and figures, and what refers to them."""
        return captions.find_captions(self.body)

    @cached_property
    def signature(self) -> organs.Signature | None:
        """Who signs the document, and its date (see facts/organs.py)."""
        return organs.find_signature(self.body, self.title.span.end)

    @cached_property
    def long_numbers(self) -> list[longnumbers.LongNumber]:
        return longnumbers.find_long_numbers(self.body)

    @cached_property
    def pairs(self) -> pairs.Pairs:
        """The quotation marks and brackets (see facts/pairs.py)."""
        return pairs.find_pairs(self.body)

    @cached_property
    def half_width(self) -> halfwidth.HalfWidth:
        kept = self.masks_here(("url", "email", "code"))
        found = halfwidth.find_half_width(self.document.source.text, self.body)
        if kept:
            found = [
                mark for mark in found if not self.masked(Span(mark.place, mark.place + 1), kept)
            ]
        return halfwidth.by_habit(self.document.source.text, found)

    @cached_property
    def figure_roles(self) -> list[tuple[int, dict[str, int]]]:
        """For each role the sentences of ``figures`` that have it, block by block."""
        return readings.by_role(self.figures)

    @cached_property
    def forms(self) -> list[Span]:
        """The attachments that others are to fill in (see facts/forms.py)."""
        from govlint.facts.forms import find_forms  # asked for where blanks were found

        return find_forms(self.body, self.outline)

    @cached_property
    def samples(self) -> list[Span]:
        """The forms and what shows how a text is to be written, no document that is one itself."""
        from govlint.facts.forms import find_forms  # asked for where placeholders were found

        return find_forms(self.body, self.outline, samples=True)

    @cached_property
    def tables(self) -> list[Table]:
        """The tables and listings that stand as lines (see facts/tables.py)."""
        from govlint.facts.table_lines import places_of  # asked for where a line may be a row

        rows, listed = places_of(self.body, self.literals)
        if not rows and not listed:
            return []  # most
        from govlint.facts.tables import find_tables

        return find_tables(self.body, rows, listed)

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
        """The year that the report is about: stated by the user, else the first in its title, else
        that of the date below the title or at the end."""
        return self.stated_year or next(iter(self.title.years), None) or self._dated

    @cached_property
    def _dated(self) -> int | None:
        """The year of a date on a line of its own, right below the title or at the very end."""
        start = self.title.span.end
        below = _DATE.search(self.body, start, start + _BELOW)
        ends = _DATE.findall(self.body, max(start, len(self.body) - _BELOW))
        return int(below["year"]) if below else int(ends[-1]) if ends else None

    @cached_property
    def first_year(self) -> int | None:
        """The first year that the report speaks about: a 政府工作报告 looks back on the year
        before its own."""
        back = self.year is not None and "政府工作报告" in self.body[slice(*self.title.span)]
        return self.year - 1 if self.year and back else self.year

    @cached_property
    def years_of_now(self) -> frozenset[int]:
        """The years that 今年 can mean: those that the report tells of, and the one in which it is
        written. None where it tells of none."""
        told = {year for year in (self.year, self.first_year) if year}
        return frozenset(told | {year + 1 for year in told})

    @cached_property
    def heading_starts(self) -> list[int]:
        return [heading.span.start for heading in self.outline.headings]

    def path(self, offset: int) -> list[Heading]:
        """The headings around ``offset``, outermost first."""
        return self.outline.path(bisect_right(self.heading_starts, offset) - 1)

    @cached_property
    def _places(self) -> Places:
        return Places(self.text, self.document.source.line_starts)

    def line(self, offset: int) -> Span:
        """The line around ``offset``, without its line end."""
        return self._places.line(offset)

    def sentence(self, offset: int) -> Span:
        """The sentence around ``offset``: up to the next 。！？； of its line, that included."""
        return self._places.sentence(offset)

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
        return self._places.masks_here(names)

    def masked(self, span: Span, names: tuple[str, ...]) -> bool:
        """Whether ``span`` touches one of the masks ``names`` (see facts/masks.py)."""
        return self._places.masked(span, names)
