"""changes_in_turn: by how much and by what share several things have changed, all behind 分别.

事故18起、死亡14人，比上年减少4起、3人，分别下降18.2%和17.6%: from what there is and from the
difference follows what there was, and by what share it has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.facts import Facts
from govlint.facts.listed_levels import Level, Token, levels_told
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, absolute, apart, divide, subtract

_SHARES = search_for(
    "(?<=[0-9])%(?:、|和|及|与)[^，。；、\n0-9]{0,6}[0-9.]{1,6}%",
    (("%、", "%和", "%及", "%与"),),
    16,
)
_BACK, _AHEAD = 200, 60
_SCALES = {4: "万", 8: "亿"}


class ChangeInTurn(NamedTuple):
    """A share that ``gap``, by which there is more or less than before, contradicts; ``then``:
    what there was, as it would be written; ``expected``: the share that there should be."""

    stated: Token
    now: Token
    gap: Token
    then: str
    expected: str


def find_changes_in_turn(facts: Facts) -> Iterator[ChangeInTurn]:
    """The shares that alone of their list do not follow from the differences."""
    text = facts.body
    last = 0
    for match in find(text, facts.literals, _SHARES):
        if match.start() < last:
            continue  # in the same sentence
        low = max(0, match.start() - _BACK)
        start = max(low, *(text.rfind(mark, low, match.start()) + 1 for mark in "。；\n"))
        end = min(len(text), match.end() + _AHEAD)
        ends = (at for mark in "。；\n" if (at := text.find(mark, match.end(), end)) >= 0)
        last = min(ends, default=end)
        told = [*map(_both, levels_told(text, start, last))]
        pairs = [pair for pair in told if pair is not None]
        wrong = [pair for pair in pairs if not _fits(*pair)]
        if len(wrong) == 1 and len(pairs) > 1:
            yield _found(*wrong[0])


def _both(level: Level) -> tuple[Token, Token, Token] | None:
    """What there is, the difference and the share, where a level is told with one of each."""
    if len(level.changes) != len(("gap", "share")) or level.now.unit == "%":
        return None
    gap, share = level.changes
    if share.unit != "%" or gap.unit != level.now.unit or gap.sign != share.sign:
        return None
    return level.now, gap, share


def _share(now: Token, gap: Token) -> Interval | None:
    before = subtract(now.interval, gap.interval)
    if gap.sign < 0:
        low, high = gap.interval
        before = subtract(now.interval, Interval(-high, -low))
    return None if before.low <= 0 else divide(gap.interval, before)


def _fits(now: Token, gap: Token, share: Token) -> bool:
    made = _share(now, gap)
    if made is None:
        return True
    low, high = share.interval
    return not apart(absolute(made), Interval(low / 100, high / 100))


def _found(now: Token, gap: Token, share: Token) -> ChangeInTurn:
    before = Decimal(now.digits) * now.worth - gap.sign * Decimal(gap.digits) * gap.worth
    right = Decimal(gap.digits) * gap.worth / before * 100
    decimals = max(1, len(share.digits.partition(".")[2]))
    scale = _SCALES.get(now.worth.adjusted(), "")
    amount = (before / now.worth if scale else before).normalize()
    return ChangeInTurn(share, now, gap, f"{amount:f}{scale}{now.unit}", f"{right:.{decimals}f}%")
