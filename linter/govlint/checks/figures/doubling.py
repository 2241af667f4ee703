"""doubling: is what 翻一番 says as much as the figures before it show?

翻一番 is twice as much, 翻两番 four times. It is also said of what has grown by more than that, so
only too little is wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.search import Search
from govlint.text.intervals import Interval, divide
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_NEAR = 60
_SAID = re.compile(r"翻(?:了)?(?P<near>将?近|接近|约|几乎)?(?P<n>[一二两三四五]?)番")
_NEARLY = re.compile(r"(?:接?近|约|基本|几乎|差不多|将)[上实现了]{0,3}$")
"""What is said before 翻番 where a little is lacking."""
_LACKING = Decimal("0.1")
_END = re.compile(r"[。；！？\n]")
_THEN = re.compile(
    rf"，(?:到|至)?(?:{YEAR}年)?[底末初]?(?:已经?)?(?:达到?|增[加长]?到|增至|升至|发展到)了?"
)
"""Words before a figure that tell of nothing else than of the figure before."""
_DATED = re.compile(rf"{YEAR}年")
_BECOME = re.compile(
    rf"(?:起步)?[，；。]?(?:到|至)?(?:{YEAR}年|去年|今年|目前|现在)[底末初]?(?:已经?|就)?(?:达到?|增[加长]?到|增至|升至|发展到|突破|超过|为)了?"
)
_COMPARED = re.compile(
    rf"，?(?:较|比|是?在)(?:{YEAR}年|上年|去年|年初|[一-龥]{{2,6}})?(?:同期|末|底)?的?"
)
_DENIED = re.compile(r"(?:[尚还仍]未|没有?|未能?|不足|不到)(?:实现|达到|完成)?$")
_LONG_RUN = re.compile("[，。；](?P<years>[一二两三四五六七八九十])年(?:间|来|里|内|时间)")
_SERIES, _BEHIND = 3, 20
_STOP = re.compile("[，。；0-9]")
_CLOSE = 2
_PLANNED = re.compile(r"将|力争|确保|目标|计划|争取")

_SIGN = Search("", (("番",),), 0)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    if "番" not in text:
        return
    for number in sorted(set(_numbers(facts))):
        figures = facts.sentence_figures(number).figures
        if number:
            before = facts.sentence_figures(number - 1).figures[-1]
            if _goes_on(text, before, figures[0]):
                figures = [before, *figures]
        yield from _over_series(text, figures)
        following = [*figures[2:], None]
        for first, last, after in zip(figures, figures[1:], following, strict=False):
            if first.about or last.about or first.dimension != last.dimension:
                continue
            yield from _than(text, first, last)
            if not _is_growth(text, first, last):
                continue
            yield from _between(text, first, last)
            earlier = [f for f in figures if f.span < first.span and f.dimension == last.dimension]
            for found in _behind(text, first, last, after):
                if not any(_fits(text, found, each, last) for each in earlier):
                    yield found


def _numbers(facts: Facts) -> Iterator[int]:
    """The sentences with figures in or behind which 番 stands."""
    place = facts.body.find("番")
    while place >= 0:
        number = bisect_right(facts.printed_starts, place) - 1
        if number >= 0:
            yield number
        place = facts.body.find("番", place + 1)


def _goes_on(text: str, before: Figure, first: Figure) -> bool:
    """Whether a sentence begins with what the figure before it has become: 2019年为1.5亿元；2024年
    达到2.6亿元."""
    return (
        before.dimension == first.dimension
        and first.lead.start - before.span.end <= _CLOSE
        and _DATED.search(text, *before.lead) is not None
        and _BECOME.fullmatch(text, *first.lead) is not None
    )


def _than(text: str, last: Figure, first: Figure) -> Iterator[Finding]:
    """What 翻番 behind a base makes of it: 21.5亿元，较10.8亿元翻了两番."""
    said = _SAID.match(text, first.span.end)
    if said is None or not _COMPARED.fullmatch(text, *first.lead):
        return
    times = _times(said)
    grown = divide(last.interval, first.interval)
    least = times * (1 - _LACKING) if said["near"] else Decimal(times)
    if grown is not None and grown.high < least:
        yield _finding(Span(*said.span()), times, grown, (last, first))


def _behind(text: str, first: Figure, last: Figure, after: Figure | None) -> Iterator[Finding]:
    """What 翻番 behind two figures makes of the first, or what denies it: 尚未实现翻番."""
    behind = min(last.span.end + _NEAR, len(text))
    end = _END.search(text, last.span.end, behind)
    said = _SAID.search(text, last.span.end, end.start() if end else behind)
    grown = divide(last.interval, first.interval)
    if said is None or grown is None or (after is not None and after.span.start < said.start()):
        return
    times = _times(said)
    if _PLANNED.search(text, first.lead.start, said.start()):
        return
    if _DENIED.search(text, last.span.end, said.start()):
        wrong = grown.low >= times
    else:
        nearly = said["near"] or _NEARLY.search(text, last.span.end, said.start())
        wrong = grown.high < (times * (1 - _LACKING) if nearly else Decimal(times))
    if wrong:
        yield _finding(Span(*said.span()), times, grown, (first, last))


def _fits(text: str, found: Finding, first: Figure, last: Figure) -> bool:
    """Whether what was found wrong is right of an earlier figure: 2016年1.5万元，2018年6万元，
    2019年达到12万元，三年翻了三番."""
    assert found.span is not None
    said = _SAID.search(text, *found.span)
    grown = divide(last.interval, first.interval)
    return said is not None and grown is not None and grown.high >= _times(said)


def _over_series(text: str, figures: list[Figure]) -> Iterator[Finding]:
    """What 翻番 makes of the first year of a series: 2022年640万元，2023年860万元，2024年1120万元。
    两年间翻了一番."""
    years = [_DATED.findall(text, *figure.lead)[-1:] for figure in figures]
    if len(figures) < _SERIES or not all(years) or any(f.about for f in figures):
        return
    first, last = figures[0], figures[-1]
    told = [int(year[0].rstrip("年")) for year in years]
    behind = _LONG_RUN.match(text, last.span.end)
    if behind is None or {f.dimension for f in figures} != {first.dimension}:
        return
    in_order = told == list(range(told[0], told[-1] + 1))
    if not in_order or parse_numeral(behind["years"]) != told[-1] - told[0]:
        return
    said = _SAID.search(text, behind.end() - 1, behind.end() + _BEHIND)
    grown = divide(last.interval, first.interval)
    if said is None or grown is None or _STOP.search(text, behind.end(), said.start()):
        return
    times = _times(said)
    nearly = said["near"] or _NEARLY.search(text, behind.end(), said.start())
    if grown.high < times and not nearly:
        yield _finding(Span(*said.span()), times, grown, (first, last))


def _times(said: re.Match[str]) -> int:
    number = parse_numeral(said["n"]) if said["n"] else 1
    return 1 << (number or 1)


def _finding(span: Span, times: int, grown: Interval, pair: tuple[Figure, Figure]) -> Finding:
    fields: dict[str, str | int] = {"times": times, "grown": f"{grown.middle:.1f}"}
    return Finding(span, fields, tuple(Related(each.span, "from") for each in pair))


def _between(text: str, first: Figure, last: Figure) -> Iterator[Finding]:
    """What 翻番 between two figures makes of the first, if it is not the second: 在1.2万头的基础上
    翻两番，达到3.6万头."""
    said = _SAID.search(text, first.span.end, last.span.start)
    if said is None or said["near"] or "起点" not in first.roles:
        return
    if _NEARLY.search(text, 0, said.start()):
        return
    times = _times(said)
    grown = divide(last.interval, first.interval)
    if grown is not None and grown.high < times:
        yield _finding(Span(said.start(), last.span.end), times, grown, (first, last))


def _is_growth(text: str, first: Figure, last: Figure) -> bool:
    """Whether two figures are what one thing was and has become."""
    if _BECOME.fullmatch(text, *last.lead):
        return "起点" in first.roles or _DATED.search(text, *first.lead) is not None
    if "终点" not in last.roles:
        return False
    return "起点" in first.roles or _THEN.fullmatch(text, *last.lead) is not None


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_SIGN,)


CHECK = Check(
    "doubling", NoParams, run, fields=("times", "grown"), roles=("from",), searches=_searches
)
