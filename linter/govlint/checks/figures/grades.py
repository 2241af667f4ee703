"""grades: do the grades of one scale overlap, or leave something out?

80分至89分为良好，60分至84分为合格，60分以下为不合格: grades follow each other, each a stretch
of one unit with what it is called or given. They may share an end, and whole numbers may follow
each other; wrong is only one that begins within the one before it, or too far above it where all
others join.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.grading import ENDS, INFINITE, Grade, find_grades
from govlint.facts.search import Search, sentences_with

_CALLED = re.compile(
    "优秀|良好|合格|及格|一般|较差|较好|中等|[一二三四五甲乙丙丁ABCD特][等级类档]|[好中差优良][，。；、）]|奖|补[助贴]|给予|扣|处|罚|费|比例|按|加[0-9]|得[0-9]|红|黄|绿|橙|蓝|低风险|中风险|高风险"
)
_BETWEEN = re.compile("其中|另|男|女|同时|例外|除外|不得|[上去]年|目标|占")
_STOP = re.compile("[。\n]")
_LEAST = 3
_LABEL = 16
_FAR = 60
_MOST = 12


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for start, end in sentences_with(text, facts.literals, ENDS, _STOP):
        grades = [*find_grades(text, start, end)]
        if len(grades) >= _LEAST:
            yield from _of_sentence(text, grades, end)


def _of_sentence(text: str, grades: list[Grade], end: int) -> Iterator[Finding]:
    for scale in _scales(text, grades):
        called = 0
        for number, grade in enumerate(scale):
            stop = scale[number + 1].span.start if number + 1 < len(scale) else end
            stop = min(stop, grade.span.end + _LABEL)
            called += _CALLED.search(text, grade.span.end, stop) is not None
        if called < len(scale) - 1:
            continue
        wrong = _misfits(scale)
        if len(wrong) == 1:
            before, each = wrong[0]
            later = max(before.span, each.span)
            first = min(before.span, each.span)
            fields: dict[str, str | int] = {"before": text[slice(*first)]}
            yield Finding(later, fields, (Related(first, "before"),))


def _scales(text: str, grades: list[Grade]) -> Iterator[list[Grade]]:
    """The runs of grades of one unit that go one way, by where they begin and where they end."""
    run: list[Grade] = []
    for grade in grades[:_MOST]:
        if run and _goes_on(text, run, grade):
            run.append(grade)
            continue
        if len(run) >= _LEAST:
            yield run
        run = [grade]
    if len(run) >= _LEAST:
        yield run


def _goes_on(text: str, run: list[Grade], grade: Grade) -> bool:
    last = run[-1]
    between = text[last.span.end : grade.span.start]
    if last.unit != grade.unit or len(between) > _FAR or _BETWEEN.search(between):
        return False
    rises = grade.low >= last.low and grade.high >= last.high
    falls = grade.low <= last.low and grade.high <= last.high
    if (not rises and not falls) or (grade.low, grade.high) == (last.low, last.high):
        return False
    if len(run) == 1:
        return True
    return rises is (run[1].high >= run[0].high and run[1].low >= run[0].low)


def _misfits(scale: list[Grade]) -> list[tuple[Grade, Grade]]:
    """The neighbours of a scale that overlap, or leave more out than the others do."""
    pairs = [sorted(pair, key=lambda each: (each.low, each.high)) for pair in pairwise(scale)]
    steps = [higher.low - lower.high for lower, higher in pairs]
    if any(lower.high == INFINITE for lower, _ in pairs) or any(not h.low for _, h in pairs):
        return []  # 60分以上，80分以上: each holds the next
    usual = [step for step in steps if 0 <= step <= 1]
    if len(usual) < len(steps) - 1:
        return []
    return [
        (lower, higher)
        for (lower, higher), step in zip(pairs, steps, strict=True)
        if not 0 <= step <= 1
    ]


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (ENDS,)


CHECK = Check("grades", NoParams, run, fields=("before",), roles=("before",), searches=_searches)
