"""due-date: does a term end when it is said to end?

工期18个月，2024年3月1日开工，应于2025年5月底竣工: what begins on a day and lasts so long ends so
much later. A number of working days is no more than the days of its stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.hints import TYPE_CHECKING
from govlint.text.day_numbers import days_of, weekday
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

if TYPE_CHECKING:
    from datetime import date

_WHAT = (
    "工期", "周期", "服务期", "合同期", "租期", "租赁期", "有效期", "任期", "聘期", "试用期",
    "挂职期", "期限", "公示期", "公告期", "展览期", "报名期",
    "履行期", "养护期", "借款期", "周转期", "整改期",
)  # fmt: skip
_N = r"(?P<n>[0-9]{1,4}|[一二两三四五六七八九十]{1,3})(?P<half>个半)?"
_BEGUN = rf"(?P<y>{YEAR})年(?P<m>1[0-2]|[1-9])月(?:(?P<d>[0-9]{{1,2}})日)?(?:（[^（）\n]{{1,6}}）)?"
_ENDED = (
    rf"(?:(?P<y2>{YEAR})年)?(?P<m2>1[0-2]|[1-9])月(?:(?P<d2>[0-9]{{1,2}})日|底|末)?"
    r"(?:（[^（）\n]{1,6}）)?"
)
_TERM = search_for(
    rf"(?:{'|'.join(_WHAT)})(?:均|限)?(?:为|是|共|约定为|定为)?{_N}(?:个)?(?P<unit>工作日|月|年|天|日|周)(?:[^。；\n]{{0,24}}?|[^。；\n]{{0,6}}。[^。；\n0-9]{{0,44}}?[自从])"
    rf"{_BEGUN}(?P<between>[^。；\n0-9]{{0,40}}?)(?:[至到](?!岗|位|任)|(?P<due>应当?在?于?|[计预原]?[划定计]?于|将于))(?P<last>{_ENDED})(?P<told>[^。；\n]{{0,12}})",
    (_WHAT, ("月",), ("年",)),
    140,
)
_DUE = re.compile("竣工|完工|交付|到期|届满|期满|结束|完成|止|为止|截止|建成|通车|投用")
_BEGINS = re.compile("开工|起算|起|开始|签订|动工|进场|生效|计算|启动|入驻|就任|到任")
_MOVED = re.compile("延|顺延|提前|扣除|停工|冬歇|暂停|逾期|推迟|调整|前")
_DAYS = ("天", "日")
_WEEK = 7
_ROOM = {"月": 31, "年": 31, "周": 2, "天": 1, "日": 1}
"""Days by which a term may end sooner or later than reckoned: months are told without days."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _TERM):
        claimed = _DUE.search(match["told"]) is not None and _BEGINS.search(match["between"])
        said = match[0].removesuffix(match["told"]) + match["told"].partition("，")[0]
        if not (claimed or not match["due"]) or _MOVED.search(said):
            continue
        begun, number = _day(match["y"], match["m"], match["d"] or "1"), parse_numeral(match["n"])
        if begun is None or not number:
            continue
        last = _last(match, begun)
        right = _expected(match, begun, number, last) if last else None
        if right is not None:
            first = Span(match.start("n"), match.end("unit"))
            told = match["n"] + text[match.end("n") : match.end("unit")]
            fields: dict[str, str | int] = {"told": told, "right": right}
            yield Finding(Span(*match.span("last")), fields, (Related(first, "term"),))


def _last(match: re.Match[str], begun: date) -> date | None:
    """The day on which a term is said to end, the last of its month where none is told."""
    year, month = int(match["y2"] or begun.year), int(match["m2"])
    if not match["y2"] and month < begun.month:
        year += 1
    day = match["d2"] or str(days_of(year, month))
    return _day(str(year), match["m2"], day)


def _expected(match: re.Match[str], begun: date, number: int, last: date) -> str | None:
    """When a term ends, as it would be written, if not about when it is said to end."""
    from datetime import date, timedelta  # few texts tell of a term

    unit, exact = match["unit"], bool(match["d"] and match["d2"])
    if unit == "工作日":
        stretch = [begun + timedelta(each) for each in range((last - begun).days + 1)]
        working = sum(each.weekday() < 5 for each in stretch)
        if not exact or working >= number or not stretch:
            return None
        return _written(_working_day(begun, number), exact=True)
    if unit in _DAYS or unit == "周":
        right = begun + timedelta(number * (_WEEK if unit == "周" else 1) - 1)
        if not exact or abs((right - last).days) <= _ROOM[unit]:
            return None
        return _written(right, exact=True)
    months = number * (12 if unit == "年" else 1)
    if match["half"]:
        return None
    total = begun.month - 1 + months
    year, month = begun.year + total // 12, total % 12 + 1
    right = date(year, month, min(begun.day, days_of(year, month))) - timedelta(1)
    if abs((right - last).days) <= _ROOM[unit]:
        return None
    return _written(right, exact=False)


def _working_day(begun: date, number: int) -> date:
    """The last of so many working days, holidays apart."""
    day = begun.toordinal()
    while True:
        number -= weekday(day) < 5
        if number <= 0:
            return begun.fromordinal(day)
        day += 1


def _written(day: date, *, exact: bool) -> str:
    return f"{day.year}年{day.month}月" + (f"{day.day}日" if exact else "")


def _day(year: str, month: str, day: str) -> date | None:
    from datetime import date

    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_TERM,)


CHECK = Check(
    "due-date", NoParams, run, fields=("told", "right"), roles=("term",), searches=_searches
)
