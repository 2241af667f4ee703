"""in-turn: are there as many figures behind 分别 as things before it?

三所学校分别投入45万元、38万元 leaves one out. What is counted are the things that a number counts,
else the names of the list before 分别; only figures of one unit are held against them. A change
alone behind 分别 (存款9亿元、贷款6亿元，分别增长7%) leaves one out, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_ITEM = r"(?:约|近|超过?|达|为)?[0-9][0-9.]{0,9}[^，。；：、和及与\n0-9（）]{1,7}"
_TURN = search_for(
    rf"分别(?P<verb>[^，。；：、\n0-9“《（]{{0,12}})(?P<list>{_ITEM}(?:(?:、|和|以及|及|与){_ITEM}){{1,11}})(?=[，。；）\n]|$)",
    (("分别",), ("、", "和", "及", "与")),
    130,
)
_ALONE = search_for(
    r"分别(?:同比|环比|[比较](?:上年|去年|年初|上月|年末)(?:同期|末|底)?)?(?:增长|下降|提高|上升|降低|回落|减少|增加)了?"
    r"(?P<list>[0-9]{1,3}(?:\.[0-9]{1,2})?(?:%|个百分点))(?=[。；\n]|，(?![0-9并和及与以增下提升降回减]))",
    (("分别",), ("%", "百分点")),
    30,
)
_LISTED = re.compile(
    r"(?:^|[，。；：\n])(?:[0-9]{4}年[末底]?)?(?P<list>[^，。；：、0-9\n]{2,20}[0-9][0-9.]{0,9}[万亿]?[一-龥]{1,3}(?:[、和][^，。；：、0-9\n]{2,16}[0-9][0-9.]{0,9}[万亿]?[一-龥]{1,3}){1,4})，$"
)
"""What stands right before such a change: 存款9亿元、贷款6亿元."""
_COUNT = re.compile(
    r"(?P<n>[两二三四五六七八九2-9])(?<![第0-9.一二三四五六七八九十].)(?:个|所|家|名|位|项|户|条|座|支|类|组|处|款|种|镇|村|县|区)(?![一二三四五六七八九十0-9])[^0-9、]{0,14}$"
)
_CLAUSE = re.compile(r"[，。；：！？\n）]")
_JOIN = re.compile("以及|[和与及]")
_UNIT = re.compile(r"[0-9.]+(?P<unit>.+)")
_OPEN = re.compile(
    "等|城乡|存贷|进出|收支|产销|其中|每|至|到|各|比|较|同期|上年|去年|之间|之一|合计"
)
_BACK = 120
_MOST = 14

_GOES_ON = re.compile("，[0-9并和及]")
_JOINERS = re.compile("、|以及|[和与及]")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yield from _alone(facts)
    for match in find(text, facts.literals, _TURN):
        items = _JOINERS.split(match["list"])
        if not _are_alike(items) or _OPEN.search(match["list"]) or _OPEN.search(match["verb"]):
            continue
        if _GOES_ON.match(text, match.end()):
            continue
        clause = _CLAUSE.split(text[max(0, match.start() - _BACK) : match.start()])[-1]
        sizes = _sizes(clause)
        if sizes is not None and len(items) not in sizes:
            right = f"{sizes[0]}" if len(sizes) == 1 else f"{sizes[0]}至{sizes[-1]}"
            fields: dict[str, str | int] = {"count": len(items), "right": right}
            yield Finding(Span(*match.span("list")), fields)


def _alone(facts: Facts) -> Iterator[Finding]:
    """The changes that stand alone behind 分别, of several things."""
    text = facts.body
    for match in find(text, facts.literals, _ALONE):
        before = text[max(0, match.start() - _BACK) : match.start()]
        listed = _LISTED.search(before)  # not names alone: 硫、氮排放量要分别下降3% is said of aims
        if listed is not None and not _OPEN.search(listed["list"]):
            parts = len(re.split("[、和](?=[^0-9]*[0-9])", listed["list"]))
            fields: dict[str, str | int] = {"count": 1, "right": parts}
            yield Finding(Span(*match.span("list")), fields)


def _are_alike(items: list[str]) -> bool:
    """Whether all are figures of one unit; the last may name what is counted: 9个、7个项目."""
    units = [found["unit"] if (found := _UNIT.search(item)) else "" for item in items]
    return len(set(units[:-1])) == 1 and units[-1].startswith(units[0])


def _sizes(clause: str) -> range | None:
    """How many things a clause names before 分别; None where that is not plain."""
    counted = _COUNT.search(clause)
    if counted is not None:
        number = parse_numeral(counted["n"]) or 0
        before = clause[: counted.start()]
        names = before.split("、")
        listed = range(len(names), sum(len(_JOIN.split(name)) for name in names) + 1)
        return range(number, number + 1) if listed[-1] == 1 or number in listed else None
    parts = clause.split("、")
    if len(parts) < 2 or _OPEN.search(clause) or any(char.isdigit() for char in clause):
        return None
    if any(len(part) > _MOST for part in parts[1:-1]) or any("的" in part for part in parts[1:-1]):
        return None
    most = sum(len(_JOIN.split(part)) for part in parts)
    return range(len(parts), most + 1)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_TURN, _ALONE)


CHECK = Check("in-turn", NoParams, run, fields=("count", "right"), searches=_searches)
