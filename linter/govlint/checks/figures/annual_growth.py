"""annual-growth: does a yearly rate lead from the first figure to the last in so many years?

五年来 may mean five steps or four, so a rate is wrong only where neither fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.aims_ahead import find_aims_ahead
from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, Sentence, written_as
from govlint.facts.growth_a_year import find_growth_a_year
from govlint.facts.mean_scopes import is_of_other_time, is_of_power
from govlint.facts.month_spans import PARTS_OF_YEAR, months_of
from govlint.facts.paced_means import MEAN as PACED_MEAN
from govlint.facts.paced_means import each_of, find_paced_means
from govlint.facts.prices import DEFLATION, is_priced
from govlint.facts.search import Search
from govlint.facts.units import PERCENT, POINTS
from govlint.facts.yearly_means import find_yearly_means
from govlint.text.intervals import Interval, absolute, apart, divide, subtract
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_YEARLY_WORDS = ("年均", "年平均", "平均每年", "每年平均")
_YEARLY = re.compile("|".join(_YEARLY_WORDS))
_NO_PACE = re.compile("[月季年日人户]均|平均|每")
_LACKS = re.compile("差|缺|少|多|超")
_PACED = ("月均", "季均", "每月", "每季")
_MONTHS = re.compile(rf"{PARTS_OF_YEAR}|1(?:—|-|至|～)(?P<to>[369])月")
_WHOLE_YEAR = re.compile("[0-9]{4}年(?![0-9上前一二三四]|1(?:—|-))")
_SO_MANY = re.compile("(?<![0-9第前])(?P<n>[0-9]{1,2}|[两三四五六七八九十])个(?P<of>季度|月)")
_OWN = re.compile(
    r"[，、；]?(?:按(?:现价|当年价格?)(?:计算)?)?(?:年均|年平均|平均每年|每年平均)[^，。；0-9]{0,6}|[，、][^，。；0-9]{0,2}(?:年均|年平均)[^，。；0-9]{0,6}"
)
"""The rate is said of what was spoken of last, and not of something else."""
_SPAN = re.compile(
    r"(?:近|过去|前|这|任期的?)?(?<![0-9一二三四五六七八九十百])(?P<n>[1-3]?[0-9]|[二三]?十[一二三四五六七八九]?|[两二三四五六七八九])年(?:来|间|里|中|期间|内|(?=[，、]|累计|共))"
    r"|[前近](?P<m>[两二三四五六七八九十])年"
)
_YEARS = re.compile(rf"(?P<a>{YEAR})(?:年)?(?:——?|至|到|～|-)(?P<b>{YEAR})年")
_YEAR = re.compile(rf"(?P<year>{YEAR})年")
_PACE = re.compile(r"[，、；](?:平均每|每)?(?P<of>[月季])(?:度平均|平均|均|度)?[^，。；0-9]{0,6}$")
_PERIODS = {"月": "月", "季": "季度"}
_LISTED = ("、", "和", "及")
_PLAN = re.compile("十[一二三五]五”?(?:期间|时期)")
"""Five years; of the one that runs nobody knows how many are told of."""
_AGAIN = re.compile("(?:年均|平均每年|每年平均)(?P<what>[一-龥]{3,8})$")
_MEAN_OF = re.compile("，(?:年均|年平均|平均每年|每年平均)(?P<what>[一-龥]{2,8})")
_NO_TOTAL = frozenset(("起点", "终点", "变幅"))
_PAIR = 2
_TOTAL = re.compile(r"累计|共|总计|合计")
_CURRENT = re.compile(r"现价|当年价|名义")
_CONSTANT = re.compile(r"实际|可比|同口径|不变价|剔除|扣除")
_MOST = 30
_CLAUSE = re.compile("[，。；]")
_CLAUSES = 4
_ABOUT = Decimal("0.85")
_TO_YEAR = re.compile(rf"到({YEAR})年(?=[，末底])")
_FAR = 200

_SIGNS = Search("", ((*_PACED, *_YEARLY_WORDS),), 0)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yearly = any(word in text for word in _YEARLY_WORDS)
    told: set[Span | None] = set()
    for finding in chain(
        _paces(facts) if any(word in text for word in _PACED) else (),
        _paced_apart(facts),
        *((_yearly(facts), _totals(facts), _ahead(facts), _grown(facts)) if yearly else ()),
    ):
        if finding.span not in told:
            told.add(finding.span)
            yield finding


def _totals(facts: Facts) -> Iterator[Finding]:
    """2021年至2024年累计造林36.8万亩……年均造林12.3万亩: a total that stands apart."""
    text = facts.body
    for mean, total, years in find_yearly_means(facts):
        if all(apart(each_of(total, n), mean.interval) for n in years):
            yield _finding_of_mean(text, total, mean, years[-1])


def _paced_apart(facts: Facts) -> Iterator[Finding]:
    """上半年受理4260件。……月均受理710件: a total that stands apart, or of which days are told."""
    for mean, total, parts, expected in find_paced_means(facts):
        fields: dict[str, str | int] = {"expected": expected, "years": parts}
        yield Finding(mean.span, fields, (Related(total.span, "from"),))


def _ahead(facts: Facts) -> Iterator[Finding]:
    """到2027年达到200亿元……2024年为138亿元……需年均增长11.5%"""
    for found in find_aims_ahead(facts):
        also = (Related(found.base.span, "from"), Related(found.aim.span, "from"))
        fields: dict[str, str | int] = {"expected": found.expected, "years": f"{found.years}年"}
        yield Finding(found.rate.span, fields, also)


def _grown(facts: Facts) -> Iterator[Finding]:
    """比2002年增长88%、年均增长17.6%"""
    for found in find_growth_a_year(facts.body, facts.literals, facts.years_of_now):
        fields: dict[str, str | int] = {"expected": found.expected, "years": f"{found.years}年"}
        yield Finding(found.rate, fields, (Related(found.growth, "from"),))


def _yearly(facts: Facts) -> Iterator[Finding]:
    """三年累计建房4260套，年均1620套; 由32.5亿元增加到60.1亿元，年均增长22.4%"""
    text = facts.body
    for sentence in facts.figures:
        for total, mean in zip(sentence.figures, sentence.figures[1:], strict=False):
            if mean.dimension != PERCENT and _YEARLY.search(text, *mean.lead) and mean.value:
                finding = _mean(text, sentence.figures, total, mean)
                if finding is not None:
                    yield finding
                elif total.dimension != mean.dimension:
                    yield from _named_mean(facts, sentence, mean)
        for first, last, rate in zip(*(sentence.figures[i:] for i in range(3)), strict=False):
            if not _YEARLY.search(text, *rate.lead):
                continue
            judge = _checked if rate.dimension == PERCENT else _stepped
            finding = judge(text, sentence.figures, first, last, rate)
            if finding is not None:
                yield finding


def _paces(facts: Facts) -> Iterator[Finding]:
    """全年用电18.6亿千瓦时，月均1.65亿千瓦时"""
    text = facts.body
    for sentence in facts.figures:
        for number, mean in enumerate(sentence.figures):
            found = _PACE.search(text, *mean.lead)
            before = [f for f in sentence.figures[:number] if not f.roles & CHANGE_ROLES]
            if found is None or not before or before[-1].dimension != mean.dimension:
                continue
            total = before[-1]
            if len(before) > 1 and text[slice(before[-2].span.end, total.span.start)] in _LISTED:
                continue  # 分别为210万元、245万元、265万元，平均每月: the mean is of all
            if total.about or mean.about or total.mean or total.roles & {"起点", "终点", "上期"}:
                continue
            if _is_of_each(mean, found["of"]) or _is_no_pace(text, total, mean):
                continue  # 月均可支配现金（含补助）为742元，每月也还差458元
            months = _months(text, Span(sentence.figures[0].lead.start, total.span.start))
            parts = Decimal(months) / 3 if found["of"] == "季" else Decimal(months)
            if parts < 2 or is_of_power(text, mean):
                continue
            if is_of_other_time(text, total, mean, (months,), sentence.figures[0].lead.start):
                continue
            if apart(each_of(total, parts), mean.interval):
                fields: dict[str, str | int] = {
                    "expected": written_as(text, mean, total.value / parts),
                    "years": f"{parts.normalize():f}个{_PERIODS[found['of']]}",
                }
                yield Finding(mean.span, fields, (Related(total.span, "from"),))


def _is_no_pace(text: str, total: Figure, mean: Figure) -> bool:
    lacks = _LACKS.search(text, *mean.lead) is not None
    return lacks or _NO_PACE.search(text, *total.lead) is not None


def _is_of_each(mean: Figure, of: str) -> bool:
    """Whether a mean is one of each person in a month or a quarter: 月人均补助412.5元."""
    return mean.mean is not None and of in "月季" and mean.mean.per != of


def _months(text: str, span: Span) -> int:
    """How many months the only period that is told has; 0 where there is none or several."""
    spans = map(months_of, _MONTHS.finditer(text, *span))
    told = {last - first + 1 for first, last in spans}
    if _WHOLE_YEAR.search(text, *span):
        told.add(12)
    several = _SO_MANY.search(text, *span)
    if several is not None:
        number = parse_numeral(several["n"]) or 0
        told.add(3 * number if several["of"] == "季度" else number)
    return told.pop() if len(told) == 1 else 0


def _mean(text: str, sentence: list[Figure], total: Figure, mean: Figure) -> Finding | None:
    """三年累计建房4260套，年均1620套: a mean that its total contradicts."""
    if total.dimension != mean.dimension or total.about or mean.about:
        return None
    if total.roles & _NO_TOTAL:
        return None
    if not _TOTAL.search(text, *total.lead) and not _is_again(text, total, mean):
        return None
    if not _OWN.fullmatch(text, *mean.lead):
        return None
    years = _years_summed(text, Span(sentence[0].lead.start, total.span.start))
    if years < _PAIR or not apart(each_of(total, years), mean.interval):
        return None
    return _finding_of_mean(text, total, mean, years)


def _named_mean(facts: Facts, sentence: Sentence, mean: Figure) -> Iterator[Finding]:
    """五年累计培训6200人次，发放资料8.4万份，年均培训1420人次: the total is called as the mean."""
    text = facts.body
    told = _MEAN_OF.fullmatch(text, *mean.lead)
    if told is None or mean.about or mean.limit:
        return
    before = [f for f in sentence.figures if f.span < mean.span and f.dimension == mean.dimension]
    if len(before) != 1:
        return
    total = before[0]
    told_so = told["what"][:2] in text[slice(*total.lead)] and _TOTAL.search(text, *total.lead)
    years = _years_summed(text, Span(sentence.figures[0].lead.start, total.span.start))
    if not told_so or total.about or total.limit or total.roles & _NO_TOTAL or years < _PAIR:
        return
    if apart(each_of(total, years), mean.interval):
        yield _finding_of_mean(text, total, mean, years)


def _finding_of_mean(text: str, total: Figure, mean: Figure, years: int) -> Finding:
    expected = written_as(text, mean, total.value / years)
    fields: dict[str, str | int] = {"expected": expected, "years": f"{years}年"}
    return Finding(mean.span, fields, (Related(total.span, "from"),))


def _is_again(text: str, total: Figure, mean: Figure) -> bool:
    """Whether a mean is told with the words of the figure before it: 建房一百二十间，平均每年建房
    四十间."""
    told = _AGAIN.search(text, *mean.lead)
    return told is not None and text[slice(*total.lead)].endswith(told["what"])


def _checked(
    text: str, sentence: list[Figure], first: Figure, last: Figure, rate: Figure
) -> Finding | None:
    if not _are_states(text, first, last):
        return None
    if first.dimension != last.dimension or first.dimension == PERCENT or first.value == 0:
        return None
    if any(figure.about for figure in (first, last, rate)):
        return None
    if _CONSTANT.search(text, *rate.lead):
        return None
    if _OWN.fullmatch(text, *rate.lead) is None:
        return None
    steps = _steps(text, Span(sentence[0].lead.start, rate.span.start), first, last)
    grown = divide(last.interval, first.interval)
    if not steps or grown is None:
        return None
    sign = 1 if last.value > first.value else -1
    if any(_fits(grown, rate.interval, sign, n) for n in steps):
        return None
    priced = is_priced(text, first) and not _CURRENT.search(text, *rate.lead)
    if priced and rate.value < _rate(grown.middle, min(steps)) + DEFLATION:
        return None
    right = _rate(grown.middle, max(steps))
    also = (Related(first.span, "from"), Related(last.span, "from"))
    return Finding(
        rate.span, {"expected": f"{abs(right) * 100:.1f}%", "years": f"{max(steps)}年"}, also
    )


def _stepped(
    text: str, sentence: list[Figure], first: Figure, last: Figure, step: Figure
) -> Finding | None:
    """由212家增加到276家，年均净增16家: so many more in each of the years between."""
    if not _are_states(text, first, last) or first.dimension != last.dimension:
        return None
    kind = POINTS if first.dimension == PERCENT else first.dimension
    if step.dimension != kind or step.roles.isdisjoint(("差额", "点差", "增量")):
        return None
    if first.about or last.about or not _OWN.fullmatch(text, *step.lead):
        return None
    steps = _steps(text, Span(sentence[0].lead.start, step.span.start), first, last)
    gap = absolute(subtract(last.interval, first.interval))
    low, high = step.interval
    if step.about:
        low, high = low * _ABOUT, high / _ABOUT
    if not steps or any(low * n <= gap.high and gap.low <= high * n for n in steps):
        return None
    years = max(steps)
    expected = written_as(text, step, abs(last.value - first.value) / years)
    also = (Related(first.span, "from"), Related(last.span, "from"))
    return Finding(step.span, {"expected": expected, "years": f"{years}年"}, also)


def _are_states(text: str, first: Figure, last: Figure) -> bool:
    """Whether two figures are what one thing was and has become: 由……增加到, 2020年……，2024年……."""
    if "终点" in last.roles and "起点" in first.roles:
        return True
    if not (first.roles | last.roles).isdisjoint(CHANGE_ROLES | {"均值", "目标", "其中"}):
        return False
    years = [_YEAR.findall(text, *figure.lead)[-1:] for figure in (first, last)]
    clause = _CLAUSE.split(text[slice(*last.lead)])
    return all(years) and years[0] < years[1] and len(clause) < _CLAUSES


def _steps(text: str, span: Span, first: Figure, last: Figure) -> set[int]:
    """The numbers of steps that the words allow; none where they tell nothing."""
    told = [_YEAR.findall(text, *figure.lead)[-1:] for figure in (first, last)]
    years = _YEARS.search(text, *span)
    if all(told):
        return {int(told[1][0]) - int(told[0][0])} & set(range(1, _MOST))
    if years is not None:
        n = int(years["b"]) - int(years["a"])
        return {step for step in (n, n + 1) if 0 < step < _MOST}
    until = _until(text, first, told[0])
    if until:
        return {until} & set(range(1, _MOST))
    n = _years_told(text, span)
    return {step for step in (n, n - 1) if 0 < step < _MOST}


def _years_summed(text: str, span: Span) -> int:
    """The years over which a total is told, the first and the last included: 2021年至2024年."""
    years = _YEARS.search(text, *span)
    if years is not None:
        return int(years["b"]) - int(years["a"]) + 1
    told = _years_told(text, span)
    return told or (5 if _PLAN.search(text, *span) else 0)


def _until(text: str, first: Figure, begun: list[str]) -> int:
    """The number of years to the one that an earlier sentence of the paragraph leads up to:
    到2025年，……。产值由2020年的180亿元扩大到300亿元; 0 where there is none."""
    near = max(0, first.lead.start - _FAR)
    start = max(near, text.rfind("\n", near, first.lead.start) + 1)
    ends = _TO_YEAR.findall(text, start, first.lead.end) if begun else []
    return max(0, int(ends[-1]) - int(begun[0])) if ends else 0


def _years_told(text: str, span: Span) -> int:
    """The number in 五年来, 前三年; 0 where there is none."""
    said = _SPAN.search(text, *span)
    return (parse_numeral(said["n"] or said["m"]) or 0) if said else 0


def _fits(grown: Interval, rate: Interval, sign: int, steps: int) -> bool:
    low, high = sorted((1 + sign * rate.low, 1 + sign * rate.high))
    return low**steps <= grown.high and grown.low <= high**steps


def _rate(grown: Decimal, steps: int) -> Decimal:
    return Decimal(float(grown) ** (1 / steps) - 1)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_SIGNS, PACED_MEAN)


CHECK = Check(
    "annual-growth",
    NoParams,
    run,
    fields=("expected", "years"),
    roles=("from",),
    searches=_searches,
)
