"""near_results: a figure that is one slip of the pen from what the figures right before it make.

The relations of the rules ask for words that bind each figure to its place. This asks for less, and
so only of short paragraphs: where words want a result of two figures (相差, 剩余, 率, 均, 前者是
后者的……倍), where the nearest two figures that could make one do not, where no other figures of
the paragraph make it either, and where one wrong or two exchanged digits are all that is between.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import reduce

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, is_rounded_mean, is_slip_of, written_as
from govlint.facts.links import is_told_of, shares_pair
from govlint.facts.made_of import RELATIVE, is_made, made_of
from govlint.facts.near_products import product_of, products
from govlint.facts.paragraphs import paragraphs
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.records import NamedTuple
from govlint.text.intervals import (
    Interval,
    absolute,
    add,
    apart,
    divide,
    exactly,
    multiply,
    subtract,
)

_FEW, _MOST, _PAIR = 3, 8, 2
"""So many figures a paragraph has: with more of them chance makes results, too."""
_BASIS = re.compile(
    "可比|不变价|四舍五入|环比|扣除|剔除|口径|名义|实际增长|另|[，（]含[^，。；0-9]{0,8}[0-9]"
)
_CLAUSE = re.compile("[，。；：、\n]")
_ASIDE = re.compile("（[^（）]*）")
_BACK = 48
_BETWEEN = re.compile(
    r"(?:相差|差距?|剩余?|其[余他它]|余下|尚余|尚有|还有|还剩|净[增减]|节[约余省支]|结余|缺口|短缺|高于|低于|[高低多少]出|[比较][^，]{2,14}[多少高低快慢])[^，。；]{0,8}$"
)
_WHOM = re.compile("[比较]([^，。；0-9]{2,14}?)[多少高低快慢]")
_LEFT = re.compile(
    "[^，。；]{0,4}?(?:[尚仍还]未|未(?:能|按|通过|完成|到|达|入|参|办|获|签|报|交)|没有|不合格|落选|淘汰|退回|放弃)"
)
_STEP = re.compile(
    "[比较](?![重例率])|[高低快慢大小多少]于|[高低超多少]出|相?差"
    "|^(?:同比|又|再|累计|净)?(?:提高|上升|提升|增长|增加|下降|降低|回落|减少|收窄|扩大)了?$"
)
_RATE = re.compile("率|占|比[例重]|完成[^，。；]{0,10}的")
_EARLIER = re.compile("[去上]一?年|同期|年[初前]|原[来有先]|[整改]治?造?前|过去|期初|上[月季期]")
_LOST = re.compile("损|失|差率|漏|未|空置|淘汰|节[约能水电支]率")
_TEN, _LITTLE = 10, Decimal("0.02")
_LATTER = re.compile("[前后]者[是为][前后]者的")
_TIMES = re.compile("前者[是为]后者的|后者[是为]前者的|相当于|[是为][^，。；]{0,12}的")
_MEAN = re.compile(r"[人户村亩日月年校班台场次家均]均|平均|每[一-龥]")
_GAINED = re.compile(
    "(?:同比|比[去上]年)?(?:净|共|同比)?(?:增收|减收|增加|减少|增支|减支|增产|减产)了?额?"
)
_NO_STATE = frozenset(("上期", "起点", "均值", "目标"))
_OF_BASE = re.compile("利率|税率|费率|比例|比率|抵押率|成数|系数")
_AMOUNT = re.compile("应|需|共|可|计|息|税|费|额度|金额")
_AFTER = 12

_Made = tuple[tuple[Figure, Figure], Interval | None]


class NearResult(NamedTuple):
    """``stated`` is one slip from ``expected``, which is what ``given`` make."""

    stated: Figure
    given: tuple[Figure, Figure]
    expected: str


def find_near_results(facts: Facts) -> Iterator[NearResult]:
    """The figures of short paragraphs that miss by a slip what those before them make."""
    text = facts.body
    for numbers in paragraphs(text, facts.printed):
        if not _FEW <= sum(len(facts.printed[number]) for number in numbers) <= _MOST:
            continue
        start = facts.printed[numbers.start][0].last
        if _BASIS.search(text, start, facts.printed[numbers.stop - 1][-1].end):
            continue
        figures = [f for number in numbers for f in facts.sentence_figures(number).figures]
        for place, stated in enumerate(figures):
            if place >= _PAIR and _is_exact(stated):
                yield from _missed(text, figures, place)


def _is_exact(figure: Figure) -> bool:
    return not (figure.about or figure.limit or figure.turn[1]) and figure.value > 0


def _missed(text: str, figures: list[Figure], place: int) -> Iterator[NearResult]:
    stated = figures[place]
    for given, made in _results(text, figures[:place], stated):
        if made is None or any(f.about or f.limit for f in given):
            continue
        if not apart(made, stated.interval):
            return
        if stated.mean is not None and is_rounded_mean(stated, made.middle):
            return
        others = (f for f in figures if f is not stated and f.dimension == stated.dimension)
        if any(not apart(each, f.interval) for f in others for each in made_of(*given, f)):
            return  # 计划150份，实际153份，完成率102%，合格率98.7%: the two have made a figure
        middle = made.middle
        slip = is_slip_of(text, stated, middle) or _is_digit(text, figures, stated, middle)
        if slip and not is_made(figures, stated):
            yield NearResult(stated, given, written_as(text, stated, middle))
            return


def _is_digit(text: str, figures: list[Figure], stated: Figure, middle: Decimal) -> bool:
    """Whether 后者是前者的6倍 is said of the only two of a kind, one of which is eight times the
    other."""
    if stated.dimension != TIMES or not _LATTER.search(text, *stated.lead):
        return False
    whole = abs(middle - round(middle)) < _LITTLE and stated.value == round(stated.value)
    kinds = [f.dimension for f in figures if f.dimension not in RELATIVE]
    return whole and len(kinds) == _PAIR and middle < _TEN


def _results(text: str, before: list[Figure], stated: Figure) -> Iterator[_Made]:
    """What the nearest figures make that the words before ``stated`` may want."""
    near = text[max(0, stated.span.start - _BACK) : stated.span.start]
    words = _CLAUSE.split(_ASIDE.sub("", near))[-1]
    if stated.dimension == PERCENT:
        if not stated.roles.isdisjoint(CHANGE_ROLES):
            yield from _grown(text, before)
        elif _RATE.search(words):
            yield from _rates(words, before)
    elif stated.dimension == POINTS:
        if _STEP.search(words):
            yield from _gaps(text, words, [f for f in before if f.dimension == PERCENT])
    elif stated.dimension == TIMES:
        if _TIMES.search(words):
            yield from _pairs(before, _larger_by)
    elif stated.dimension != DOUBLINGS:
        for count, price in products(text, before, stated):
            yield (count, price), product_of(text, count, price, stated)
        yield from _gained(words, before)
        yield from _amounts(text, words, before, stated)


def _amounts(text: str, words: str, before: list[Figure], stated: Figure) -> Iterator[_Made]:
    """What they make of the kind of an amount or a count."""
    kin = [f for f in before if f.dimension == stated.dimension]
    left = _LEFT.match(text, stated.span.end, stated.span.end + _AFTER)
    if (_BETWEEN.search(words) or left) and len(kin) == _PAIR:
        yield from _gaps(text, words, kin)
    if _MEAN.search(words) and kin:
        yield from _shared(text, before, kin[-1])
    if _AMOUNT.search(words) and kin:
        yield from _of_base(text, before, kin[-1])


def _grown(text: str, before: list[Figure]) -> Iterator[_Made]:
    """How much the only two of their kind have grown, one of which was told of an earlier time."""
    for (one, other), made in _pairs(before, _larger_by):
        kin = [f for f in before if f.dimension == one.dimension]
        earlier = [_EARLIER.search(text, *f.lead) is not None for f in kin]
        if len(kin) == _PAIR and earlier[0] != earlier[1] and made is not None:
            then, now = (one, other) if earlier[0] else (other, one)
            times = divide(now.interval, then.interval)
            yield (then, now), None if times is None else absolute(subtract(times, exactly(1)))


def _gained(words: str, before: list[Figure]) -> Iterator[_Made]:
    """What has come with the growth told right before: 16.8亿元，增长12%，增收1.8亿元."""
    if len(before) < _PAIR or not _GAINED.fullmatch(words):
        return
    now, rate = before[-_PAIR:]
    plain = now.roles.isdisjoint(CHANGE_ROLES | _NO_STATE) and now.dimension not in RELATIVE
    if plain and rate.dimension == PERCENT and "变幅" in rate.roles and rate.sign:
        share = divide(rate.interval, add(exactly(1), rate.signed))
        yield (now, rate), None if share is None else multiply(now.interval, share)


def _gaps(text: str, words: str, kin: list[Figure]) -> Iterator[_Made]:
    """The difference of the last two, and of the last and each one before; none of one that tells
    of more, or of less, than those whom the words name."""
    named = _WHOM.search(words)
    for other in reversed(kin[:-1]):
        lead = text[slice(*other.lead)]
        if named is None or not shares_pair(named[1], lead) or is_told_of(named[1], lead):
            yield (other, kin[-1]), absolute(subtract(kin[-1].interval, other.interval))


def _rates(words: str, before: list[Figure]) -> Iterator[_Made]:
    yield from _pairs(before, _smaller_by)
    yield from _of_all(before)
    if _LOST.search(words):
        for given, made in _pairs(before, _smaller_by):
            yield given, None if made is None else subtract(exactly(1), made)


def _pairs(
    before: list[Figure], make: Callable[[Figure, Figure], Interval | None]
) -> Iterator[_Made]:
    """What the last two of the kind make that was told last."""
    kind = next((f.dimension for f in reversed(before) if f.dimension not in RELATIVE), "")
    kin = [f for f in before if f.dimension == kind][-_PAIR:]
    if len(kin) == _PAIR:
        yield (kin[0], kin[1]), make(*kin)


def _of_all(before: list[Figure]) -> Iterator[_Made]:
    """What all figures behind the first of their kind are of it."""
    kind = before[-1].dimension
    whole, *parts = (f for f in before if f.dimension == kind)
    if len(parts) > 1 and kind not in RELATIVE:
        made = reduce(add, (f.interval for f in parts))
        if made.middle < whole.value:
            yield (whole, parts[-1]), divide(made, whole.interval)


def _smaller_by(one: Figure, other: Figure) -> Interval | None:
    less, more = sorted((one, other), key=lambda f: f.value)
    return divide(less.interval, more.interval)


def _larger_by(one: Figure, other: Figure) -> Interval | None:
    less, more = sorted((one, other), key=lambda f: f.value)
    return divide(more.interval, less.interval)


def _shared(text: str, before: list[Figure], whole: Figure) -> Iterator[_Made]:
    """What each of those that were counted last has of a whole, which is no mean itself."""
    if whole.mean is not None or _MEAN.search(text, *whole.lead):
        return
    for count in reversed(before):
        other = count.dimension != whole.dimension and count.dimension not in RELATIVE
        if other and count.value > 1 and count.value == int(count.value):
            yield (whole, count), divide(whole.interval, count.interval)
            return


def _of_base(text: str, before: list[Figure], base: Figure) -> Iterator[_Made]:
    """1200万元，年利率3.85%，应付利息46.2万元"""
    for rate in reversed(before):
        named = _OF_BASE.search(text, rate.lead.start, rate.span.end + _AFTER)
        if rate.dimension == PERCENT and named:
            yield (base, rate), multiply(base.interval, rate.interval)
            return
