"""list-claims: does what is said of a list in words follow from its figures?

亩产分别为612公斤、638公斤、655公斤，平均645公斤; 东、西、南三村分别为86%、79%、91%，最低的南村: the
mean of a list, which of it is the highest or the lowest, and how far these are apart. Said is
nothing where the mean may be weighted, or may be that of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = r"[0-9]{1,8}(?:\.[0-9]{1,4})?"
_U = r"(?:%|℃|[万亿]?[一-龥]{1,3}?)?"
_AND = "[、，和与及]"
_LIST = search_for(
    rf"分别(?:为|是|达到?了?|获得?|得|有|实现|完成){{0,2}}(?P<list>{_N}{_U}(?:{_AND}{_N}{_U}){{2,14}}?)(?=[，。；（）\n]|$)"
    r"(?![，、][0-9])",
    (("分别",),),
    200,
)
_EACH = re.compile(rf"(?P<n>{_N})(?P<unit>%|℃|[万亿]?[一-龥]{{0,3}})")
_MEAN = re.compile(
    r"[，；（](?:[三四五六七八九十0-9]{1,2}[一-龥]{1,4}|其|三者|以上|合计|(?P<all>全[省市州县区镇乡校村]|总体))?(?P<word>平均|月均|村均|校均|班均|场均|均值|日均|季均)"
    rf"(?![每增]|年(?!龄))(?P<what>[^，。；0-9增降高低比较快慢]{{0,8}}?)(?P<hit>(?P<n>{_N})(?P<unit>%|℃|[万亿]?[一-龥]{{1,3}}))"
)
_EXTREME = re.compile(
    r"(?P<lead>[，。；：（][^，。；：（]{0,12}?)最(?P<way>[高低多少大小])的(?:是|为)?(?P<name>[一-龥]{2,10})"
)
_APART = re.compile(
    rf"最[高多大](?:的|值|分)?[^，。；0-9]{{0,12}}[与和比]最[低少小][^，。；0-9]{{0,14}}?(?:相差|高出?|多出?|差)(?:了|达)?(?P<hit>(?P<n>{_N})(?P<unit>个百分点|%|[万亿]?[一-龥]{{1,3}}))"
)
_ALIKE = re.compile("[点样次组轮批天日月季分期]|得分|评委|测|评分|打分")
"""Of what is told of these there is a mean of its own, without weights."""
_RATE = re.compile("[率比均]|产$|占|增速|每")
_WEIGHED = re.compile("去掉|剔除|扣除|加权|折算|其中|除去|不含")
_SENTENCE = re.compile("[。；\n]")
_HIGH = "高多大"
_HOW_MANY = re.compile("([两三四五六七八九十])(?:大|个|所|[类组期级])")
_AND_LAST = re.compile("(?<=[一-龥]{2})[和与及](?=[一-龥]{2})")
_LAST = re.compile("[一-龥]{2,4}?(?=[0-9一二三四五六七八九十两]{1,2}[个家所名位处条村镇乡]|的|$)")
_SHORT, _LONG = 2, 8
_NEXT, _BACK, _NAMED = 120, 80, 14
_FILLERS = re.compile("^[值数分]?[为是达约]?到?$")


class _Listed(NamedTuple):
    """``values`` in the order of the list with ``step``, one in the last place of the finest."""

    span: Span
    values: list[Decimal]
    step: Decimal
    unit: str


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _LIST):
        listed = _read(match)
        closed = _SENTENCE.search(text, match.end(), match.end() + _NEXT)
        end = closed.start() if closed else min(len(text), match.end() + _NEXT)
        more = text.find("分别", match.end(), end)
        end = more if more >= 0 else end
        start = max(0, match.start() - _BACK)
        start = max(start, *(text.rfind(mark, start, match.start()) + 1 for mark in "。；\n"))
        if listed is None or _WEIGHED.search(text, start, end):
            continue
        for span, right in (
            *_mean(text, Span(start, end), match, listed),
            *_extremes(text, Span(start, end), match, listed),
            *_gap(text, end, match, listed),
        ):
            fields: dict[str, str | int] = {"right": right}
            yield Finding(span, fields, (Related(listed.span, "list"),))


def _read(match: re.Match[str]) -> _Listed | None:
    each = [*_EACH.finditer(match.string, *match.span("list"))]
    units = {one["unit"].rstrip("和与及") for one in each} - {""}
    if len(units) != 1:
        return None
    values = [Decimal(one["n"]) for one in each]
    step = min(_step(value) for value in values)
    return _Listed(Span(*match.span("list")), values, step, units.pop())


def _step(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _mean(
    text: str, within: Span, match: re.Match[str], listed: _Listed
) -> Iterator[tuple[Span, str]]:
    """The mean that is told, if it is not that of the list."""
    mean = _MEAN.search(text, listed.span.end, within.end)
    if mean is None or mean["unit"] != listed.unit:
        return
    told, right = Decimal(mean["n"]), sum(listed.values, Decimal(0)) / len(listed.values)
    before = text[within.start : match.start()]
    least, most = min(listed.values), max(listed.values)
    if abs(told - right) < _step(told) + listed.step / 2:
        return
    called = re.split("[，、：]", before)[-1]
    what = _FILLERS.sub("", mean["what"])
    if what and what[:_SHORT] not in before[-_NAMED:]:
        return  # 学生分别为828人、815人、793人，平均班额45人
    if mean["all"] and (least <= told <= most or not _is_whole(before, len(listed.values))):
        return  # of others, too, or not each of one weight
    weighed = _RATE.search(called) or listed.unit == "%"
    if least <= told <= most and weighed and not _ALIKE.search(before):
        return
    yield Span(*mean.span("hit")), f"平均是{_written(right, _step(told))}{listed.unit}"


def _is_whole(before: str, count: int) -> bool:
    """Whether the words before a list say of how many it is told: 三个片区."""
    told = _HOW_MANY.findall(before)
    return bool(told) and parse_numeral(told[-1]) == count


def _extremes(
    text: str, within: Span, match: re.Match[str], listed: _Listed
) -> Iterator[tuple[Span, str]]:
    """Those that are named as the highest or the lowest, and are not."""
    labels = _labels(text[within.start : match.start()], len(listed.values))
    if not labels:
        return
    called = text[within.start : match.start()][-6:]
    for found in _EXTREME.finditer(text, listed.span.end, within.end):
        about = found["lead"][1:]
        if about and about[-2:] not in called:
            continue
        own = [place for place, label in enumerate(labels) if found["name"].startswith(label)]
        best = (max if found["way"] in _HIGH else min)(listed.values)
        if len(own) == 1 and listed.values[own[0]] != best:
            right = labels[listed.values.index(best)]
            span = Span(found.start("way") - 1, found.start("name") + len(labels[own[0]]))
            yield span, f"最{found['way']}的是{right}（{best}{listed.unit}）"


def _labels(before: str, count: int) -> list[str]:
    """What the figures of a list are told of, if there are as many."""
    for clause in reversed(re.split("[，：（）]", before)):
        if "、" not in clause:
            continue
        names = clause.split("、")
        if len(names) < count:
            names[-1:] = _AND_LAST.split(names[-1], maxsplit=1)
        if len(names) != count:
            return []
        sizes = {len(name) for name in names[1:-1]}
        last = _LAST.match(names[-1])
        if len(sizes) == 1 and len(names[-1]) >= min(sizes):
            names[-1] = names[-1][: sizes.pop()]
        elif last is not None:
            names[-1] = last[0]
        else:
            return []
        alike = all(_SHORT <= len(name) <= _LONG for name in names)
        return names if alike and len(set(names)) == count else []
    return []


def _gap(text: str, end: int, match: re.Match[str], listed: _Listed) -> Iterator[tuple[Span, str]]:
    """How far the highest and the lowest are said to be apart, if they are not."""
    found = _APART.search(text, match.end(), end)
    unit = "个百分点" if listed.unit == "%" else listed.unit
    if found is None or found["unit"] not in (unit, listed.unit):
        return
    right = max(listed.values) - min(listed.values)
    if abs(Decimal(found["n"]) - right) > listed.step / 2:
        yield Span(*found.span("hit")), f"相差{right}{unit}"


def _written(value: Decimal, step: Decimal) -> str:
    return str(value.quantize(min(step, Decimal("0.1")))).removesuffix(".0")


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_LIST,)


CHECK = Check("list-claims", NoParams, run, fields=("right",), roles=("list",), searches=_searches)
