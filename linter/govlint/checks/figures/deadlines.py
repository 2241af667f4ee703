"""deadlines: is what is said to be early, or late, so, and by so much?

原定6月30日完工……6月12日即完工，提前8天 is eighteen days early. A sentence names two moments; its
words say which of them was planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.moments import Moment, moments_in
from govlint.facts.search import Search, find, search_for
from govlint.text.day_numbers import day_number, days_of
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = r"[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
_EARLY, _LATE = ("提前", "提早"), ("推迟", "延后", "延迟", "滞后", "推后", "逾期", "超期", "拖延")
_CLAIM = search_for(
    rf"(?:(?P<early>{'|'.join(_EARLY)})|(?P<late>{'|'.join(_LATE)}))(?:了)?(?:整整)?"
    rf"(?:(?P<n>{_N})(?P<half>个半)?个?(?P<unit>月|天|日|周)(?![多余左]))?(?P<told>[^，。；：\n0-9]{{0,10}})",
    ((*_EARLY, *_LATE),),
    24,
)
_ON_TIME = search_for(
    "(?:如期|按期|按时|准时)(?:全面|顺利|圆满|高质量|全部)?(?:完成|实现|建成|投[产用]|竣工|完工|通车|交付|达到)了?",
    (("如期", "按期", "按时", "准时"),),
    16,
)
_PLANNED = re.compile(
    "原定|原计划|计划|合同|约定|规定|应[于在当]|要求|预[定计]|既定|承诺|限[定时]|[时期]限|截止|目标|任务"
)
_DONE = re.compile(
    "完[工成]|竣工|交付|投[产用]|通车|开[通园业馆学]|到位|建成|验收|办结|贯通|封顶|启用|达|结束|使用|供|脱贫|收官|上报|报送"
)
_UNSURE = re.compile(
    "力争|争取|确保|预计|将|要|拟|可|请|[不未没]|需|须|应当|申请|通知|预约|介入|谋划|准备"
)
_PUT_OFF = re.compile("延期|顺延|调整|推迟|延长|批准|同意|明年|下[年月]")
_SO_FAR = re.compile("进度|目前|已经")
_OTHERS = re.compile("其[他余它]|另[外有]?")
_BEGUN = re.compile("开[工始建]|启动|动工|起")
_END = re.compile(r"[。；\n]")
_BACK = 160
_WEEK = 7
_MONTH = 30
_ROOM = 1
_ALIKE = 2


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for claim in find(text, facts.literals, _ON_TIME):
        yield from _on_time(text, claim)
    for claim in find(text, facts.literals, _CLAIM):
        moved = text[claim.start("told") : claim.start("told") + 1] in ("到", "至")
        if moved and not claim["n"]:
            yield from _moved(text, claim)
            continue
        if not claim["n"] and not _DONE.search(claim["told"]):
            continue
        for start in _starts(text, claim.start()):
            moments = [each for each in moments_in(text, start, claim.start()) if each.month]
            if len(moments) == _ALIKE:
                finding = _judge(text, start, claim, moments)
                if finding is not None:
                    yield finding
            if len(moments) >= _ALIKE:
                break


def _on_time(text: str, claim: re.Match[str]) -> Iterator[Finding]:
    """What is said to be done in time and was done after the day that was planned."""
    near = max(0, claim.start() - 4)
    for start in _starts(text, claim.start()):
        moments = [each for each in moments_in(text, start, claim.start()) if each.month]
        if len(moments) == _ALIKE and not _UNSURE.search(text, near, claim.start()):
            plan, done = moments
            planned = _PLANNED.search(text, start, plan.span.start)
            put_off = _PUT_OFF.search(text, start, claim.start()) or _BEGUN.search(
                _behind(text, plan)
            )
            own = _PLANNED.search(text, plan.span.end + 4, done.span.start)
            margin = _margin(plan, done) if planned and not put_off and not own else None
            if margin is not None and margin[1] < 0:
                fields: dict[str, str | int] = {
                    "plan": text[slice(*plan.span)], "done": text[slice(*done.span)],
                }  # fmt: skip
                yield Finding(Span(*claim.span()), fields, (Related(plan.span, "plan"),))
        if len(moments) >= _ALIKE:
            break


def _moved(text: str, claim: re.Match[str]) -> Iterator[Finding]:
    """What is wrong about 原定11月10日，现提前至11月20日."""
    start = next(_starts(text, claim.start()), claim.start())
    moments = moments_in(text, start, claim.end() + 4)
    if len(moments) != _ALIKE or moments[1].span.start - claim.start("told") > 1:
        return
    plan, then = moments
    if not (plan.day and then.day and then.month):
        return
    margin = _margin(plan, then)
    if margin and (margin[0] < 0 if claim["early"] else margin[0] > 0):
        fields: dict[str, str | int] = {
            "plan": text[slice(*plan.span)], "done": text[slice(*then.span)],
        }  # fmt: skip
        yield Finding(Span(claim.start(), then.span.end), fields, (Related(plan.span, "plan"),))


def _starts(text: str, place: int) -> Iterator[int]:
    """Where the sentence around ``place`` begins, and the one before that, in one paragraph."""
    least = max(0, place - _BACK)
    least = max(least, text.rfind("\n", least, place) + 1)
    ends = [match.end() for match in _END.finditer(text, least, place)]
    yield from ends[:-3:-1]
    if len(ends) < _ALIKE:
        yield least


def _judge(text: str, start: int, claim: re.Match[str], moments: list[Moment]) -> Finding | None:
    """What is wrong about a claim behind two moments, of which one was planned."""
    leads = [
        text[max(start, before) : moment.span.start] + _behind(text, moment)
        for before, moment in zip((start, moments[0].span.end), moments, strict=True)
    ]
    near = max(start, claim.start() - 4)
    if _UNSURE.search(text, near, claim.start()) or _SO_FAR.search(text, near, claim.start()):
        return None
    if _OTHERS.search(text, moments[1].span.end, claim.start()):
        return None  # 较原定的9月30日推迟3个月；其他6项按期或提前完成
    planned = [bool(_PLANNED.search(lead)) for lead in leads]
    if planned[0] is planned[1]:
        return None
    plan, done = moments if planned[0] else (moments[1], moments[0])
    margin = None if _BEGUN.search(_behind(text, done)) else _margin(plan, done)
    if margin is None:
        return None
    low, high = margin
    early = bool(claim["early"])
    if not early:
        low, high = -high, -low
    told = _days(claim)
    if high < 0 or (high == 0 and low == 0) or (told and not told[0] - _ROOM <= high):
        pass
    elif not told or told[1] + _ROOM >= low:
        return None
    fields: dict[str, str | int] = {
        "plan": text[slice(*plan.span)], "done": text[slice(*done.span)],
    }  # fmt: skip
    end = claim.start("told")
    return Finding(Span(claim.start(), end), fields, (Related(plan.span, "plan"),))


def _behind(text: str, moment: Moment) -> str:
    """The words right behind a moment, up to the next comma: 的, 前."""
    return text[moment.span.end : moment.span.end + 8].partition("，")[0]


def _margin(plan: Moment, done: Moment) -> tuple[int, int] | None:
    """The fewest and the most days by which what was done was early; late is less than 0."""
    year = plan.year or done.year or 2023
    days = [_stretch(moment, moment.year or year) for moment in (plan, done)]
    if None in days:
        return None
    (first, last), (begun, ended) = (day for day in days if day is not None)
    return first - ended, last - begun


def _stretch(moment: Moment, year: int) -> tuple[int, int] | None:
    """The first and the last day that a moment can mean."""
    assert moment.month is not None
    first = day_number(year, moment.month, moment.day or 1)
    if first is None or moment.day:
        return None if first is None else (first, first)
    return first, first + days_of(year, moment.month) - 1


def _days(claim: re.Match[str]) -> tuple[int, int] | None:
    """How many days are told, at least and at most."""
    if not claim["n"]:
        return None
    number = parse_numeral(claim["n"]) or 0
    if claim["unit"] in "天日":
        return number, number
    if claim["unit"] == "周":
        return _WEEK * number, _WEEK * number
    half = _MONTH // 2 if claim["half"] else 0
    return 28 * number + half - _MONTH // 2, 31 * number + half + _MONTH // 2


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_CLAIM, _ON_TIME)


CHECK = Check(
    "deadlines", NoParams, run, fields=("plan", "done"), roles=("plan",), searches=_searches
)
