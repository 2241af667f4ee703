"""reversed-range: does a range run from the greater to the smaller?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.text.span import Span
from govlint.text.years import YEAR

_RANGE = re.compile(
    r"(?P<a>[0-9](?<![0-9.—～至:：/第A-Za-z-].)[0-9]{0,8}(?:\.[0-9]{1,4})?)(?P<u>%|年|万|亿)?(?:——?|～|至)"
    r"(?P<b>[0-9]{1,9}(?:\.[0-9]{1,4})?)"
    r"(?P<v>%|年(?!级)|个百分点|[万亿]?(?:元|亩|吨|人|户|家|公里|平方米|公斤|千克|斤|克|米|公顷|立方米|千瓦时?|小时|分钟|平方公里|名|头|只|株|台|辆|处|项|座|间|套|所|张|份)|摄氏度|℃|个(?!月)|周?岁|天|件|次|倍)"
)
_SIGNS = tuple(re.compile(rf"{sign}(?<=[0-9%年万亿].)(?=—?[0-9])") for sign in "—～至")
_BEFORE, _BEHIND = 16, 24
"""Code points of which the two sides of a range have fewer."""
_DATES = re.compile(
    rf"(?P<y>{YEAR})年(?P<m>[0-9]{{1,2}})月(?P<d>[0-9]{{1,2}})日(?P<j>——?|至|到|～|-)"
    rf"(?:(?P<z>{YEAR})年)?(?P<n>[0-9]{{1,2}})月(?P<e>[0-9]{{1,2}})日"
)
_MONTHS = re.compile(r"月(?<=[1-9].)(?<![0-9.]..)份?(?P<j>——?|至|到|～)(?P<n>[1-9])月(?![0-9])")
_SPELT = re.compile(
    r"[自从](?P<m>1?[0-9])月(?P<d>[0-9]{1,2})日[^，。；0-9]{0,3}(?:[0-9]{1,2}[时点：][0-9]{0,2}分?)?[一-龥]{0,4}，?"
    r"(?P<j>至|到)(?P<n>1?[0-9])月(?P<e>[0-9]{1,2})日"
)
"""自3月18日9时开始，至3月9日17时结束: within one month it cannot be of the next year."""
_HALF = 6
_FAR = 100
"""5000至3万元: the first number is no number of 万."""
_YEARS = range(1900, 2100)
_FROM = "由从自降减缩压"
_CHANGE = re.compile(r"(?:由|从|自|降|减|缩|压|按|补助|补贴|奖励|比例)[^，。；0-9]{0,12}$")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    if "日" in text:
        yield from _dates(text)
        yield from _spelt(text)
    yield from _months(text)
    for match in _ranges(text):
        first, last, one, other = Decimal(match["a"]), Decimal(match["b"]), match["u"], match["v"]
        far = not one and other[0] in "万亿" and first >= _FAR * last
        if far or first <= last or (one and not other.startswith(one)):
            continue
        if text.startswith("零下", match.start() - 2) and match.start() > 1:
            continue  # 零下28～18摄氏度 rises
        years = other == "年"
        if years is not (first in _YEARS and last in _YEARS):
            continue
        if "." in match["a"] + match["b"] and years:
            continue
        among = text.startswith("不等", match.end())
        change = _CHANGE.search(text, max(0, match.start() - 16), match.start())
        told = "%" not in match[0] and "至" not in match[0]  # 补助63～25万元
        if change and not ((among or told) and change[0][0] not in _FROM):
            continue
        yield Finding(Span(*match.span()), {"first": match["a"], "last": match["b"]})


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
        if match["m"] == match["n"] and int(match["d"]) > int(match["e"]):
            one, other = f"{match['m']}月{match['d']}日", f"{match['n']}月{match['e']}日"
            yield Finding(Span(match.start("n"), match.end()), {"first": one, "last": other})


def _months(text: str) -> Iterator[Finding]:
    """Months that run back within one year: what lasts over its turn begins in the second half
    of it (11月至3月, 9月至6月), or says so (次年)."""
    for match in _MONTHS.finditer(text):
        start = match.start() - 1
        if _HALF >= int(text[start]) > int(match["n"]) + 1:
            one, other = text[start : match.start("j")], text[match.end("j") : match.end()]
            yield Finding(Span(start, match.end()), {"first": one, "last": other})


CHECK = Check("reversed-range", NoParams, run, fields=("first", "last"))
