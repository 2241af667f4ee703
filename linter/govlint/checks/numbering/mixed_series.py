"""mixed-series: does one enumeration keep to 一是 or to 第一，?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.items import ItemSeries

_KINDS = ("shi", "yao", "di", "step")


class Params(NamedTuple):
    """No parameters."""


def run(facts: Facts, _params: Params) -> Iterator[Finding]:
    """A series that begins in the middle, right where one of another shape stops."""
    known = [series for series in facts.items if series.shape in _KINDS]
    for before, after in pairwise(known):
        first, last = after.members[0], before.members[-1]
        if (
            after.owner == before.owner
            and after.lines[0] - before.lines[-1] <= 1
            and (first.ordinal or 0) > 1
            and first.ordinal == (last.ordinal or 0) + 1
            and not _resumed(before, after)
        ):
            text = facts.body
            yield Finding(
                first.mark,
                fields={
                    "mark": text[slice(*first.mark)].rstrip("，、："),
                    "previous": text[slice(*last.mark)].rstrip("，、："),
                },
                related=(Related(last.mark, "previous"),),
            )


def _resumed(before: ItemSeries, after: ItemSeries) -> bool:
    return any(item.mark.start > after.members[0].mark.start for item in before.members)


CHECK = Check("mixed-series", Params, run, fields=("mark", "previous"), roles=("previous",))
