"""sequence: do the ordinals of a series count 1, 2, 3?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.breaks import Break, find_breaks
from govlint.facts.cited_numbers import (
    called_alike,
    cite_themselves,
    cited_before,
    is_excerpt,
    is_selected,
)
from govlint.facts.damaged_marks import damaged_mark
from govlint.facts.facts import Facts
from govlint.facts.gaps import fills_gap, fills_item_gap, first_of_another, strange_mark
from govlint.facts.glued import written
from govlint.facts.items import ItemSeries, begins_elsewhere
from govlint.facts.lines import is_row
from govlint.facts.outline import Series
from govlint.facts.restarts import begun_again, counted_on_alone
from govlint.facts.run_on import find_options, find_run_on, find_told
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import RANKS, Heading, Item
from govlint.text.span import Span

_SHORTEST_ITEM = 5
_OPENED = re.compile(r"首|第一|其一|一是|一要|最[一-龥]{1,4}的?是|先")
"""What may stand for 首先 before 其次."""
_LABEL_END = re.compile("[（：:]")
_STEPS = (
    [1, 3], [1, 3, 4], [2, 3], [2, 3, 4], [1, 2, 2], [1, 2, 2, 3], [1, 2, 2, 4],
    [1, 1, 2], [1, 1, 3], [1, 1, 3, 4],
)  # fmt: skip
"""首先, 其次, 再次, 最后 as they are told wrongly; they may leave out what they like."""
_TWICE = [1, 1, 2]
"""首先…… 首先…… 最后…… in one line; on lines of their own, the first may open a speech."""
_LONG = 120
"""So much of a line is asked for its own number."""
_PAIR = 2
"""One series counts on through the sections, the other breaks off."""
_SLIP = 2
"""How far a number may be off that was to count on from the section before."""
_REFERABLE = ("han-paren", "paren", "circled", "arabic")


class Params(NamedTuple):
    """``of``: headings, or items such as 一是; ``report``: which kind of fault."""

    of: Literal["headings", "items"]
    report: tuple[Literal["gap", "repeat", "order", "first"], ...]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    if params.of == "headings":
        yield from _headings(facts, params.report)
    else:
        yield from _items(facts, params.report)


def _headings(facts: Facts, kinds: tuple[str, ...]) -> Iterator[Finding]:
    faults = Counter(id(series) for series, _ in facts.heading_breaks)
    for series, found in facts.heading_breaks:
        if found.kind not in kinds or _strange(series, found, faults[id(series)]):
            continue
        if is_row(facts.body, series.members[found.place].span.start):
            continue
        again = begun_again(facts, series) if found.kind == "gap" else None
        if again is not None and not _keeps_numbers(facts, series, found):
            last = again.members[-1]
            follows = Break(1, "gap", (last.ordinal or 0) + 1)
            yield _finding(facts.body, [last, *series.members], follows)
        elif not _is_explained(facts, series, found):
            yield _with_edits(_finding(facts.body, series.members, found), facts, series, found)
    if "gap" in kinds:
        yield from _running(facts)
    if "first" in kinds:
        for before, first in counted_on_alone(facts):
            yield _finding(facts.body, [before, first], Break(1, "first", 1))


def _keeps_numbers(facts: Facts, series: Series, found: Break) -> bool:
    """Whether the headings bear the numbers that they have elsewhere; the options of a question
    (latin) are its own, excerpt or not."""
    if found.kind not in ("gap", "first"):
        return False
    text, start = facts.body, series.members[0].span.start
    ordinals = [heading.ordinal or 0 for heading in series.members]
    if series.shape != "latin" and (
        is_excerpt(text, start) or _is_selected(facts, series, ordinals[0])
    ):
        return True
    if cited_before(text, start, ordinals):
        return True
    lines = [
        text[h.mark.end : min(h.mark.end + _LONG, facts.line(h.span.start).end)]
        for h in series.members
    ]
    return cite_themselves(lines, ordinals)


def _is_selected(facts: Facts, series: Series, first: int) -> bool:
    """Whether a line announces some of a list of elsewhere, and no series of the shape before goes
    on in this one."""
    start = series.members[0].span.start
    if not is_selected(facts.body, start, first):
        return False
    return not any(
        each.shape == series.shape and each.members[0].span.start < start
        for each in facts.series_in_order
    )


def _is_explained(facts: Facts, series: Series, found: Break) -> bool:
    """Whether nothing is missing where a series breaks, or another rule tells what is wrong."""
    if _keeps_numbers(facts, series, found):
        return True
    if found.kind == "gap":
        filled = fills_gap(facts, series, found) or _glued(facts, series, found)
        return bool(filled or damaged_mark(facts, series, found))
    return found.kind == "first" and not _lost_heading(facts, series)


def _running(facts: Facts) -> Iterator[Finding]:
    """The series that breaks off where the one before it counts on through several sections:
    （一）（二） below 一、, （三）（四） below 二、, （六） below 三、."""
    for shape in ("han-paren", "arabic"):
        series = [each for each in facts.series_in_order if each.shape == shape]
        if len(series) != _PAIR:
            continue
        before, after = series
        first, last = after.members[0].ordinal or 0, before.members[-1].ordinal or 0
        slip = first not in (0, 1, last + 1) and abs(first - last - 1) <= _SLIP
        if slip and _spans_sections(facts, before):
            members = [before.members[-1], *after.members]
            if _supplied(facts, members[0], members[1], last + 1):
                continue  # （五） between 4. and 6.: SEQ204
            yield _finding(facts.body, members, Break(1, "gap", last + 1))


def _supplied(facts: Facts, before: Heading, after: Heading, ordinal: int) -> bool:
    """Whether a heading of another shape stands for the number that is missing."""
    return any(
        heading.ordinal == ordinal and before.span.start < heading.span.start < after.span.start
        for heading in facts.outline.headings
    )


def _spans_sections(facts: Facts, series: Series) -> bool:
    """Whether the members of a series stand under several headings."""
    above = {tuple(h.span for h in facts.path(m.span.start)[:-1]) for m in series.members}
    return len(above) > 1 and () not in above


def _with_edits(finding: Finding, facts: Facts, series: Series, found: Break) -> Finding:
    """``finding`` with the ordinals that would mend it, the later headings' included."""
    from govlint.facts.renumbering import renumber  # most documents count as they should

    new = renumber(facts, series, found)
    also = [Related(each.heading.mark, "renumber") for each in new[1:]]
    edits = tuple(Edit(each.place, each.text) for each in new)
    return finding._replace(related=(*finding.related, *also), edits=edits)


def _strange(series: Series, found: Break, faults: int) -> bool:
    """Whether the series is no series: it has nearly as many breaks as members."""
    return faults > 2 and 2 * faults >= len(series.members) and found.kind != "first"


def _glued(facts: Facts, series: Series, found: Break) -> bool:
    """Whether the missing heading is there, but inside a line."""
    here = series.members[found.place].span.start
    before = series.members[found.place - 1].span.start if found.place else 0
    after = bisect_right(facts.glued, before, key=itemgetter(0))
    return after < len(facts.glued) and facts.glued[after].start < here


def _lost_heading(facts: Facts, series: Series) -> bool:
    """Whether a series that begins with 二 has lost its first heading: it is no excerpt, and
    what stands before it is not numbered in another way. Of the lower levels only one that a
    colon announces has: （2） may go on with what stands elsewhere."""
    first = series.members[0]
    before = max(0, _before(facts.body, first.span.start))
    announced = facts.body[before] == "：" and len(series.members) > 1
    if first.ordinal != 2 or first.loose or (first.rank >= RANKS["level4"] and not announced):
        return False
    if _glued(facts, series, Break(0, "first", 1)):
        return False
    if first.span in facts.gap_fillers:
        return False  # 一、 2. 三、: SEQ204
    if first_of_another(facts, series) is not None:
        return False  # 1. （二）: the same
    if first is facts.outline.headings[0] and not facts.title.spans and not announced:
        return False
    one = written(facts.body[slice(*first.mark)], 1)
    line = facts.line(before)
    if facts.body.find(one, *line) >= 0:
        return False
    return not facts.begun.get(first.rank, set()) - {series.shape}


def _before(text: str, start: int) -> int:
    """The last character that is no white space before ``start``."""
    while start and text[start - 1] in " \t\u3000\n":
        start -= 1
    return start - 1


def _items(facts: Facts, kinds: tuple[str, ...]) -> Iterator[Finding]:
    told: dict[str, bool] = {}
    for series, found in facts.item_breaks:
        if found.kind not in kinds or not _counts(series):
            continue
        if is_row(facts.body, series.members[found.place].mark.start):
            continue
        if _is_item_explained(facts, series, found):
            continue
        if series.shape.startswith("label") and _told(facts.body, series, found, told):
            continue
        yield _finding(facts.body, series.members, found)
    for run_on in find_run_on(facts.body, facts.outline):
        yield from _in_line(facts.body, run_on, kinds)
    for options in find_options(facts.body, facts.outline):
        yield from _in_line(facts.body, options, kinds)
    for told_ones in find_told(facts.body, facts.outline):
        yield from _in_line(facts.body, told_ones, tuple({*kinds} - {"order"}))


def _is_item_explained(facts: Facts, series: ItemSeries, found: Break) -> bool:
    """Whether a break in a series of items is none."""
    if found.kind == "first" and not _lost_first(facts, series):
        return True
    if found.kind in ("gap", "first") and _cited(facts.body, series):
        return True
    filled = found.kind == "gap" and (
        fills_item_gap(facts, series, found) or strange_mark(facts.body, series, found)
    )
    return bool(filled)


def _cited(text: str, series: ItemSeries) -> bool:
    """Whether the items keep the numbers that they have elsewhere, or are only named."""
    marks = [item.mark for item in series.members]
    named = series.shape in _REFERABLE and called_alike(text, marks)
    if named or cited_before(text, marks[0].start, series.ordinals):
        return True
    return series.shape in _REFERABLE and is_excerpt(text, marks[0].start)


def _in_line(text: str, marks: list[tuple[int, Span]], kinds: tuple[str, ...]) -> Iterator[Finding]:
    """The breaks of the items in one line of which the first is a heading."""
    breaks = find_breaks([ordinal for ordinal, _ in marks])
    for found in breaks if len(breaks) == 1 else ():
        if found.kind in kinds and found.place:
            mark, before = (text[slice(*marks[found.place - i][1])].rstrip() for i in (0, 1))
            fields = {"mark": mark, "expected": written(mark, found.expected), "previous": before}
            related = (Related(marks[found.place - 1][1], "previous"),)
            yield Finding(marks[found.place][1], fields=fields, related=related)


def _told(text: str, series: ItemSeries, found: Break, told: dict[str, bool]) -> bool:
    """Whether the text names 第二批, which a line for each of the others leaves out. ``told``: what
    was asked before."""
    mark = text[slice(*series.members[found.place].mark)]
    name = written(_LABEL_END.split(mark)[0], found.expected)
    if name not in told:
        told[name] = name in text
    return told[name]


def _counts(series: ItemSeries) -> bool:
    """Whether a series must count without a break: （2） and ③ also refer to what stands elsewhere,
    and 首先 … 最后 leaves out what it likes unless 再次 tells that there was a second."""
    ordinals = [item.ordinal or 0 for item in series.members[:5]]  # asked for each break
    if series.shape == "step":
        one = series.lines[0] == series.lines[-1] and ordinals == _TWICE
        return ordinals in _STEPS and (ordinals != _TWICE or one)
    if series.shape not in _REFERABLE:
        return True
    apart = ordinals == [1, 3] and series.lines[0] == series.lines[1] and _apart(series)
    return ordinals[0] == 1 and (len(ordinals) > 2 or apart)


def _apart(series: ItemSeries) -> bool:
    """Whether text of some length follows each mark: no reference such as （1）（3）项."""
    return all(item.span.end - item.mark.end >= _SHORTEST_ITEM for item in series.members)


def _lost_first(facts: Facts, series: ItemSeries) -> bool:
    """Only 二是 and the like tell that something stood before them; （2） may be a reference."""
    if series.shape not in ("shi", "yao", "di", "qi", "step") or series.members[0].ordinal != 2:
        return False
    start = facts.outline.headings[series.owner].span.start if series.owner >= 0 else 0
    if series.shape == "step" and _OPENED.search(facts.body, start, series.members[0].mark.start):
        return False
    return not begins_elsewhere(facts.body, series, start)


def _finding(text: str, members: list[Heading] | list[Item], found: Break) -> Finding:
    member = members[found.place]
    span = _mark_span(text, member)
    mark = text[slice(*span)].rstrip(" \t\u3000")
    before = members[found.place - 1] if found.place else None
    related = [Related(_mark_span(text, before), "previous")] if before else []
    if found.kind == "order" and found.place + 1 < len(members):
        related.append(Related(_mark_span(text, members[found.place + 1]), "next"))
    return Finding(
        span,
        fields={
            "mark": mark,
            "expected": written(mark, found.expected) if found.expected else "",
            "previous": text[slice(*_mark_span(text, before))].rstrip() if before else "",
        },
        related=tuple(related),
    )


def _mark_span(text: str, member: Heading | Item) -> Span:
    """The mark without the point behind it; a malformed one as SEQ205 mends it."""
    if isinstance(member, Heading) and member.loose:
        return member.whole_mark
    span, end = member.mark, member.mark.end
    while end > span.start and text[end - 1] in "，： \u3000":
        end -= 1
    return Span(span.start, end)


CHECK = Check(
    "sequence",
    Params,
    run,
    fields=("mark", "expected", "previous"),
    roles=("previous", "next", "renumber"),
)
