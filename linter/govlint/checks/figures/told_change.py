"""told-change: does a change lead from what its paragraph tells of one moment to that of another?

One that no two figures explain is told if it is nearly right or a common mistake: a slip of the
pen, the wrong year or the later figure as the base, one year too many, 增长4倍 for 增长到4倍.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, combinations

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.change_words import last_change_word
from govlint.facts.changes_in_turn import find_changes_in_turn
from govlint.facts.earlier_lists import find_listed_changes
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, written_as
from govlint.facts.prices import is_priced
from govlint.facts.told_changes import ToldChange, find_told_changes
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.text.intervals import Interval, absolute, apart, divide, exactly, subtract
from govlint.text.slips import is_slip
from govlint.text.span import Span

_FAR = Decimal("1.7")
"""So many times as much as is told, and nobody meant it."""
_LACKING = Decimal("0.1")
"""So much of a doubling may lack that is told in round words."""
_LEAST = Decimal("0.02")
_ONE = exactly(1)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    told = set()
    for finding in chain(_changes(facts), _listed(facts), _in_turn(facts)):
        if finding.span not in told:
            told.add(finding.span)
            yield finding


def _listed(facts: Facts) -> Iterator[Finding]:
    """营业收入8.4亿元，利润0.63亿元，分别增长12%、8%。上年依次为7.5亿元、0.60亿元"""
    text = facts.body
    for found in find_listed_changes(facts):
        fields: dict[str, str | int] = {
            "then": text[slice(*found.then)],
            "now": text[slice(*found.now)],
            "expected": found.expected,
        }
        given = (found.then, found.now)
        yield Finding(found.stated, fields, tuple(Related(span, "from") for span in given))


def _in_turn(facts: Facts) -> Iterator[Finding]:
    """事故18起、死亡14人，比上年减少4起、3人，分别下降18.2%和21.4%"""
    text = facts.body
    for found in find_changes_in_turn(facts):
        now, gap = found.now.span, found.gap.span
        fields: dict[str, str | int] = {
            "then": found.then, "now": text[slice(*now)], "expected": found.expected,
        }  # fmt: skip
        related = tuple(Related(span, "from") for span in (now, gap))
        yield Finding(found.stated.span, fields, related)


def _changes(facts: Facts) -> Iterator[Finding]:
    text = facts.body
    for found in find_told_changes(facts):
        made = _made(found, found.then, found.now, found.years)
        if not made:
            continue
        right = made[-1].middle
        if found.stated.dimension == DOUBLINGS:
            if right >= found.stated.value - _LACKING:
                continue  # it is also said of more
            expected = f"{right:.1f}番"
        else:
            expected = written_as(text, found.stated, right)
        told = text[slice(*found.stated.span)]
        span = found.stated.span
        if any(not apart(each, found.stated.interval) for each in made):
            if not _is_turned(found):
                continue
            size = last_change_word(text[slice(*found.stated.lead)])
            span = Span(span.start - size, span.end)
            expected = _way(text, found) + told
        elif not _is_mistaken(text, found, right, (told, expected)):
            continue
        fields: dict[str, str | int] = {
            "then": text[slice(*found.then.span)],
            "now": text[slice(*found.now.span)],
            "expected": expected,
        }
        given = (found.then, found.now)
        yield Finding(span, fields, tuple(Related(f.span, "from") for f in given))


def _way(text: str, found: ToldChange) -> str:
    """What the change that is told the wrong way round should be called."""
    rises = found.stated.sign < 0
    if "降幅" in text[slice(*found.stated.lead)]:
        return "扩大" if rises else "收窄"
    if found.stated.dimension == POINTS:
        return "提高" if rises else "回落"
    return "增长" if rises else "下降"


def _is_turned(found: ToldChange) -> bool:
    """Whether a rise is called a fall, or the other way."""
    stated, gap = found.stated, found.now.value - found.then.value
    return stated.sign * gap < 0 and not found.much and abs(gap) > found.now.step


def _is_mistaken(text: str, found: ToldChange, right: Decimal, written: tuple[str, str]) -> bool:
    """Whether a change that does not fit is surely meant to be that between the two figures."""
    stated = found.stated
    priced = any(is_priced(text, figure) for figure in (found.then, found.now))
    if priced and stated.dimension == PERCENT and stated.value < right:
        return False
    if found.named and _is_of_other_base(found):
        return True
    if _is_explained(found):
        return False
    if _is_slip(*written):
        return True
    if stated.dimension == DOUBLINGS and found.near and right > 0:
        return True
    if any(not apart(each, stated.interval) for each in _mistakes(found)):
        return True
    return found.near and stated.value / _FAR < right < stated.value * _FAR and right > _LEAST


def _is_slip(told: str, expected: str) -> bool:
    """Whether a change is a slip of the pen from what it should be: 35% from 25.0%."""
    if "." not in told:
        expected = expected.replace(".0", "")
    return len(told) == len(expected) and is_slip(told, expected)


def _made(found: ToldChange, then: Figure, now: Figure, years: tuple[int, ...]) -> list[Interval]:
    """What the change from one figure to another may be."""
    kind = found.stated.dimension
    if kind not in (PERCENT, TIMES, DOUBLINGS):
        gap = absolute(subtract(now.interval, then.interval))
        return [Interval(gap.low / n, gap.high / n) for n in years] if years else [gap]
    times = divide(now.interval, then.interval)
    if times is None or times.low <= 0:
        return []
    if kind == DOUBLINGS:
        return [_powers(times)]
    if found.much:
        return [times]
    if years:
        return [absolute(subtract(_root(times, n), _ONE)) for n in years]
    return [absolute(subtract(times, _ONE))]


def _root(times: Interval, years: int) -> Interval:
    low, high = (Decimal(float(end) ** (1 / years)) for end in times)
    return Interval(low, high)


def _powers(times: Interval) -> Interval:
    two = Decimal(2).ln()
    return Interval(times.low.ln() / two, times.high.ln() / two)


def _mistakes(found: ToldChange) -> Iterator[Interval]:
    """What the change would be by mistakes that are often made."""
    kind, then, now = found.stated.dimension, found.then, found.now
    for n in {near for years in found.years for near in (years - 1, years + 1)}:
        if n > 0 and n not in found.years:
            yield from _made(found, then, now, (n,))
    if kind not in (PERCENT, TIMES, DOUBLINGS):
        return
    times = divide(now.interval, then.interval)
    if times is None:
        return
    grown = absolute(subtract(times, _ONE))
    if found.years:
        yield from (Interval(grown.low / n, grown.high / n) for n in found.years)
    elif kind == DOUBLINGS:
        yield from (times, grown)
    elif kind == TIMES:
        yield grown if found.much else times
    else:
        swapped = divide(then.interval, now.interval)
        if swapped is not None:
            yield absolute(subtract(swapped, _ONE))


def _is_explained(found: ToldChange) -> bool:
    """Whether two other figures of the paragraph make the change that is told."""
    return any(
        not apart(made, found.stated.interval)
        for one, other in combinations(found.others, 2)
        if {one, other} != {found.then, found.now}
        for made in _made(found, one, other, found.years)
    )


def _is_of_other_base(found: ToldChange) -> bool:
    """Whether the change is that from a moment other than the one that the words name."""
    return any(
        not apart(made, found.stated.interval)
        for other in found.others
        if other.span not in (found.then.span, found.now.span) and other.value != found.then.value
        for made in _made(found, other, found.now, found.years)
    )


CHECK = Check("told-change", NoParams, run, fields=("then", "now", "expected"), roles=("from",))
