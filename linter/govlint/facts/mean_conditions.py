"""mean_conditions: is a mean that of this total and this number?"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import accumulate

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.context import CLAUSE, MEASURED, Condition, Words
from govlint.facts.factors import IDLE, REDUCED, number_of, per_of
from govlint.facts.figure import Figure
from govlint.facts.mean_scopes import INCLUDED
from govlint.facts.means import Mean
from govlint.facts.sum_links import is_mean, tells_same
from govlint.facts.units import COUNTED, PEOPLE, PERCENT, POINTS, TIME, UNITS
from govlint.text.back import begins
from govlint.text.intervals import Interval, add, apart, divide, exactly, multiply
from govlint.text.numerals import parse_numeral

_TIER = re.compile("每|单价|元/")
_STOP = re.compile("[，。；、：（）]")
_CLAUSE_END = re.compile("[。；]")
_VERB, _WIDE = 6, 80
_NOUN = 3
_BESIDE = re.compile("（[不]?含|[各另][设配]|组长")
_RANK = re.compile("第[一二三四五六七八九十]名|[一二三特]等奖|[金银铜]奖")
_KIND = re.compile("[一-龥]{2,6}?(?=[，、。；和及与])")
_BEHIND = 12
_NOT_ALL = frozenset(("起点", "上期", "其中", "部分", "之中"))
_BEFORE = frozenset(("起点", "上期"))
_SINCE = re.compile("(?:改革|改造|整治|治理|实施|推行|整合|优化)后|现在|如今|目前")
_SUMS = re.compile(r"[共总支付拨兑投补奖计]|拿出|分红|发放|资金|金额|落实|花费|到位|增收|收入|完成")
_SHARED = (*MEASURED, PEOPLE, "电量", "人次")
_SEVERAL_TIMES = re.compile(
    "(?<![0-9第])([0-9]{1,2}|[两二三四五六七八九十]{1,3})(?:个月|[年天晚期])"
)
_COMPARED = re.compile("(?<!占)[比较][^，。；（）]{2,20}（[^（）]{0,12}$")
"""日均40.85万人次，比2024年国庆假期（7天，……）增长8.9%: the days of the other holiday."""


def _per(words: Words, figures: list[Figure]) -> bool:
    """Whether a mean or a price is one for each of those whom the other figure counts."""
    mean, count = figures[0].mean, figures[1]
    if mean is None or count.mean is not None or not _may_be_per(words, mean, count, figures[0]):
        return False
    if _is_listed(words, count) or _is_idle(words, count):
        return False
    if "其中" in words.text[slice(*figures[0].lead)]:
        return False
    if any(_is_tier(words, figures[0], f) for f in words.sentence):
        return False  # several tiers, which the total adds up
    start = words.sentence[0].lead.start
    begun = begins(words.text, start, "。", _WIDE)
    parted = words.text[start - 1 : start] == "；"
    return not (parted and _TIER.search(words.text, begun, start))


def _may_be_per(words: Words, mean: Mean, count: Figure, figure: Figure) -> bool:
    """Whether a count is one of what a mean is told for, as far as its unit and noun say."""
    if count.dimension in MEASURED and count.dimension == figure.dimension:
        return False  # 以后每村1万元，3年共208万元: no money by money
    if not mean.per:  # 九年级14个班644人，平均班额46.3人: no people by people
        return count.dimension in COUNTED and count.dimension != figure.dimension
    if mean.per == count.dimension:
        return True
    if mean.per == PEOPLE and count.dimension == "人次":
        return not any(f.dimension == PEOPLE for f in words.sentence)
    noun = words.text[count.span.end : count.span.end + _NOUN]
    if mean.per in _STOP.split(noun)[0]:
        return True  # 18个村, 18个行政村
    return mean.per in words.text[slice(*count.lead)][-_VERB:]


def _is_idle(words: Words, count: Figure) -> bool:
    """Whether days are those on which nothing was done, so that a mean is of the others:
    检修5天，日均供气3.6万立方米."""
    if count.dimension != TIME:
        return False
    lead = CLAUSE.split(words.text[slice(*count.lead)])[-1]
    behind = words.text[count.span.end : count.span.end + _VERB]
    return IDLE.search(lead) is not None or IDLE.match(behind) is not None


def _is_tier(words: Words, mean: Figure, other: Figure) -> bool:
    """Whether a figure is another mean of the kind, which the total may add up, too: neither what
    one has changed by nor one for each of others in a clause of its own."""
    if other == mean or other.mean is None or other.dimension != mean.dimension:
        return False
    if not other.roles.isdisjoint(CHANGE_ROLES):
        return False
    first, last = sorted((mean, other))
    apart = _CLAUSE_END.search(words.text, first.span.end, last.span.start)
    return apart is None or mean.mean is None or mean.mean.per == other.mean.per


def _is_listed(words: Words, figure: Figure) -> bool:
    """Whether a figure is one of several that stand side by side: 番茄14亩、辣椒11亩; not one that
    counts the same in another unit: 612户、2040人."""
    nearby = (f for f in words.sentence if f.dimension == figure.dimension)
    beside = (f for f in nearby if f == figure or f.lead.start == figure.span.end)
    return any(
        words.text[f.lead.start] == "、" and words.text[slice(*f.lead)] != "、" for f in beside
    )


def _of_same(words: Words, figures: list[Figure]) -> bool:
    """Whether a mean or a price is told of what the total measures."""
    mean, total = figures[0].mean, figures[1]
    lead = CLAUSE.split(words.text[slice(*total.lead)])[-1]
    if mean is None or total.mean is not None or total.dimension not in _SHARED:
        return False
    if _RANK.search(lead):
        return False  # what one gets
    if mean.what:
        return tells_same(mean.what, lead) and not _is_of_other(words, mean.what, lead)
    return _SUMS.search(lead) is not None or total.dimension == "质量"


def _is_of_other(words: Words, what: str, lead: str) -> bool:
    """Whether a total is told of another kind than the mean: 1个主会场和12个分会场，主会场65人，
    每个分会场30人."""
    found = (_KIND.match(words.text, f.span.end) for f in words.sentence if f.dimension in COUNTED)
    kinds = {kind[0] for kind in found if kind}
    own = any(what.startswith(kind) and kind not in lead for kind in kinds)
    return own and any(kind in lead for kind in kinds)


def _measured(_words: Words, figures: list[Figure]) -> bool:
    """Whether figures are no percentages."""
    return not any(figure.dimension in (PERCENT, POINTS) for figure in figures)


def _mean_of(words: Words, figures: list[Figure]) -> bool:
    return is_mean(words.text, words.sentence, figures)


def _only_total(words: Words, figures: list[Figure]) -> bool:
    """Whether a mean is not one of all that a list tells: 一年级4个班180人，二年级5个班230人，
    平均每班45.6人 is that of both."""
    mean, total, count = figures
    if INCLUDED.search(words.text, *total.lead):
        return False  # 3个点，含往返60分钟，每个点停留40分钟
    if _is_of_several(words, mean, total, count):
        return False  # 800亩，每亩年租金90元，付清前5年租金36万元
    if total.span < mean.span and _SINCE.search(words.text, total.span.end, mean.span.start):
        return False  # 用时8.5天。改革后，平均用时1.5天
    half = (mean.step or 1) / Decimal(2)  # a mean of whole ones is no whole one
    rounded = add(mean.interval, Interval(-half, half))
    factor = exactly(UNITS[count.unit][1])
    every = [f for f in words.sentence if f.span < mean.span and f.mean is None]
    now = [f for f in every if f.roles.isdisjoint(_BEFORE)]
    for told in (now, every):  # months in a row are no earlier ones
        totals = [f.interval for f in told if f.dimension == total.dimension]
        counts = [divide(f.interval, factor) for f in told if f.unit == count.unit]
        for several in [*accumulate(reversed(totals), add)][1:]:
            for number in accumulate(filter(None, reversed(counts)), add):
                made = divide(several, number)
                if made is not None and not apart(rounded, made):
                    return False
    return True


def _is_of_several(words: Words, mean: Figure, total: Figure, count: Figure) -> bool:
    """Whether a total is that of the several years, months or days that stand beside it."""
    start, end = min(f.lead.start for f in (mean, count)), total.span.end + _BEHIND
    for told in _SEVERAL_TIMES.finditer(words.text, start, end):
        several = parse_numeral(told[1])
        made = multiply(mean.interval, exactly(number_of(count, per_of(mean))))
        if several and not apart(multiply(made, exactly(Decimal(several))), total.interval):
            return True
    return False


def _now(words: Words, figures: list[Figure]) -> bool:
    """Whether figures count all that there are now, none of them what is compared with."""
    if any(_COMPARED.search(words.text, *figure.lead) for figure in figures):
        return False
    return all(figure.roles.isdisjoint(_NOT_ALL) for figure in figures)


def _latest(_words: Words, figures: list[Figure]) -> bool:
    """Whether figures tell of no earlier time."""
    return all(figure.roles.isdisjoint(_BEFORE) for figure in figures)


def _unreduced(words: Words, figures: list[Figure]) -> bool:
    """Whether nothing is said to be taken off a price between figures."""
    start, end = min(f.lead.start for f in figures), max(f.span.end for f in figures)
    aside = _BESIDE.search(words.text, end, end + _BEHIND)
    return aside is None and REDUCED.search(words.text, start, end) is None


MEANS: dict[str, Condition] = {
    "per": Condition(_per, 2),
    "of-same": Condition(_of_same, 2),
    "now": Condition(_now),
    "latest": Condition(_latest),
    "only-total": Condition(_only_total, 3),
    "unreduced": Condition(_unreduced),
    "measured": Condition(_measured),
    "mean-of": Condition(_mean_of, 3),
}
