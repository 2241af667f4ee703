"""grades: do the grades of one scale overlap, or leave something out?

80分至89分为良好，60分至84分为合格，60分以下为不合格: grades follow each other, each a stretch
of one unit with what it is called or given. They may share an end, and whole numbers may follow
each other; wrong is only one that begins within the one before it, or too far above it where all
others join.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, search_for, sentences_with
from govlint.records import NamedTuple
from govlint.text.span import Span

_N = r"(?<![0-9.—～至-])[0-9]{1,7}(?:\.[0-9]{1,2})?"
_U = "(?:个月|[万亿]?[元亩吨]|分|周?岁|%|平方米|公里|米|吨|[人户家头只个名张]|天|小时|年|℃|级)"
_CONTAINS = r"(?:（不?含）|（[不]?含[0-9.]{1,7}[^（）0-9]{0,3}）|[及不]?含)?"
_GRADE = re.compile(
    rf"(?P<lo>{_N})(?P<u>{_U})?{_CONTAINS}(?:至|到|——?|～|-)(?P<hi>[0-9]{{1,7}}(?:\.[0-9]{{1,2}})?)(?P<v>{_U}){_CONTAINS}(?:[以之]下)?(?![以之][上下])"
    rf"|(?P<n>{_N})(?P<w>{_U})(?:及|（含）|（不含）|\(含\)|含|（含[^（）]{{1,6}}）)?(?:以|之)(?P<side>上|下|内)"
    rf"(?:(?:、|至|，)?(?P<hi2>[0-9]{{1,7}}(?:\.[0-9]{{1,2}})?)(?:{_U}){_CONTAINS}(?:以|之)下"
    r"|(?:、|，)?(?:但|且)?(?:不满|不足|未满|不到|低于|小于|少于)(?P<hi3>[0-9]{1,7}(?:\.[0-9]{1,2})?)(?P=w))?"
    rf"|(?:低于|不足|不满|未满|小于|少于)(?P<m>[0-9]{{1,7}}(?:\.[0-9]{{1,2}})?)(?P<x>{_U})"
)
_ENDS = search_for(
    r"[0-9][^，。；\n0-9]{1,8}以[上下]|(?:[不未]满|不足|低于)[0-9]",
    (("以上", "以下", "不满", "未满", "不足", "低于"),),
    16,
)
_CALLED = re.compile(
    "优秀|良好|合格|及格|一般|较差|较好|中等|[一二三四五甲乙丙丁ABCD特][等级类档]|[好中差优良][，。；、）]|奖|补[助贴]|给予|扣|处|罚|费|比例|按|加[0-9]|得[0-9]|红|黄|绿|橙|蓝|低风险|中风险|高风险"
)
_BETWEEN = re.compile("其中|另|男|女|同时|例外|除外|不得|[上去]年|目标|占")
_STOP = re.compile("[。\n]")
_LEAST = 3
_LABEL = 16
_FAR = 60
_MOST = 12
_INFINITE = Decimal(10) ** 12


class _Grade(NamedTuple):
    span: Span
    low: Decimal
    high: Decimal
    unit: str


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for start, end in sentences_with(text, facts.literals, _ENDS, _STOP):
        grades = [*_grades(text, start, end)]
        if len(grades) >= _LEAST:
            yield from _of_sentence(text, grades, end)


def _of_sentence(text: str, grades: list[_Grade], end: int) -> Iterator[Finding]:
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


def _grades(text: str, start: int, end: int) -> Iterator[_Grade]:
    for match in _GRADE.finditer(text, start, end):
        span = Span(*match.span())
        if match["lo"]:
            yield _Grade(span, Decimal(match["lo"]), Decimal(match["hi"]), match["v"])
        elif match["n"]:
            value = Decimal(match["n"])
            if upper := match["hi2"] or match["hi3"]:
                yield _Grade(span, value, Decimal(upper), match["w"])
            elif match["side"] == "上":
                yield _Grade(span, value, _INFINITE, match["w"])
            else:
                yield _Grade(span, Decimal(0), value, match["w"])
        else:
            yield _Grade(span, Decimal(0), Decimal(match["m"]), match["x"])


def _scales(text: str, grades: list[_Grade]) -> Iterator[list[_Grade]]:
    """The runs of grades of one unit that go one way, by where they begin and where they end."""
    run: list[_Grade] = []
    for grade in grades[:_MOST]:
        if run and _goes_on(text, run, grade):
            run.append(grade)
            continue
        if len(run) >= _LEAST:
            yield run
        run = [grade]
    if len(run) >= _LEAST:
        yield run


def _goes_on(text: str, run: list[_Grade], grade: _Grade) -> bool:
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


def _misfits(scale: list[_Grade]) -> list[tuple[_Grade, _Grade]]:
    """The neighbours of a scale that overlap, or leave more out than the others do."""
    pairs = [sorted(pair, key=lambda each: (each.low, each.high)) for pair in pairwise(scale)]
    steps = [higher.low - lower.high for lower, higher in pairs]
    if any(lower.high == _INFINITE for lower, _ in pairs) or any(not h.low for _, h in pairs):
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
    return (_ENDS,)


CHECK = Check("grades", NoParams, run, fields=("before",), roles=("before",), searches=_searches)
