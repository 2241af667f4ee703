"""scale-told: is a statistic told with 万 in the place of 亿, or a count without its 万?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.lost_scales import LOST, find_lost
from govlint.facts.scales import NEEDS, find_misscaled
from govlint.facts.search import Search, search_for

_NAMES = search_for("|".join(NEEDS), (NEEDS,), 1)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    title = facts.body[slice(*facts.title.span)]
    for wrong in find_misscaled(facts.body, title, facts.printed):
        also = (Related(wrong.other, "first"),) if wrong.other else ()
        yield Finding(wrong.span, {}, also)
    for lost in find_lost(facts.body, facts.literals):
        yield Finding(lost.span, {}, (Related(lost.told, "first"),))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_NAMES, LOST)


CHECK = Check("scale-told", NoParams, run, roles=("first",), searches=_searches)
