"""ratio_others: whether a rate is told of fewer, or of more, than the count that is called so.

提前办结率 is not that of all 办结; 整改率 is that of what was put right at once, and of what
followed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.facts.links import context
from govlint.facts.units import PERCENT
from govlint.text.intervals import add, apart, divide

_SIZE_OF = re.compile(
    "总?(?P<of>户数|人数|人口|面积|产值|收入|投资|里程|金额|用地)(?:总[数量额])?的$"
)
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
    """Whether other figures of the sentence make the ratio with the only part."""
    return _is_with_another(sentence, figures) or _is_of_implied(text, sentence, figures)


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
    wholes = alike if ratio.step <= _FINE else [whole]
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
