"""growth_a_year: a yearly rate beside what the growth of all the years was: 比2002年增长88%、年均
增长17.6%.

Growth adds to growth, so the yearly rate is a root and not a share: it is wrong where no number of
years that the words allow leads from it to the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.intervals import Interval
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_N = r"[0-9]{1,4}(?:\.[0-9]{1,3})?"
_UP, _DOWN = "增长|提高|增加|上升|扩大|提升", "下降|减少|降低|缩减"
_ALL = (
    rf"(?:累计)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?P<g>{_N})(?P<u>%|倍)"
    rf"|的(?P<t>{_N})倍"
    r"|(?:实现)?翻(?:了)?(?P<d>[一两二])番"
)
_TOLD = search_for(
    rf"(?:(?<![0-9])(?P<last>{YEAR})年(?:底|末)?(?=，)[^。；\n]{{2,50}}?)?(?:(?:是|为|相当于|比|较)(?P<first>{YEAR})年(?:底|末)?"
    r"|(?:近|过去|这)?(?<![0-9一二三四五六七八九十第])(?P<n>[2-9]|[两三四五六七八九])年(?:来|间|内)?(?P<what>[^。；0-9\n]{0,24}?))"
    rf"(?P<all>{_ALL})[，、]年均(?P<more>实际|名义)?(?P<way>增长|递增|增速|增幅|提高|增加|下降|递减|减少|降低)(?:达到?|为|了)?(?P<each>(?P<r>{_N})%)",
    (("年均",), ("倍", "番", *_UP.split("|"), *_DOWN.split("|"))),
    110,
)  # fmt: skip
_PRICED = re.compile("收入|产值|总值|增加值|GDP|消费")
"""What may be told at the prices of its year and grow by the year in constant ones."""
_REVISED = re.compile("投资")
"""Of this the base of a rate is often another than the figure told then."""
_ANY_YEAR = re.compile(rf"(?<![0-9])({YEAR})年")
_PERIOD = re.compile("五”|期间|时期|[一二三四五六七八九十]年来")
_LEAD = 120
_LONGEST = 30
_DOUBLINGS = {"一": 1, "两": 2, "二": 2}
_NEARLY = Decimal("0.05")
"""What is said to have doubled may be a little less than twice as much, or more."""
_SLACK = Decimal("0.0015")
"""A yearly rate is often rounded twice."""


class Yearly(NamedTuple):
    """``rate``, which told what ``growth`` over ``years`` is a year, should be ``expected``."""

    rate: Span
    growth: Span
    years: int
    expected: str


def find_growth_a_year(
    text: str, literals: Literals, years_of_now: frozenset[int]
) -> Iterator[Yearly]:
    """The yearly rates that do not lead to the growth told right before them."""
    for match in find(text, literals, _TOLD):
        years = [int(match["last"])] if match["last"] else _years_before(text, match)
        if years is None:
            continue
        grown, steps = _grown(match), _steps(match, years or sorted(years_of_now))
        falls = match["way"][-1] in "降减少低"
        if not steps or grown.low <= 0 or falls != bool(match["down"]):
            continue
        rate, half = Decimal(match["r"]) / 100, _step(match["r"]) / 200 + _SLACK
        sign = -1 if falls else 1
        low, high = sorted((1 + sign * (rate - half), 1 + sign * (rate + half)))
        if any(low**n <= grown.high and grown.low <= high**n for n in steps):
            continue
        rates = [abs(Decimal(float(grown.middle) ** (1 / n) - 1)) for n in steps]
        told = match[0] if match["last"] else text[max(0, match.start() - 30) : match.end()]
        if _REVISED.search(told) or match["more"]:
            continue
        if _PRICED.search(told) and rate < min(rates):
            continue
        yield Yearly(
            Span(*match.span("each")), Span(*match.span("all")), steps[0], f"{rates[0] * 100:.1f}%"
        )


def _years_before(text: str, match: re.Match[str]) -> list[int] | None:
    """The last year that its sentence names before a rate, or none of them; None where it speaks
    of a period, which ends with a year of its own."""
    lead = text[begins(text, match.start(), "。；\n", _LEAD) : match.start()]
    if _PERIOD.search(lead):
        return None
    return [int(year) for year in _ANY_YEAR.findall(lead)[-1:]]


def _step(number: str) -> Decimal:
    return Decimal(1).scaleb(-len(number.partition(".")[2]))


def _grown(match: re.Match[str]) -> Interval:
    """What a thing is as a multiple of what it was."""
    if match["d"]:
        times = Decimal(2 ** _DOUBLINGS[match["d"]])
        return Interval(times * (1 - _NEARLY), times * (1 + _NEARLY))
    number = match["t"] or match["g"]
    value, half = Decimal(number), _step(number) / 2
    low, high = value - half, value + half
    if match["t"]:
        return Interval(low, high)
    low, high = (low / 100, high / 100) if match["u"] == "%" else (low, high)
    return Interval(1 - high, 1 - low) if match["down"] else Interval(1 + low, 1 + high)


def _steps(match: re.Match[str], ends: list[int]) -> list[int]:
    """The numbers of years that the words allow, the likeliest first."""
    if match["first"]:
        several = ends if len(ends) == 1 and match["last"] else [*ends, *(y - 1 for y in ends[:1])]
        told = [year - int(match["first"]) for year in several]
    else:
        number = parse_numeral(match["n"]) or 0
        told = [number, number - 1]
    return [n for n in told if 1 < n < _LONGEST]
