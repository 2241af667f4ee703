"""proportions: what is told as a proportion, 三次产业结构为18:36:46, as entries of the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.entries import Entry
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.naming import indicator_of
from govlint.facts.report_times import time_of
from govlint.text.span import Span

PROPORTION = "比例"
"""The dimension of what has no value: 18:36:46."""
_PROPORTION = re.compile(
    r"(?P<lead>[一-龥]{1,20}(?:结构|之?比例?|占比)(?:由|从|为|是|达到?|调整[为到至]|优化[为到至])?)"
    r"(?P<n>[0-9]{1,4}(?:\.[0-9]{1,3})?(?:[:：∶][0-9]{1,4}(?:\.[0-9]{1,3})?){1,5})"
)
_BETWEEN = re.compile("[:：∶](?<=[0-9].)[0-9]")
"""What few texts have, and every proportion."""
_TURNED = re.compile("比?(?:调整|优化)$")
_NOUGHT = Decimal(0)
_NONE: frozenset[str] = frozenset()


def find_proportions(facts: Facts) -> Iterator[Entry]:
    """The proportions of a report, in order."""
    for match in _PROPORTION.finditer(facts.body) if _BETWEEN.search(facts.body) else ():
        span = Span(*match.span("n"))
        lead = Span(*match.span("lead"))
        figure = Figure(span, _NOUGHT, _NOUGHT, PROPORTION, "", about=True, lead=lead, roles=_NONE)
        yield Entry(_TURNED.sub("", indicator_of(match["lead"])), time_of(facts, figure)[1], figure)
