"""rates-in-turn: do the rates of a list behind 分别 follow from the counts before it?

应接种4365人，完成第一剂3928人，第二剂3212人，接种率分别为90.0%和83.6%: the counts are shares of the
first, or each of the one before, or stand in pairs. Where one of these makes all the rates but
one, that one is wrong. Or the whole stands before the shares: 分别占总量380件的40.0%和25.8%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, permutations

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.near_figures import near_figures
from govlint.facts.search import Search, find, search_for
from govlint.facts.units import PERCENT, POINTS, TIMES
from govlint.text.intervals import Interval, apart, divide

_LIST = search_for(
    r"(?P<what>[^，。；：\n]{0,24}(?:率|占比|比重|比例|占[^，。；：\n]{0,12})(?=[分依])|(?=分别占|依次占))"
    r"(?:分别|依次)(?:已?经?(?:为|达到?|是|占))?(?=[0-9])",
    (("分别", "依次"), ("率", "占", "比重", "比例")),
    60,
)
_IN_WHOLE = search_for(
    r"(?P<what>(?:分别|依次|各)占(?:到|了)?[^，。；：、\n0-9]{0,14})(?=[0-9])",
    (("分别占", "依次占", "各占"),),
    24,
)
_NEXT = ("、", "和", "及", "与", "以及")
_OTHER = re.compile("同比|(?<!占)比(?![重例])|较|上年|去年|同期|目标|增[长速幅]|提高|下降|年均")
_APART = CHANGE_ROLES | {"起点", "上期", "目标", "均值"}
_LEAST, _MOST, _COUNTS = 2, 6, 14


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yield from _of_whole(facts)
    for match in find(text, facts.literals, _LIST):
        if _OTHER.search(match["what"]):
            continue
        near = near_figures(facts, match.start() + 1, match.end(), "\n").figures
        first = next((i for i, each in enumerate(near) if each.span.start == match.end()), None)
        if first is None or near[first].dimension != PERCENT:
            continue
        size = near[first].turn[1]
        rates = near[first : first + size]
        if not _LEAST <= size <= _MOST or any(each.about or each.limit for each in rates):
            continue
        if len(rates) < size or any(each.dimension != PERCENT for each in rates):
            continue
        counts = _counts(near[:first])
        found = _odd_one(rates, counts, stepwise=match["what"].count("率") > 1)
        if found is not None:
            yield _finding(text, *found)


def _of_whole(facts: Facts) -> Iterator[Finding]:
    """What is wrong in lists of shares of a whole that stands right before them."""
    text = facts.body
    for match in find(text, facts.literals, _IN_WHOLE):
        near = near_figures(facts, match.start() + 1, match.end()).figures
        first = next((i for i, each in enumerate(near) if each.span.start == match.end()), None)
        if first is None or near[first].dimension == PERCENT or near[first].about:
            continue
        whole, rates = near[first], _shares_of(text, near[first + 1 :])
        parts = [each for each in near[:first] if each.dimension == whole.dimension]
        parts = [each for each in parts if each.roles.isdisjoint(_APART)][-len(rates) :]
        if len(rates) < _LEAST or len(parts) < len(rates):
            continue
        shares = [divide(part.interval, whole.interval) for part in parts]
        wrong = [
            place
            for place, (rate, share) in enumerate(zip(rates, shares, strict=True))
            if share is None or apart(share, _wide(rate))
        ]
        share = shares[wrong[0]] if wrong else None
        if len(wrong) == 1 and share is not None and share.middle <= 1:
            yield _finding(text, rates[wrong[0]], parts[wrong[0]], whole, share.middle)


def _shares_of(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The shares behind a whole: 的40.0%和25.8%."""
    shares: list[Figure] = []
    for each in figures:
        joined = text[slice(*each.lead)] in (_NEXT if shares else ("的",))
        if not joined or each.dimension != PERCENT or each.about or each.limit:
            break
        shares.append(each)
    return shares


def _finding(text: str, rate: Figure, part: Figure, base: Figure, right: Decimal) -> Finding:
    fields: dict[str, str | int] = {
        "part": text[slice(*part.span)],
        "base": text[slice(*base.span)],
        "right": f"{right * 100:.1f}%",
    }
    also = (Related(part.span, "from"), Related(base.span, "from"))
    return Finding(rate.span, fields, also)


def _counts(figures: Sequence[Figure]) -> list[Figure]:
    """The counts before the list, of the unit of the last one."""
    counts = [
        each
        for each in figures
        if each.dimension not in (PERCENT, POINTS, TIMES) and each.roles.isdisjoint(_APART)
    ]
    return [each for each in counts if each.dimension == counts[-1].dimension][-_COUNTS:]


def _odd_one(
    rates: Sequence[Figure], counts: Sequence[Figure], *, stepwise: bool
) -> tuple[Figure, Figure, Figure, Decimal] | None:
    """The only rate that one way of dividing the counts does not make, with the two counts and
    what it should be; None where another way makes all of them, or none makes all but one.
    ``stepwise``: rates of several names are rather those of each count in the one before."""
    size = len(rates)
    ways = []
    if len(counts) > size:
        last = counts[-size - 1 :]
        ways += [[(last[0], part) for part in last[1:]], [*pairwise(last)]]
    if len(counts) >= 2 * size:
        last = counts[-2 * size :]
        ways.append([*zip(last[::2], last[1::2], strict=True)])
        ways.append([*zip(last[:size], last[size:], strict=True)])
    found = []
    for way in ways:
        shares = [divide(part.interval, base.interval) for base, part in way]
        wrong = [
            place
            for place, (rate, share) in enumerate(zip(rates, shares, strict=True))
            if share is None or apart(share, _wide(rate))
        ]
        if not wrong:
            return None
        share = shares[wrong[0]]
        if len(wrong) == 1 and share is not None and share.middle <= 1:
            base, part = way[wrong[0]]
            found.append((rates[wrong[0]], part, base, share.middle))
    if len({rate for rate, *_ in found}) != 1 or _is_explained(found[0][0], counts):
        return None
    return found[-1 if stepwise else 0]


def _is_explained(rate: Figure, counts: Sequence[Figure]) -> bool:
    """Whether any two of the counts make a rate: 收到312件，受理280件，另行处理32件."""
    shares = (divide(part.interval, base.interval) for base, part in permutations(counts, 2))
    return any(share is not None and not apart(share, _wide(rate)) for share in shares)


def _wide(rate: Figure) -> Interval:
    return Interval(rate.interval.low - rate.step / 2, rate.interval.high + rate.step / 2)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_LIST, _IN_WHOLE)


CHECK = Check(
    "rates-in-turn",
    NoParams,
    run,
    fields=("part", "base", "right"),
    roles=("from",),
    searches=_searches,
)
