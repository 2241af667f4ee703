"""product_sole: a mean or a price with the only number of its unit and the only amount of its kind.

授课16场，累计40小时，平均每场3小时: where a sentence has no fourth figure that could be meant, what
is nearly the product is it, whatever the words are. A price may be that of a part: there only a
slip, or a wrong scale, is told.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.factors import NOT_NOW, Found, fits, number_of
from govlint.facts.figure import Figure, written_as
from govlint.facts.units import UNITS
from govlint.text.slips import is_scaled, is_slip

_MEAN = re.compile("平均|[人户亩村校企班店社厂株头场次日月]均")
_ELSE = re.compile(
    "最[高低多少]|其中|不等|分别|同比|[上去]年|增[长加幅]|提高|下降|扣除|以上|以下|力争|目标|另[有外]|一期|二期|[按以]每[年月日天]|到[0-9]+年"
)
_NOUN = 4
_CHAIN = re.compile("每[^，。；0-9]{1,8}每")
_YEARLY = re.compile("每年[^，。；0-9每]{1,12}$")
_OF_YEAR = re.compile("(?:全年|一年|每年|年)(?:可|共|合计|累计)?[^，。；0-9每]{0,8}$")
"""每年办班20期，每期100人，全年培训2000人次: both are told of a year."""


def sole(text: str, figures: list[Figure]) -> Found:
    """The total of a sentence whose only mean and only number contradict it, or the mean."""
    means = [f for f in figures if f.mean is not None]
    if len(means) != 1:
        return
    mean = means[0]
    assert mean.mean is not None
    said = text[figures[0].lead.start : figures[-1].span.end]
    if not mean.value or "/" in mean.dimension or _ELSE.search(said) or _CHAIN.search(said):
        return
    per = mean.mean.unit
    counts = [f for f in figures if f is not mean and _is_of(text, f, per)]
    totals = [f for f in figures if f is not mean and f.dimension == mean.dimension]
    if len(counts) != 1 or len(totals) != 1 or totals[0] in counts:
        return
    count, total = counts[0], totals[0]
    if total.roles & NOT_NOW or count.roles & NOT_NOW or not count.value:
        return
    if _YEARLY.search(text, *count.lead) and not _OF_YEAR.search(text, *total.lead):
        return
    number = number_of(count, per if per in UNITS else count.unit)
    value = mean.value * number
    if _MEAN.search(text, *mean.lead):
        if mean.span > total.span:
            yield mean, (total, count), total.value / number, False
    elif _is_slipped(text, total, value):
        yield total, (mean, count), value, False


def _is_of(text: str, figure: Figure, per: str) -> bool:
    """Whether a figure counts those of which one is meant: 46个行政村, of 每村."""
    if figure.mean is not None or figure.dimension in ("%", "百分点"):
        return False
    behind = text[figure.span.end : figure.span.end + _NOUN]
    return bool(per) and (fits(figure, per) or (figure.unit == "个" and per in behind))


def _is_slipped(text: str, figure: Figure, value: Decimal) -> bool:
    """Whether an amount is one digit, or a scale, away from what it should be."""
    printed, expected = text[slice(*figure.span)], written_as(text, figure, value)
    slipped = len(printed) == len(expected) and is_slip(printed, expected)
    return slipped or is_scaled(figure.value, value)
