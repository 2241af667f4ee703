"""rate_links: whether a rate is called as its parts are: 上线率, and 287名越过录取线."""

from __future__ import annotations

import re

from govlint.facts.links import context, names_other, shares_char
from govlint.facts.ties import NEGATED, Tie

_RATE_END = re.compile(r"化?(?:比率|比例|比重|占比|密度)$|[率度]$")
_MEASURED = re.compile(
    r"失业|就业|增长|贡献|覆盖|城镇|城市|死亡|出生|发病|收益|负债|毛利|通胀|渗透|优良|自然|绿地|绿化|普及|入学|入园|保持|处理|森林|水质|良田"
)
"""Rates that a census, a survey or an instrument gives."""
_WHOLE_TOLD = re.compile(
    r"[共应总全需]|参[加与会考评检赛]|[受抽送被]检|任务|计划|目标|下达|现有|在册|名单"
)
_PERIOD = re.compile(r"[本当上][月周日季旬]|[一二三四]季度|半年")
_DONE_RATES = ("完成", "执行", "落实")
_DONE = re.compile(r"已|完成|实际")
_BRIEF = 3
_TASK = re.compile(
    "目标|任务|计划|预算|指标|年度|全年|总体|整体|工作|执行|完成|落实|[上本全我该][级省市县区镇乡村局]|已"
)
"""What names no measure."""


def is_done_rate(name: str) -> bool:
    """Whether a rate tells how much of a task is done, whatever the task is."""
    return core_of(name)[-2:] in _DONE_RATES


def without_task(name: str) -> str:
    """What is done, by the name of a rate: 造林 of 年度造林任务完成."""
    return _TASK.sub("", name)


def is_rate_of(tie: Tie) -> bool:
    """Whether a rate is that of the parts in the whole."""
    name = tie.ratio.name
    core = core_of(name)
    if _is_of_other_time(tie):
        return False
    about = [context(tie.text, part) for part in tie.parts]
    if any(bool(NEGATED.search(each)) != bool(NEGATED.search(core)) for each in about):
        return False
    if is_done_rate(name):
        subject = without_task(core)
        told = context(tie.text, tie.whole) + "".join(about)
        other = len(subject) > _BRIEF and names_other(subject, told)
        return not other and _is_done(tie)  # 整改完成率 needs no 整改 before it
    if _is_spelt(core, about):
        return True  # 优161天、良177天，优良天数比率
    cut = tie.text[: tie.ratio.lead.end].rfind(name)
    if len(core) < 2 or tie.text[cut - 1].isdecimal():
        return False
    closed = tie.is_closed and tie.is_only
    return closed or (_is_called(tie, core, about) and _is_subject(tie, core) and (_has_whole(tie)))


def _is_of_other_time(tie: Tie) -> bool:
    """Whether a rate is told first, and what is counted behind it is of a shorter time."""
    if tie.ratio.span > tie.whole.span:
        return False
    told = _PERIOD.findall(tie.text, tie.ratio.span.end, tie.parts[0].span.start)
    headed = tie.text[tie.ratio.lead.start : tie.ratio.span.start]
    return any(period not in headed for period in told)


def core_of(name: str) -> str:
    """What a rate is named after: 办结 of 办结率."""
    return _RATE_END.sub("", name)


def _is_done(tie: Tie) -> bool:
    """Whether a part is what was done of what was to do."""
    if len(tie.parts) > 1 or "目标" in tie.parts[0].roles:
        return False
    if tie.is_within and (tie.follows or tie.is_only):
        return _DONE.search(tie.told) is not None
    return "目标" in tie.whole.roles and _DONE.search(tie.text, *tie.parts[0].lead) is not None


def _is_spelt(core: str, about: list[str]) -> bool:
    """Whether a rate is spelt by the names of several parts."""
    own = "".join(each.removeprefix("其中") for each in about)
    return len(about) > 1 and 0 < len(own) <= len(core) and all(char in core for char in own)


def _is_called(tie: Tie, core: str, about: list[str]) -> bool:
    """Whether each part is called as the rate is, by a word or, near the rate, by a character."""
    word = core[-2:]
    if all(word in each for each in about):
        return not _MEASURED.search(core) or tie.follows
    if _MEASURED.search(core):
        return False
    if tie.follows or _is_only_done(tie, word):
        return all(word in each or shares_char(word, each) for each in about)
    return tie.is_within and tie.is_only and shares_char(word, tie.told)


def _is_only_done(tie: Tie, word: str) -> bool:
    """Whether of all that a passage counts in one unit only a part is done as a rate says, of a
    whole that was to be done: 结案率……共需办理19600件，已办结17738件."""
    if len(tie.parts) > 1 or not _WHOLE_TOLD.search(tie.text, *tie.whole.lead):
        return False
    about = [(f, context(tie.text, f)) for f in tie.counts]
    about = [(f, told) for f, told in about if not NEGATED.search(told)]
    done = [f for f, told in about if word in told]
    done = done or [f for f, told in about if shares_char(word, told)]
    return done == tie.parts and _DONE.search(tie.text, *tie.parts[0].lead) is not None


def _is_subject(tie: Tie, core: str) -> bool:
    """Whether a long name of a rate begins as something else in the passage does: not the rate of
    others."""
    if len(core) < 4:
        return True
    start, end = tie.passage[0].lead.start, tie.passage[-1].span.end
    around = tie.text[start : tie.ratio.lead.start] + tie.text[tie.ratio.span.end : end]
    headed = tie.ratio.span < min(tie.whole.span, tie.parts[0].span)
    if tie.is_only and (tie.is_within or (headed and len(tie.counts) == 1)):
        return True
    return core[:2] in around


def _has_whole(tie: Tie) -> bool:
    """Whether words, or that it stands first, tell the whole."""
    if tie.whole.span < tie.parts[0].span or tie.is_closed:
        return True
    return _WHOLE_TOLD.search(tie.text, *tie.whole.lead) is not None
