"""products: amounts that must be what their factors make, since no other units fit.

Which figures belong together is told by their units; a sentence may have but one of each: sizes
(facts/product_sizes.py), prices (facts/product_prices.py), times (facts/product_times.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.factors import REDUCED, Found
from govlint.facts.figure import Figure, written_as
from govlint.facts.product_groups import grouped
from govlint.facts.product_prices import priced
from govlint.facts.product_sizes import sized
from govlint.facts.product_sole import sole
from govlint.facts.product_times import timed
from govlint.facts.product_years import yearly
from govlint.facts.units import SCALES, UNITS
from govlint.records import NamedTuple
from govlint.text.slips import is_scaled, is_slip

_MAY_TELL = re.compile(
    "/|千瓦时|高(?=[0-9])|每|宽|均|年(?:租金|服务费|管护费|运维费|费用|收益|分红)"
)
_AT_MOST = Decimal("1.45")
_TENTH = 10


class Product(NamedTuple):
    """``total`` and the ``factors`` that make it; ``expected``: as it would be written."""

    total: Figure
    factors: tuple[Figure, ...]
    expected: str


def may_tell(words: str) -> bool:
    """Whether a sentence may tell factors: a price for each, a width."""
    return _MAY_TELL.search(words) is not None


def find_products(text: str, figures: list[Figure]) -> Iterator[Product]:
    """The totals of a sentence that its only factors contradict."""
    if REDUCED.search(text, figures[0].lead.start, figures[-1].span.end):
        return
    told: set[Figure] = set()
    rough = any(f.about or f.limit for f in figures)
    for find in (yearly,) if rough else (yearly, sized, priced, timed, sole):
        for product in _wrong(text, find(text, figures)):
            if product.total not in told:  # of more than one kind
                told.add(product.total)
                yield product


def find_groups(text: str, figures: list[Figure]) -> Iterator[Product]:
    """The totals that several prices with their numbers contradict."""
    return _wrong(text, grouped(text, figures))


def _wrong(text: str, found: Found) -> Iterator[Product]:
    for total, factors, value, sure in found:
        expected = _written(text, total, value)
        if _is_off(total, value) and (sure or _is_nearly(text, total, value, expected)):
            yield Product(total, factors, expected)


def _written(text: str, total: Figure, value: Decimal) -> str:
    """What a total should be, as it is written: in 万, if that is wrong in 亿."""
    if total.step and is_scaled(total.value, value) and total.unit == total.dimension:
        scale = next((name for name in ("亿", "万") if value >= SCALES[name]), "")
        amount = (value / SCALES.get(scale, 1)).normalize()
        return f"{amount:f}{scale}{total.unit}"
    written = written_as(text, total, value)
    if written == text[slice(*total.span)]:
        return f"{round(value / UNITS[total.unit][1], 2).normalize():f}{total.unit}"
    return written


def _is_off(total: Figure, value: Decimal) -> bool:
    """Whether rounding does not explain that a total is not ``value``."""
    off = abs(total.value - value)
    whole = 1 if total.mean is not None else 0  # a mean is rounded, also one of single things
    if off > max(total.step or whole, abs(value) / 200):
        return True
    # 40小时 over 16场 are 2.5小时, which nobody writes as 2小时
    half = total.mean is not None and total.step and not (10 * value) % total.step
    return bool(half) and off >= total.step / 2 and off > abs(value) / _TENTH


def _is_nearly(text: str, total: Figure, value: Decimal, expected: str) -> bool:
    """Whether a total is a slip away from what it should be, or nearly that, or in another unit."""
    if value <= 0 or total.value <= 0:
        return False
    printed = text[slice(*total.span)]
    slipped = len(printed) == len(expected) and is_slip(printed, expected)
    near = 1 / _AT_MOST < total.value / value < _AT_MOST
    return slipped or near or is_scaled(total.value, value)
