"""anniversary: is it so many years since then?

What is counted is the difference of the years: 1921 to 2024 is the 103rd anniversary. The year of
some events is known; that of others the text tells itself (学校创建于1958年).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search
from govlint.text.back import begins
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_EVENTS = (
    (1919, r"五四运动"),
    (1921, r"中国共产党(?:成立|建党|诞辰)?|建党|党的?(?:生日|成立)"),
    (1922, r"(?:中国)?(?:共产主义青年团|共青团)(?:成立|建团)?|建团"),
    (1927, r"(?:中国人民)?解放军(?:建军|成立)?|建军"),
    (1936, r"(?:红军)?长征胜利"),
    (1945, r"(?:中国人民)?抗日战争(?:暨世界反法西斯战争)?胜利|抗战胜利"),
    (1949, r"(?:中华人民共和国|新中国|人民政协|中国人民政治协商会议)(?:成立)?|建国|国庆"),
    (1950, r"(?:中国人民志愿军)?抗美援朝(?:出国作战)?"),
    (1954, r"全国人民代表大会(?:成立)?|人民代表大会制度(?:建立)?"),
    (1978, r"改革开放"),
    (1997, r"香港(?:回归祖国|回归)"),
    (1999, r"澳门(?:回归祖国|回归)"),
)
_SAID = re.compile(
    "(?:" + "|".join(f"(?P<e{year}>{names})" for year, names in _EVENTS) + ")"
    r"(?P<n>[0-9]{2,3}|[一二三四五六七八九]?[十百][零一二三四五六七八九十]{0,4})(?:周年|岁生日|华诞)"
)
_FOUND = (
    "始建|创建|创办|成立|建立|组建|设立|创刊|开办|创立|建成|开业|开馆|开园|通车|投产"
    "|(?<![修扩重新改迁续搬])建(?=于)|建[县市州区镇校院厂馆社局站司]"
)
_FOUNDED = re.compile(
    rf"(?:{_FOUND})于?(?:公元)?(?P<a>{YEAR})年"
    rf"|(?<![0-9])(?P<b>{YEAR})年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?，?(?:[由经][^，。；0-9]{{2,12}})?(?:正式|挂牌|批准|独立|开始)?(?:{_FOUND})"
)
_OWN = re.compile(
    rf"(?:{_FOUND}|诞辰|创[建办立刊])(?P<n>[0-9]{{2,3}}|[一二三四五六七八九]?[十百][零一二三四五六七八九十]{{0,4}})周年"
)
_KNOWN = re.compile("建[党国军团]|党|共和国|新中国|政协|人大|军|团")
_NOW = re.compile("今年|今天|本年")
_MONTH = re.compile(rf"(?<![0-9])(?P<year>{YEAR})年[0-9]{{1,2}}月")
_TOWARDS = re.compile("为迎|迎接|[筹准]备|备战|献礼|倒计时")
"""What is done for an anniversary to come."""
_PARAGRAPH = 200
"""Code points before and behind an anniversary in which its paragraph is read."""
_YEAR = re.compile(rf"(?<![0-9])(?P<year>{YEAR})年")
_END = re.compile(r"[。；！？\n]")
_AHEAD = re.compile(r"[将即迎备筹向到至]")
_IN_HONOUR = re.compile("庆祝|纪念")
_DAY_BEHIND = re.compile(
    rf"[^，。；：！？\n]{{1,40}}?(?:周年|岁生日|华诞)[^，。；：！？\n]{{0,14}}，(?:[^，。；：！？\n0-9]{{1,20}}，?[于在定]{{1,2}})?"
    rf"(?P<year>{YEAR})年[0-9]{{1,2}}月"
)
_EARLY = re.compile("[^。！？\n]{0,30}(?:启动|筹[备建划集]|着手|谋划|征集|立项|开工|编[写纂撰辑])")
"""What is begun in the year before, on the day that stands behind an anniversary."""
_BACK = 60
_SOON = re.compile("(?:以|用)[^，]{0,16}(?:迎接|庆祝|献礼|喜迎|向)|喜迎$|^(?:喜迎|迎接)")
_THIS_YEAR = re.compile("今年[正是既恰将又]")
_COMING, _ROUND = 4, 10
"""A round anniversary is looked forward to so many years before."""
_MARK = re.compile("周年|岁生日|华诞")
_WIDE = 30
"""The longest name of an event, and the number."""

_SIGNS = Search("", (("周年", "华诞"),), 0)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    if "周年" not in text and "华诞" not in text:
        return
    for match in _said(text):
        told = _year_before(text, match.start())
        number = parse_numeral(match["n"])
        begun = next(year for year, _ in _EVENTS if match[f"e{year}"])
        if number is None:
            continue
        if told is None:
            yield from _now(facts, match, begun, number)
            continue
        right = int(told["year"]) - begun
        between = text[told.end() : match.start()]
        if _is_early(text, told, match) and number == right + 1:
            continue
        if number != right and right > 0 and not _AHEAD.search(between):
            fields: dict[str, str | int] = {
                "year": f"{told['year']}年", "begun": f"{begun}年", "right": right,
            }  # fmt: skip
            span = Span(match.start("n"), match.end())
            year = Span(told.start("year"), told.end("year") + 1)
            yield Finding(span, fields, (Related(year, "year"),))
    yield from _own(facts)


def _is_early(text: str, told: re.Match[str], said: re.Match[str]) -> bool:
    """Whether the day behind an anniversary is that on which something was begun for it."""
    return told.start("year") > said.start() and _EARLY.match(text, told.end()) is not None


def _now(facts: Facts, match: re.Match[str], begun: int, number: int) -> Iterator[Finding]:
    """今年是新中国成立60周年, 以优异成绩迎接新中国成立60周年, in a report of 2019. What is prepared
    for may come one year later, and of a year that is round up to four."""
    text = facts.body
    start = facts.sentence(match.start()).start
    clause = text[max(start, text.rfind("，", start, match.start()) + 1) : match.start()]
    soon, now = _SOON.search(clause), _THIS_YEAR.search(clause)
    if not (soon or now) or _YEAR.search(text, start, match.end()):
        return
    told = {year - begun for year in facts.years_of_now}
    most = max(told, default=0) + (_COMING if number % _ROUND == 0 else 1 if soon else 0)
    if told and not min(told) <= number <= (most if soon else max(told)):
        years = sorted(facts.years_of_now)
        meant = [each for each in years if (each - begun) % _ROUND == number % _ROUND]
        year = (meant or years[len(years) // 2 :])[0]
        fields: dict[str, str | int] = {
            "year": f"{year}年", "begun": f"{begun}年", "right": year - begun,
        }  # fmt: skip
        yield Finding(Span(match.start("n"), match.end()), fields)


def _own(facts: Facts) -> Iterator[Finding]:
    """Anniversaries of what the paragraph says itself when it was founded."""
    text = facts.body
    for match in _OWN.finditer(text):
        start = begins(text, match.start(), "\n", _PARAGRAPH)
        line = text[start : match.end() + _PARAGRAPH].partition("\n")
        end = min(len(text), start + len(line[0]))
        founded = {int(each["a"] or each["b"]) for each in _FOUNDED.finditer(text, start, end)}
        number = parse_numeral(match["n"])
        if len(founded) != 1 or not number or _KNOWN.search(text, match.start() - 8, match.start()):
            continue
        begun = founded.pop()
        told = _year_of(facts, match, Span(start, end), begun)
        right = {year - begun for year in told}
        if right and number not in right:
            year = min(told)
            fields: dict[str, str | int] = {
                "year": f"{year}年", "begun": f"{begun}年", "right": year - begun,
            }  # fmt: skip
            yield Finding(Span(*match.span()), fields)


def _year_of(facts: Facts, match: re.Match[str], near: Span, begun: int) -> frozenset[int]:
    """The years in which an anniversary can be meant to fall: the one that its sentence tells
    before it, or those that 今年 can be."""
    text = facts.body
    ends = [each.end() for each in _END.finditer(text, near.start, match.start())]
    first = ends[-1] if ends else near.start
    if _TOWARDS.search(text, first, match.start()):
        return frozenset()
    years = {int(each["year"]) for each in _YEAR.finditer(text, first, match.start())}
    if not years and _IN_HONOUR.search(text, first, match.start()):
        behind = _DAY_BEHIND.match(text, match.start())
        years = {int(behind["year"])} if behind else years
    if _NOW.search(text, first, match.start()) is None:
        return frozenset(years - {begun})
    if facts.years_of_now:
        return facts.years_of_now
    others = {int(each["year"]) for each in _MONTH.finditer(text, *near)}
    implied = begun + (parse_numeral(match["n"]) or 0)
    return frozenset(year for year in others if year > implied + 1)


def _said(text: str) -> Iterator[re.Match[str]]:
    """What is said of the events, looked for around the word that few sentences have."""
    last = 0
    for mark in _MARK.finditer(text):
        match = _SAID.search(text, max(last, mark.start() - _WIDE), mark.end())
        if match is not None:
            last = match.end()
            yield match


def _year_before(text: str, place: int) -> re.Match[str] | None:
    """The only year that the sentence names before ``place``, or the day right behind the clause
    that says for what something is done: 为庆祝国庆74周年，2024年9月27日，馆里举办歌会."""
    near = max(0, place - _BACK)
    ends = [match.end() for match in _END.finditer(text, near, place)]
    start = ends[-1] if ends else near
    years = list(_YEAR.finditer(text, start, place))
    if not years and _IN_HONOUR.search(text, start, place):
        return _DAY_BEHIND.match(text, place)
    return years[0] if len(years) == 1 else None


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_SIGNS,)


CHECK = Check(
    "anniversary",
    NoParams,
    run,
    fields=("year", "begun", "right"),
    roles=("year",),
    searches=_searches,
)
