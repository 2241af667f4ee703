"""product_sizes: 长 × 宽 is an area; a length in steps of so much are so many."""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.factors import Found
from govlint.facts.figure import Figure
from govlint.facts.units import COUNTED

_LONG = re.compile("(?<![增延校部行会班组队院所股社厂])(?:全|总)?长度?[为约达有]{0,2}$")
_WIDE = re.compile("宽度?[为约达有]{0,2}$")
_HIGH = re.compile("(?:深|高|厚)度?[为约达有]{0,2}$")
_EVERY = re.compile("每(?:间?隔|相隔)$")
_NEEDED_FOR = re.compile(r"(?:[可能需][^，。；0-9]{0,6}|共[^，。；0-9]{0,4})$")


def sized(text: str, figures: list[Figure]) -> Found:
    """What lengths, widths and steps of a sentence make."""
    yield from _sizes(text, figures)
    yield from _shared(text, figures)


def _sizes(text: str, figures: list[Figure]) -> Found:
    """长60米、宽30米，面积1800平方米."""

    def only(sign: re.Pattern[str]) -> Figure | None:
        lengths = (f for f in figures if f.dimension == "长度")
        found = [f for f in lengths if sign.search(text, *f.lead)]
        return found[0] if len(found) == 1 else None

    long, wide, high = only(_LONG), only(_WIDE), only(_HIGH)
    if wide is None:
        wide, high = high, None  # a wall, a net
    if long is None or wide is None:
        return
    sides = (long, wide) if high is None else (long, wide, high)
    kind = "面积" if high is None else "体积"
    totals = [f for f in figures if f.dimension == kind and f.span > sides[-1].span]
    if len(totals) == 1 and not totals[0].mean:
        value = Decimal(1)
        for side in sides:
            value *= side.value
        yield totals[0], sides, value, False


def _shared(text: str, figures: list[Figure]) -> Found:
    """4800平方米，按每个车位30平方米计算，可停车160辆; 320米，每隔4米一根，共需80根."""
    for number, each in enumerate(figures[1:-1], 1):
        told = _EVERY.search(text, *each.lead)
        if told is None and (each.mean is None or not each.mean.per):
            continue
        alike = [f for f in figures if f.dimension == each.dimension and f is not each]
        counts = [f for f in figures[number + 1 :] if f.dimension != each.dimension]
        if len(alike) != 1 or len(counts) != 1 or alike[0].span > each.span or not each.value:
            continue
        count = counts[0]
        if count.dimension not in COUNTED or not _NEEDED_FOR.search(text, *count.lead):
            continue
        several = alike[0].value / each.value
        if told is None or abs(count.value - several) > 1:  # a post at both ends, or not
            yield count, (alike[0], each), several, False
