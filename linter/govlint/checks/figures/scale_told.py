"""scale-told: is a statistic told with 万 in the place of 亿?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.scales import NEEDS, STATISTIC, find_misscaled
from govlint.facts.search import Search, find, search_for

_SEARCH = search_for(STATISTIC.pattern, (NEEDS,), 40)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    if not find(facts.body, facts.literals, _SEARCH):
        return
    title = facts.body[slice(*facts.title.span)]
    for wrong in find_misscaled(facts.body, title):
        also = (Related(wrong.other, "first"),) if wrong.other else ()
        yield Finding(wrong.span, {}, also)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_SEARCH,)


CHECK = Check("scale-told", NoParams, run, roles=("first",), searches=_searches)
