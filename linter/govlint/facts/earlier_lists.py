"""earlier_lists: a list of what there was before, in the order of what was told with its changes.

收入8.4亿元，利润0.63亿元，分别增长12%、5%。上年依次为7.5亿元、0.60亿元: a note tells what each was.
That the other changes follow from it shows which figure of the list belongs to which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.facts import Facts
from govlint.facts.listed_levels import WAY, Level, Token, fits, levels_told, made_by, tokens
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.intervals import absolute, apart
from govlint.text.slips import is_slip
from govlint.text.span import Span
from govlint.text.years import YEAR

_EARLIER = search_for(
    rf"(?:上一?年度?|去年|上学年|年初|上[季月]|上一?届|(?<!同比)同期|{YEAR}年)[^。；！？\n（）0-9]{{0,70}}?"
    r"(?:分别|依次)[^，。；、\n0-9]{0,6}(?=[0-9])",
    (("上", "去年", "年初", "同期", "年"), ("分别", "依次")),
    90,
)
_BASIS = re.compile(
    "可比|口径|剔除|扣除|不变价|调整|修订|普查|加权|折算|实际增|年均|目标|计划|预算"
)
_PRICED = re.compile("生产总值|GDP|增加值|总产值|经济总量|收入|消费")
"""What may be told to grow at constant prices, by less than the figures do."""
_BACK, _AHEAD, _MOST = 420, 260, 12
_FAR = Decimal("1.7")
_PAIR = 2


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
        before = levels_told(text, start, match.start())
        behind = levels_told(text, earlier[-1].span.end, end)
        found = _only_wrong(text, earlier, before) or _only_wrong(text, earlier, behind)
        if found is not None:
            yield found


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph of a list and the one before it, as far as they are read."""
    least, most = max(0, start - _BACK), min(len(text), end + _AHEAD)
    line = max(least, text.rfind("\n", least, start) + 1)
    low = max(least, text.rfind("\n", least, max(line - 1, least)) + 1)
    high = text.find("\n", end, most)
    return low, high if high >= 0 else most


def _list_at(text: str, start: int) -> list[Token]:
    """The list that begins at a place."""
    end = min(len(text), start + _AHEAD)
    several = tokens(text, start, end)
    if not several or several[0].span.start != start:
        return []
    size = next((n for n, t in enumerate(several) if n and not t.joined), len(several))
    return several[:size]


def _only_wrong(text: str, earlier: list[Token], told: list[Level]) -> ListedChange | None:
    """The only change that does not follow, where those of all others of the list do."""
    wrong: list[ListedChange] = []
    for begin in range(len(told) - len(earlier) + 1):
        pairs = [*zip(earlier, told[begin : begin + len(earlier)], strict=True)]
        if any(then.unit != level.now.unit for then, level in pairs):
            continue
        misfits = [(t, lv) for t, lv in pairs if not all(fits(t, lv.now, c) for c in lv.changes)]
        if not misfits:
            return None
        if len(misfits) == 1:
            then, level = misfits[0]
            wrong += _judged(text, then, level, proven=len(pairs) > _PAIR)
    return wrong[0] if len(wrong) == 1 else None


def _judged(text: str, then: Token, level: Level, *, proven: bool) -> Iterator[ListedChange]:
    """The changes of a level that do not follow. ``proven``: so many others do that any is wrong;
    else only one that is nearly right, or the wrong way round."""
    for change in level.changes:
        if fits(then, level.now, change):
            continue
        made = made_by(then, level.now, change)
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
            said = WAY.search(change.lead)
            begun = change.span.start - len(said[0]) if said and turned else change.span.start
            way = ("增长" if made.middle > 0 else "下降") if begun < change.span.start else ""
            span = Span(begun, change.span.end)
            yield ListedChange(span, then.span, level.now.span, f"{way}{shown}{unit}")
