"""told-same: is what is told twice by one full name, of one time, told with one figure?

2023年，全县桑园总面积18.6万亩……2023年全县桑园总面积15.9万亩: where the time and every character of
a name that says of what place it is are the same, nothing but the figure can be wrong. So is
growth (10月末全市贷款余额同比增长), and what something is worked out from (按照项目概算总投资).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.growths_told import GROWTH, find_growths
from govlint.facts.search import Search, find, search_for
from govlint.facts.units import worth_of
from govlint.records import NamedTuple
from govlint.text.rounding import are_one
from govlint.text.span import Span
from govlint.text.years import YEAR

_TIME = rf"(?:{YEAR}年(?:[末底]|全年|[0-9]{{1,2}}月末)?|1?[0-9]月末)"
_NAME = r"(?P<name>[全我本][国省市县区镇乡村校院局](?:[0-9]{1,2}(?=周?岁))?[一-龥]{4,18}?)"
_IS = r"(?:达到?了?|为|仅为?|只有|共|有|完成|实现|约)?"
_N = r"[0-9]{1,7}(?:\.[0-9]{1,3})?"
_U = (
    r"(?:[万亿]?(?:元|亩|吨|公斤|人次?|户|家|个|平方米|公里|立方米|千瓦时|头|只|辆|件|项|张|所|套))"
)
_TOLD = search_for(
    rf"(?P<time>{_TIME})，?{_NAME}(?:{_IS}(?P<n>{_N})(?P<u>{_U})(?![以左多余至—～/])(?:，(?:同比|比上年|较上年)(?P<way>增长|下降)(?P<p>{_N})%)?"
    rf"|(?:同比|比上年|较上年)(?P<turn>增长|下降)(?P<q>{_N})%)",
    (("年", "月末"), ("全", "我", "本")),
    70,
)
_WORKED_OUT = search_for(
    rf"(?:按照?|依据|根据|对照)(?P<name>[一-龥]{{6,16}}?)(?P<n>{_N})(?P<u>{_U})(?:的[一-龥]{{0,4}})?(?:测算|计算|核算|估算|分摊)",
    (("按", "依据", "根据", "对照"), ("算", "分摊")),
    50,
)
_OTHER = re.compile(
    "其中|新增|累计|计划|目标|预计|平均|每|[一二三四]季度|半年|日均|约$|上年|同期|年初|调整|口径"
)
_APART = re.compile(
    r"附件|案例|典型经验|\n[^\n，。；]{0,12}[一-龥]{2,5}[县区市镇乡旗][^\n，。；]{0,6}\n"
)
"""Between what is told of several places, each by itself."""
_GROWTH = "%"


_MOST = 30
"""So many names are looked for in all of a text."""


class _Said(NamedTuple):
    value: Decimal
    step: Decimal
    span: Span


class _Once(NamedTuple):
    """What is ``said`` under a name, with no other figure ``until`` there."""

    said: _Said
    until: int


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    told: dict[tuple[str, str, str], _Said] = {}
    marks: list[int] | None = None
    for match in find(text, facts.literals, _TOLD):
        if _OTHER.search(match["name"]):
            continue
        for kind, said in _said(match):
            first = told.setdefault((match["time"], match["name"], kind), said)
            if _differ(first, said):
                marks = [each.start() for each in _APART.finditer(text)] if marks is None else marks
                if bisect_left(marks, first.span.end) == bisect_left(marks, said.span.start):
                    yield _finding(text, first, said)
    for earlier, later in find_growths(facts):
        yield _of(text, earlier, later)
    known: dict[str, _Once | None] = {}
    for match in find(text, facts.literals, _WORKED_OUT):
        if _OTHER.search(match["name"]):
            continue
        said, once = _read(match, "n", "u"), _once(text, match, known)
        if once and once.said.span.end <= match.start() <= once.until and _differ(once.said, said):
            yield _finding(text, once.said, said)


def _said(match: re.Match[str]) -> Iterator[tuple[str, _Said]]:
    """The amount and the growth that a match tells."""
    if match["n"]:
        yield match["u"].lstrip("万亿"), _read(match, "n", "u")
    for way, number in (("way", "p"), ("turn", "q")):
        if match[way]:
            value = Decimal(match[number])
            step = Decimal(1).scaleb(int(value.as_tuple().exponent))
            span = Span(match.start(number), match.end(number) + 1)
            yield match[way] + _GROWTH, _Said(value, step, span)


def _read(match: re.Match[str], number: str, unit: str) -> _Said:
    value, worth = Decimal(match[number]), worth_of(match[unit])
    step = Decimal(1).scaleb(int(value.as_tuple().exponent)) * worth
    return _Said(value * worth, step, Span(match.start(number), match.end(unit)))


def _once(text: str, match: re.Match[str], known: dict[str, _Once | None]) -> _Once | None:
    """What is told by the same name in the same unit, and up to where with one figure; of the
    first names of a text."""
    unit = match["u"].lstrip("万亿")
    regex = rf"{re.escape(match['name'])}{_IS}(?P<n>{_N})(?P<u>[万亿]?{unit})(?![以左多余至—～/])"
    if regex not in known and len(known) < _MOST:
        several = [_read(each, "n", "u") for each in re.compile(regex).finditer(text)]
        others = (each for each in several if each.value != several[0].value)
        until = next((each.span.start for each in others), len(text))
        known[regex] = _Once(several[0], until) if several else None
    return known.get(regex)


def _differ(first: _Said, said: _Said) -> bool:
    return not are_one(first.value, first.step, said.value, said.step)


def _finding(text: str, first: _Said, said: _Said) -> Finding:
    return _of(text, first.span, said.span)


def _of(text: str, first: Span, said: Span) -> Finding:
    fields: dict[str, str | int] = {"first": text[slice(*first)]}
    return Finding(said, fields, (Related(first, "first"),))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_TOLD, _WORKED_OUT, GROWTH)


CHECK = Check("told-same", NoParams, run, fields=("first",), roles=("first",), searches=_searches)
