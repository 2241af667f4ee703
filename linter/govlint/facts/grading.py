"""grading: the grades of a scale, and figures that are given another grade than theirs.

90分以上为优秀，80分以上不足90分为良好……最终得分87分，确定为优秀: each grade is a stretch of one
unit with what it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.limits_kept import Beyond
from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for, sentences_with
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
ENDS = search_for(
    r"[0-9][^，。；\n0-9]{1,8}以[上下]|(?:[不未]满|不足|低于)[0-9]",
    (("以上", "以下", "不满", "未满", "不足", "低于"),),
    16,
)
_NAMED = re.compile(
    r"的?，?(?:确定|评定|认定|评|划|列)?(?:为|属于?|是)“?(?P<name>[一-龥A-D]{1,5}?)”?(?:等次|等级|级|类|档)?(?=[，、；。\n（]|$)"
)
GIVEN = search_for(
    rf"(?:得分|评分|分值|成绩|考核)[^，。；\n0-9]{{0,6}}(?P<hit>(?P<score>{_N})分，[^，。；\n0-9]{{0,12}}?(?:确定|评定|认定|评|[列属划]|定|归)为?"
    r"“?(?P<name>[一-龥A-D]{1,5}?)”?)(?:等次|等级|级|类|档|标准)?(?=[，。；、\n]|$)",
    (("得分", "评分", "分值", "成绩", "考核"), ("定", "评", "列", "属", "划", "归")),
    50,
)
_PAIR = 2
_STOP = re.compile("[。\n]")
_TEST = re.compile(
    "(?P<of>[笔面初复机口]试|理论|实操|实作|技能|业务|政治|专业|平时|体能|民主|现场|资料|线上|线下)(?:考试)?"
    "(?:得分|评分|分值|成绩|考核|测评)"
)
_EXCUSED = re.compile("加分|扣分|事故|降[为至级]|升[为至级]|一票否决|直接|调[为整]|但|由于|因")
INFINITE = Decimal(10) ** 12
_FAR, _BEHIND, _LEAD = 240, 60, 24


class Grade(NamedTuple):
    span: Span
    low: Decimal
    high: Decimal
    unit: str


def find_grades(text: str, start: int, end: int) -> Iterator[Grade]:
    """The grades that are told between two places, in order."""
    for match in _GRADE.finditer(text, start, end):
        span = Span(*match.span())
        if match["lo"]:
            yield Grade(span, Decimal(match["lo"]), Decimal(match["hi"]), match["v"])
        elif match["n"]:
            value = Decimal(match["n"])
            if upper := match["hi2"] or match["hi3"]:
                yield Grade(span, value, Decimal(upper), match["w"])
            elif match["side"] == "上":
                yield Grade(span, value, INFINITE, match["w"])
            else:
                yield Grade(span, Decimal(0), value, match["w"])
        else:
            yield Grade(span, Decimal(0), Decimal(match["m"]), match["x"])


def find_misgraded(text: str, known: Literals) -> Iterator[Beyond]:
    """The scores that are given a grade whose stretch they do not lie in, though another grade of
    the same scale, told right before, has them."""
    given = [*find(text, known, GIVEN)]
    if not given:
        return  # most
    for start, end in sentences_with(text, known, ENDS, _STOP):
        scale = [*_named(text, start, end)]
        if len({name for name, _ in scale}) < len(scale) or len(scale) < 2:
            continue
        for match in given:
            if not end <= match.start() <= end + _FAR:
                continue
            stop = text.find("。", match.end(), match.end() + _BEHIND)
            stop = stop if stop >= 0 else match.end() + _BEHIND
            if _EXCUSED.search(text, match.start(), stop) or _of_another(text, start, match):
                continue
            own = [grade for name, grade in scale if name == match["name"]]
            score = Decimal(match["score"])
            others = [grade for name, grade in scale if name != match["name"]]
            if own and not _lies(score, own[0]) and any(_lies(score, each) for each in others):
                yield Beyond(Span(*match.span("hit")), own[0].span)


def _of_another(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a score is of another test than the scale: 面试成绩90分以上为优秀。笔试成绩85分."""
    scale = _TEST.search(text, start, start + _LEAD)
    score = _TEST.search(text, max(0, match.start() - _PAIR), match.end())
    return scale is not None and score is not None and scale["of"] != score["of"]


def _named(text: str, start: int, end: int) -> Iterator[tuple[str, Grade]]:
    for grade in find_grades(text, start, end):
        named = _NAMED.match(text, grade.span.end)
        if grade.unit == "分" and named is not None:
            yield named["name"], grade


def _lies(score: Decimal, grade: Grade) -> bool:
    return grade.low <= score <= grade.high
