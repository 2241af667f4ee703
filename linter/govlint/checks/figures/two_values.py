"""two-values: is one indicator told with two values?

Most indicators are told more than once, of other years, places and kinds, so equal words are not
enough. What is asked for is the trace of a slip of the pen: two figures of the same length and
unit with the same digits in another order, or with one digit that differs, behind (or before) the
same name (see facts/same_mention.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.mentions import digits_of
from govlint.facts.same_mention import NEAR, Mentions, is_exact
from govlint.text.slips import is_slip
from govlint.text.span import Span

_PLAN = re.compile(r"计划|安排|打算|目标|思路|建议|任务|今后|展望|下一步|明年|规划|主要工作$")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    title = facts.body[slice(*facts.title.span)]
    mentions = Mentions(facts.body, facts.indicators, title)
    found: list[Finding] = []
    for later, before, _ in facts.slipped:
        earlier = _slipped(facts, mentions, before, later)
        if earlier is not None:
            first = Related(Span(*earlier.span()), "first")
            found.append(Finding(Span(*later.span()), {"first": earlier[0]}, (first,)))
    yield from sorted(found, key=_start)


def _slipped(
    facts: Facts, mentions: Mentions, before: list[re.Match[str]], later: re.Match[str]
) -> re.Match[str] | None:
    """The first of the figures ``before`` that tells the same as ``later`` and is one slip
    apart."""
    number = digits_of(later)
    for earlier in before:
        if later.start() - earlier.end() >= NEAR and not is_exact(number):
            return None
        if (
            is_slip(digits_of(earlier), number)
            and mentions.are_same(earlier, later)
            and _one_part(facts, earlier.start(), later.start())
        ):
            return earlier
    return None


def _start(finding: Finding) -> int:
    assert finding.span is not None
    return finding.span.start


def _one_part(facts: Facts, one: int, other: int) -> bool:
    """Whether two places lie in one part of the report, or in parts that both tell what was."""
    first, second = (facts.path(place)[:1] for place in (one, other))
    if first == second:
        return True
    titles = [facts.text[slice(*heading.title)] for heading in (*first, *second)]
    return not any(_PLAN.search(title) for title in titles)


CHECK = Check(
    "two-values", NoParams, run, fields=("first",), roles=("first",), searches=only_figures
)
