"""parts-growth: does a whole grow by more than each of its parts, or by less?

The growth of a whole is that of its parts, weighed by their sizes, and lies between the least and
the greatest of them. This is said only where the names leave no part out (see facts/complete.py),
or where the text counts the parts (see facts/divided.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from govlint.checks.base import Agreement, Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.complete import may_name_all, may_name_part, told_with_parts
from govlint.facts.divided import divided, divisions, tells_together, together
from govlint.facts.facts import Facts
from govlint.facts.named_changes import Change, named_changes
from govlint.facts.opposed_changes import may_oppose, opposed
from govlint.records import NamedTuple

_MEAN = "均"
_PLACE = re.compile("[全我]([国省市县区州盟旗镇乡])")
_TURN = re.compile("[增降减升涨]")
_THREE = 3
_Whole = tuple[Change, Sequence[Change]]
"""A whole, and all its parts."""


class _Held(NamedTuple):
    """The growth of a whole, and those of all its parts."""

    whole: Change
    parts: Sequence[Change]

    @property
    def fits(self) -> bool:
        least = min(part.low for part in self.parts)
        most = max(part.high for part in self.parts)
        return least <= self.whole.high and self.whole.low <= most


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for held in _all_held(facts):
        if not held.fits and _are_of_one_place(facts.body, held):
            also = tuple(Related(part.figure.span, "part") for part in held.parts)
            yield Finding(held.whole.figure.span, {"parts": _told(facts, held)}, also)


def agreements(facts: Facts, _params: NoParams) -> Iterator[Agreement]:
    text = facts.body
    for held in _all_held(facts):
        span = held.whole.figure.span
        told = _told(facts, held)
        yield Agreement(span, told, "", text[slice(*span)], held.fits)


def _are_of_one_place(text: str, held: _Held) -> bool:
    """Whether no two places are named: 全省……我市."""
    told = (held.whole, *held.parts)
    return len({place for each in told for place in _PLACE.findall(text, *each.figure.lead)}) < 2


def _told(facts: Facts, held: _Held) -> str:
    return "、".join(facts.body[slice(*part.figure.span)] for part in held.parts)


def _all_held(facts: Facts) -> Iterator[_Held]:
    """Every whole whose growth is told with that of all its parts, in order."""
    seen = set()
    for whole, parts in chain(
        _named(facts), _with_opposed(facts), _told_together(facts), _by_divisions(facts)
    ):
        if whole.figure.span not in seen:
            seen.add(whole.figure.span)
            yield _Held(whole, parts)


def _named(facts: Facts) -> Iterator[_Whole]:
    """Wholes whose parts are known by their names."""
    for number in _candidates(facts):
        for _, whole, parts in told_with_parts(_changes(facts, number)):
            yield whole, parts


def _with_opposed(facts: Facts) -> Iterator[_Whole]:
    """Wholes of two parts, of which one is what the other is not."""
    for number in _opposed(facts):
        yield from opposed(facts.body, _changes(facts, number))


def _told_together(facts: Facts) -> Iterator[_Whole]:
    """Wholes whose sentence counts the parts that stand before it."""
    for number in _together(facts):
        found = together(facts.body, _changes(facts, number))
        if found is not None and _MEAN not in found[0].name:
            yield found


def _by_divisions(facts: Facts) -> Iterator[_Whole]:
    """Wholes before lists that say into how many parts they divide them."""
    for mark in divisions(facts.body):
        number = bisect_right(facts.printed_starts, mark.start()) - 1
        found = divided(facts.body, mark, _changes(facts, number)) if number >= 0 else None
        if found is not None:
            yield found


def _changes(facts: Facts, number: int) -> Sequence[Change]:
    return named_changes(facts.body, facts.passage(number).figures)


def _together(facts: Facts) -> Iterator[int]:
    """The sentences that may tell of several parts together."""
    if tells_together(facts.body):
        for number, printed in enumerate(facts.printed):
            if tells_together(facts.body[printed[0].last : printed[-1].end]):
                yield number


def _opposed(facts: Facts) -> Iterator[int]:
    """The sentences with three percentages that may be those of a whole and of two parts."""
    text = facts.body
    for number, printed in enumerate(facts.printed):
        if len(printed) >= _THREE and text.count("%", printed[0].last, printed[-1].end) >= _THREE:
            said = text[printed[0].last : printed[-1].end]
            if may_oppose(said) and _TURN.search(said):
                yield number


def _candidates(facts: Facts) -> Iterator[int]:
    """The sentences that may name the last part of a whole."""
    text = facts.body
    for number, printed in enumerate(facts.printed):
        said = printed[0].last, printed[-1].end
        likely = may_name_part(text, *said) and _TURN.search(text, *said)
        if likely and may_name_all(facts.passage_text(number)):
            yield number


CHECK = Check(
    "parts-growth",
    NoParams,
    run,
    fields=("parts",),
    roles=("part",),
    agreements=agreements,
    searches=only_figures,
)
