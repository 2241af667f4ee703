"""listed_levels: figures of a passage in the order of its lists, each with the changes told of it.

货运量126万、1840万吨，分别增长5%、15%; 事故18起、死亡14人，比上年减少4起、3人: numbers of a list
have the unit of its last, and changes behind a list are told of its members in turn.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.units import COUNTED
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, apart, divide, exactly, subtract
from govlint.text.span import Span

_NUMBER = re.compile(
    r"(?<![0-9.A-Za-z—～~])(?P<n>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?P<scale>[百千]?[万亿]{0,2})"
    r"(?P<unit>%|‰|[一-龥/]{0,8}?)(?=[，。；、和及与（）：\n]|以及|$)"
)
WAY = re.compile(
    "(?:(?P<more>增长|增加|提高|上升|提升|上涨|增|升)|(?P<less>下降|减少|降低|回落|下滑|下跌|减|降))了?(?:幅度?)?(?:为|达到?)?$"
)
_JOINED = re.compile("[、和及与]|以及")
_NO_COUNT = re.compile("[年月日号时点届次期版条款]")
_SCALES = {"百": 2, "千": 3, "万": 4, "亿": 8}
_POINTS = ("个百分点", "百分点")


class Token(NamedTuple):
    """A number with the words before it; ``sign``: of a change, else 0; ``joined``: by a mark of
    a list to the one before it."""

    span: Span
    digits: str
    worth: Decimal
    unit: str
    lead: str
    sign: int
    joined: bool

    @property
    def interval(self) -> Interval:
        """What may have been rounded to it; what is counted one by one is as told."""
        value = Decimal(self.digits)
        if self.worth == 1 and self.unit in COUNTED and "." not in self.digits:
            return exactly(value)
        half = Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2
        return Interval((value - half) * self.worth, (value + half) * self.worth)


class Level(NamedTuple):
    now: Token
    changes: list[Token]


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The numbers between two places, those of a list in the unit of its last."""
    found: list[Token] = []
    last = start
    for match in _NUMBER.finditer(text, start, end):
        lead = text[last : match.start()]
        joined = bool(found) and _JOINED.fullmatch(lead) is not None
        way = WAY.search(lead)
        sign = (1 if way["more"] else -1) if way else found[-1].sign if joined else 0
        power = sum(_SCALES[char] for char in match["scale"])
        worth = Decimal(1).scaleb(power)
        found.append(
            Token(Span(*match.span()), match["n"], worth, match["unit"], lead, sign, joined)
        )
        last = match.end()
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        if other.joined and not one.unit and other.unit:
            worth = one.worth if one.worth > 1 else other.worth
            found[place] = one._replace(unit=other.unit, worth=worth)
    return [each for each in found if each.unit and not _NO_COUNT.match(each.unit)]


def levels_told(text: str, start: int, end: int) -> list[Level]:
    """What is told now, each with the changes behind it or behind its list."""
    levels: list[Level] = []
    several = tokens(text, start, end)
    fresh = place = 0
    while place < len(several):
        if not several[place].sign:
            if place and several[place - 1].sign:
                fresh = len(levels)
            levels.append(Level(several[place], []))
            place += 1
            continue
        run = [several[place]]
        while place + len(run) < len(several) and _goes_on(several[place + len(run)]):
            run.append(several[place + len(run)])
        if len(run) <= len(levels) - fresh:
            for level, change in zip(levels[-len(run) :], run, strict=True):
                level.changes.append(change)
        place += len(run)
    return [level for level in levels if level.changes]


def _goes_on(token: Token) -> bool:
    """Whether a change is the next of a list: 分别增长12%、5%和下降3%."""
    return token.sign != 0 and (token.joined or token.lead[:1] in ("、", "和", "及"))


def made_by(then: Token, now: Token, change: Token) -> Interval | None:
    """What the change should be, in the unit in which it is told; None where it is no change of
    such figures."""
    if change.unit == "%" and now.unit != "%":
        times = divide(now.interval, then.interval)
        if times is None:
            return None
        grown = subtract(times, exactly(1))
        return Interval(grown.low * 100, grown.high * 100)
    if change.unit == now.unit or (now.unit == "%" and change.unit in _POINTS):
        return subtract(now.interval, then.interval)
    return None


def fits(then: Token, now: Token, change: Token) -> bool:
    made = made_by(then, now, change)
    if made is None:
        return False
    low, high = change.interval
    told = change.interval if change.sign > 0 else Interval(-high, -low)
    return not apart(made, told)
