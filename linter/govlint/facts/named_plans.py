"""named_plans: the first, the last or another year of a plan that tells its own years.

《……三年行动方案（2022—2024年）》……2023年是三年行动的收官之年: the years stand in brackets behind
its name; what is said of its years names it again, or stands right beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_PHASE = "(?P<phase>开局|起步|启动|首|第[一二三四五六]|收官|收尾|最后一|决战决胜)(?:之)?(?P<end>年)"
_PLAN = rf"(?P<name>[一-龥]{{2,24}})（(?P<a>{YEAR})年?(?:——?|至|-|～)(?P<b>{YEAR})年?）》?"
_TOLD = search_for(
    rf"{_PLAN}(?P<between>[^\n]{{0,60}}?)(?<![0-9])(?:(?P<y>{YEAR})年|(?P<now>今年))(?:正?[是为]|既是|，?作为)"
    rf"(?P<of>[^，。；\n0-9]{{0,16}}?)的?{_PHASE}",
    (("（1", "（2"), ("之年", "一年", "二年", "三年", "四年", "五年", "六年", "首年")),
    120,
)
_BEFORE = search_for(
    rf"(?<![0-9])(?:(?P<y>{YEAR})年|(?P<now>今年))(?:正?[是为]|既是|，?作为)(?P<between>[^，。；\n0-9]{{0,12}}?《?){_PLAN}(?P<of>)的?{_PHASE}",
    (("（1", "（2"), ("之年", "一年", "二年", "三年", "四年", "五年", "六年", "首年")),
    90,
)
SEARCHES = (_TOLD, _BEFORE)
_KIND = re.compile("([一二三四五六七八九十][年][一-龥]{2}|行动|规划|计划|方案|工程)")
_FILLERS = re.compile(
    "(?:行动|规划|计划|方案|工程)+$|实施|推进|推动|落实|执行|深化|全面|深入|[该这本]|我?[省市县区]的?|《|》"
)
_OTHER = re.compile("（[12][0-9]{3}|“十[一二三四五六]?五”|十[一二三四五六]五")
_FIRST, _LAST = ("开局", "起步", "启动", "首"), ("收官", "收尾", "最后一", "决战决胜")
_CARRIED = re.compile("实施|推进|推动|落实|执行|全面|深入")
"""Of years of carrying out: they count from the day on which a plan was issued, often in its second
or third year."""
_LONGEST = 15


class PlanYear(NamedTuple):
    """``span``: what is said of a year of ``plan``; ``right``: the year that it is said of."""

    span: Span
    plan: str
    phase: str
    year: str
    right: int


def find_plan_years(
    text: str, literals: Literals, years_of_now: frozenset[int]
) -> Iterator[PlanYear]:
    """The years that are said to be another one of a plan than they are."""
    for search in SEARCHES:
        for match in find(text, literals, search):
            first, last = int(match["a"]), int(match["b"])
            right = _right(match["phase"], first, last)
            told = {int(match["y"])} if match["y"] else years_of_now
            if not right or not told or right in told or not _is_it(match):
                continue
            said = match["between"] if search is _BEFORE else match["of"]
            if match["phase"] not in _LAST and _CARRIED.search(said) and min(told) > right:
                continue
            year = f"{match['y']}年" if match["y"] else "今年"
            span = Span(match.start("y") if match["y"] else match.start("now"), match.end("end"))
            yield PlanYear(span, match["name"], match["phase"], year, right)


def _right(phase: str, first: int, last: int) -> int:
    """The year of which that is right; 0 where the plan has none such."""
    if not 0 < last - first < _LONGEST:
        return 0
    if phase in _FIRST:
        return first
    if phase in _LAST:
        return last
    year = first + (parse_numeral(phase[1]) or 0) - 1
    return year if year <= last else 0


def _is_it(match: re.Match[str]) -> bool:
    """Whether the plan is meant: no other stands between, and what is named is called as it is."""
    if _OTHER.search(match["between"] + match["of"]):
        return False
    if not match["of"]:
        return "。" not in match["between"]
    kinds = _KIND.findall(match["of"])
    named = _FILLERS.sub("", match["of"])
    return (
        bool(kinds)
        and all(kind in match["name"] or kind == "行动" for kind in kinds)
        and (named in match["name"])
    )
