"""product_years: what is done each year, or each time, and what that makes over all of them.

每年培训20家，三年累计培训80家; 每年参加2次培训，每次不少于3天，累计不少于5天. Where both are told
as the least there shall be, only less than what they make is wrong; nearly so (左右) on both
sides, what is not nearly that.
"""

from __future__ import annotations

import re

from govlint.facts.factors import NOT_NOW, Found
from govlint.facts.figure import Figure
from govlint.facts.years_told import years_told
from govlint.text.intervals import Interval, absolute, apart, exactly, multiply, subtract

_EACH = re.compile(
    "(?:每年(?:平均|至少|约|大约|计划|拟|将|再|新|各)?|年均|平均每年|每年平均|年(?:租金|服务费|管护费|运维费|费用|收益|分红))[^，。；0-9每]{0,10}$"
)
_GROWING = re.compile("增[长加幅速]|递增|提高|下降|减少|递减|新增")
"""What grows by so many a year does not begin at nought."""
_ALL = re.compile("(?:累计|共|合计|总共|总计|一共)(?!有)[^，。；0-9每]{0,10}$")
_UNEVEN = re.compile("以后|此后|之后|其后|首年|第[一二三四五]年|起，?每年|逐年")
"""What is told beside says that not each year is like the others."""
_STOCK = re.compile("达|拥有|保有|存量|以来")
_LEAST = re.compile("(?:不少于|不低于|不得少于|不得低于|至少|不下于)[^，。；0-9]{0,6}$")
_OR_MORE = "以上"
_TIMES = "次期场届批轮"
_MARKS = "，、；（）"


def yearly(text: str, figures: list[Figure]) -> Found:
    """What is told of each year and of several; what each time takes and all of them."""
    for place, total in enumerate(figures):
        rate = next((f for f in figures[:place][::-1] if f.dimension == total.dimension), None)
        if rate is None or not _is_whole(text, rate, total) or not _EACH.search(text, *rate.lead):
            continue
        said = text[slice(*total.lead)]
        if rate.roles & NOT_NOW or _GROWING.search(text, *rate.lead) or _STOCK.search(said):
            continue
        if _UNEVEN.search(text, figures[0].lead.start, total.span.start):
            continue
        years = years_told(said[1:]) or years_told(text[slice(*rate.lead)])
        made = [multiply(rate.interval, exactly(n)) for n in years]
        told = [f for f in figures if f.dimension == total.dimension and f not in (rate, total)]
        if made and all(_contradicts(text, (rate, total), each, told) for each in made):
            yield total, (rate,), rate.value * years[0], False
    for number, each, total in zip(figures, figures[1:], figures[2:], strict=False):
        if (
            each.mean is not None
            and each.mean.unit == number.unit
            and number.unit in _TIMES
            and _is_whole(text, each, total)
            and (each.about or each.limit)
            and _contradicts(text, (each, total), exactly(number.value * each.value), [])
        ):
            yield total, (number, each), number.value * each.value, False


def _is_whole(text: str, part: Figure, total: Figure) -> bool:
    """Whether a figure is of all of that of which the one before it tells a year, or one time."""
    between = text[part.span.end : total.span.start]
    return (
        part.dimension == total.dimension
        and bool(part.value)
        and any(mark in between for mark in _MARKS)
        and "。" not in between
        and not part.turn[1]
        and _ALL.search(text, *total.lead) is not None
    )


def _contradicts(
    text: str, pair: tuple[Figure, Figure], made: Interval, others: list[Figure]
) -> bool:
    """Whether the total of a ``pair`` is not ``made``, what its part makes, in the sense in which
    both are told, and none of the ``others`` is what lies between."""
    part, total = pair
    if part.limit != total.limit:
        return False
    least = [_is_least(text, figure) for figure in pair]
    if any(least):
        return all(least) and total.value < made.low
    if part.about or total.about or not apart(made, total.interval):
        return False
    gap = absolute(subtract(total.interval, made))
    return all(apart(gap, other.interval) for other in others)


def _is_least(text: str, figure: Figure) -> bool:
    """Whether a figure is the least there shall be."""
    above = text.startswith(_OR_MORE, figure.span.end)
    return above or _LEAST.search(text, *figure.lead) is not None
