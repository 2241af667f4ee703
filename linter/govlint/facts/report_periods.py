"""report_periods: the periods that figures are told of, and one form for each.

上半年, 1—6月 and 前两季度 are one period; so are 全年, 1—12月 and what is told of the year's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.times import read_part
from govlint.records import NamedTuple
from govlint.text.years import YEAR, YEAR_NAMED

_TO = "[—－～~至到-]"
_PART = (
    r"(?:[上下]半年|前[一二两三]个?季度|第?[一二三四]季度"
    rf"|(?<![0-9.])1?[0-9](?:月份?)?{_TO}1?[0-9]月份?)"
)
_MONTH = r"1?[0-9]月(?:[1-3]?[0-9]日|份)?"
_PERIOD = re.compile(
    rf"(?:(?P<since>{YEAR})年?{_TO})?(?P<year>{YEAR})年度?(?P<rest>(?:全年|{_PART}|{_MONTH})?(?:以来|[末底]|初(?![步级中次始见]))?)"
    rf"|(?P<relative>去年|上年|今年)(?P<part>(?:全年|{_PART}|{_MONTH})?(?:末|底)?)"
    rf"|(?P<alone>全年|{_PART}|(?<![0-9.—－～~个-]){_MONTH}[末底]?)"
    r"|(?P<phase>“?十[一二三四五六]?五”?(?:时?期[间末]?|[间末初]))"
)
_COMPARED = re.compile("(?:[比较由从]|相对于?)$")
_THAN = re.compile(
    "(?:同期|[末底])?(?:的水平)?(?:相比|比较|基?本?持平)|(?<=以来)的?(?:新|最|历史|首|同期|第)"
)
_WHOLE = re.compile(rf"全年|1月?份?{_TO}12月份?|1月1日{_TO}12月31日|12月31日")
_MONTHS = re.compile(rf"(?P<first>[0-9]{{1,2}})(?:月份?)?{_TO}(?P<last>[0-9]{{1,2}})月")
_YEAR = re.compile(rf"(?P<year>{YEAR})年?度?(?P<rest>.*)")
_USUAL = {(1, 3): "一季度", (4, 6): "二季度", (7, 9): "三季度", (10, 12): "四季度",
          (1, 6): "上半年", (7, 12): "下半年", (1, 9): "前三季度", (1, 12): ""}  # fmt: skip
"""What months are usually called, by the first and the last."""
_NAMED = re.compile("前[一二三]季度|第?[一二三四1-4]季度|[上下]半年")
_PHASE = re.compile("十[一二三四五六]?五")


class Told(NamedTuple):
    """A period that words name, as the ledger has it. ``compared``: another is compared with it,
    比上年; ``passing``: it is told of one figure only; ``start``, ``end``: its place there."""

    period: str
    compared: bool
    passing: bool
    start: int
    end: int


def told_in(words: str, period: str, year: int | None) -> Iterator[Told]:
    """The periods that ``words`` name, in order, seen from ``period``, the one told of before, in
    a report on ``year``.

    >>> [told.period for told in told_in("2023年1—5月，比上年同期的", "2024年", 2024)]
    ['2023年1—5月', '2022年']
    """
    for match in _PERIOD.finditer(words):
        start, end = match.span()
        compared = bool(_COMPARED.search(words, 0, start) or _THAN.match(words, end))
        named = YEAR_NAMED.findall(period)
        told = _dated(match, int(named[-1]) if named else year, period)
        passing = match["relative"] is not None
        yield Told(told, compared, passing, start, end)
        if not compared and not passing:
            period = told


def _dated(match: re.Match[str], year: int | None, period: str) -> str:
    """A match of _PERIOD with its year, as far as that can be told."""
    if match["year"]:
        since = f"{match['since']}—" if match["since"] else ""
        return f"{since}{match['year']}年{_without_whole(match['rest'])}"
    if match["relative"]:
        rest = _without_whole(match["part"])
        if year is None:
            return match[0]
        if match["relative"] == "今年":
            return f"{year}年{rest}" if rest else period
        return f"{year - 1}年{rest}"
    if match["alone"] and year is not None:
        return f"{year}年{_without_whole(match['alone'])}"
    return match[0]


def _without_whole(part: str) -> str:
    return "" if _WHOLE.fullmatch(part) else part


def period_of(words: str, year: int | None) -> str:
    """A period in one form, "" where it cannot be told.

    >>> period_of("2024", None), period_of("上半年", 2024), period_of("去年", 2024)
    ('2024年', '2024年上半年', '2023年')
    >>> period_of("2024年1-6月", None), period_of("2024年末", None)
    ('2024年上半年', '2024年')
    """
    words = words.strip().replace(" ", "").strip("“”")
    told = _YEAR.fullmatch(words)
    if told:
        return f"{told['year']}年{_usual(told['rest'])}"
    if year is None or not words or _PHASE.search(words):
        return ""
    if words in ("今年", "本年", "本年度"):
        return f"{year}年"
    for relative in ("去年", "上年"):
        if words.startswith(relative):
            return f"{year - 1}年{_usual(words.removeprefix(relative))}"
    return f"{year}年{_usual(words.removeprefix('今年'))}"


def _usual(part: str) -> str:
    """A part of a year as it is usually called; "" for all of it, and for its end."""
    if _WHOLE.fullmatch(part) or part in ("末", "底", "年末", "年底", "12月末", "12月底"):
        return ""
    months = _MONTHS.match(part)
    if months is not None:
        first, last = int(months["first"]), int(months["last"])
        return _USUAL.get((first, last), f"{first}—{last}月")
    words = part.replace("个", "").replace("两", "二").replace("首", "一")
    if _NAMED.fullmatch(words):
        read = read_part(words)
        return _USUAL.get((read.first, read.last), part)
    return part.rstrip("份末底")


def year_before(period: str) -> str:
    """The same period a year before, of one in the form of :func:`period_of`, "" of none.

    >>> year_before("2024年一季度")
    '2023年一季度'
    """
    told = _YEAR.fullmatch(period)
    return f"{int(told['year']) - 1}年{told['rest']}" if told else ""


def first_of(period: str) -> str:
    """Where a stretch of years begins: 2020年 of 2020—2024年; else ``period``."""
    years = re.fullmatch(rf"(?P<first>{YEAR})—{YEAR}年", period)
    return f"{years['first']}年" if years else period


def last_of(period: str) -> str:
    """Where a stretch of years ends; else ``period``."""
    years = re.fullmatch(rf"{YEAR}—(?P<last>{YEAR}年)", period)
    return years["last"] if years else period
