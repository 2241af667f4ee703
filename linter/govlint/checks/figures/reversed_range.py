"""reversed-range: does a range run from the greater to the smaller?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.turned_bounds import find_turned_bounds
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_UNITS = (
    "个百分点|元|亩|吨|人|户|家|公里|平方米|公斤|千克|斤|克|米|公顷|立方米|千瓦时?|小时|分钟|平方公里|名|头|只|株|台"
    "|辆|处|项|座|间|套|所|张|份|摄氏度|℃|个月?|周?岁|天|件|次|倍|毫升|升|分(?!钟)|毫米|厘米|度"
)
_RANGE = re.compile(
    r"(?P<a>[0-9](?<![0-9.—～至:：/第A-Za-z-].)[0-9]{0,8}(?:\.[0-9]{1,4})?)(?P<u>%|年|[万亿]?"
    rf"(?:{_UNITS})|[万亿])?(?:——?|～|至)"
    r"(?P<b>[0-9]{1,9}(?:\.[0-9]{1,4})?)"
    rf"(?P<v>%|年(?!级)|[万亿]?(?:{_UNITS}))"
)
_SIGNS = tuple(
    re.compile(
        rf"{sign}(?<=[0-9%年万亿元亩吨人户家里米斤克顷时钟名头只株台辆处项座间套所张份度℃个岁天件次倍升分].)(?=—?[0-9])"
    )
    for sign in "—～至"
)
_BEFORE, _BEHIND = 16, 24
"""Code points of which the two sides of a range have fewer."""
_DATES = re.compile(
    rf"(?P<y>{YEAR})年(?P<m>[0-9]{{1,2}})月(?P<d>[0-9]{{1,2}})日(?:（[^）0-9]{{1,6}}）)?"
    r"(?:[上下]午)?(?:[0-9]{1,2}[：时点][0-9]{0,2}分?)?(?P<j>——?|至|到|～|-)"
    rf"(?:(?P<z>{YEAR})年)?(?P<n>[0-9]{{1,2}})月(?P<e>[0-9]{{1,2}})日"
)
_YEARS_AND_MONTHS = re.compile(
    rf"(?P<y>{YEAR})年(?P<m>1[0-2]|0?[1-9])月(?:份|底|初|[上中下]旬)?(?P<j>——?|至|到|～|-)"
    rf"(?P<z>{YEAR})年(?P<n>1[0-2]|0?[1-9])月"
)
_MONTHS = re.compile(r"月(?<=[1-9].)(?<![0-9.]..)份?(?P<j>——?|至|到|～)(?P<n>[1-9])月(?![0-9])")
_SPELT = re.compile(
    r"[自从](?P<m>1?[0-9])月(?P<d>[0-9]{1,2})日[^，。；0-9]{0,3}(?:[0-9]{1,2}[时点：][0-9]{0,2}分?)?[一-龥]{0,4}，?"
    r"(?P<j>至|到)(?P<n>1?[0-9])月(?P<e>[0-9]{1,2})日"
    r"|(?<![0-9])(?<![0-9]年)(?P<m2>1?[0-9])月(?P<d2>[0-9]{1,2})日(?:（[^）0-9]{1,6}）)?(?:——?|～|至|到)(?P<n2>1?[0-9])月(?P<e2>[0-9]{1,2})日"
)
"""Days of which no year is told: that is in _DATES."""
_CLOCK = re.compile(
    r"(?P<half>[上下]午)(?:[^，。；0-9\n]{0,6}[为是：])?(?P<one>(?P<h>1?[0-9])(?:[时点：∶](?:(?P<i>[0-9]{2}|半)分?)?))(?:——?|～|-|至|到)"
    r"(?P<other>(?P<k>1?[0-9])(?:[时点：∶](?:(?P<l>[0-9]{2}|半)分?)?))(?![0-9])"
)
"""上午11时30分至8时30分."""
_HOURS = re.compile(
    r"(?<![0-9：])(?P<h>[01]?[0-9])：(?P<i>[0-5][0-9])(?:——?|～|-|至|到)(?P<k>[01]?[0-9])：(?P<l>[0-5][0-9])(?![0-9：])"
)
"""14：30—13：00, which would last until the next day."""
_NIGHT = re.compile("次日|第二天|翌日|值班|值守|夜|轮班|昼")
_ORDINAL = "[0-9]{1,3}|[一二三四五六七八九十百]{1,5}"
_PLACES = re.compile(
    f"第(?P<a>{_ORDINAL})(?P<of>[条款项章节页组批期类号层])?(?:至|到|—|～)第(?P<b>{_ORDINAL})"
    "(?(of)(?P=of)|(?P<last>[条款项章节页组批期类号层]))"
)
_NUMBER = "[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?"
_BOUND = re.compile(
    rf"(?:年满|不低于|不小于)(?P<a>{_NUMBER})周?岁(?:以上)?[，、]?(?:且|并)?(?:不超过|不高于|不大于|未满|至)(?P<b>{_NUMBER})周?岁"
    rf"|(?<![0-9一二三四五六七八九十])(?P<c>{_NUMBER})周?岁(?:及|（含）)?以上[，、至]?(?P<e>{_NUMBER})周?岁(?:及|（含）)?以下"
)
_SCALES = {"万": 10_000, "亿": 100_000_000}
_HALF = 6
_EARLIEST, _NOON = 6 * 60, 12 * 60
"""Minutes after midnight."""
_MORNING, _AFTERNOON = 8 * 60, 16 * 60
_WORDS, _HALF_DAY = 24, 12
"""Code points around times in which words of the night are looked for."""
_FAR = 100
"""5000至3万元: the first number is no number of 万."""
_YEARS = range(1900, 2100)
_LONGEST = 30
"""A greater number of years may be the end of the name of one."""
_LENGTHS = ("米", "度", "℃", "分", "公里")
"""What can be told from the higher to the lower: 海拔由1200米至800米."""
_FALLS = re.compile("海拔|高程|水位|自|由|从")
_STEPWISE = re.compile("递减|退坡|逐[年步级次档]")
"""What behind a range says that it is gone through from its greater end."""
_FROM = "由从自降减缩压"
_CHOSEN = re.compile(
    "的(?:比例|比率|标准)[^，。；]{0,4}(?:储备|配备|选[配派拔聘]|推荐|掌握|确定|核定|安排|抽[查取检]|随机|预留|提取|计提|留足)"
)
"""按10%—15%的比例储备 tells how many at least and at most; 按30%—10%的比例补助 may fall."""
_CHANGE = re.compile(
    r"(?:由|从|自|降(?![水雨雪])|减|缩|压|按|补助|补贴|奖励|比例)[^，。；0-9]{0,12}$"
)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yield from _times(text)
    yield from _turned(facts)
    for match in _ranges(text):
        first, last, one, other = _read(match)
        far = not one and other[0] in "万亿" and first >= _FAR * last
        if far or first <= last or (one and not other.startswith(one)):
            continue
        if one in _LENGTHS and _FALLS.search(text, match.start() - 12, match.start()):
            continue
        if text.startswith("零下", match.start() - 2) and match.start() > 1:
            continue  # 零下28～18摄氏度 rises
        years = first in _YEARS and last in _YEARS
        if years and other != "年":
            continue
        if other == "年" and not years and first > _LONGEST:
            continue
        if "." in match["a"] + match["b"] and years:
            continue
        if _STEPWISE.search(text, match.end(), match.end() + _HALF_DAY):
            continue
        among = text.startswith("不等", match.end())
        change = _change(text, match)
        told = "%" not in match[0] and ("至" not in match[0] or one)  # 补助63～25万元
        if change and not ((among or told) and change[0][0] not in _FROM):
            continue
        scaled = one != match["u"] or other != match["v"]
        units = (match["u"] or "", match["v"]) if scaled else ("", "")
        fields: dict[str, str | int] = {
            "first": match["a"] + units[0], "last": match["b"] + units[1],
        }  # fmt: skip
        yield Finding(Span(*match.span()), fields)


def _turned(facts: Facts) -> Iterator[Finding]:
    """不少于20个工作日，最长不超过15个工作日"""
    for span, least, most in find_turned_bounds(facts.body, facts.literals):
        yield Finding(span, {"first": least, "last": most})


def _change(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The words before a range that say that it may fall."""
    change = _CHANGE.search(text, max(0, match.start() - 16), match.start())
    chosen = change and change[0][0] == "按" and _CHOSEN.match(text, match.end())
    return None if chosen else change


def _times(text: str) -> Iterator[Finding]:
    """Days, months, times of day and ages."""
    if "午" in text:
        yield from _clocks(text)
    if "：" in text:
        yield from _hours(text)
    if "岁" in text:
        yield from _bounds(text)
    if "日" in text:
        yield from _dates(text)
        yield from _spelt(text)
    if "第" in text:
        yield from _places(text)
    yield from _months(text)
    if "月" in text:
        yield from _months_of_years(text)


def _read(match: re.Match[str]) -> tuple[Decimal, Decimal, str | None, str]:
    """The two numbers and their units; 2万元至5000元 is read in one unit."""
    first, last, one, other = Decimal(match["a"]), Decimal(match["b"]), match["u"], match["v"]
    if one and one[0] in _SCALES and one[1:] == other:
        return first * _SCALES[one[0]], last, other, other
    if one and one != other and one[0] in _SCALES and other[0] in _SCALES and one[1:] == other[1:]:
        return first * _SCALES[one[0]], last * _SCALES[other[0]], other[1:], other[1:]
    return first, last, one, other


def _ranges(text: str) -> Iterator[re.Match[str]]:
    """The ranges in ``text``, found by what stands between the numbers: figures are many."""
    last = 0
    for place in sorted(match.start() for sign in _SIGNS for match in sign.finditer(text)):
        match = _RANGE.search(text, max(last, place - _BEFORE), place + _BEHIND)
        if match is not None:
            last = match.end()
            yield match


def _dates(text: str) -> Iterator[Finding]:
    for match in _DATES.finditer(text):
        first = (int(match["y"]), int(match["m"]), int(match["d"]))
        last = (int(match["z"] or match["y"]), int(match["n"]), int(match["e"]))
        if first > last:
            one, other = text[match.start() : match.start("j")], text[match.end("j") : match.end()]
            yield Finding(Span(*match.span()), {"first": one, "last": other})


def _spelt(text: str) -> Iterator[Finding]:
    for match in _SPELT.finditer(text):
        side = "" if match["m"] else "2"
        month, day, last, end = (match[name + side] for name in "mdne")
        back = _HALF >= int(month) > int(last) + 1
        if back or (month == last and int(day) > int(end)):
            one, other = f"{month}月{day}日", f"{last}月{end}日"
            yield Finding(Span(match.start("n" + side), match.end()), {"first": one, "last": other})


def _bounds(text: str) -> Iterator[Finding]:
    """Bounds of which the lower is the greater: 35周岁以上、18周岁以下."""
    for match in _BOUND.finditer(text):
        one, other = match["a"] or match["c"], match["b"] or match["e"]
        first, last = parse_numeral(one) or 0, parse_numeral(other) or 0
        if first > last > 0:
            yield Finding(Span(*match.span()), {"first": f"{one}岁", "last": f"{other}岁"})


def _clocks(text: str) -> Iterator[Finding]:
    """Times of one half of a day; what ends at one or two may end in the other half."""
    for match in _CLOCK.finditer(text):
        first, last = (
            60 * int(match[hour]) + int((match[minute] or "0").replace("半", "30"))
            for hour, minute in (("h", "i"), ("k", "l"))
        )
        same = last >= _EARLIEST and first <= _NOON
        if last < first and (same or match["half"] == "下午"):
            one, other = (text[slice(*match.span(group))] for group in ("one", "other"))
            yield Finding(Span(match.start("one"), match.end()), {"first": one, "last": other})


def _hours(text: str) -> Iterator[Finding]:
    """Times of the day, of 24 hours, that run back: from before four to behind eight in the
    morning nobody works."""
    for match in _HOURS.finditer(text):
        first, last = (60 * int(match[h]) + int(match[m]) for h, m in (("h", "i"), ("k", "l")))
        half = "午" in text[max(0, match.start() - _HALF_DAY) : match.start()]
        if _MORNING <= last < first <= _AFTERNOON and not half:
            near = max(0, match.start() - _WORDS), match.end() + _WORDS
            if not _NIGHT.search(text, *near):
                one, other = (
                    match[0][: match.start("k") - match.start()].rstrip("—～-至到"),
                    (text[match.start("k") : match.end()]),
                )
                yield Finding(Span(*match.span()), {"first": one, "last": other})


def _places(text: str) -> Iterator[Finding]:
    """Articles, chapters and pages: 第十八条至第十四条."""
    for match in _PLACES.finditer(text):
        first, last = parse_numeral(match["a"]) or 0, parse_numeral(match["b"]) or 0
        if first > last > 0:
            of = match["of"] or match["last"]
            one, other = (f"第{match[each]}{of}" for each in "ab")
            yield Finding(Span(*match.span()), {"first": one, "last": other})


def _months(text: str) -> Iterator[Finding]:
    """Months that run back within one year: what lasts over its turn begins in the second half
    of it (11月至3月, 9月至6月), or says so (次年)."""
    for match in _MONTHS.finditer(text):
        start = match.start() - 1
        if _HALF >= int(text[start]) > int(match["n"]) + 1:
            one, other = text[start : match.start("j")], text[match.end("j") : match.end()]
            yield Finding(Span(start, match.end()), {"first": one, "last": other})


def _months_of_years(text: str) -> Iterator[Finding]:
    """2027年4月至2026年10月."""
    for match in _YEARS_AND_MONTHS.finditer(text):
        first = (int(match["y"]), int(match["m"]))
        last = (int(match["z"]), int(match["n"]))
        if first > last:
            one, other = text[match.start() : match.start("j")], text[match.end("j") : match.end()]
            yield Finding(Span(*match.span()), {"first": one, "last": other})


CHECK = Check("reversed-range", NoParams, run, fields=("first", "last"), searches=only_figures)
