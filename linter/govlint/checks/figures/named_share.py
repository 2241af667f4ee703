"""named-share: is a share that of the figure before it in the whole that it names?

农村公路2860公里，其中村道1480公里。……236公里不达标，占村道里程的15.9%: what it is a share
of is told by name, sentences before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, written_as
from govlint.facts.links import CLAUSE
from govlint.facts.told_before import told_before
from govlint.facts.units import PERCENT

_SHARE, _WHOLE = "占比", "总数"
_OF_ALL = re.compile(
    r"^(?:全部|所有|全体|同期|该|其|[全我本][省市县区镇乡村街道校院局]+|了|到|[现共原实]有)+"
)
_SIZE = re.compile(
    "(?:的?(?:比重|比例|比率?))?(?:总?(?:数量?|量|额|人数|户数|面积|里程|金额|资金)|总)?$"
)
_HAVING = re.compile("(?:[现共总实]?有|[总共合]?计|达到?|约?为|[是至到了共]|约)+$")
_NEXT = re.compile(r"[^，。；：0-9]{0,14}(?:，(?:约|仅|只|已|仍)?)?$")
_NOT_ONE = re.compile(
    "上述|分别|均|各|每|[两三四五六][者项类个种]|合起来|同比|另|目标|计划|任务|累计"
)
_OTHER_TIME = re.compile("去年|上年|同期|前年|年初|原|由|从")
_ELSEWHERE = re.compile("全国|全省|全市|世界|同行业|GDP|生产总值")
_IN_ALL = re.compile(
    "(?:[现共总]有|[总共]计|合计|共|总(?:数|量|额|人数|户数|面积|里程|投资|收入|支出)为?)(?:达到?|为)?$"
)
_COMPOUND = ("进", "城", "非")
"""Behind these a name is that of something else: 进出口 is more than 出口, 非公有 none of 公有."""
_BACK = 700
_LEAST, _FEW = 2, 10


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for sentence in facts.figures:
        if _SHARE not in sentence.roles:
            continue
        for share in sentence.figures:
            if _SHARE in share.roles and share.dimension == PERCENT and not share.about:
                yield from _held(facts, sentence.figures, share)


def _held(facts: Facts, sentence: list[Figure], share: Figure) -> Iterator[Finding]:
    """The finding that a share is not that of the figure before it in what it names."""
    text = facts.body
    part = _part(text, sentence, share)
    if part is None or _ELSEWHERE.search(share.name):
        return
    before = [f for f in told_before(facts, part.span.start, _BACK) if _may_be_whole(f, part)]
    of = _bare(share.name.rpartition("/")[2])
    wholes = [f for f in before if len(of) >= _LEAST and _is_called(text, f, of)]
    if not of and not text[share.span.start].isdecimal():
        wholes = _unnamed(text, before, part, share)
    if len({f.value for f in wholes}) != 1:
        return
    whole = wholes[-1]
    if whole.value < _FEW or part.value >= whole.value:
        return
    if _fits(share, part, whole) or _is_of_several(sentence, part, whole, share):
        return
    expected = written_as(text, share, part.value / whole.value)
    fields: dict[str, str | int] = {
        "part": text[slice(*part.span)], "whole": text[slice(*whole.span)], "expected": expected,
    }  # fmt: skip
    yield Finding(share.span, fields, (Related(part.span, "from"), Related(whole.span, "from")))


def _part(text: str, sentence: list[Figure], share: Figure) -> Figure | None:
    """The amount right before a share, of which nothing says that it is not alone."""
    place = sentence.index(share)
    if not place or share.turn[1]:
        return None
    part = sentence[place - 1]
    between = text[part.span.end : share.span.start].rpartition("占")[0]
    lead = CLAUSE.split(text[slice(*part.lead)])[-1]
    if "数量" not in part.roles or part.about or part.limit or part.mean or part.turn[1]:
        return None
    if not _NEXT.fullmatch(between) or _NOT_ONE.search(between) or _OTHER_TIME.search(lead):
        return None
    return part


def _unnamed(text: str, before: list[Figure], part: Figure, share: Figure) -> list[Figure]:
    """What a share in words that names no whole is of: what was counted in all, or what the part
    is told to be one of; none where it is that of another figure of the paragraph."""
    start = text.rfind("\n", max(0, part.span.start - _BACK), part.span.start) + 1
    greater = [f for f in before if f.value > part.value and f.span.start >= start]
    if any(_fits(share, part, f) for f in greater):
        return []
    if "其中" in part.roles:
        near = [f for f in before if f.span.end <= part.lead.start + 1]
        return near[-1:] if near and near[-1] in greater else []
    told = [f for f in greater if _IN_ALL.search(text, *f.lead)]
    return told if len(told) == len(greater) else []


def _may_be_whole(figure: Figure, part: Figure) -> bool:
    alike = figure.dimension == part.dimension and figure.span != part.span
    return alike and "数量" in figure.roles and not (figure.about or figure.limit or figure.sign)


def _is_called(text: str, figure: Figure, of: str) -> bool:
    """Whether a figure is told by the name ``of``, right before it."""
    lead = CLAUSE.split(text[slice(*figure.lead)])[-1].lstrip("、和及与")
    if _OTHER_TIME.search(lead):
        return False
    name = _bare(_HAVING.sub("", lead).removeprefix("其中"))
    ends = name.endswith(of) and not name[: -len(of)].endswith(_COMPOUND)
    return len(name) >= _LEAST and (ends or of == name)


def _bare(name: str) -> str:
    """A name without what says that all of it is meant, and how its size is called."""
    return _SIZE.sub("", _OF_ALL.sub("", name.strip("的")))


def _fits(share: Figure, part: Figure, whole: Figure) -> bool:
    one, all_, told = part.interval, whole.interval, share.interval
    return told.low <= one.high / all_.low and one.low / all_.high <= told.high


def _is_of_several(sentence: list[Figure], part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether a share is that of several figures of a list together."""
    place = sentence.index(part)
    total = part.value
    for one in reversed(sentence[:place]):
        if one.dimension != part.dimension:
            continue
        total += one.value
        if abs(total / whole.value - share.value) <= share.step or _fits_sum(share, total, whole):
            return True
    return False


def _fits_sum(share: Figure, total: Decimal, whole: Figure) -> bool:
    return share.interval.low <= total / whole.value <= share.interval.high


CHECK = Check(
    "named-share",
    NoParams,
    run,
    fields=("part", "whole", "expected"),
    roles=("from",),
    searches=only_figures,
)
