"""aims_ahead: what must be grown by each year to reach an aim, and the two figures that tell it.

到2027年产值突破200亿元……2024年产值为138亿元……未来三年需年均增长11.5%: growing by less in so
many years does not lead from the one to the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, written_as
from govlint.facts.links import CLAUSE
from govlint.facts.prices import is_priced
from govlint.facts.search import find, search_for
from govlint.facts.told_before import told_before
from govlint.facts.told_moments import moment_of
from govlint.facts.told_names import is_called, name_of
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, absolute, apart, divide, exactly, subtract
from govlint.text.numerals import parse_numeral
from govlint.text.slips import is_slip

NEEDED = search_for(
    "(?:年均|年平均|平均每年|每年)(?:需要?|须|必须|要|应|仍|还|保持|达到|实现|的|复合){0,4}(?P<way>增长|增速|增幅|递增|下降|降低|降幅|递减)"
    "[^，。；0-9]{0,8}(?=[0-9])",
    (("年均", "年平均", "平均每年", "每年"),),
    30,
)
_AHEAD = re.compile("需|须|才能|测算|未来|今后|要(?:如期|按期|实现|达到|完成)|倒排|倒推|目标")
_YEARS = re.compile("(?<![0-9一二三四五六七八九十])(?P<n>[1-9]|[两二三四五六七八九])年(?!均)")
_OTHER = re.compile("可比|口径|不变价|剔除|扣除|实际增")
_NEED = re.compile("(?:年均|年平均|平均每年|每年).*$")
_WHEN = re.compile("今后|未来|据此|按此|测算|期间|至少|[需须要应]|保持")
_APART = CHANGE_ROLES | {"其中", "部分"}
_NOT_LEVELS = frozenset((PERCENT, POINTS, TIMES, DOUBLINGS))
_FALLS = ("下降", "降低", "降幅", "递减")
_BACK, _MOST = 320, 15
_ROOM = Decimal("0.002")
_LEAST = 2


class AimAhead(NamedTuple):
    """A yearly ``rate`` that does not lead from ``base`` to ``aim`` in ``years`` years."""

    rate: Figure
    base: Figure
    aim: Figure
    years: int
    expected: str


def find_aims_ahead(facts: Facts) -> Iterator[AimAhead]:
    """The yearly rates of a text that are too small for the aims of their paragraphs."""
    text = facts.body
    for match in find(text, facts.literals, NEEDED):
        end = match.end() + 1
        low = max(0, end - _BACK)
        begun = max(low, *(text.rfind(mark, low, end) + 1 for mark in "。\n"))
        line = max(low, text.rfind("\n", low, end) + 1)
        said = text[begun:end]
        if not _AHEAD.search(said) or _OTHER.search(said):
            continue
        before = told_before(facts, end, end - line)
        if not before:
            continue
        *told, rate = before
        if rate.span.start != match.end() or rate.dimension != PERCENT:
            continue
        pairs = _pairs(text, told, line)
        found = _held(text, pairs, rate, said, falls=match["way"] in _FALLS)
        if found is not None:
            yield found


def _held(
    text: str, pairs: list[tuple[Figure, Figure, int]], rate: Figure, said: str, *, falls: bool
) -> AimAhead | None:
    """What ``said``, the sentence of a rate, does not lead to, where one of the ``pairs`` of a base
    and an aim is meant by it."""
    what = _WHEN.sub("", name_of(_NEED.sub("", CLAUSE.split(said)[-1])))
    if len(what) >= _LEAST:
        pairs = [pair for pair in pairs if is_called(what, _name(text, pair[0]))]
    elif len(pairs) > 1:
        pairs = [pair for pair in pairs if _name(text, pair[0]) in said]
    if len(pairs) != 1 or rate.about or not pairs[0][0].value:
        return None
    base, aim, years = pairs[0]
    n = _YEARS.search(said)
    if years > _MOST or (n and parse_numeral(n["n"]) != years):
        return None
    if is_priced(text, base) or is_priced(text, aim):
        return None
    target = exactly(aim.value) if aim.limit else aim.interval
    times = divide(target, base.interval)
    if times is None or (times.middle < 1) != falls:
        return None
    right = _yearly(times, years)
    if not apart(right, rate.interval if not rate.limit else _printed(rate)):
        return None
    low = rate.value + rate.step / 2 < right.low - _ROOM
    wanted, printed = written_as(text, rate, right.middle), text[slice(*rate.span)]
    slip = len(wanted) == len(printed) and is_slip(wanted, printed)
    plain = absolute(subtract(times, exactly(1)))
    divided = not apart(Interval(plain.low / years, plain.high / years), _printed(rate))
    return AimAhead(rate, base, aim, years, wanted) if low or slip or divided else None


def _pairs(text: str, told: list[Figure], least: int) -> list[tuple[Figure, Figure, int]]:
    """What there is and what is aimed at, of one name and of two years, and how many years lie
    between."""
    dated = [(f, year) for f in told if (year := _year(text, f, least)) > 0]
    return [
        (base, aim, later - year)
        for base, year in dated
        for aim, later in dated
        if later > year
        and base.unit == aim.unit
        and not base.limit
        and is_called(_name(text, base), _name(text, aim))
    ]


def _year(text: str, figure: Figure, least: int) -> int:
    """The year that a plain figure is told of, 0 where there is none."""
    if figure.dimension in _NOT_LEVELS or figure.about or not _APART.isdisjoint(figure.roles):
        return 0
    moment = moment_of(text, figure.span.start, least)
    return (moment.year or 0) if moment else 0


def _yearly(times: Interval, years: int) -> Interval:
    low, high = (Decimal(float(end) ** (1 / years)) for end in times)
    return absolute(subtract(Interval(low, high), exactly(1)))


def _printed(rate: Figure) -> Interval:
    return Interval(rate.value - rate.step / 2, rate.value + rate.step / 2)


def _name(text: str, figure: Figure) -> str:
    clauses = CLAUSE.split(text[slice(*figure.lead)])
    return name_of(clauses[-1]) or (name_of(clauses[-2]) if len(clauses) > 1 else "")
