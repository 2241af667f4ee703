"""growths_told: what is told of the growth of one indicator in one stretch of a year, twice.

前三季度，规模以上工业增加值增长5.4%……前三季度规模以上工业增加值增长5.9%: the time may stand at the
beginning of the sentence and hold for all of it. Only known indicators, of the whole that the text
is about; what is told of a part, of an aim or on another basis has words for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.facts import Facts
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span
from govlint.text.years import YEAR

_N = r"[0-9]{1,3}(?:\.[0-9]{1,2})?"
GROWTH = search_for(
    rf"(?P<name>[一-龥]{{4,20}}?)(?:达到?|完成)?(?:[0-9]{{1,7}}(?:\.[0-9]{{1,3}})?[万亿]{{0,2}}[元吨美]{{1,2}}，)?(?:预计)?"
    rf"(?:同比|比上年|较上年|比去年)?(?P<way>增长|下降)了?(?P<n>{_N}%)(?!左右|以上|以内|[—～至])",
    (("增长", "下降"), ("%",)),
    48,
)
_TIME = re.compile(
    rf"(?P<only>{YEAR}年)(?=，|[全我]|[一-龥]{{4}})(?![末底初]|以来|[上下]半年|前?[一二三四]季度|全年)|(?P<year>{YEAR}年)?(?P<time>[上下]半年|前?[一二三四]季度|(?<![0-9])1(?:—|-|至|～)(?:1[0-2]|[2-9])月份?|(?<![0-9—-])(?:1[0-2]|[1-9])月份?|全年|一年来|[今本]年(?!以来))"
)
_ALL_YEAR = re.compile("全年|一年来|[今本]年|^$")
_PLACE = re.compile(
    "(?P<whole>[全我](?P<of>[国省市县区镇乡州旗]))|[一-龥]{2}(?:[县镇乡]|园区|开发区)"
)
_LEAD = re.compile(
    "^.*(?:[全我][市县区镇乡州旗]|[上下]半年|季度|月份?|[全今本]年|一年来|实现|完成|看到|但|使|看)"
)
_OTHER = re.compile(
    "其中|累计|目标|计划|预期|力争|确保|可比|名义|扣除|当月|环比|年均|快报|核[定实]|修订|[上去前]年|同期|[高低]于|分[县行区产]|口径|调整|民间|若"
)
_BASIS = re.compile("计价|计算|美元|人民币|[现不变可比]价|口径|[不包]含|剔除|扣除|之差|差异")
"""What is told on one of several bases."""
_OTHER_BASIS = re.compile("核[定实]|修订|快报|初步核算|调整后|口径|附件|[0-9]{4}年工作总结")
"""What may have changed between two places."""
_BEHIND = re.compile("[^。\n]{0,80}")
_STOP = "。\n"
_FAR, _MOST = 200, 2000
"""Code points in which a sentence begins, and beyond which nothing is held against each other."""


class _Said(NamedTuple):
    """``place``: 市 of 全市, "" where none is named; ``span``: of the figure."""

    span: Span
    value: Decimal
    time: str
    name: str
    place: str


def find_growths(facts: Facts) -> Iterator[tuple[Span, Span]]:
    """The figures that differ from what has been told before of the same, with that."""
    text = facts.body
    told: dict[tuple[str, str, str], list[_Said]] = {}
    for match in find(text, facts.literals, GROWTH):
        said = _read(facts, match)
        if said is None:
            continue
        before = told.setdefault((said.time, said.name, match["way"]), [])
        alike = [each for each in before if _may_be_one(text, each, said)]
        differing = [each for each in alike if each.value != said.value]
        if differing and len(differing) == len(alike) == len(before):
            yield differing[0].span, said.span
        before.append(said)


def _read(facts: Facts, match: re.Match[str]) -> _Said | None:
    text, end = facts.body, match.end("name")
    start = max(*(text.rfind(mark, max(0, end - _FAR), end) for mark in _STOP), end - _FAR, -1) + 1
    before = text[start:end]
    times = [*_TIME.finditer(before)]
    if not times or _OTHER.search(before, max(times[-1].start(), before.rfind("；"))):
        return None
    if _OTHER.search(before[max(0, before.rfind("，", 0, times[-1].start())) : times[-1].start()]):
        return None
    behind = _BEHIND.match(text, match.end())
    if _BASIS.search(before) or (behind and _BASIS.search(behind[0])):
        return None
    name = _LEAD.sub("", match["name"])
    if not facts.indicators.known(name):
        return None
    places = [*_PLACE.finditer(before)]
    if any(not place["whole"] for place in places):
        return None
    last = times[-1]
    time = (last["time"] or "").replace("份", "")
    time = "年" if _ALL_YEAR.match(time) else time
    span = Span(*match.span("n"))
    return _Said(
        span,
        Decimal(match["n"][:-1]),
        (last["only"] or last["year"] or "") + time,
        facts.indicators.same(name)[0],
        places[-1]["of"] if places else "",
    )


def _may_be_one(text: str, one: _Said, other: _Said) -> bool:
    """Whether two growths are told of one place, in one part of a text, on one basis."""
    if one.place != other.place and (one.place and other.place):
        return False
    if not (one.place and other.place) and {one.place, other.place} & {"国", "省"}:
        return False
    between = text[one.span.end : other.span.start]
    return len(between) < _MOST and _OTHER_BASIS.search(between) is None
