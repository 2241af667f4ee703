"""earlier_lists: a list of what there was before, in the order of what was told with its changes.

收入8.4亿元，利润0.63亿元，分别增长12%、5%。上年依次为7.5亿元、0.60亿元: a note tells what each was.
That the other changes follow from it shows which figure of the list belongs to which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.facts import Facts
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, absolute, apart, divide, exactly, subtract
from govlint.text.slips import is_slip
from govlint.text.span import Span
from govlint.text.years import YEAR

_EARLIER = search_for(
    rf"(?:上一?年度?|去年|上学年|年初|上[季月]|上一?届|(?<!同比)同期|{YEAR}年)[^。；！？\n（）0-9]{{0,70}}?"
    r"(?:分别|依次)[^，。；、\n0-9]{0,6}(?=[0-9])",
    (("上", "去年", "年初", "同期", "年"), ("分别", "依次")),
    90,
)
_NUMBER = re.compile(
    r"(?<![0-9.A-Za-z—～~])(?P<n>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?P<scale>[百千]?[万亿]{0,2})"
    r"(?P<unit>%|‰|[一-龥/]{0,8}?)(?=[，。；、和及与（）：\n]|以及|$)"
)
_WAY = re.compile(
    "(?:(?P<more>增长|增加|提高|上升|提升|上涨|增|升)|(?P<less>下降|减少|降低|回落|下滑|下跌|减|降))了?(?:幅度?)?(?:为|达到?)?$"
)
_JOINED = re.compile("[、和及与]|以及")
_NO_COUNT = re.compile("[年月日号时点届次期版条款]")
_BASIS = re.compile(
    "可比|口径|剔除|扣除|不变价|调整|修订|普查|加权|折算|实际增|年均|目标|计划|预算"
)
_PRICED = re.compile("生产总值|GDP|增加值|总产值|经济总量|收入|消费")
"""What may be told to grow at constant prices, by less than the figures do."""
_SCALES = {"百": 2, "千": 3, "万": 4, "亿": 8}
_BACK, _AHEAD, _MOST = 420, 260, 12
_FAR = Decimal("1.7")
_POINTS = ("个百分点", "百分点")
_PAIR = 2


class _Token(NamedTuple):
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
        value = Decimal(self.digits)
        half = Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2
        return Interval((value - half) * self.worth, (value + half) * self.worth)


class _Level(NamedTuple):
    now: _Token
    changes: list[_Token]


class ListedChange(NamedTuple):
    """A change that does not lead from ``then`` to ``now``, and what it should be."""

    stated: Span
    then: Span
    now: Span
    expected: str


def find_listed_changes(facts: Facts) -> Iterator[ListedChange]:
    """The changes that alone of their list do not follow from what there was."""
    text = facts.body
    for match in find(text, facts.literals, _EARLIER):
        earlier = _list_at(text, match.end())
        if not _PAIR <= len(earlier) <= _MOST:
            continue
        start, end = _around(text, match.start(), earlier[-1].span.end)
        if _BASIS.search(text, start, end):
            continue
        before = _told(text, start, match.start())
        behind = _told(text, earlier[-1].span.end, end)
        found = _only_wrong(text, earlier, before) or _only_wrong(text, earlier, behind)
        if found is not None:
            yield found


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph of a list and the one before it, as far as they are read."""
    line = text.rfind("\n", 0, start) + 1
    low = max(text.rfind("\n", 0, max(line - 1, 0)) + 1, start - _BACK)
    high = text.find("\n", end)
    return low, min(high if high >= 0 else len(text), end + _AHEAD)


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    """The numbers between two places, those of a list in the unit of its last."""
    found: list[_Token] = []
    last = start
    for match in _NUMBER.finditer(text, start, end):
        lead = text[last : match.start()]
        joined = bool(found) and _JOINED.fullmatch(lead) is not None
        way = _WAY.search(lead)
        sign = (1 if way["more"] else -1) if way else found[-1].sign if joined else 0
        power = sum(_SCALES[char] for char in match["scale"])
        worth = Decimal(1).scaleb(power)
        found.append(
            _Token(Span(*match.span()), match["n"], worth, match["unit"], lead, sign, joined)
        )
        last = match.end()
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        if other.joined and not one.unit and other.unit:
            worth = one.worth if one.worth > 1 else other.worth
            found[place] = one._replace(unit=other.unit, worth=worth)
    return [each for each in found if each.unit and not _NO_COUNT.match(each.unit)]


def _list_at(text: str, start: int) -> list[_Token]:
    """The list that begins at a place."""
    end = min(len(text), start + _AHEAD)
    several = _tokens(text, start, end)
    if not several or several[0].span.start != start:
        return []
    size = next((n for n, t in enumerate(several) if n and not t.joined), len(several))
    return several[:size]


def _told(text: str, start: int, end: int) -> list[_Level]:
    """What is told now, each with the changes behind it or behind its list."""
    levels: list[_Level] = []
    several = _tokens(text, start, end)
    fresh = place = 0
    while place < len(several):
        if not several[place].sign:
            if place and several[place - 1].sign:
                fresh = len(levels)
            levels.append(_Level(several[place], []))
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


def _goes_on(token: _Token) -> bool:
    """Whether a change is the next of a list: 分别增长12%、5%和下降3%."""
    return token.sign != 0 and (token.joined or token.lead[:1] in ("、", "和", "及"))


def _only_wrong(text: str, earlier: list[_Token], told: list[_Level]) -> ListedChange | None:
    """The only change that does not follow, where those of all others of the list do."""
    wrong: list[ListedChange] = []
    for begin in range(len(told) - len(earlier) + 1):
        pairs = [*zip(earlier, told[begin : begin + len(earlier)], strict=True)]
        if any(then.unit != level.now.unit for then, level in pairs):
            continue
        misfits = [(t, lv) for t, lv in pairs if not all(_fits(t, lv.now, c) for c in lv.changes)]
        if not misfits:
            return None
        if len(misfits) == 1:
            then, level = misfits[0]
            wrong += _judged(text, then, level, proven=len(pairs) > _PAIR)
    return wrong[0] if len(wrong) == 1 else None


def _judged(text: str, then: _Token, level: _Level, *, proven: bool) -> Iterator[ListedChange]:
    """The changes of a level that do not follow. ``proven``: so many others do that any is wrong;
    else only one that is nearly right, or the wrong way round."""
    for change in level.changes:
        if _fits(then, level.now, change):
            continue
        made = _made(then, level.now, change)
        if made is None:
            continue
        right, stated = abs(made.middle), Decimal(change.digits) * change.worth
        turned = made.middle * change.sign < 0
        if _PRICED.search(level.now.lead) and change.unit == "%" and stated < right:
            continue
        decimals = len(change.digits.partition(".")[2])
        shown = f"{round(right / change.worth, decimals)}"
        close = stated / _FAR < right < stated * _FAR and not turned
        turns = turned and not apart(absolute(made), change.interval)
        if (
            proven
            or turns
            or close
            or (len(shown) == len(change.digits) and is_slip(shown, change.digits))
        ):
            unit = text[change.span.start + len(change.digits) : change.span.end]
            said = _WAY.search(change.lead)
            begun = change.span.start - len(said[0]) if said and turned else change.span.start
            way = ("增长" if made.middle > 0 else "下降") if begun < change.span.start else ""
            span = Span(begun, change.span.end)
            yield ListedChange(span, then.span, level.now.span, f"{way}{shown}{unit}")


def _made(then: _Token, now: _Token, change: _Token) -> Interval | None:
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


def _fits(then: _Token, now: _Token, change: _Token) -> bool:
    made = _made(then, now, change)
    if made is None:
        return False
    low, high = change.interval
    told = change.interval if change.sign > 0 else Interval(-high, -low)
    return not apart(made, told)
