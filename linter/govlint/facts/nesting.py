"""nesting: which heading contains which.

The grammar nests by a fixed order of marks. This pass settles what no fixed order gets right:

* a mark that continues an open series belongs to it, whatever its rank: ``1.`` may contain
  ``（一）``, and a series of 一、 inside （三） does not end it when （四） follows;
* 一、 that starts again after a short un-numbered line makes that line the heading of a part;
* 章, 条 and （一） may be numbered on through the whole document;
* 第一条 below 一、 stays below it;
* behind a table of contents the numbers begin again;
* A. begins again below each question, which need have no number;
* 1. directly below 1. begins a series inside it, if 2. and another 1. follow that series.
"""

from __future__ import annotations

import re

from govlint.facts.ahead import Ahead
from govlint.facts.contents import opens_contents, text_begins
from govlint.facts.headings import Entry, settled_entries
from govlint.facts.openers import opener
from govlint.facts.outline import Outline, Series
from govlint.syntax.tree import ARTICLE, LEVEL1, PART, Heading, Paragraph, Report
from govlint.text.span import Span

_NOTES = re.compile(
    r"(?:[-—*=]{3,}|[（【\[]?(?:名词|术语|有关)?(?:注释|解释|附注|附录|尾注|备注|说明|名词|附)[】）\]]?[：:]?)$"
)
_OPTIONS = "latin"
"""A. B. C. are the answers to a question: below the next line of text they begin again."""
_SLIP = 2
"""How far the first article of a chapter may be off to be one of the series before."""
_DEEP = 4
"""Series of one shape inside each other: more is a fault in the numbers, and slow to look at."""


def build_outline(text: str, report: Report) -> Outline:
    """The outline of a parsed, width-folded text."""
    return _Nesting(text, settled_entries(text, report)).run()


class _Frame:
    """An open section on the stack: its heading's index and the series that it belongs to."""

    __slots__ = ("entry", "index", "rank", "series")

    def __init__(self, rank: int, series: Series, index: int, entry: int) -> None:
        self.rank = rank
        self.series = series
        self.index = index
        self.entry = entry

    @property
    def last(self) -> int:
        return self.series.members[-1].ordinal or 0


class _Nesting:
    """One walk over the lines of a text with a stack of open sections."""

    def __init__(self, text: str, entries: list[Entry]) -> None:
        self.text = text
        self.entries = entries
        self.out = Outline([], [], [], [], [], [])
        self.stack: list[_Frame] = []
        self.closed: dict[str, Series] = {}
        self.ahead = Ahead(entries)
        self.attachments = Series("attachment", [])
        self.inside: set[tuple[str, str]] = set()
        self.nested: set[str] = set()

    def run(self) -> Outline:
        text_at = -1
        for i, entry in enumerate(self.entries):
            if i == text_at:  # behind a table of contents all numbers begin again
                self.stack.clear()
                self.closed.clear()
            if isinstance(entry, Heading):
                self._heading(i, entry)
            elif isinstance(entry, Paragraph) and opens_contents(self.text, entry.span):
                self._notes(i, entry.span)
                text_at = text_begins(self.text, self.entries, i)
            elif isinstance(entry, Paragraph) and _NOTES.match(self.text, *entry.span):
                self._notes(i, entry.span)
            else:
                self.out.entries.append(entry)
                self.out.owners.append(self.stack[-1].index if self.stack else -1)
        return self.out

    def _heading(self, i: int, heading: Heading) -> None:
        if heading.shape == "attachment":
            self.stack.clear()
            self.closed.clear()
            self._push(i, heading, self.attachments)
            return
        ordinal = heading.ordinal or 0
        frames = [k for k, f in enumerate(self.stack) if f.series.shape == heading.shape]
        for k in reversed(frames):
            if self.stack[k].last + 1 == ordinal:
                self._continue(i, heading, k)
                return
        if frames:
            self._again(i, heading, frames[-1], room=len(frames) < _DEEP)
        else:
            self._fresh(i, heading)

    def _again(self, i: int, heading: Heading, k: int, *, room: bool) -> None:
        """The shape is open, but this ordinal does not continue it. ``room``: whether there may
        be one more series inside."""
        frame = self.stack[k]
        if heading.ordinal != 1 or (frame.last == 2 and len(frame.series.members) == 1):
            self._continue(i, heading, k)
        elif room and self._nests(i, heading.shape, frame.last + 1):
            self.nested.add(heading.shape)
            self._push(i, heading, Series(heading.shape, []))
        elif room and self._resumes(i, k + 1, heading.shape, frame.last + 1):
            self._push(i, heading, Series(heading.shape, []), inverted=True)
        elif (opened := opener(self.text, self.entries, frame.entry, i, heading.rank)) is not None:
            self._close(k)
            if heading.rank == LEVEL1 and opened >= 0:
                self._part(opened)
            self._push(i, heading, Series(heading.shape, []))
        elif heading.shape == _OPTIONS and frame.entry < i - 1:
            self._close(k)
            self._push(i, heading, Series(heading.shape, []))
        elif frame.last == 1:
            self._continue(i, heading, k)
        else:
            self._close(k)
            self._push(i, heading, Series(heading.shape, [], restarted=True))

    def _nests(self, i: int, shape: str, waiting: int) -> bool:
        """Whether the series that begins at entry ``i`` stands inside the heading before, which
        has the same shape: ``waiting``, the ordinal behind that heading's, comes after it, and
        then a series begins again. What holds for one heading of a shape holds for the next."""
        more, rest = self.ahead.behind_series(shape, i)
        if shape in self.nested:
            return not rest or rest[0] in {1, waiting}
        return more > 0 and waiting == 2 and rest == [2, 1]

    def _fresh(self, i: int, heading: Heading) -> None:
        """The shape is not open: it goes below the innermost frame that ranks above it."""
        floor = LEVEL1 if heading.rank == ARTICLE and self._below_level1() else heading.rank - 1
        keep = len(self.stack)
        while keep and self.stack[keep - 1].rank > floor:
            if (heading.shape, self.stack[keep - 1].series.shape) in self.inside:
                break
            keep -= 1
        inverted = keep > 0 and self.stack[keep - 1].rank > floor
        if not inverted and keep < len(self.stack) and heading.ordinal == 1:
            inverted = self._resumes(i, keep, heading.shape, None)
            keep = len(self.stack) if inverted else keep
        self._close(keep)
        series = self.closed.get(heading.shape)
        goes_on = series is not None and self._goes_on(series, heading)
        if not goes_on or series is None:
            series = Series(heading.shape, [])
        self._push(i, heading, series, inverted=inverted)

    def _goes_on(self, series: Series, heading: Heading) -> bool:
        """Whether a closed series counts on with ``heading``; articles do through all chapters,
        so that one that nearly fits is theirs, too."""
        ordinal, last = heading.ordinal or 0, series.members[-1].ordinal or 0
        if heading.rank == ARTICLE and self.stack and self.stack[-1].rank < ARTICLE:
            return ordinal > 1 and abs(ordinal - last - 1) <= _SLIP
        return ordinal != 1 and last + 1 == ordinal

    def _below_level1(self) -> bool:
        for frame in reversed(self.stack):
            if frame.rank == ARTICLE:
                return False
            if frame.rank == LEVEL1:
                return True
        return False

    def _resumes(self, i: int, keep: int, shape: str, ordinal: int | None) -> bool:
        """Whether a frame from ``keep`` on is continued later, and ``shape``, if open at
        ``ordinal`` - 1, only after that: then what begins here stands inside the frame."""
        for frame in self.stack[keep:]:
            following = self.ahead.following(frame.series.shape, i)
            if following is None or following[1] != frame.last + 1:
                continue
            if frame.rank > PART and not self.ahead.same_part(following[0], i):
                continue
            if ordinal is not None:
                after = self.ahead.following(shape, following[0])
                if after is not None and after[1] != ordinal:
                    continue
            self.inside.add((shape, self.stack[-1].series.shape))
            return True
        return False

    def _notes(self, index: int, span: Span) -> None:
        """A line such as 名词解释 or a rule: what follows is numbered on its own."""
        self.out.entries.append(Paragraph(span))
        self.out.owners.append(-1)
        self._part(index)

    def _part(self, index: int) -> None:
        """Make the un-numbered line at entry ``index`` the heading of a part."""
        span = self.entries[index].span
        heading = Heading(PART, "unnumbered", None, Span(span.start, span.start), span, span)
        keep = len(self.stack)
        while keep and self.stack[keep - 1].rank >= PART:
            keep -= 1
        self._close(keep)
        number = len(self.out.headings)
        self.out.entries[index] = heading
        self.out.owners[index:] = [number] * (len(self.out.owners) - index)
        self._add(heading)
        self.stack.append(_Frame(PART, Series(heading.shape, [heading]), number, index))
        self.closed.clear()

    def _continue(self, i: int, heading: Heading, k: int) -> None:
        frame = self.stack[k]
        self._close(k)
        self._push(i, heading, frame.series)

    def _close(self, keep: int) -> None:
        for frame in self.stack[keep:]:
            self.closed[frame.series.shape] = frame.series
        del self.stack[keep:]

    def _push(self, i: int, heading: Heading, series: Series, *, inverted: bool = False) -> None:
        if not series.members:
            self.out.series.append(series)
        series.members.append(heading)
        number = len(self.out.headings)
        if inverted:
            self.out.inverted.append(number)
        self._add(heading)
        self.out.entries.append(heading)
        self.out.owners.append(number)
        self.stack.append(_Frame(heading.rank, series, number, i))

    def _add(self, heading: Heading) -> None:
        self.out.parents.append(self.stack[-1].index if self.stack else -1)
        self.out.headings.append(heading)
