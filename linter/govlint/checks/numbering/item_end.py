"""item-end: does an item that holds full stops end with one?

GB/T 15834—2011 A.5: where an item of a series has 。 inside, the items are not parted by ；.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.text.span import Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    """One finding for the items of a series."""
    text = facts.body
    for series in facts.items:
        places = []
        for item, after in pairwise(series.members):
            start = item.span.start
            end = start + len(text[start : item.span.end].rstrip())
            follows = not text[end : after.span.start].strip()
            if follows and text[end - 1] == "；" and "。" in text[start:end]:
                places.append(Span(end - 1, end))
        if places:
            yield Finding(
                places[0],
                related=tuple(Related(place, "also") for place in places[1:]),
                edits=tuple(Edit(place, "。") for place in places),
            )


CHECK = Check("item-end", NoParams, run, roles=("also",))
