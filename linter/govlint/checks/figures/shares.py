"""shares: do the shares of one whole add up to 100?

Only where the words say that nothing is left out (三次产业结构为5:60:36, four classes and their
four shares, 城镇 and 乡村), or for more than 100 that nothing is counted twice (持股, 权重, 单选).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from govlint.checks.base import Check, NoParams
from govlint.checks.figures.share_verdict import off_runs, sum_of
from govlint.diagnostics.finding import Finding
from govlint.facts.bare_shares import find_bare_shares
from govlint.facts.borne_shares import bearers, find_borne
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.near_figures import near_figures
from govlint.facts.opposite_parts import opposition
from govlint.facts.search import ANYWHERE, Search, find, search_for
from govlint.facts.share_lists import are_apart, is_granted, is_within
from govlint.facts.units import PERCENT
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_COMPOSED = search_for(
    r"(?:由|分为|分成)(?:[^，。；0-9\n]{2,24}?)?(?P<n>[两三四五六])(?:个?部分|块|项)(?:资金|内容)?(?:构成|组成)?",
    (("由", "分为", "分成"), ("部分", "块", "项")),
    32,
)
_GOES_ON = re.compile("[^。；0-9\n]{0,10}(?:[0-9]{2,3}分)?。其中，?")
_OVERLAP = re.compile("[多可]选|重复|交叉|[多几]类|[两多]项")
_BESIDE = re.compile("另[设加]|加分|附加")
_OF_ONE = "的比例"
_TWO = 2
_PART = r"[0-9]{1,2}(?:\.[0-9]{1,2})?"
_OF_WHAT = re.compile("占(?P<of>[一-龥]{2,8})的(?:比重|比例)?(?:为|达到?)?$")
_PROPORTION = re.compile(
    rf"(?:结构|比例|比重|占比|构成|之比|三次产业|三产)[^。；！？\n]{{0,40}}?(?<![0-9.：])(?P<hit>{_PART}(?:[：∶]{_PART}){{2,4}})(?![0-9：.])"
)
_AGAIN = re.compile(rf"(?<![0-9.：])(?P<hit>{_PART}(?:[：∶]{_PART}){{2,4}})(?![0-9：.])")
_COLON = re.compile(r"：(?<=[0-9].)[0-9]")
_WHOLE = re.compile(
    r"[三四五六][类档级]|[三四五六]个(?:等次|等级|档次)|由[^。；]{2,40}构成|(?:结构|构成)(?:为|来?看|是|中|上)|满意、基本满意|明显[^。；]{0,24}有所[^。；]{0,24}(?:没有|无)(?:明显)?变化|(?:优秀|好)[”“、]{1,3}(?:良好|较好)[”“、]{1,3}(?:一般|合格|中等?)[”“、]{1,3}(?:较?差|不合格)|满意[^。]{0,80}不满意|0(?:—|-|～|至)[0-9]{1,2}岁[^。]{0,80}岁(?:及以上|以上)|同城[^。；]{0,24}异地[^。；]{0,24}(?:国际|港澳台)|东部[^。；]{0,24}中部[^。；]{0,24}西部[^。；]{0,24}东北|三次产业|第?一、(?:第?二、|第?二和)第?三产业|年龄段|各年龄|按学历|按年龄"
)
_APART = re.compile(
    r"持股|分[担摊]|承担|负担(?=[一二两三四五六七八九0-9])|股权|股东|出资比例|[两三四五六七]方(?:共同|联合)?(?:出资|投资|持股|入股)|权重|单选|[一1]票|弃权|(?:来源|构成|组成|结构)[^。；]{0,6}[为是如：]"
    r"|(?:来源|构成|组成|结构)(?:来?看|上|方面)，|(?:笔试|面试|成绩|总评)[^，。；0-9]{0,12}(?:占|按|权重)"
)
"""Words of parts of which none is counted twice."""
_AMONG = re.compile(r"其中|同比|比上年|较上年|多选|可重复")
_CHANGED = re.compile("(?:增[长加幅]|减少|[上提]升|提高|下降|回落|[涨跌])了?$")
_REST = re.compile(
    r"[，、；]?(?:[^，。；]{0,5}|[^，。；]{2,16}[及和等])(?:其他|其它|其余|余下|剩余|剩下|另外)"
)
_OTHER_PART = re.compile(
    r"[，、；](?:而)?(?:其余|余下|剩余|剩下|另外?)(?:的|则|均|都|为|是|约|占|部分){0,4}$"
)
"""What is left of the same whole, with no name of its own."""
_LOWEST = re.compile(
    r"[0-9一二三四五六七八九十](?:周?岁|年|[万亿]?元|人|亩|级)(?:及|或)?(?:以下|以内)|不足|未满|低于"
)
_HIGHEST = re.compile(
    r"[0-9一二三四五六七八九十](?:周?岁|年|[万亿]?元|人|亩|级)(?:及|或)?以上|超过|高于"
)
"""The first and the last of brackets that leave nothing out: 35岁以下, 36至50岁, 51岁以上."""
_BOUND = re.compile("(?:及|或)?以[上下内]|至|到|—|～")
_NEAR = 15
_BEHIND = 8
_WIDE = 16
_BEGINS = re.compile("[^0-9]{0,60}?其中")
_LISTED = re.compile(
    r"(?P<names>[一-龥]{1,8}(?:、[一-龥]{1,8}){1,5}?)等?(?P<n>[两三四五六])[种类个项大]?"
    r"(?:方式|渠道|类型|类别|形式|来源|途径|年级|等级|档次)"
)
_OVER, _TENTH = Decimal(105), Decimal(10)
"""成 are round: two of three may be rounded up."""
_HUNDRED = Decimal(100)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    yield from _proportions(facts.body)
    told: set[Span | None] = set()
    for finding in chain(_borne(facts), _composed(facts), _told(facts), off_runs(facts)):
        if finding.span not in told:
            told.add(finding.span)
            yield finding


def _told(facts: Facts) -> Iterator[Finding]:
    text = facts.body
    for sentence in facts.figures:
        yield from _percentages(text, sentence.figures)
    for run in find_bare_shares(facts):
        if _is_graded(text, run):
            yield from _percentages(text, run)


def _proportions(text: str) -> Iterator[Finding]:
    """5:60:36"""
    if "∶" not in text and _COLON.search(text) is None:
        return
    for context in _PROPORTION.finditer(text):
        end = min(_end(text, context.start("hit")), context.start("hit") + 60)
        for match in _AGAIN.finditer(text, context.start("hit"), end):
            parts = [Decimal(part) for part in re.split("[：∶]", match["hit"])]
            steps = sorted(Decimal(1).scaleb(int(part.as_tuple().exponent)) for part in parts)
            if _is_off(parts, steps[-2]):  # of 7.4∶39.6∶53 the last is 53.0
                yield Finding(Span(*match.span("hit")), {"total": str(sum(parts))})


def _borne(facts: Facts) -> Iterator[Finding]:
    """What several pay of one thing by percentages."""
    for span, total in find_borne(facts.body, facts.literals):
        yield Finding(span, {"total": str(total)})


def _composed(facts: Facts) -> Iterator[Finding]:
    """由三部分构成：甲占50%；乙占30%；丙占20%."""
    text = facts.body
    for match in find(text, facts.literals, _COMPOSED):
        number = parse_numeral(match["n"])
        near = near_figures(facts, match.start(), _behind(text, match.end()), "。\n")
        shares = [f for f in near.figures if f.span > match.span() and f.dimension == PERCENT]
        if _BESIDE.search(text, *near.span) or len(shares) != number:
            continue
        if any(f.about or "占比" not in f.roles for f in shares):
            continue
        wholes = {f.name.rpartition("/")[2] for f in shares}
        parts = [f.value * 100 for f in shares]
        if len(wholes - {""}) < _TWO and _is_off(parts, max(f.step * 100 for f in shares)):
            yield sum_of(text, shares)


def _behind(text: str, end: int) -> int:
    """Where the sentence begins that goes on behind one with 其中, or ``end``."""
    among = _GOES_ON.match(text, end)
    return among.end() if among else end


def _end(text: str, start: int) -> int:
    ends = [place for mark in "。；\n" if (place := text.find(mark, start)) >= 0]
    return min(ends, default=len(text))


def _percentages(text: str, sentence: list[Figure]) -> Iterator[Finding]:
    """分别占51.2%、14.6%、9.8%和20.4%"""
    every = [f for f in sentence if f.dimension == PERCENT and not is_granted(text, f)]
    shares = [f for f in every if "变幅" not in f.roles and not is_within(text, f, every)]
    said = text[every[0].lead.start : every[-1].span.end] if every else ""
    behind = text[every[-1].span.end : every[-1].span.end + _BEHIND] if every else ""
    told = said + behind.partition("，")[0]
    among = _AMONG.search(said.replace("其中", "", 1) if _BEGINS.match(said) else said)
    several = sum(bearers(text, f) for f in every) > _TWO
    apart = several and _APART.search(told) is not None and not among
    if apart and not any(_CHANGED.search(text, *f.lead) for f in every):
        shares = every  # 改善的61.4%, an answer
    if len(shares) < 2 or any(f.about for f in shares):
        return
    shares = _bare(text, shares)
    apart = apart and sum(bearers(text, f) for f in shares) > _TWO
    said = text[shares[0].lead.start : shares[-1].span.end]
    listed = [f for f in sentence if not _is_bound(text, f)]
    first = listed.index(shares[0]) if shares[0] in listed else 0
    if listed[first : first + len(shares)] != shares and not apart:
        return
    if "占" not in said and "比" not in said and not apart:
        return
    if apart and _OF_ONE in text[shares[0].span.end : shares[-1].span.start]:
        return  # 按45%、35%、20%的比例分担，分三年按40%、30%、30%核减: two lists
    if len(shares) == 2:
        leads = [text[slice(*figure.lead)] for figure in shares]
        whole = all("占" in lead or "比重" in lead for lead in leads) and (
            opposition(*leads) is not None and not _of_another(*leads)
        )
        whole = whole or ("占" in leads[0] and _OTHER_PART.search(leads[1]) is not None)
    else:
        last = text[slice(*shares[-1].lead)]
        whole = bool(_WHOLE.search(said) or _REST.match(last) or _is_graded(text, shares))
        whole = whole or _is_counted(said, len(shares))
    shares = [f for f in shares for _ in range(bearers(text, f))]
    parts = [figure.value * 100 for figure in shares]
    step = max(figure.step * 100 for figure in shares)
    total = sum(parts, Decimal(0))
    over = sum(f.interval.low for f in shares) > 1 or (total > _OVER and step == _TENTH)
    if not whole and not apart and over:
        apart = are_apart(text, shares)
    end = shares[-1].span.end
    apart = apart and not _OVERLAP.search(text, end, end + _WIDE * 2)
    if (whole or (apart and total > _HUNDRED)) and _is_off(parts, step):
        yield sum_of(text, shares)


def _of_another(one: str, other: str) -> bool:
    """Whether the second of two shares is said to be one of something of its own: 线上订单占38%，
    线下体验店占面积的70%."""
    of = _OF_WHAT.search(other)
    return of is not None and of["of"] not in one


def _bare(text: str, shares: list[Figure]) -> list[Figure]:
    """The shares of a list that are told by a name and 占 alone, without one of something else
    behind them: 公办床位占39.8%，公建民营床位占29.7%，民办床位占30.5%，护理型床位占比达到66%."""
    size = 0
    while size < len(shares) and text.endswith("占", *shares[size].lead):
        size += 1
    if sum(share.value for share in shares[:size]) <= 1:
        return shares
    if not _TWO < size < len(shares) or _REST.match(text, *shares[size].lead):
        return shares
    return shares[:size]


def _is_counted(said: str, number: int) -> bool:
    """Whether as many kinds are named and counted as there are shares: 信用、抵押、质押三种方式."""
    listed = _LISTED.search(said)
    if listed is None:
        return False
    names = listed["names"].count("、") + 1
    return names == number == parse_numeral(listed["n"])


def _is_bound(text: str, figure: Figure) -> bool:
    """Whether a figure is the end of a bracket: 50人以下, 50人至200人."""
    return _BOUND.match(text, figure.span.end) is not None or text[figure.span.start - 1] == "至"


def _is_graded(text: str, shares: list[Figure]) -> bool:
    """Whether shares are those of brackets, the lowest and the highest included."""
    leads = [
        text[max(0, figure.span.start - _WIDE) : figure.span.start]
        for figure in (shares[0], shares[-1])
    ]
    return any(
        _LOWEST.search(one) and _HIGHEST.search(other) for one, other in (leads, leads[::-1])
    )


def _is_off(parts: list[Decimal], step: Decimal) -> bool:
    """Whether numbers that look like shares of one whole are not, by more than rounding to
    ``step``."""
    total = sum(parts, Decimal(0))
    room = min(step, Decimal(1)) * (len(parts) + 1) / 2
    if 2 * parts[0] == total:
        return False  # 总抚养比52.3%，其中少儿25.4%、老年26.9%: the first is the sum of the others
    return abs(total - _HUNDRED) > room and abs(total - _HUNDRED) <= _NEAR


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_COMPOSED, ANYWHERE)


CHECK = Check("shares", NoParams, run, fields=("total",), roles=("part",), searches=_searches)
