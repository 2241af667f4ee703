"""whole-sum: do the parts that are all of a whole add up to it?

That they are all of it is told by their names (see facts/complete.py): 出口 and 进口 of 进出口.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import reduce

from govlint.checks.base import Agreement, Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.complete import may_name_all, may_name_part, told_with_parts
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, is_slip_of, written_as
from govlint.facts.named_amounts import Amount, named_amounts
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.intervals import add, apart
from govlint.text.span import Span

_NOUGHT = Decimal(0)
_TIME = re.compile("[上下]半年|前?[一二三四]季度|[0-9]{1,2}月|[上去]年")


class _Held(NamedTuple):
    """A whole, and all its parts."""

    whole: Figure
    parts: list[Figure]

    @property
    def fits(self) -> bool:
        """Whether what was rounded to the parts can have been what was rounded to the whole."""
        return not apart(self.whole.interval, reduce(add, (part.interval for part in self.parts)))

    def expected(self, text: str) -> str:
        total = sum((part.value for part in self.parts), _NOUGHT)
        return written_as(text, self.whole, total)

    def given(self, text: str, joint: str) -> str:
        return joint.join(text[slice(*part.span)] for part in self.parts)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for held in _all_held(facts):
        if not held.fits:
            spans = [held.whole.span, *(part.span for part in held.parts)]
            fields: dict[str, str | int] = {
                "parts": held.given(text, "、"),
                "expected": held.expected(text),
                "stated": text[slice(*held.whole.span)],
            }
            also = tuple(Related(part.span, "part") for part in held.parts)
            yield Finding(Span(min(spans).start, max(spans).end), fields, also)


def agreements(facts: Facts, _params: NoParams) -> Iterator[Agreement]:
    text = facts.body
    for held in _all_held(facts):
        span = held.whole.span
        given = held.given(text, "+")
        yield Agreement(span, given, held.expected(text), text[slice(*span)], held.fits)


def _all_held(facts: Facts) -> Iterator[_Held]:
    """Every whole that is told with all its parts, in order."""
    text = facts.body
    seen = set()
    for number, printed in enumerate(facts.printed):
        if not may_name_part(text, printed[0].last, printed[-1].start):
            continue
        if not may_name_all(facts.passage_text(number)):
            continue
        for held in _held(text, named_amounts(text, facts.further(number))):
            known = (held.whole.span, held.parts[0].span)
            if known not in seen and not _is_of_other_time(text, held):
                seen.add(known)
                yield held


def _is_of_other_time(text: str, held: _Held) -> bool:
    """Whether a whole that stands behind its parts is that of a time of which they are not told:
    第三产业97亿元。上半年实现地区生产总值129亿元."""
    first, last = held.parts[0], held.parts[-1]
    time = _TIME.search(text, *held.whole.lead)
    told = text[first.lead.start : last.span.start]
    return first.span < held.whole.span and time is not None and time[0] not in told


def _held(text: str, amounts: list[Amount]) -> Iterator[_Held]:
    for whole, (_, figure), parts in told_with_parts(amounts):
        held = _Held(figure, [part.figure for part in parts])
        if whole.besides and not _is_slip(text, held, whole.besides):
            continue
        if whole.added and all(part.dimension == figure.dimension for part in held.parts):
            yield held


def _is_slip(text: str, held: _Held, besides: str) -> bool:
    """Whether the sum is told but for a slip, and nothing else that is told is a part, too."""
    if held.fits:
        return True
    total = sum((part.value for part in held.parts), _NOUGHT)
    start = begins(text, held.whole.span.start, "\n")
    end = text.find("\n", held.parts[-1].span.end)
    near = re.search(besides, text[start : end if end >= 0 else len(text)])
    return near is None and is_slip_of(text, held.whole, total)


CHECK = Check(
    "whole-sum",
    NoParams,
    run,
    fields=("parts", "expected", "stated"),
    roles=("part",),
    agreements=agreements,
    searches=only_figures,
)
