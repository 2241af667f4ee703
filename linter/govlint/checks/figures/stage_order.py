"""stage-order: do the stages of one thing follow each other in time?

2024年6月完工，2024年3月通过竣工验收; 各单位于11月20日前报送，汇总后于11月15日前上报: what is built
on an earlier step is no earlier than that. The two stages stand side by side, with nothing
between them that could be something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.after_ends import AFTER, WITHIN, find_early
from govlint.facts.answers import ANSWER, find_answered
from govlint.facts.facts import Facts
from govlint.facts.moments import Moment, moments_in
from govlint.facts.search import Search, find, search_for
from govlint.text.back import begins
from govlint.text.day_numbers import day_number, days_of

_CHAINS = (
    (
        ("立项", "获批", "获得批复"),
        ("开工", "动工", "破土", "奠基"),
        ("封顶", "贯通", "合龙"),
        ("完工", "建成", "竣工"),
        ("竣工验收", "完工验收", "通过验收", "验收合格", "交工验收"),
    ),
    (("开工", "动工", "破土", "奠基"), ("通车", "投产", "投用", "投入使用", "投入运营", "交付")),
    (("发布招标公告", "挂网招标", "发布公告"), ("开标",), ("中标",)),
    (("立案",), ("结案", "审结", "宣判")),
    (("受理", "接件", "收件"), ("办结", "办理完毕", "审结", "反馈结果")),
    (("出生",), ("入学", "参加工作", "入党", "入伍", "毕业"), ("退休",)),
    (("入学",), ("毕业",)),
    (("入职", "任职"), ("离职", "离任", "免职")),
    (("笔试",), ("面试",), ("体检",)),
    (("成立", "注册", "登记"), ("注销", "撤销")),
    (("开幕", "开班", "开营"), ("闭幕", "结业", "结营", "闭营")),
)  # fmt: skip
"""Each stage of a chain comes after those before it."""
_LATER = tuple(sorted({word for chain in _CHAINS for stage in chain[1:] for word in stage}))
_STAGES = re.compile(
    "|".join(sorted({w for c in _CHAINS for s in c for w in s}, key=lambda w: (-len(w), w)))
)
_WORDS = search_for("|".join(_LATER), (_LATER, ("月",)), 24)
_AGAIN = ("汇总", "审核", "梳理", "整理", "统计", "初审", "复核", "审查", "评审", "汇编", "收齐")
_GATHERED = search_for("|".join(_AGAIN), (_AGAIN, ("前",), ("月", "日")), 40)
_NEXT_TO = re.compile(
    "[^，。；0-9]{0,4}[，、](?:目前|现)?(?:并|已|又|且|后|再|随后|现已|计划|预计|将|拟|正式|即|最终|全部|的|，){0,4}[于在至到]?"
)
_GOES_ON = re.compile("[^，。；0-9]{0,4}。(?:[^，。；、0-9\n]{2,12}，|于|至|到){0,2}")
"""开工。在各方支持下，2022年12月完工: the next sentence names no other thing."""
_LABEL = re.compile(r"，?(?![以之]?[前后])[^，。；、（）0-9\n]{0,12}")
_NOT = re.compile("[未不没]|再次|二次|重新|[一二三四五两]期|首批|部分|之前|以前")
_BEFORE_THAT = re.compile("(?:日|号|底|末|旬|月份?)?(?:（[^）0-9]{1,6}）)?(?:[上下]午)?[之以]?前")
_GIVEN = re.compile("报|交|送|反馈|完成|提供|填")
_HANDED = re.compile("[^。；0-9的]{0,14}(?:后|，|于|在)")
_ON = re.compile(
    "[^，。；、0-9]{0,4}前(?!已|办结|完成)[^，。；0-9的]{0,10}?(?:报|送|交|发|反馈|公布)"
)
_NEW = re.compile("[二三四五]是|其中|另外|[0-9][)）]|[；\n]|下[一个]?月|次[年月]|每|回复|审核意见")
_END = re.compile(r"[。；\n]")
_BACK, _NEXT, _BETWEEN = 60, 40, 60


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, done = facts.body, -1
    for match in find(text, facts.literals, _WORDS):
        if match.start() < done:
            continue
        start = max(0, match.start() - _BACK)
        start = max([start, *(each.end() for each in _END.finditer(text, start, match.start()))])
        closed = _END.search(text, match.end(), match.end() + _BACK)
        done = closed.start() if closed else match.end() + _BACK
        for one, other in pairwise([*_last_before(text, start), *moments_in(text, start, done)]):
            if _is_turned(text, one, other):
                yield _finding(text, one, other)
    for match in find(text, facts.literals, _GATHERED):
        yield from _gathered(text, match)
    for early in find_early(text, facts.literals):
        yield _finding(text, early.end, early.moment)
    for early in find_answered(text, facts.literals):
        yield _finding(text, early.end, early.moment)


def _last_before(text: str, start: int) -> list[Moment]:
    """The last moment of the sentence that ends right before a place, if one does in its line."""
    if not text.endswith("。", 0, start):
        return []
    least = max(begins(text, start, "\n", _BACK), begins(text, start - 1, "。"))
    return moments_in(text, least, start)[-1:]


def _gathered(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """What is gathered by a day and handed on by an earlier one."""
    start, end = match.start() - _BETWEEN, match.end() + _NEXT
    one = next(reversed(moments_in(text, max(0, start), match.start())), None)
    other = next(iter(moments_in(text, match.end(), end)), None)
    if one is None or other is None:
        return
    told = text[one.span.end : other.span.start]
    behind = text[one.span.end - 1 : one.span.end + 10]
    limits = _BEFORE_THAT.match(behind) and _BEFORE_THAT.match(text, other.span.end - 1)
    lead = text[match.end() : other.span.start]
    if not _HANDED.fullmatch(lead) or not _ON.match(text, other.span.end):
        return  # 梳理5月30日前的信访件
    if not limits or not _GIVEN.search(told) or _NEW.search(told):
        return
    if _is_after(one, other):
        yield _finding(text, one, other)


def _is_turned(text: str, one: Moment, other: Moment) -> bool:
    """Whether two moments side by side are those of stages that cannot follow so."""
    first = _LABEL.match(text, one.span.end)
    second = _LABEL.match(text, other.span.end)
    if first is None or second is None or _NOT.search(first[0]) or _NOT.search(second[0]):
        return False
    stage, later = _STAGES.search(first[0]), _STAGES.search(second[0])
    if stage is None or later is None or "的" in second[0][later.end() :]:
        return False
    between = text[one.span.end + stage.end() : other.span.start]
    return (
        (_NEXT_TO.fullmatch(between) or _GOES_ON.fullmatch(between)) is not None
        and _follows(stage[0], later[0])
        and _is_after(one, other)
    )


def _follows(stage: str, later: str) -> bool:
    for chain in _CHAINS:
        ranks = [
            next((rank for rank, words in enumerate(chain) if word in words), None)
            for word in (stage, later)
        ]
        if None not in ranks and stage != later:
            return ranks[0] < ranks[1]  # type: ignore[operator]
    return False


def _is_after(one: Moment, other: Moment) -> bool:
    """Whether the first moment is surely after the second."""
    if one.month is None or other.month is None or other.next_year:
        return False
    if not one.year or not other.year:
        if one.year is None and other.year is not None:
            return False
        if one.month > other.month + 1 or one.month < other.month:
            return False  # of the next year
    year = one.year or 2023
    return _days(one, year)[0] > _days(other, other.year or year)[1]


def _days(moment: Moment, year: int) -> tuple[int, int]:
    """The first and the last day that a moment can mean."""
    assert moment.month is not None
    first = day_number(year, moment.month, moment.day or 1) or 0
    return first, first if moment.day else first + days_of(year, moment.month) - 1


def _finding(text: str, one: Moment, other: Moment) -> Finding:
    related = Related(one.span, "first")
    return Finding(other.span, {"first": text[slice(*one.span)]}, (related,))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_WORDS, _GATHERED, AFTER, WITHIN, ANSWER)


CHECK = Check("stage-order", NoParams, run, fields=("first",), roles=("first",), searches=_searches)
