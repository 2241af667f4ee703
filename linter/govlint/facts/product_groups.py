"""product_groups: two or more prices, each with its number, and what they make together.

小学生每人500元，共116人；初中生每人625元，共120人。合计发放13.3万元: groups of a price and a
number, and a total behind them, no other amount being told.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.factors import NOT_NOW, REDUCED, Found, base_of, fits, number_of
from govlint.facts.figure import Figure
from govlint.facts.units import COUNTED, PEOPLE

_TOTAL = re.compile(
    "(?:[合共总]计|[总一]共|(?<!公)共(?!同)|总[额价计]|[全需]部?[^，。；0-9]{0,4}资金)[^，。；0-9]{0,10}$"
)
_EACH = re.compile("每|单价|[人户亩村]均")
_NOT_ONCE = re.compile(
    "每[月年日天季]|个月|学期[^，。；0-9]{0,4}[两三四五六七八九十]|[两三四五六七八九十]年|另|其中"
)
_GRADE = re.compile(
    "[一二三四特]等奖|[甲乙丙丁一二三四A-D][类级档等]|[金银铜]奖|优秀奖|优胜奖|鼓励奖"
)
_CLAUSE = re.compile("[，。；：]")
_FEW = 2
_AMOUNTS = ("元", "质量", "体积")


def may_add_up(words: str) -> bool:
    """Whether the words of a sentence may tell what several prices make together."""
    return "计" in words or "共" in words or "总" in words or "需" in words


def grouped(text: str, figures: list[Figure]) -> Found:
    """What the prices and numbers of a list make. ``figures``: those up to where the sentence with
    the total ends, from the paragraph around it."""
    totals = [f for f in figures if not _is_rate(text, f) and _TOTAL.search(text, *f.lead)]
    total = totals[-1] if totals else None
    before = [f for f in figures if total and f.span < total.span]
    rates = [f for f in before if _is_rate(text, f)]
    if total is None or len(rates) < _FEW or any(base_of(f) != total.dimension for f in rates):
        return
    start = text.rfind("。", figures[0].lead.start, rates[0].span.start)
    told = [f for f in before if f.span.start > start]
    said = text[told[0].lead.start : total.span.end]
    if "\n" in said or _NOT_ONCE.search(said) or REDUCED.search(said):
        return
    if any(f.about or f.limit or f.roles & NOT_NOW for f in (*told, total)):
        return
    if _CLAUSE.search(text[told[-1].span.end : total.span.start].lstrip("，。；、\n")):
        return  # 其余适当补助，共
    groups = _groups(text, told, rates)
    if groups:
        made = (rate.value * number_of(count, count.unit) for rate, count in groups)
        yield total, tuple(f for group in groups for f in group), sum(made, Decimal(0)), False


def _is_rate(text: str, figure: Figure) -> bool:
    """Whether an amount is one for each of several."""
    told = figure.mean is not None or "/" in figure.dimension
    return base_of(figure) in _AMOUNTS and (told or _EACH.search(text, *figure.lead) is not None)


def _groups(text: str, told: list[Figure], rates: list[Figure]) -> list[tuple[Figure, Figure]]:
    """A price and a number, or a number and a price, again and again: all that is told but for the
    sum of all numbers before them."""
    if len(told) % 2:
        first, *told = told
        alike = [f.value for f in told if f.dimension == first.dimension and f not in rates]
        if alike and sum(alike) != first.value:
            return []  # 党员36名、老党员24名，每人500元
    half = len(told) // 2
    if half >= _FEW and told[half:] == rates:  # 职工45户、劳模12名，职工每户1000元，劳模每人2000元
        groups = list(zip(rates, told[:half], strict=True))
        fit = all(rate.mean is not None and fits(count, rate.mean.unit) for rate, count in groups)
        return groups if fit else []
    if half >= _FEW and told[:half] == rates:  # 一等奖每人3000元……，评出一等奖2名
        names = [_GRADE.findall(text, *f.lead)[-1:] for f in told]
        fit = names[:half] == names[half:] and all(names)
        fit = fit and all(_is_count(text, f) for f in told[half:])
        return list(zip(rates, told[half:], strict=True)) if fit else []
    pairs = list(zip(told[::2], told[1::2], strict=False))
    ahead = {one in rates for one, _ in pairs}
    if len(pairs) != len(rates) or len(ahead) != 1:
        return []
    groups = [(one, other) if one in rates else (other, one) for one, other in pairs]
    fit = all(rate in rates and _is_count(text, count) for rate, count in groups)
    return groups if fit else []


def _is_count(text: str, figure: Figure) -> bool:
    counted = figure.dimension in COUNTED or figure.dimension == PEOPLE
    return counted and not _is_rate(text, figure)
