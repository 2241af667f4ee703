"""ratio_others: whether a rate is told of fewer, or of more, than the count that is called so.

提前办结率 is not that of all 办结; 整改率 is that of what was put right at once, and of what
followed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce
from itertools import pairwise

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.facts.links import context, shares_pair
from govlint.facts.units import COUNTED, PERCENT, POINTS
from govlint.text.intervals import add, apart, divide

_SIZE_OF = re.compile(
    "总?(?P<of>户数|人数|人口|面积|产值|收入|投资|里程|金额|用地)(?:总[数量额])?的$"
)
_AMOUNT = re.compile("(?:总额|金额|产值|收入|投资|面积|税收|销售额|产量)$")
_INTEREST = re.compile("[利汇费]率$")
_NAMED_KINDS = re.compile(
    "(?P<names>[一-龥]{2,10}(?:[、和与][一-龥]{2,10}){1,3})[两三四五][类项种者][^，。；0-9]{0,6}占"
)
_JOIN = re.compile("[、和与]")
_RECKONED = re.compile(
    "[按以](?P<by>[^，。；]{0,12}?(?:占用|平均|加权|折合|折算|标准)[^，。；]{0,6}?)(?:计算|测算)，?[^，。；0-9]{0,10}$"
)
_ALL = re.compile("全部|所有|总")
_LONG = 6
_RATE = 3
_FINE = Decimal("0.001")
"""So exact a percentage is not made by two counts of a third by chance."""
_HOW = re.compile(
    "(?P<how>提前|按[期时]|及时|限时|当[日场天庭]|一次|首次|网上|线上|现场|即时|重复|全程|自动|上门|主动|直接|实质)"
    "[一-龥]{2,6}率$"
)


def is_of_fewer(text: str, ratio: Figure, parts: list[Figure]) -> bool:
    """Whether the name of a rate says how something is done, and no part is told so."""
    how = _HOW.search(ratio.name)
    return how is not None and not any(how["how"] in context(text, part) for part in parts)


def is_of_others(text: str, sentence: list[Figure], figures: list[Figure]) -> bool:
    """Whether a ratio is told of other figures of the sentence, or they make it with the only
    part. What fits is left to be read so."""
    ratio, whole, *parts = figures
    made = divide(reduce(add, (part.interval for part in parts)), whole.interval)
    if made is None or not apart(made, ratio.interval):
        return False
    if _is_in_turn(sentence, figures) or _is_elsewhere(text, figures):
        return True
    if _is_with_another(sentence, figures) or _is_of_implied(text, sentence, figures):
        return True
    if _has_own_rate(text, sentence, figures) or _is_with_rest(sentence, figures):
        return True
    return _is_of_next(text, figures) or _is_in_list(text, sentence, figures)


def _has_own_rate(text: str, sentence: list[Figure], figures: list[Figure]) -> bool:
    """Whether the whole has a rate of the same name: 住院52万人次，住院率18.3%。其中职工11万人次，
    住院率17.8% are both told of those who are insured."""
    ratio, whole, part, *_ = figures
    name = ratio.name[-_RATE:]
    behind = next((f for f in sentence if f.span > whole.span), None)
    if behind in (None, ratio) or not name.endswith("率") or not behind.span < part.span:
        return False
    return name in text[slice(*behind.lead)]


def _is_with_rest(sentence: list[Figure], figures: list[Figure]) -> bool:
    """Whether the only part makes the ratio with the rest: 13个，占61.9%，其余8个."""
    ratio, _, *parts = figures
    return len(parts) == 1 and any(
        "其余" in rest.roles
        and rest.dimension == parts[0].dimension
        and _make_up(parts[0], rest, ratio)
        for rest in sentence
        if rest.span > ratio.span
    )


def _make_up(part: Figure, rest: Figure, ratio: Figure) -> bool:
    made = divide(part.interval, add(part.interval, rest.interval))
    return made is not None and not apart(made, ratio.interval)


def _is_of_next(text: str, figures: list[Figure]) -> bool:
    """Whether the part is told in a clause behind the ratio, of something else: 612所中，办托的占
    36%；公办278所，其中163所办托."""
    ratio, _, *parts = figures
    first = parts[0]
    between = text[ratio.span.end : first.lead.end] if ratio.span < first.span else ""
    named = ratio.name[:-1] and ratio.name[-_RATE:-1] in text[slice(*first.lead)]
    return "；" in between and ("其中" in first.roles or not named)


def _is_in_turn(sentence: list[Figure], figures: list[Figure]) -> bool:
    """Whether a ratio of a list has its place beside another figure: 甲、乙分别出口17亿元和5亿元，
    占比分别为17.1%和5.2%."""
    ratio, _, *parts = figures
    mates = [f for f in sentence if f.turn == ratio.turn and f.span < ratio.span and f != ratio]
    mates = [f for f in mates if f.dimension not in (PERCENT, POINTS)]
    return ratio.turn[1] > 1 and bool(mates) and mates[-1] not in parts


def _is_elsewhere(text: str, figures: list[Figure]) -> bool:
    """Whether the whole stands in brackets that do not hold the part, the ratio is that of a unit
    in which the whole is not counted, or is reckoned by what neither counts."""
    ratio, whole, *parts = figures
    between = text[whole.span.end : parts[0].span.start]
    if between.count("）") > between.count("（"):
        return True
    of = _AMOUNT.search(ratio.name.rpartition("/")[2])
    if of is not None and whole.dimension in COUNTED:
        return True
    if _INTEREST.search(ratio.name):
        return True
    lead = text[slice(*ratio.lead)]
    some = _NAMED_KINDS.search(lead)
    told = [context(text, part) for part in parts]
    if some is not None and not all(
        any(name in each for each in told) for name in _JOIN.split(some["names"])
    ):
        return True
    by = _RECKONED.search(lead)
    named = (*told, context(text, whole))
    return by is not None and not any(shares_pair(by["by"], each) for each in named)


def _is_in_list(text: str, sentence: list[Figure], figures: list[Figure]) -> bool:
    """Whether the only part makes a fine share in a list, added up, of which the whole is a member:
    内资769家、外资41家；内资中，私营720家，占全部企业的88.9%."""
    ratio, whole, *parts = figures
    named = _ALL.search(ratio.name.rpartition("/")[2])
    if len(parts) != 1 or ratio.limit or ratio.about or ratio.step > _FINE or not named:
        return False
    part = parts[0]
    alike = [f for f in sentence if f.dimension == part.dimension and f.span < part.span]
    alike = [f for f in alike if f.roles.isdisjoint(CHANGE_ROLES)][-_LONG:]
    for start in range(len(alike)):
        for end in range(start + 2, len(alike) + 1):
            if text[alike[end - 2].span.end] not in "、和":
                break
            if whole not in alike[start:end]:
                continue
            made = divide(part.interval, reduce(add, (f.interval for f in alike[start:end])))
            if made is not None and not apart(made, ratio.interval):
                return True
    return False


def _is_with_another(sentence: list[Figure], figures: list[Figure]) -> bool:
    """Whether a part makes the ratio together with another that is told behind the whole."""
    ratio, whole, *parts = figures
    if len(parts) != 1 or ratio.limit or ratio.about or "%" not in ratio.dimension:
        return False
    part = parts[0]
    alike = [
        f
        for f in sentence
        if f.dimension == part.dimension
        and f.span < ratio.span
        and f.roles.isdisjoint(CHANGE_ROLES)
    ]
    greater = [f for f in alike if f.value > whole.value]
    wholes = [whole, *greater] if ratio.step <= _FINE else [whole]
    return any(
        _make(part, other, all_, ratio)
        for all_ in wholes
        for other in alike
        if part != other and all_ not in (part, other) and all_.span < other.span
    )


def _is_of_implied(text: str, sentence: list[Figure], figures: list[Figure]) -> bool:
    """Whether a ratio is that in a whole of which only another share tells: 312家，占规上企业的
    41.6%，建有机构的218家，建有率29.1%."""
    ratio, whole, *parts = figures
    if len(parts) != 1 or ratio.limit or ratio.about or ratio.step > _FINE:
        return False
    own = divide(parts[0].interval, ratio.interval)
    if own is None or not apart(own, whole.interval):
        return False
    for count, share in pairwise(sentence):
        if share == ratio or (count in figures and count != whole) or share.dimension != PERCENT:
            continue
        exact = share.step <= _FINE and not (share.limit or share.about)
        if (
            count.dimension != parts[0].dimension
            or not exact
            or "，" in text[slice(*share.lead)][1:]
        ):
            continue
        implied = divide(count.interval, share.interval)
        if implied is not None and not apart(implied, own):
            return True
    return False


def is_of_another_measure(text: str, ratio: Figure, figures: list[Figure]) -> bool:
    """Whether what a ratio is of is not the count before it, but what that has: 占5个村总户数的."""
    last = max(figures, key=lambda figure: figure.span)
    of = _SIZE_OF.search(text, last.span.end, ratio.span.start)
    return of is not None and not of["of"].startswith(last.unit)


def _make(part: Figure, other: Figure, whole: Figure, ratio: Figure) -> bool:
    made = divide(add(part.interval, other.interval), whole.interval)
    return made is not None and not apart(made, ratio.interval)
