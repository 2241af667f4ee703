"""mixed-series: does one enumeration keep to 一是 or to 第一，?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.gaps import fills_item_gap
from govlint.facts.items import continuation
from govlint.syntax.tree import Heading, Item

_KINDS = ("shi", "yao", "di", "qi", "step")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    """A series that begins in the middle, right where one of another shape stops, and an item of
    another shape in the middle of a series."""
    text = facts.body
    for series, found in facts.item_breaks:
        stray = fills_item_gap(facts, series, found) if found.kind == "gap" else None
        if stray is not None:
            yield _finding(text, stray, series.members[found.place - 1], [])
    known = [series for series in facts.items if series.shape in _KINDS]
    for index, before in enumerate(known):
        after = continuation(known, index)
        if after is None:
            continue
        yield _finding(text, after.members[0], before.members[-1], after.members[1:])


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
