"""arithmetic: do the figures of a sentence agree with what it says of them?

A rule reads the figures of a sentence by their roles (see facts/figures.py) and says what must
hold. A stated figure is wrong only where every way to read the sentence contradicts it, whatever
the printed figures were before they were rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figures import Figure, Sentence, is_priced
from govlint.facts.roles import CHANGE_WORDS
from govlint.facts.units import PERCENT, POINTS
from govlint.records import NamedTuple
from govlint.text.equation import Equation, EquationError, holds, names, read_equation, value
from govlint.text.intervals import Interval
from govlint.text.span import Span

Reading = dict[str, tuple[Figure, ...]]

_SLOT = re.compile(r"\{(?P<name>\w+):(?P<roles>[^{}+]+)(?P<many>\+)?\}(?P<gap>…{0,2})")
_CONDITION = re.compile(r"(?P<no>not )?(?P<name>[a-z-]+)\((?P<of>[\w, ]+)\)")
_READINGS = 200
_MANY = 24
_CLOSE = 14
_DEFLATION = Decimal("0.03")
_VERB = 6
_ANY_WHOLE = (
    "总数",
    "总量",
    "总额",
    "任务",
    "全部",
    "任务数",
    "年度任务",
    "比",
    "总人数",
    "目标任务",
    "年度目标",
)
_MEASURED_RATE = re.compile(
    r"失业|就业率|增长|贡献|覆盖|城镇化|城市化|死亡|出生|发病|收益|负债|毛利|通胀|渗透|优良|参与|孕产|自然|绿地|绿化|普及|入学"
)
"""Rates that a census or a survey gives, not two counts in the sentence."""
_PLANNED = re.compile(r"确保|力争|目标|计划|争取|预期|预计|要求|今后|今年要|将")
_PREFIX = (
    r"同比|环比|净|大幅度?|均|也|又|共|再|实际|总体|整体|增幅|降幅|平均|[一二三四五六七八九十两]年(?:间|来)?"
    r"|[比较与][^，]{1,16}?(?:相比)?"
)
_BARE_MULTIPLE = re.compile(
    r"(?:是|为|相当于|达到?)?(?:上年|去年|上年同期|去年同期|(?:19|20)[0-9]{2}年|原来|当时|改造前|年初)?的"
)
_PLACE = re.compile(r"全[国省市县区镇乡村球州盟旗]|世界|同类")
_BARE = re.compile(
    rf"[、\s]{{0,2}}(?:{_PREFIX}){{0,3}}(?:{CHANGE_WORDS})(?:了|率|幅度?|为|达到?|也|又|均|各|约|的幅度为?){{0,2}}"
)
_OPPOSITE = (
    ("男", "女"), ("新开工", "续建"), ("新建", "续建"), ("城镇", "农村"), ("城镇", "乡村"),
    ("在职", "退休"), ("国有", "民营"), ("公办", "民办"), ("已完成", "未完成"),
    ("境内", "境外"), ("省内", "省外"),
)  # fmt: skip
_MEASURED = ("元", "美元", "面积", "体积", "长度", "质量")
_BOUNDED = re.compile(
    r"(?:(?<!拨备)(?<!流动性)覆盖|合格|满意|达标|整改|办结|普及|(?<!毛)入学|就业|签约|参保|参合|通过|优良|知晓|回收|处置|结案|及格|升学|发放|好评|成活|绿化|硬化"
    r"|接种|成功|化解|兑现|处理|抽检|入库|建档|履约|响应|受理|查处|销号|落实|开工|竣工|投产|持证|优秀|上线|出勤|参与|控制|净化|无害化)率$"
)
_CLAUSE = re.compile(r"[，：]")


class Params(NamedTuple):
    """``read``: the roles of the figures in order, ``{a:起点}…{b:终点}``; ``…`` crosses no other
    figure, ``……`` up to three; ``{x:数量+}`` is a list. ``expect``: equations of which one
    must hold; the figure on the left is the stated one. ``when``: what else a reading needs.
    ``without``: words between the figures with which they need not agree.
    """

    read: tuple[str, ...]
    expect: tuple[str, ...]
    when: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def __hash__(self) -> int:  # by identity: a rule's parameters are made once
        return id(self)


class Slot(NamedTuple):
    """One figure of a reading, or a list, which begins with one of the role ``first``; ``skip``:
    how many others may stand before it."""

    name: str
    roles: frozenset[str]
    first: frozenset[str]
    many: bool
    skip: int


def fault(params: Params) -> str:
    """What is wrong with the parameters of a rule, or ""."""
    known = _names(params)
    for text in params.read:
        if not slots(text):
            return f"“{text}”里没有“{{名称:角色}}”"
    for text in params.expect:
        try:
            strange = names(read_equation(text)) - known
        except EquationError as error:
            return str(error)
        if strange:
            return f"“{text}”里的“{min(strange)}”没有来处"
    for text in params.when:
        match = _CONDITION.fullmatch(text)
        if match is None or match["name"] not in _CONDITIONS:
            return f"不认识条件“{text}”，可用：{'、'.join(_CONDITIONS)}"
    return ""


@lru_cache(maxsize=128)
def slots(text: str) -> tuple[Slot, ...]:
    """The slots of one ``read`` phrase."""
    found, skip = [], 0
    for match in _SLOT.finditer(text):
        roles = match["roles"].split("|")
        first = frozenset(roles[:1])
        found.append(Slot(match["name"], frozenset(roles), first, bool(match["many"]), skip))
        skip = 3 if match["gap"] == "……" else 0
    return tuple(found)


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text = facts.body
    equations = [read_equation(each) for each in params.expect]
    wanted = [(slots(phrase), _needed(phrase)) for phrase in params.read]
    for sentence in facts.figures:
        possible = [each for each, needed in wanted if _has(sentence, needed)]
        if possible:
            yield from _of_sentence(text, sentence.figures, possible, params, equations)


@lru_cache(maxsize=128)
def _needed(phrase: str) -> tuple[frozenset[str], ...]:
    return tuple(slot.first if slot.many else slot.roles for slot in slots(phrase))


def _has(sentence: Sentence, needed: tuple[frozenset[str], ...]) -> bool:
    """Whether a sentence has a figure for each slot."""
    if len(sentence.figures) < len(needed):
        return False
    return not any(map(sentence.roles.isdisjoint, needed))


def _stated(equation: Equation) -> str:
    """The name of the figure that an equation is about: the first on its left."""
    return min(names(Equation(equation.left, "=", equation.left)), default="")


def _of_sentence(
    text: str,
    sentence: list[Figure],
    possible: list[tuple[Slot, ...]],
    params: Params,
    equations: list[Equation],
) -> Iterator[Finding]:
    stated = _stated(equations[0])
    readings: dict[Span, list[Reading]] = {}
    for wanted in possible:
        for reading in _readings(sentence, wanted):
            if _counts(text, sentence, reading, params):
                readings.setdefault(reading[stated][0].span, []).append(reading)
    for span, found in sorted(readings.items()):
        verdicts = [
            holds(
                equation,
                {name: tuple(f.interval for f in figures) for name, figures in each.items()},
            )
            for each in found
            for equation in equations
            if names(equation) <= each.keys()
        ]
        if verdicts and not any(verdict is not False for verdict in verdicts):
            yield _finding(text, span, found[0], equations, stated)


def _readings(sentence: list[Figure], wanted: tuple[Slot, ...]) -> Iterator[Reading]:
    """Every way to fill the slots with figures of the sentence, in order; not too many."""
    count = 0
    pending: list[tuple[int, int, Reading]] = [(0, i, {}) for i in range(len(sentence), -1, -1)]
    while pending and count < _READINGS:
        slot, place, reading = pending.pop()
        if slot == len(wanted):
            count += 1
            yield reading
            continue
        want = wanted[slot]
        for start in range(place, min(place + want.skip + 1, len(sentence)) if slot else place + 1):
            figures = _figures(sentence[start:], want)
            if figures:
                rest = start + len(figures)
                pending.append((slot + 1, rest, {**reading, want.name: figures}))


def _figures(sentence: list[Figure], want: Slot) -> tuple[Figure, ...]:
    """The figure, or the whole list, that a slot takes from the start of ``sentence``."""
    found: list[Figure] = []
    for figure in sentence[: _MANY if want.many else 1]:
        roles = want.roles if found or not want.many else want.first
        if not figure.roles & roles or (found and figure.dimension != found[0].dimension):
            break
        if want.many and "总数" in figure.roles:
            break
        found.append(figure)
    return () if any(figure.about for figure in found) else tuple(found)


def _counts(text: str, sentence: list[Figure], reading: Reading, params: Params) -> bool:
    """Whether a reading meets the rule's conditions."""
    figures = [figure for several in reading.values() for figure in several]
    start, end = min(f.lead.start for f in figures), max(f.span.end for f in figures)
    stretch = text[start:end]
    if any(word in stretch for word in params.without):
        return False
    return all(_met(text, sentence, reading, condition) for condition in params.when)


def _met(text: str, sentence: list[Figure], reading: Reading, condition: str) -> bool:
    match = _CONDITION.fullmatch(condition)
    assert match is not None
    of = [name.strip() for name in match["of"].split(",")]
    if not set(of) <= reading.keys():
        return True
    figures = [figure for name in of for figure in reading[name]]
    if match["name"] == "next":
        return _next(sentence, figures) is not bool(match["no"])
    return _CONDITIONS[match["name"]](text, figures) is not bool(match["no"])


def _next(sentence: list[Figure], figures: list[Figure]) -> bool:
    """Whether no figure of the same dimension stands between two."""
    one, other = sorted(figures[:2], key=lambda figure: figure.span)
    between = (f for f in sentence if one.span < f.span < other.span)
    return all(figure.dimension != one.dimension for figure in between)


def _same_dimension(_text: str, figures: list[Figure]) -> bool:
    return len({PERCENT if f.dimension == POINTS else f.dimension for f in figures}) == 1


def _same_unit(_text: str, figures: list[Figure]) -> bool:
    """Whether figures are written in one unit; what is counted has but one."""
    return figures[0].dimension not in _MEASURED or len({f.unit for f in figures}) == 1


def _named(text: str, figures: list[Figure]) -> bool:
    """Whether the other figure counts that to which the rate gives its name: 整改1100处，整改率."""
    rate, other = figures
    word = rate.name[-3:-1]
    if len(word) < 2 or not rate.name.endswith("率") or _MEASURED_RATE.search(rate.name):
        return False
    clause = _CLAUSE.split(text[slice(*other.lead)])[-1]
    return word in clause or any(char in clause[:_VERB] + clause[-_VERB:] for char in word)


def _reported(text: str, figures: list[Figure]) -> bool:
    """Whether a figure is reported, not aimed at."""
    return _PLANNED.search(text, *figures[0].lead) is None


def _tells(text: str, figures: list[Figure]) -> bool:
    """Whether a rate or a share is that of the third figure in the second."""
    ratio, whole, part = figures
    if whole.value < part.value or "）" in text[part.span.end : ratio.span.start]:
        return "之比" in ratio.roles
    if "占比" in ratio.roles:
        return _is_share(text, ratio, whole, part)
    return "比率" not in ratio.roles or _named(text, [ratio, part])


def _is_share(text: str, share: Figure, whole: Figure, part: Figure) -> bool:
    """Whether the words before and behind 占 fit the part and the whole: 民生支出占全部支出的."""
    said_of, _, of = share.name.rpartition("/")
    said_of = said_of.lstrip("，、其中分别")
    if len(said_of) > 1 and said_of[:2] not in text[slice(*part.lead)]:
        return False
    if len(said_of) > _VERB or (of and part.span < whole.span):
        return False
    place = _PLACE.search(of)
    lead = text[slice(*whole.lead)]
    if place is not None and place[0] not in lead:
        return False
    of = of.strip("同期其的")
    return len(of) < 2 or of in _ANY_WHOLE or any(of[i : i + 2] in lead for i in range(len(of) - 1))


def _bare(text: str, figures: list[Figure]) -> bool:
    """Whether a change or a multiple is said of what was spoken of, not of something else."""
    lead = _CLAUSE.split(text[slice(*figures[0].lead)])[-1]
    return (
        lead == "的"
        or _BARE.fullmatch(lead) is not None
        or _BARE_MULTIPLE.fullmatch(lead) is not None
    )


def _nominal(text: str, figures: list[Figure]) -> bool:
    """Whether growth at constant prices, which is less than at current ones, explains nothing."""
    change, first, last = figures
    if not first.value or not (is_priced(text, first) or is_priced(text, last)):
        return True
    return change.sign > 0 and change.value > (last.value - first.value) / first.value + _DEFLATION


def _plain(_text: str, figures: list[Figure]) -> bool:
    """Whether figures stand side by side, and none for an earlier or a later state."""
    return not any(figure.roles & {"起点", "终点", "上期", "其中", "部分"} for figure in figures)


def _close(_text: str, figures: list[Figure]) -> bool:
    """Whether a sum follows its parts at once."""
    total = figures[0]
    return total.span < figures[1].span or total.lead.end - total.lead.start <= _CLOSE


def _agrees(_text: str, figures: list[Figure]) -> bool:
    """Whether the sign of a change is the way from the second figure to the third."""
    change, first, last = figures
    return (last.value > first.value) == (change.sign > 0) and last.value != first.value


def _several(_text: str, figures: list[Figure]) -> bool:
    return len(figures) > 1


def _larger(_text: str, figures: list[Figure]) -> bool:
    return figures[0].value >= figures[1].value


def _disjoint(text: str, figures: list[Figure]) -> bool:
    """Whether parts cannot overlap: what is measured, or 男 and 女, 续建 and 新建."""
    if figures[0].dimension in _MEASURED:
        return True
    leads = "".join(text[slice(*figure.lead)] for figure in figures[1:])
    return len(figures) == 3 and any(one in leads and other in leads for one, other in _OPPOSITE)


def _percents(_text: str, figures: list[Figure]) -> bool:
    return all(figure.dimension == PERCENT for figure in figures)


def _bounded(_text: str, figures: list[Figure]) -> bool:
    """Whether a rate says how much of something is done or covered."""
    return _BOUNDED.search(figures[0].name) is not None


def _one_clause(text: str, figures: list[Figure]) -> bool:
    """Whether no comma stands between two figures."""
    one, other = sorted(figures, key=lambda figure: figure.span)
    return _CLAUSE.search(text, one.span.end, other.span.start) is None


_CONDITIONS = {
    "same-dimension": _same_dimension,
    "same-unit": _same_unit,
    "bare": _bare,
    "reported": _reported,
    "tells": _tells,
    "disjoint": _disjoint,
    "nominal": _nominal,
    "plain": _plain,
    "close": _close,
    "next": _plain,  # see _met
    "agrees": _agrees,
    "larger": _larger,
    "several": _several,
    "one-clause": _one_clause,
    "percents": _percents,
    "bounded": _bounded,
}


def _finding(
    text: str, span: Span, reading: Reading, equations: list[Equation], stated: str
) -> Finding:
    figure = reading[stated][0]
    values = {name: tuple(f.interval for f in figures) for name, figures in reading.items()}
    expected = value(equations[0].right, values)
    fields: dict[str, str | int] = {
        name: "、".join(text[slice(*f.span)] for f in figures) for name, figures in reading.items()
    }
    fields["stated"] = text[slice(*span)]
    fields["expected"] = _written(text, figure, expected) if expected else ""
    others = [f for name, figures in reading.items() if name != stated for f in figures]
    return Finding(span, fields, tuple(Related(f.span, "from") for f in others))


def _written(text: str, figure: Figure, expected: Interval) -> str:
    """``expected`` as the stated figure is written: its unit, one more decimal at most."""
    written = text[slice(*figure.span)]
    number = re.match(r"[0-9，.]+", written)
    assert number is not None
    unit = written[number.end() :]
    decimals = len(number[0].partition(".")[2])
    worth = figure.value / Decimal(number[0].replace("，", "")) if figure.value else Decimal(1)
    if worth == 0:
        worth = Decimal(1)
    middle = expected.middle / worth
    least = 1 if figure.dimension in (PERCENT, POINTS) else 0
    return f"{round(middle, max(decimals, least))}{unit}"


def _names(params: Params) -> set[str]:
    return {slot.name for text in params.read for slot in slots(text)}


CHECK = Check(
    "arithmetic",
    Params,
    run,
    fields=("stated", "expected"),
    roles=("from",),
    fault=fault,
    names=_names,
)
