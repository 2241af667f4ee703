"""mixed-series: does one enumeration keep to 一是 or to 第一，?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.items import continuation

_KINDS = ("shi", "yao", "di", "qi", "step")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    """A series that begins in the middle, right where one of another shape stops."""
    text = facts.body
    known = [series for series in facts.items if series.shape in _KINDS]
    for index, before in enumerate(known):
        after = continuation(known, index)
        if after is None:
            continue
        first, last = after.members[0], before.members[-1]
        yield Finding(
            first.mark,
            fields={
                "mark": text[slice(*first.mark)].rstrip("，、："),
                "previous": text[slice(*last.mark)].rstrip("，、："),
            },
            related=(Related(last.mark, "previous"),),
        )


CHECK = Check("mixed-series", NoParams, run, fields=("mark", "previous"), roles=("previous",))
