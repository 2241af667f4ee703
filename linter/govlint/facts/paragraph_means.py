"""paragraph_means: what falls on one, and the only amount and the only count that can make it.

建设高标准农田8.1万亩……决算1.944亿元，亩均投入2400元: the count may stand sentences before, or the
amount, if that is called as the mean is, in the short line before, too. Where no amount and no
count of the paragraph make the mean, and those that its words mean miss it by a slip of the pen,
it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, is_rounded_mean, is_slip_of, written_as
from govlint.facts.links import CLAUSE, shares_pair
from govlint.facts.mean_scopes import INCLUDED
from govlint.facts.means import Mean
from govlint.facts.told_before import told_before
from govlint.facts.units import TIME, UNITS
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.intervals import Interval, apart, divide

_APART = CHANGE_ROLES | {"均值", "目标", "上期", "占比"}
_SOME = frozenset(("其中", "部分"))
_BACK, _LINE = 500, 120
_LEAST = 3
"""So many digits are not the same by chance."""
_SURVEYED = re.compile("收入|生产总值|GDP|消费|支出|寿命|面积|产值")
"""Means that a survey gives, or that are of something else than the amount beside them."""
_OTHER = re.compile("年均|月均|日均|最[高低]|标准|提高到|每年|每月")


class MeanTold(NamedTuple):
    """``mean``; ``given``: the amount and the count; ``expected``: the mean of these."""

    mean: Figure
    given: tuple[Figure, Figure]
    expected: str


def find_paragraph_means(facts: Facts) -> Iterator[MeanTold]:
    """The means that are a slip away from what their paragraph tells."""
    for sentence in facts.figures:
        if "均值" not in sentence.roles:
            continue
        for place, mean in enumerate(sentence.figures):
            if mean.mean is None or mean.about or mean.limit or mean.mean.per == TIME or not place:
                continue
            found = _held(facts, sentence.figures[place - 1], mean)
            if found is not None:
                yield found


def _held(facts: Facts, before: Figure, mean: Figure) -> MeanTold | None:
    text = facts.body
    said = mean.mean
    assert said is not None
    end = mean.span.start
    start = begins(text, end, "\n", _BACK)
    if before.dimension in (said.per, mean.dimension):
        start = _with_line_before(text, start)
    told = [f for f in told_before(facts, end, end - start) if f.roles.isdisjoint(_APART)]
    amounts = [f for f in told if f.dimension == mean.dimension]
    if any(INCLUDED.search(text, *f.lead) for f in amounts):
        return None
    counts = [f for f in told if f.dimension == said.per]
    amount = before if before in amounts else _named(text, amounts, said) if amounts else None
    if amount is None or before not in (amount, *counts) or _OTHER.search(text, *mean.lead):
        return None
    if _SURVEYED.search(said.what) and not shares_pair(said.what, text[slice(*amount.lead)]):
        return None
    if any(_makes(a, _counted(c, said), mean) for a in amounts for c in counts):
        return None
    whole = [c for c in counts if c.roles.isdisjoint(_SOME) and not (c.about or c.limit)]
    if len({c.value for c in whole}) != 1 or amount.about or amount.limit:
        return None
    count = _counted(whole[0], said).middle
    if not count or not (
        is_slip_of(text, mean, amount.value / count) or _is_copied(text, told, mean)
    ):
        return None
    return MeanTold(mean, (amount, whole[0]), written_as(text, mean, amount.value / count))


def _is_copied(text: str, told: list[Figure], mean: Figure) -> bool:
    """Whether a mean has the digits of an amount of another scale: 2430元, of 2430万元."""
    digits = re.sub("[^0-9.].*", "", text[slice(*mean.span)])
    return len(digits.strip("0.")) >= _LEAST and any(
        f.dimension == mean.dimension
        and f.value != mean.value
        and re.match(re.escape(digits) + "[^0-9.]", text[slice(*f.span)])
        for f in told
    )


def _with_line_before(text: str, start: int) -> int:
    """Where the line begins before the one at ``start``, if that is short; else ``start``."""
    line = text.rfind("\n", max(0, start - _LINE), max(0, start - 1)) + 1
    return line if start > 1 and (line or start <= _LINE) else start


def _named(text: str, amounts: list[Figure], said: Mean) -> Figure | None:
    """The only amount that is called as a mean is, and is not some of another: 藏书57.6万册……人均
    藏书1.5册."""
    whole = [f for f in amounts if f.roles.isdisjoint(_SOME)]
    named = [f for f in whole if shares_pair(said.what, CLAUSE.split(text[slice(*f.lead)])[-1])]
    return named[0] if len(named) == 1 else None


def _counted(count: Figure, said: Mean) -> Interval:
    """How many there are of what the mean is told for: of 亩, not of square metres."""
    worth = UNITS[said.unit][1] if said.unit in UNITS else Decimal(1)
    return Interval(count.interval.low / worth, count.interval.high / worth)


def _makes(amount: Figure, count: Interval, mean: Figure) -> bool:
    made = divide(amount.interval, count)
    if made is None:
        return False
    return not apart(made, mean.interval) or is_rounded_mean(mean, made.middle)
