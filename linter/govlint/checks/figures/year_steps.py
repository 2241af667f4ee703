"""year-steps: do years follow on each other as the words beside them say?

2024年工作总结和下一年度（2026年）计划 leaves a year out, and so does 第一阶段（2021—2023年）……
第二阶段（2025—2027年）; 去年（2021年） is not the year before 2023; 2021年、2022年、2023年连续四年
are three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_AHEAD = {"下": 1, "明": 1, "来": 1, "次": 1, "去": -1, "上": -1, "今": 0, "本": 0, "前": -2}
"""How far a year lies ahead, by the first character of what it is called."""
_CALLED = search_for(
    rf"(?P<of>下一?年度?|明年|来年|次年|去年|上一?年度?|今年|本年度?|前年)[^，。；（）\n0-9]{{0,4}}（(?:即)?(?P<y>{YEAR})年?(?:度)?）",
    (
        ("年（", "度（", "年的（", "度的（", "期（", "底（", "末（", "即（"),
        ("年）", "度）", "0）", "1）", "2）", "3）", "4）", "5）", "6）", "7）", "8）", "9）"),
    ),
    24,
)
_YEAR = re.compile(rf"(?<![0-9—～至-])(?P<y>{YEAR})年(?!代)")
_SENTENCE = re.compile(r"[。；！？\n]")
_BACK, _FEW = 80, 2
_STEP = search_for(
    rf"(?:第(?P<n>[一二三四五六])(?P<kind>阶段|步|年|期|轮|批)|(?P<term>[近中远]期))[^，。；（）\n]{{0,10}}（[^（）0-9\n]{{0,4}}(?P<a>{YEAR})年?(?:—|～|-|至|到)(?P<b>{YEAR})(?:学年|年)",
    (("（1", "（2", "（为", "（即", "（从", "（自"), ("阶段", "第", "期"), ("年",)),
    40,
)
_TERMS = "近中远"
_WIDE = 400
_ROW = search_for(
    rf"(?P<row>(?<![0-9]){YEAR}年(?:(?:、|和|及|与){YEAR}年){{1,7}})，?(?:已|都|均|曾)?连续(?P<n>[两二三四五六七八九2-9])年",
    (("连续",), ("年、", "年和", "年及", "年与")),
    80,
)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, known = facts.body, facts.literals
    for match in find(text, known, _CALLED):
        now = _now(facts, match)
        ahead = _AHEAD[match["of"][0]]
        if now and all(int(match["y"]) != year + ahead for year in now):
            right = min(now) + ahead
            yield _finding(match, "y", f"{match['of']}", f"{right}年")
    steps = [*find(text, known, _STEP)]
    yield from _steps(text, steps)
    for match in find(text, known, _ROW):
        years = [int(year) for year in re.findall(YEAR, match["row"])]
        told = parse_numeral(match["n"]) or 0
        apart = years == [*range(years[0], years[0] + len(years))]
        if apart and told != len(years):
            yield _finding(match, "n", match["row"], f"{len(years)}年")


def _now(facts: Facts, match: re.Match[str]) -> set[int]:
    """The years that the one beside a word may be counted from: the only other one that the
    sentence names, where it is near; else those that the text is of."""
    text = facts.body
    start = max(0, match.start() - _BACK)
    ends = [each.end() for each in _SENTENCE.finditer(text, start, match.start())]
    begin = ends[-1] if ends else start
    close = _SENTENCE.search(text, match.end(), match.end() + _BACK)
    end = close.start() if close else match.end() + _BACK
    others = {int(each["y"]) for each in _YEAR.finditer(text, begin, match.start())}
    others |= {int(each["y"]) for each in _YEAR.finditer(text, match.end(), end)}
    if not _AHEAD[match["of"][0]]:  # 建于1976年，至今年（2026年）: history tells nothing of now
        others = {year for year in others if abs(year - int(match["y"])) <= _FEW}
    told = set(facts.years_of_now)
    if len(others) == 1:
        return others | told
    return told if not others else set()


def _steps(text: str, steps: list[re.Match[str]]) -> Iterator[Finding]:
    """Stretches of years that are numbered, and do not join."""
    for number, (one, other) in enumerate(pairwise(steps)):
        if not _is_next(one, other) or other.start() - one.end() > _WIDE:
            continue
        if text.count("\n\n", one.end(), other.start()):
            continue
        gap = int(other["a"]) - int(one["b"])
        before = steps[number - 1] if number and _is_next(steps[number - 1], one) else None
        usual = (0, 1) if before is None else (int(one["a"]) - int(before["b"]),)
        if gap not in usual:
            span = Span(other.start("a"), other.end("b"))
            first = text[one.start("a") : one.end("b")]
            fields: dict[str, str | int] = {
                "of": first, "right": f"从{int(one['b']) + max(usual)}年起",
            }  # fmt: skip
            related = Related(Span(one.start("a"), one.end("b")), "first")
            yield Finding(span, fields, (related,))


def _is_next(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether one step is numbered right behind the other."""
    if one["term"] and other["term"]:
        return _TERMS.index(one["term"][0]) < _TERMS.index(other["term"][0])
    if not one["n"] or not other["n"] or one["kind"] != other["kind"]:
        return False
    return (parse_numeral(other["n"]) or 0) - (parse_numeral(one["n"]) or 0) == 1


def _finding(match: re.Match[str], group: str, of: str, right: str) -> Finding:
    return Finding(Span(*match.span(group)), {"of": of, "right": right})


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_CALLED, _STEP, _ROW)


CHECK = Check(
    "year-steps", NoParams, run, fields=("of", "right"), roles=("first",), searches=_searches
)
