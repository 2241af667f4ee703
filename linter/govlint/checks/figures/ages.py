"""ages: is somebody as old as the year of birth makes them, or so long in the party or at work?

1958年3月出生……2024年10月，56岁的他 is sixty-six. Begun years may be counted, so a year more or less
is right. Limits of age are asked the same: 35周岁以下（1979年1月1日以后出生）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_N = r"[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九]"
_BEGUN = {
    "age": re.compile(
        rf"(?:出生于|生于)(?P<a>{YEAR})年|(?<![0-9])(?P<b>{YEAR})年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:出生|生(?=[，。；于人的在]))"
    ),
    "party": re.compile(
        rf"(?:入党于)(?P<a>{YEAR})年|(?<![0-9])(?P<b>{YEAR})年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:光荣)?(?:入党|加入(?:中国共产党|党组织))"
    ),
    "work": re.compile(
        rf"(?<![0-9])(?P<b>{YEAR})年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:师范|大学|中专|卫校)?(?:毕业)?[后，]?"
        r"(?:参加工作|从[教医警政事业]|任教|执教|入伍|参军|走上[^，。；0-9]{0,6}(?:讲台|岗位)|入职|驻村"
        r"|(?:[到驻赴]村|到[^，。；0-9]{1,6})任职)(?P<a>(?!))?"
    ),
}
"""When what the years are counted of began."""
_CLAIM = search_for(
    rf"(?P<age>(?<![0-9.])(?:{_N}))周?岁(?![以及至—～-])"
    rf"|(?:党龄|在党|入党)(?:已|达|达到|有|整整|满|了|经)*(?P<party>{_N})(?:周?年|个年头)|(?P<party2>{_N})年(?:的)?党龄"
    rf"|(?:[教工医军警]龄|从[教医警政]|任教|执教|工作|驻村|任职|履职)(?:已|达|达到|有|整整|满|了|经|长达)*(?P<work>{_N})(?:周?年(?!级|[前内来间])|个年头|载)|(?P<work2>{_N})年(?:的)?[教工医军警]龄",
    (("岁", "年", "载"), ("岁", "党", "龄", "从", "任教", "执教", "工作", "驻村", "任职", "履职")),
    14,
)
_SEEN = re.compile(rf"(?<![0-9])(?P<y>{YEAR})年")
_NOW = re.compile("今年|现年|如今|现在|目前|至今")
_OTHER = re.compile(
    "[其父母儿女妻夫孙弟妹兄姐]|老伴|孩子|他的|爱人|丈夫|年仅|平均|[当那]年|那时|当时|退休年龄|(?<!已)年满|不满|未满|近|多"
)
_AGAIN = re.compile("调|任[职命]|担任|入[党伍职校]|转|当选|毕业|参加工作")
"""Behind a year: it tells of another beginning."""
_SENTENCE = re.compile(r"[。；！？\n]")
_BACK = 200
_BEHIND = 60
_NEAR = 10
_LIMIT = search_for(
    rf"(?:(?P<low>{_N})周?岁(?:以上|至|—|～|-|及以上)[^，。；（）\n0-9]{{0,6}}[、，]?)?(?P<n>{_N})周?岁(?:及|（含）|（[^（）]{{1,6}}）)?(?P<way>以[下内上])[^（。；\n]{{0,10}}（[^（）0-9\n]{{0,4}}"
    rf"(?P<y>{YEAR})年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:(?:至|—|到)(?P<z>{YEAR})年[^（）\n]{{0,16}}?|[^（）\n]{{0,8}}?)出生",
    (("出生",), ("岁",), ("（",)),
    80,
)
_AS_OF = re.compile(
    rf"(?:计算|年龄)[^。；\n0-9]{{0,14}}(?P<y>{YEAR})年|(?:截[至止]|以(?![下上内后前外]))[^。；\n0-9]{{0,4}}(?P<z>{YEAR})年[^。；\n]{{0,10}}(?:为准|计算|$|）)"
)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for claim in find(text, facts.literals, _CLAIM):
        kind = next(name for name in _BEGUN if claim.re.groupindex and _number(claim, name))
        begun = _begun(text, claim, kind)
        if begun is None or _OTHER.search(text, claim.start() - _NEAR, claim.start()):
            continue
        told = parse_numeral(_number(claim, kind)) or 0
        year = int(begun["a"] or begun["b"])
        right = {seen - year for seen in _seen(facts, begun, claim.start())}
        right = {size for size in right if size > 0}
        if told and right and not min(right) - 1 <= told <= max(right) + 1:
            fields: dict[str, str | int] = {
                "begun": text[slice(*begun.span())], "right": min(right),
            }  # fmt: skip
            yield Finding(Span(*claim.span()), fields, (Related(Span(*begun.span()), "begun"),))
    yield from _limits(facts)


def _number(claim: re.Match[str], kind: str) -> str:
    groups = claim.groupdict()
    return groups[kind] or groups.get(f"{kind}2") or ""


def _begun(text: str, claim: re.Match[str], kind: str) -> re.Match[str] | None:
    """The one place before a claim, in its paragraph, that tells when it began."""
    least = max(0, claim.start() - _BACK)
    start = max(least, text.rfind("\n", least, claim.start()) + 1)
    found = [*_BEGUN[kind].finditer(text, start, claim.start())]
    if not found and kind == "party":
        found = [*_BEGUN[kind].finditer(text, claim.end(), claim.end() + _BEHIND)]
    return found[0] if len(found) == 1 else None


def _seen(facts: Facts, begun: re.Match[str], place: int) -> set[int]:
    """The years from which a claim can be seen: the last one that its sentence names before it, or
    those that 今年 can be."""
    text = facts.body
    start = begun.end() if begun.end() <= place else max(0, place - _BACK)
    ends = [match.end() for match in _SENTENCE.finditer(text, start, place)]
    begin = max(start, ends[-1] if ends else start)
    years = [*_SEEN.finditer(text, begin, place)]
    behind = years[-1].end() if years else begin
    if _NOW.search(text, behind, place):
        return set(facts.years_of_now)
    if not years or _AGAIN.search(text, behind, place):
        return set()
    return {int(years[-1]["y"])}


def _limits(facts: Facts) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _LIMIT):
        told = {int(each["y"] or each["z"]) for each in _AS_OF.finditer(text)}
        now = told or set(facts.years_of_now)
        ages = [("y", match["n"])]
        if match["z"]:
            ages = [("y", match["n"]), ("z", match["low"])]
        for group, age in ages:
            years = parse_numeral(age) if age else None
            if not now or not years:
                continue
            least, most = min(now) - years - 1, max(now) - years + 1
            if not least <= int(match[group]) <= most:
                fields: dict[str, str | int] = {
                    "begun": f"{age}岁", "right": f"{max(now) - years}年",
                }  # fmt: skip
                yield Finding(Span(*match.span(group)), fields)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_CLAIM, _LIMIT)


CHECK = Check(
    "ages", NoParams, run, fields=("begun", "right"), roles=("begun",), searches=_searches
)
