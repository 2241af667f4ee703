"""mixed-series: does one enumeration keep to 一是, to 第一， or to 第一阶段：?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.gaps import fills_item_gap, last_of_another, strange_mark
from govlint.facts.items import ItemSeries, continuation, heading_behind
from govlint.syntax.tree import Heading, Item

_NEAR = 3
"""Series behind one in which what goes on with it begins."""
_KINDS = ("shi", "yao", "di", "qi", "step")
_MARKS = ("han-paren", "paren", "arabic", "circled")
"""Marks that an enumeration of _KINDS slips into, and into which one of its own kind does."""
_ARABIC = re.compile("^[^（：]*[0-9]")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    """A series that begins in the middle, right where one of another shape stops, and an item of
    another shape in the middle of a series."""
    text = facts.body
    for series, found in facts.item_breaks:
        stray = fills_item_gap(facts, series, found) if found.kind == "gap" else None
        if stray is not None:
            yield _finding(text, stray, series.members[found.place - 1], [])
        elif found.kind == "gap" and (mark := strange_mark(text, series, found)) is not None:
            last = series.members[found.place - 1]
            yield _finding(text, last._replace(mark=mark), last, [])
    known = [series for series in facts.items if _is_known(series)]
    for index, before in enumerate(known):
        after = continuation(known, index)
        if after is not None and _may_slip(before, after):
            yield _finding(text, after.members[0], before.members[-1], after.members[1:])
        heading = heading_behind(facts.outline, before) if before.shape in _KINDS else None
        if heading is not None:
            yield _finding(text, heading, before.members[-1], [])
        if before.shape in {"shi", "yao"} and (mark := last_of_another(text, before)) is not None:
            last = before.members[-1]
            yield _finding(text, last._replace(mark=mark), last, [])
        yield from _turned(text, before)
        yield from _among_steps(text, before, known[index + 1 : index + 1 + _NEAR])


def _is_known(series: ItemSeries) -> bool:
    return series.shape in _KINDS or series.shape in _MARKS or series.shape.startswith("label")


def _may_slip(before: ItemSeries, after: ItemSeries) -> bool:
    """Whether what goes on in another shape must belong to ``before``: （3） and ③ also refer to
    what stands elsewhere, so that two members must stand in front of them."""
    if after.shape not in _MARKS:
        return before.shape not in _MARKS or len(before.members) > 1
    return before.members[0].ordinal == 1 and len(before.members) > 1


def _among_steps(text: str, steps: ItemSeries, others: list[ItemSeries]) -> Iterator[Finding]:
    """The 第三， that goes on between 其次 and 最后."""
    if steps.shape != "step" or steps.members[0].ordinal != 1:
        return
    for before, after in pairwise(steps.members):
        for other in others:
            item = other.members[0]
            follows = (item.ordinal or 0) > 1 and item.ordinal == (before.ordinal or 0) + 1
            between = before.mark.start < item.mark.start < after.mark.start
            said = text[before.mark.end : item.mark.start]
            if follows and between and said.count("“") == said.count("”"):
                yield _finding(text, item, before, other.members[1:])


def _turned(text: str, series: ItemSeries) -> Iterator[Finding]:
    """The one 阶段三：, or 第3阶段：, among 第一阶段：, 第二阶段：."""
    if not series.shape.startswith("label"):
        return
    marks = [text[slice(*item.mark)] for item in series.members]
    forms = [(mark[0] == "第", _ARABIC.search(mark) is not None) for mark in marks]
    (usual, count), *others = Counter(forms).most_common()
    if not others or count == others[0][1]:
        return
    model = series.members[forms.index(usual)]
    for item, form in zip(series.members, forms, strict=True):
        if form != usual:
            yield _finding(text, item, model, [])


def _finding(text: str, item: Item | Heading, before: Item, others: list[Item]) -> Finding:
    """``others``: the items that go on in the shape of ``item``."""
    return Finding(
        item.mark,
        fields={
            "mark": text[slice(*item.mark)].rstrip("，、："),
            "previous": text[slice(*before.mark)].rstrip("，、："),
        },
        related=(
            Related(before.mark, "previous"),
            *(Related(other.mark, "also") for other in others),
        ),
    )


CHECK = Check(
    "mixed-series", NoParams, run, fields=("mark", "previous"), roles=("previous", "also")
)
