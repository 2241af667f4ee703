"""rate_explanations: whether any counts of a paragraph make a rate, whatever its words mean.

It is cheap to be silent: tried are the parts that could be meant, several side by side, and what
is left without one, in all that could be their whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, product

from govlint.facts.counted import Paragraph, fine, fine_total, total
from govlint.facts.figure import Figure
from govlint.facts.rate_claims import Claim, told_interval
from govlint.facts.rate_parts import CHAR, FULL, Bound, level_of
from govlint.facts.rate_wholes import bare, in_list, is_named, siblings
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, apart, divide, exactly, subtract

_LACK = re.compile("空缺|缺|未|尚|剩|余")
_BEHIND = 40
_NEAREST, _RUN, _PAIR = 14, 5, 2
_THEN = re.compile("去年|上年|同期|前年|往年|年初")
_STOP = re.compile("[。；\n]")
_NO_ADDEND = frozenset(("其中", "总数"))
"""What is some of those before it, or all of them, is not added to them."""
_NARROW = Decimal("0.016")
"""A share that is told no more exactly than in tenths is made by sums by chance."""


class _Tried(NamedTuple):
    """What may be meant: ``parts`` and ``wholes``, ``counts``: all that is near; ``sums``: whether
    several together may be the whole, too; ``rest``: whether what is left may be meant;
    ``due``: what was aimed at, and is exact; ``bound``: what the words surely mean."""

    text: str
    paragraph: Paragraph
    told: Interval
    parts: list[Figure]
    wholes: list[Figure]
    counts: list[Figure]
    sums: bool
    rest: bool
    due: Figure | None
    whole: Figure
    bound: list[Figure]

    def as_whole(self, figure: Figure, interval: Interval) -> Interval:
        """What a figure may be if it is the whole."""
        return exactly(figure.value) if figure == self.due else interval


def is_told_of_others(text: str, paragraph: Paragraph, claim: Claim, found: Bound) -> bool:
    """Whether other counts than the bound ones make the ratio, or these another ratio."""
    own = found.parts[0].dimension
    again = {c.figure.dimension for c in paragraph.counts if c.again}
    for dimension in {c.figure.dimension for c in paragraph.counts}:
        sure = found.surely == FULL and dimension not in again
        if dimension != own and (claim.basis or sure):
            continue
        tried = _tried(text, paragraph, claim, found, dimension)
        if _any_pair(tried) or _any_sum(tried) or (tried.sums and _any_less(tried)):
            return True
    if _is_in_sum_of_list(text, paragraph, claim) or _is_with_lack(paragraph, claim, found):
        return True
    if _is_told_else(paragraph, claim, found) or _is_in_what_is_before(paragraph, claim, found):
        return True
    return not claim.of and _is_of_implied(text, paragraph, claim, found)


def _tried(text: str, paragraph: Paragraph, claim: Claim, found: Bound, dimension: str) -> _Tried:
    """What may be meant among the counts of a dimension."""
    parts = wholes = counts = _near(paragraph, claim.ratio, dimension)
    exact = not claim.ratio.limit
    own = dimension == found.parts[0].dimension
    if own and found.surely > CHAR:
        parts = _sure_parts(paragraph, claim, found)
    if found.whole.dimension != found.parts[0].dimension:
        wholes = _near(paragraph, claim.ratio, found.whole.dimension)
    elif own and found.named and (claim.of or claim.inline or not exact or claim.kind == "rate"):
        wholes = _named_wholes(text, paragraph, claim, found)
    told = told_interval(claim.ratio)
    sums = exact and wholes is counts and own and told.high - told.low < _NARROW
    rest = len(claim.said) > 1 and exact
    due = found.whole if found.due else None
    if not exact:
        counts = [f for f in counts if in_list(text, paragraph, f, found.parts[-1])]
    sure = found.parts if found.surely > CHAR else []
    return _Tried(text, paragraph, told, parts, wholes, counts, sums, rest, due, found.whole, sure)


def _near(paragraph: Paragraph, ratio: Figure, dimension: str) -> list[Figure]:
    """The counts of a dimension that stand nearest, in order."""
    counts = [c.figure for c in (*paragraph.earlier, *paragraph.counts)]
    counts = [f for f in counts if f.dimension == dimension]
    counts.sort(key=lambda f: abs(f.span.start - ratio.span.start))
    return sorted(counts[:_NEAREST], key=lambda f: f.span)


def _sure_parts(paragraph: Paragraph, claim: Claim, found: Bound) -> list[Figure]:
    """The parts, and what else the words of the claim could mean."""
    if len(claim.said) < 2:
        return found.parts
    others = [c for c in paragraph.counts if c.figure not in found.parts]
    least = FULL if found.surely == FULL else CHAR
    called = [c.figure for c in others if level_of(claim, claim.said, c) >= least]
    before = [c.figure for c in others if c.figure.span < claim.ratio.span]
    return [*found.parts, *called, *(before[-1:] if least == CHAR else [])]


def _named_wholes(text: str, paragraph: Paragraph, claim: Claim, found: Bound) -> list[Figure]:
    """The whole, and what else is called as the claim calls it."""
    of = bare(claim.of)
    counts = (*paragraph.earlier, *paragraph.counts)
    if any(c.figure == found.whole for c in paragraph.earlier):
        return _near(paragraph, claim.ratio, found.whole.dimension)
    near = [
        c.figure
        for c in paragraph.counts
        if found.due
        and not _THEN.search(c.own)
        and not _STOP.search(text, c.figure.span.end, found.parts[0].span.start)
    ]  # 要求持续整改的7个，已完成4个，完成率
    return [found.whole, *near, *(c.figure for c in counts if len(of) > 1 and is_named(of, c))]


def _any_pair(tried: _Tried) -> bool:
    """Whether one count makes the ratio in another, or what is left of that without it."""
    for part, whole in product(tried.parts, tried.wholes):
        if part.value >= whole.value or part.dimension != whole.dimension:
            if part.dimension == whole.dimension or not _makes(
                part.interval, whole.interval, tried.told
            ):
                continue
            return True
        if in_list(tried.text, tried.paragraph, part, whole):
            continue
        one, all_ = fine(tried.text, part, whole)
        if _makes(one, tried.as_whole(whole, all_), tried.told):
            return True
    if tried.rest:
        for less, whole in product(tried.counts, tried.wholes):
            if {less, whole} & {*tried.bound}:
                continue  # what is done is not what is left
            one, all_ = fine(tried.text, less, whole)
            share = divide(one, all_) if less.value < whole.value else None
            if share is not None and not apart(subtract(exactly(1), share), tried.told):
                return True
    return False


def _any_sum(tried: _Tried) -> bool:
    """Whether several side by side make the ratio, as the part or as the whole."""
    for run, behind in _runs(tried.counts):
        made = total(run)
        if not set(tried.parts).isdisjoint([*run, *behind]):
            for whole in tried.wholes:
                one, all_ = fine_total(tried.text, run, whole)
                if whole not in run and _makes(one, tried.as_whole(whole, all_), tried.told):
                    return True
        apart_ = tried.whole not in run or set(tried.parts).isdisjoint(run)
        if (
            tried.sums
            and apart_
            and any(_makes(part.interval, made, tried.told) for part in tried.parts)
        ):
            return True
    return False


def _any_less(tried: _Tried) -> bool:
    """Whether a part makes the ratio in what is left of a whole without another count."""
    for whole, less in product(tried.wholes, tried.counts):
        if less.value >= whole.value:
            continue
        rest = subtract(whole.interval, less.interval)
        for part in tried.parts:
            if less != part and _makes(part.interval, rest, tried.told):
                return True
    return False


def _runs(counts: list[Figure]) -> Iterator[tuple[list[Figure], list[Figure]]]:
    """The counts that stand side by side, and the one behind them, which may be their sum."""
    for start in range(len(counts)):
        for end in range(start + 2, min(len(counts), start + _RUN) + 1):
            if counts[end - 1].roles & _NO_ADDEND or "其余" in counts[end - 2].roles:
                break
            yield counts[start:end], counts[end : end + 1]


def _makes(part: Interval, whole: Interval, told: Interval) -> bool:
    quotient = divide(part, whole)
    return quotient is not None and not apart(quotient, told)


def _is_in_sum_of_list(text: str, paragraph: Paragraph, claim: Claim) -> bool:
    """Whether a member of a list makes the ratio in all of it: 依次为9人、11人、16人，四季度占."""
    told = told_interval(claim.ratio)
    several: list[Figure] = []
    for figure in [*(c.figure for c in paragraph.counts), None]:
        if figure and several and _goes_on(text, several[-1], figure):
            several.append(figure)
            continue
        if len(several) > _PAIR and any(_makes(f.interval, total(several), told) for f in several):
            return True
        several = [figure] if figure else []
    return False


def _is_with_lack(paragraph: Paragraph, claim: Claim, found: Bound) -> bool:
    """Whether the part makes the ratio with what is missing, told behind it in whatever unit:
    聘用231人，完成计划的95.1%，空缺的12个名额."""
    end = claim.ratio.span.end
    lacks = (
        c.figure
        for c in paragraph.counts
        if end < c.figure.span.start < end + _BEHIND and _LACK.search(c.before)
    )
    part = found.parts[0].value
    told = told_interval(claim.ratio)
    return any(told.low <= part / (part + lack.value) <= told.high for lack in lacks)


def _goes_on(text: str, last: Figure, figure: Figure) -> bool:
    joined = text[last.span.end : last.span.end + 1] in ("、", "和")
    return joined and figure.dimension == last.dimension and figure.lead.start == last.span.end


def _is_told_else(paragraph: Paragraph, claim: Claim, found: Bound) -> bool:
    """Whether another ratio is that of the bound counts: 开工率89.6%，完工率63.2%."""
    made = divide(total(found.parts), found.whole.interval)
    return (
        made is not None
        and found.surely < FULL
        and any(
            not apart(made, told_interval(ratio))
            for ratio in paragraph.ratios
            if ratio != claim.ratio and not ratio.limit
        )
    )


def _is_in_what_is_before(paragraph: Paragraph, claim: Claim, found: Bound) -> bool:
    """Whether a part makes the ratio in what is counted right before it in another unit: 床位96张，
    入住71人，入住率."""
    told = told_interval(claim.ratio)
    return any(
        part.figure in found.parts
        and before.figure.dimension != part.figure.dimension
        and _makes(part.figure.interval, before.figure.interval, told)
        for before, part in pairwise(paragraph.counts)
    )


def _is_of_implied(text: str, paragraph: Paragraph, claim: Claim, found: Bound) -> bool:
    """Whether a share is that in a whole of which only another share tells."""
    own = divide(total(found.parts), told_interval(claim.ratio))
    if own is None:
        return False
    for near, ratio in siblings(text, paragraph):
        if ratio == claim.ratio or near in found.parts or ratio.step >= _NARROW:
            continue
        whole = divide(near.interval, ratio.interval)
        alike = near.dimension == found.parts[0].dimension
        if alike and whole is not None and not apart(whole, own):
            return True
    return False
