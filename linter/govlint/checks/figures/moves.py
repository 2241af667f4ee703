"""moves: does a figure go the way that it is said to go?

由312起下降到347起 rises, and so does 4310起，比上年的3980起有所下降. Asked are two figures of one
unit with nothing between them but the words that tell the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.directions import FALLS, RISES, seams
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.near_figures import near_figures
from govlint.facts.search import Search, find, search_for
from govlint.facts.units import TIME
from govlint.text.span import Span

_WAY = rf"(?:(?P<rise>{'|'.join(RISES)})|(?P<fall>{'|'.join(FALLS)}))"
_TO = search_for(
    _WAY + r"了?(?:[到至为成])(?![今此止期])",
    (seams((*RISES, *FALLS), ("到", "至", "为", "成", "了")),),
    6,
)
_N = r"[0-9]{1,8}(?:[.][0-9]{1,4})?"
_TURNED = search_for(
    rf"[由从][^，。；：0-9增降减涨跌升负亏盈]{{0,12}}?(?P<a>{_N})(?P<unit>[万亿]?[一-龥%]{{1,3}})(?:变为|变成|变到|调整为|调整到)"
    rf"[^，。；：0-9增降减涨跌升负亏盈]{{0,10}}?(?P<b>{_N})(?P=unit)，[^，。；0-9]{{0,6}}?{_WAY}了?{_N}",
    (("变为", "变成", "变到", "调整为", "调整到"), seams((*RISES, *FALLS), ("了", *"0123456789"))),
    60,
)
"""由38分钟变为26分钟，延长了12分钟"""
_BARE = search_for(
    rf"[由从][^，。；：0-9第增降减涨跌升负]{{0,12}}(?<![-—－第])(?P<a>{_N}){_WAY}了?[到至为](?P<b>{_N})(?=[，。；、）：\n])",
    (seams((*RISES, *FALLS), ("到", "至", "为", "了")),),
    40,
)
"""比值由2.93缩小至2.75: of figures that have no unit."""
_VAGUE = (
    "有所", "明显", "大幅", "大幅度", "略有", "略微", "进一步", "显著", "稳步", "小幅", "持续",
    "继续", "同比", "环比", "稍有", "逐步", "再次", "总体",
)  # fmt: skip
_LOOSE = search_for(
    rf"(?:{'|'.join(_VAGUE)}){_WAY}了?(?=[，。；）])",
    (seams(_VAGUE, tuple({word[0] for word in (*RISES, *FALLS)})),
     seams((*RISES, *FALLS), ("，", "。", "；", "）", "了"))),
    10,
)  # fmt: skip
_BEFORE = re.compile(
    "去年|上年|同期|上[季月周旬届学次轮批]|上一|前年|年初|年前|月初|期初|季初|年[末底]|[一二三]季度|[上下]半年|此前|以前|原来"
)
_REACHED = re.compile("，(?:达到?|为|达到了|实现|完成)")
_FROM = re.compile("[由从]")
_SIGNED = re.compile(r"(?:[-—－～负：/]|零下|[0-9%万亿元天个人件]至)$")
"""Right before a figure: it is no level by itself, but below nought or the end of a range."""
_TURNS = re.compile("增|减|降|负|亏|盈|其中|分别|超|少|多|每|涨|缩")
"""Words between 上升到 and a figure with which it is not where the move ends, or not so told."""
_EACH = re.compile("每[一-龥]{1,3}")
_DATE = re.compile("(?:(?:19|20)[0-9]{2}年|[0-9]{1,2}月)(?:[底末初])?的?")
_RANKED = re.compile("排[名位]|位次|名次|位[列居]")
"""What is better the smaller it is."""
_LOSS = re.compile("降幅|跌幅|减幅|缺口|逆差|差距|亏损")
_NEAR, _FAR = 16, 40
_QUICK = ("提高", "提升", "上升", "升", "增", "回升")
"""Of time these say that something has become quicker: 办理时间由5天提升到3天."""

_OTHERS = re.compile("[0-9；。：]|分别|其中")
_FIGURED = re.compile("[0-9：（]")
_PARTED = re.compile("[。；：]|其中|分别")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _TURNED):
        yield from _turned(match)
    for match in find(text, facts.literals, _BARE):
        if not _RANKED.search(text, max(0, match.start() - _FAR), match.start()):
            yield from _turned(match)
    for search, read in ((_TO, _moved), (_LOOSE, _compared)):
        for match in find(text, facts.literals, search):
            near = near_figures(facts, match.start(), match.end(), "。；\n")
            pair = read(text, match, near.figures)
            if pair is None or not _are_alike(text, *pair):
                continue
            first, last = pair
            if match["rise"] in _QUICK and first.dimension == TIME:
                continue
            less, more = (last, first) if match["rise"] else (first, last)
            if less.interval.high < more.interval.low:
                span = Span(match.start(), max(match.end(), last.span.end))
                fields: dict[str, str | int] = {
                    "first": text[slice(*first.span)],
                    "last": text[slice(*last.span)],
                    "claim": match["rise"] or match["fall"],
                }
                yield Finding(span, fields, (Related(first.span, "first"),))


def _turned(match: re.Match[str]) -> Iterator[Finding]:
    """Where a difference is said to go the other way than the figures before it."""
    rises, up = Decimal(match["b"]) > Decimal(match["a"]), match["rise"] is not None
    unit = match["unit"] if "unit" in match.re.groupindex else ""
    quick = match["rise"] in _QUICK and unit[-1:] in ("天", "日", "时", "钟", "秒")
    if not quick and match["a"] != match["b"] and rises != up:
        told = Span(match.start("rise" if up else "fall"), match.end())
        fields: dict[str, str | int] = {
            "first": match["a"] + unit,
            "last": match["b"] + unit,
            "claim": match["rise" if up else "fall"],
        }
        yield Finding(told, fields, (Related(Span(*match.span("a")), "first"),))


def _moved(text: str, match: re.Match[str], figures: list[Figure]) -> tuple[Figure, Figure] | None:
    """The figures of 由A下降到B."""
    before = [figure for figure in figures if figure.span.end <= match.start()]
    behind = [figure for figure in figures if figure.span.start >= match.end()]
    if not before or not behind:
        return None
    first, last = before[-1], behind[0]
    between = text[first.span.end : match.start()]
    led = _DATE.sub("", text[match.end() : last.span.start])
    if (
        len(between) > _NEAR
        or len(led) > _NEAR
        or "，" in led
        or _is_turned(led, text[slice(*first.lead)])
    ):
        return None
    if _OTHERS.search(between) or _FIGURED.search(led):
        return None
    lead = text[slice(*first.lead)]
    if not _FROM.search(lead[-_NEAR - 6 :]) or "，" in lead[_last(lead) :]:
        return None
    return first, last


def _is_turned(led: str, before: str) -> bool:
    """Whether words before the figure that is reached make it another; not what one has of both:
    由每升6.8毫克降到每升4.1毫克."""
    if _EACH.fullmatch(led) and before.endswith(led):
        return False
    return _TURNS.search(led) is not None


def _last(lead: str) -> int:
    """Where the last 由 or 从 stands."""
    return max(lead.rfind("由"), lead.rfind("从"))


def _compared(
    text: str, match: re.Match[str], figures: list[Figure]
) -> tuple[Figure, Figure] | None:
    """The figures of A，比上年的B有所下降 and 今年A，去年B，同比下降: nothing else before."""
    before = [figure for figure in figures if figure.span.end <= match.start()]
    then = next((figure for figure in figures if figure.span.start >= match.end()), None)
    if then and _REACHED.fullmatch(text, match.end(), then.span.start) and before:
        past = before[-1]  # 比上年的680万元大幅提升，达到620万元
        adjoins = text[past.span.end : match.start()].strip("相比，") == ""
        return (past, then) if adjoins and _BEFORE.search(text, *past.lead) else None
    before = [figure for figure in before if figure.dimension == before[-1].dimension]
    if len(before) != 2:
        return None
    one, other = before
    rest = text[other.span.end : match.start()].strip("，）、相比均都又也")
    if rest and not text[slice(*one.lead)].rstrip("为达到").endswith(rest):
        return None
    if _PARTED.search(text, one.span.end, other.span.start):
        return None
    earlier = [bool(_BEFORE.search(text, *figure.lead)) for figure in before]
    if earlier[1] and not earlier[0]:
        return other, one
    return None


def _are_alike(text: str, first: Figure, last: Figure) -> bool:
    """Whether two figures can be two states of one thing."""
    if first.dimension != last.dimension or not CHANGE_ROLES.isdisjoint(first.roles | last.roles):
        return False
    for figure in (first, last):
        start, end = figure.span
        if _SIGNED.search(text, max(0, start - 3), start) or text[end : end + 1] in "—～-：∶/":
            return False
        if text[end - 1] in "位名" and _RANKED.search(text, max(0, start - _FAR), start):
            return False
    leads = [text[slice(*figure.lead)][-_NEAR:] for figure in (first, last)]
    return not any(_LOSS.search(lead) for lead in leads) or first.dimension != "%"


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_TO, _LOOSE, _TURNED, _BARE)


CHECK = Check(
    "moves", NoParams, run, fields=("first", "last", "claim"), roles=("first",), searches=_searches
)
