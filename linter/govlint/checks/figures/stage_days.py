"""stage-days: do the days of the stages that a notice names follow each other?

笔试时间：5月24日 and 面试时间：5月18日, each under its own label: one cannot be examined in person
before the written examination. A stage that is named with two days is one of several and left
alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.day_numbers import day_number
from govlint.text.span import Span
from govlint.text.years import YEAR

_CHAINS = (
    ("报名", "笔试", "面试", "体检", "考察"),
    ("投稿", "评审", "展览"),
    ("征稿", "评审", "展览"),
    ("征集", "评选", "颁奖"),
    ("初赛", "复赛", "决赛", "颁奖"),
    ("选拔赛", "决赛"),
    ("报到", "开班"),
    ("开班", "结业"),
    ("开幕", "闭幕"),
    ("报名", "开标"),
    ("自查", "抽查", "总结"),
)
"""Each stage comes after those before it."""
_STAGES = tuple(sorted({stage for chain in _CHAINS for stage in chain}))
_DAY = r"(?:(?P<y{0}>{1})年)?(?<![0-9])(?P<m{0}>1[0-2]|[1-9])月(?P<d{0}>3[01]|[12][0-9]|[1-9])日"
_NAMED = search_for(
    rf"(?<![一-龥未])(?:现场|网上|网络|集中|全县|全市|作品)?(?P<stage>{'|'.join(_STAGES)})"
    r"(?:阶段|报名|活动|大会|仪式)?"
    r"(?:时间|日期|截止时间|期限)?(?:（|：|为|是|[定拟将初]于|于|[ \u3000]){1,2}"
    rf"(?P<from>{_DAY.format('', YEAR)})(?:（[^）\n]{{1,8}}）)?[^，。；\n0-9]{{0,4}}"
    r"(?:[0-9]{1,2}[:：时点][0-9]{0,2}分?)?"
    r"(?:(?:——?|－|-|～|至|到)(?:(?P<y2>20[0-9]{2})年)?"
    r"(?:(?P<m2>1[0-2]|[1-9])月)?(?P<d2>3[01]|[12][0-9]|[1-9])日)?",
    (_STAGES, ("月",), ("日",)),
    60,
)
_TURN = 183
"""Days: what lies further back is of the next year, where no year is told."""


class _Stage(NamedTuple):
    """``place``: where its first day stands; ``first`` and ``last``: numbers of days."""

    place: Span
    first: int
    last: int
    dated: bool


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    found: dict[str, list[_Stage]] = {}
    year = 2023
    for match in find(facts.body, facts.literals, _NAMED):
        year = int(match["y"] or year)
        first = day_number(year, int(match["m"]), int(match["d"]))
        last = first
        if match["d2"]:
            month = int(match["m2"] or match["m"])
            last = day_number(int(match["y2"] or year), month, int(match["d2"]))
        if first is not None and last is not None:
            place = Span(*match.span("from"))
            stage = _Stage(place, first, max(first, last), match["y"] is not None)
            found.setdefault(match["stage"], []).append(stage)
    told: set[Span] = set()
    for chain in _CHAINS:
        once = [found[stage][0] for stage in chain if len(found.get(stage, ())) == 1]
        for one, other in combinations(once, 2):
            if _is_turned(one, other) and other.place not in told:
                told.add(other.place)
                fields = {"first": facts.body[slice(*one.place)]}
                yield Finding(other.place, fields, (Related(one.place, "first"),))


def _is_turned(one: _Stage, other: _Stage) -> bool:
    """Whether the later stage has begun before the earlier one."""
    back = one.first - other.first
    return back > 0 and (back < _TURN or (one.dated and other.dated))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_NAMED,)


CHECK = Check("stage-days", NoParams, run, fields=("first",), roles=("first",), searches=_searches)
