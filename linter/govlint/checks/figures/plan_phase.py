"""plan-phase: is this the first or the last year of that five-year plan?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.named_plans import SEARCHES, find_plan_years
from govlint.facts.search import Search, find, search_for
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_PHASE = (
    r"(?:规划|时期|计划)?(?:实施|建设|发展|执行)?(?:的)?"
    r"(?P<{0}>开局|起步|起始|首|第[一二三四五]个?|中期(?:评估)?|收官|最后一|结束|末)(?:之)?年"
)
_PLAN = r"“?(?P<{0}>十[一二三四五六]?)五”?"
_YEAR = r"(?<![0-9—～至-])(?P<{0}>" + YEAR.replace("{2}", "{{2}}") + ")年"
_GAP = (
    rf"(?!）)(?:[^。；\n0-9]{{0,12}}?|[是为](?:(?!{YEAR}年)[^。；\n]){{0,48}}?"
    r"，[也更又还]?[是为](?:[^。；，\n0-9]{0,8}?))"
)
"""What stands between a year and the plan: few words, or what else the year is."""
_REGEX = "|".join((
    _YEAR.format("y1") + _GAP + _PLAN.format("n1") + _PHASE.format("w1"),
    _PLAN.format("n3") + r"(?:规划|时期)?(?P<w3>开局|起步|收官|期?末)(?:的|（|，?即|，?也就是)"
    + _YEAR.format("y3"),
    r"今年(?:正?[是为]|，?作为|既是|正值|恰逢)(?:[^。；\n0-9]{0,12}?)"
    + _PLAN.format("n4") + _PHASE.format("w4"),
    _YEAR.format("y5") + r"(?:底|末)?，?(?:即|也就是)?" + _PLAN.format("n5")
    + "(?:规划)?(?P<w5>期?末)",
    _PLAN.format("n2") + _PHASE.format("w2") + r"(?:的|——|，即|（|[是为]|)" + _YEAR.format("y2"),
))  # fmt: skip
_SEARCH = search_for(
    _REGEX,
    (
        ("十五", "一五", "二五", "三五", "四五", "五五", "六五"),
        (
            "之年",
            "首年",
            "一年",
            "二年",
            "三年",
            "四年",
            "五年",
            "个年",
            "估年",
            "局",
            "步",
            "官",
            "末",
        ),
    ),
    100,
)
_PERIOD = search_for(
    _PLAN.format("n") + rf"(?:规划)?(?:时期|期间)?（(?P<a>{YEAR})年?(?:——?|至|-|～)"
    rf"(?P<b>{YEAR})年",
    (("（1", "（2"), ("十五", "一五", "二五", "三五", "四五", "五五", "六五")),
    40,
)
_WITHIN = search_for(
    _YEAR.format("y") + r"，?(?:正值|正?处[在于]|正是|是|为|适逢)(?:我[国省市县区]|全[国省市县区])?"
    + _PLAN.format("n") + r"(?:规划)?(?:时期|期间|规划期)(?![末初])"
    "|" + _PLAN.format("m") + "(?:时期|期间)的" + _YEAR.format("z"),
    (("年，", "年正", "年处", "年是", "年为", "年适", "期的", "间的"),
     ("十五", "一五", "二五", "三五", "四五", "五五", "六五")),
    40,
)  # fmt: skip
_KEY = search_for(
    r"(?:今年(?:正?[是为]|，?作为|既是|正值|恰逢)|，[也又更还]是)(?P<said>[^。；\n0-9]{0,40}?)"
    + _PLAN.format("n")
    + "(?:规划|计划)?(?:目标任务|目标|任务|发展|实施|建设|各项|的|和){0,4}"
    "(?:关键|重要|攻坚|决胜|冲刺|承上启下|承前启后|爬坡过坎|深化|推进)[^，。；\n]{0,6}?(?:之年|一年|的年份)",
    (("今年", "也是", "又是", "更是", "还是"),
     ("十五", "一五", "二五", "三五", "四五", "五五", "六五"), ("之年", "一年", "年份")),
    90,
)  # fmt: skip
_AHEAD = re.compile("谋划|编制|打基础|奠定?基|衔接|迎接|谋篇|研究|启动|准备|开局$|转段")
"""What is done for a plan before it begins."""
_BRANCHES, _NOW = "12345", "4"
"""The last characters of the groups of each branch of _REGEX, and of the one for 今年."""
_FIRST = ("开局", "起步", "起始", "首")
_TENTH = 2001
"""The tenth plan began in this year; each has five."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yield from _years(text, facts)
    for match in find(text, facts.literals, _SEARCH):
        side = next(each for each in _BRANCHES if match[f"n{each}"])
        phase, now = match[f"w{side}"], side == _NOW
        right = _start(match[f"n{side}"]) + _step(phase)
        told = facts.years_of_now if now else {int(match[f"y{side}"])}
        if right in told or not told:
            continue
        year = "今年" if now else f"{match[f'y{side}']}年"
        fields: dict[str, str | int] = {
            "plan": f"{match[f'n{side}']}五", "right": right, "phase": phase, "year": year,
        }  # fmt: skip
        yield Finding(Span(*match.span()), fields)
    for found in find_plan_years(text, facts.literals, facts.years_of_now):
        named: dict[str, str | int] = {
            "plan": found.plan, "right": found.right, "phase": found.phase, "year": found.year,
        }  # fmt: skip
        yield Finding(found.span, named)
    for match in find(text, facts.literals, _KEY):
        start = _start(match["n"])
        years = facts.years_of_now
        if "今年" not in text[slice(*facts.sentence(match.start()))] or _AHEAD.search(match[0]):
            continue
        if years and not any(start <= year < start + 5 for year in years):
            yield _finding(match, match["n"], "起止", "今年")


def _step(phase: str) -> int:
    """How many years after the first one: 开局 is 0, 第四 3, 收官 4."""
    if phase[0] == "第":
        return (parse_numeral(phase[1]) or 1) - 1
    return 0 if phase in _FIRST else 2 if phase.startswith("中期") else 4


def _years(text: str, facts: Facts) -> Iterator[Finding]:
    """“十四五”时期（2020—2025年）"""
    for match in find(text, facts.literals, _PERIOD):
        start = _start(match["n"])
        if int(match["a"]) != start or int(match["b"]) > start + 4:
            told = text[match.start("a") : match.end("b") + 1]
            yield _finding(match, match["n"], "起止", told)
    for match in find(text, facts.literals, _WITHIN):
        plan, year = match["n"] or match["m"], match["y"] or match["z"]
        start = _start(plan)
        if not start <= int(year) <= start + 4:
            yield _finding(match, plan, "起止", f"{year}年")


def _start(plan: str) -> int:
    """The first year of a plan: 十四 is 2021."""
    return _TENTH + 5 * ((parse_numeral(plan) or 10) - 10)


def _finding(match: re.Match[str], plan: str, phase: str, year: str) -> Finding:
    start = _start(plan)
    right = f"{start}至{start + 4}"
    fields: dict[str, str | int] = {
        "plan": f"{plan}五", "right": right, "phase": phase, "year": year,
    }  # fmt: skip
    return Finding(Span(*match.span()), fields)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_KEY, _SEARCH, _PERIOD, _WITHIN, *SEARCHES)


CHECK = Check(
    "plan-phase", NoParams, run, fields=("plan", "right", "phase", "year"), searches=_searches
)
