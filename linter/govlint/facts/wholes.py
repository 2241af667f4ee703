"""wholes: counts that are said to be some of another, and are more than that.

应到45人，实到47人: what came back of what was given out, what passed of what was examined, and
whatever leaves a rest (其余, 尚未……的, 请假) is less than all there were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.facts.links import EARLIER
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.records import NamedTuple

_PAIRS = (
    (r"应(?P<what>[一-龥])", r"实际?(?P=what)"),
    (r"(?:发[放出]|印发|投放|分发|派发)", r"(?:收[回到]|回收|返回|有效)"),
    (
        r"(?:[抽送监受参应]检|检[测验查]|抽[查测样]|监测|参[考评检加]|报[名考]|送审|申报|推荐|参赛|应试|赴考)",
        r"(?<!不)(?:合格|达标|通过|优良|录[取用]|获[批奖评]|入[选围]|及格|上线)",
    ),
    (
        r"(?:排查|查[出找]|交办|收到|征集|摸排|梳理|反馈|发现)",
        r"(?:整改|办[结复理]|销号|采纳|化解|答复|解决|采用)",
    ),
)
"""Steps of which the second is taken with some of what went through the first."""
_STEPS = [(re.compile(f"{one}(?!的).*\n.*{other}"), re.compile(one)) for one, other in _PAIRS]
_MAY_TELL = re.compile(
    r"的|实|收[回到]|回收|有效|合格|达标|通过|优良|录[取用]|获[批奖评]|入[选围]|及格|上线|整改|办[结复理]|销号|采纳|化解|答复"
    r"|解决|采用|其余|剩余|余下|尚未|还未|仍未|未|请假|缺[席考勤]|单是|光是|一项就"
)
_LEFT = re.compile(
    r"其余|剩余的?|余下|[尚还仍]未|尚[有待]|(?:不合格|不达标|未[一-龥]{2,4}|没有[一-龥]{2,4})的|不合格|请假|缺[席考勤]"
)
"""Words that tell of the others."""
_ALONE = re.compile(
    r"(?:单[是就]|光是?|仅仅?)[^，。；0-9]{2,20}$"
    r"|，单[^，。；0-9]{2,12}(?:就|一项)[^，。；0-9]{0,4}$"
    r"|一[项块类地][^，。；0-9]{0,4}就[^，。；0-9]{0,6}$"
)
_STOP = re.compile("[。；\n]")
_CLAUSE = re.compile("[，。；：、（\n]")
_NOT_WHOLE = CHANGE_ROLES | EARLIER | {"目标", "前期", "其中", "部分", "增量", "均值", "起点"}
_NOT_PART = CHANGE_ROLES | {"上期", "均值", "目标", "总数"}
_MORE = re.compile("累计|历年|上年|去年|存量|旧存|结转|同比|包括|[及和含]|另|超[过额出]|总数|使")
_SOME = re.compile("[一-龥]{3,14}(?<![年来])(?<![剩其]余)(?<!其他)的(?P<noun>[一-龥]{0,6})$")
_NEW = re.compile("新|增|[比较]")
_LIMIT = re.compile(
    "控制|不超|以内|指标|目标|任务|下达|核定|规定|要求|标准|限[额值]|上限|警戒|预算"
)
_ROOM = 8
_NOUN = 2
_OF_WHICH = re.compile("[一-龥]{1,10}的")
"""What stands between two counts where the second are parts of the first: 4个乡的12个村."""


class Overflow(NamedTuple):
    """``part``: what is more than the ``whole`` of which it is some."""

    whole: Figure
    part: Figure


def may_tell(words: str) -> bool:
    """Whether the words of a sentence may tell that a count is some of another."""
    return _MAY_TELL.search(words) is not None


def find_overflows(text: str, figures: list[Figure], end: int) -> Iterator[Overflow]:
    """The counts of a sentence that are more than that of which they are some. ``end``: where the
    words behind the sentence end that may tell of the others."""
    kinds: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.dimension not in (TIMES, DOUBLINGS, PERCENT, POINTS):
            kinds.setdefault(figure.dimension, []).append(figure)
    for several in kinds.values():
        for whole, part in pairwise(several):
            if part.value <= whole.value or whole.about or part.about or whole.unit != part.unit:
                continue
            if whole.roles & _NOT_WHOLE or part.roles & _NOT_PART:
                continue
            if _OF_WHICH.fullmatch(text, whole.span.end, part.span.start):
                continue
            if _MORE.search(text, *part.lead) or _STOP.search(
                text, whole.span.end, part.span.start
            ):
                continue
            only = len(several) == _NOUN and (
                _is_left(text, whole, part, _told_until(figures, part, end))
                or (
                    _is_some(_clause(text, whole), _clause(text, part))
                    and not _is_limit(text, part)
                )
            )
            if only or _follows(text, whole, part):
                yield Overflow(whole, part)


def _told_until(figures: list[Figure], part: Figure, end: int) -> int:
    """Where something else is counted behind a part, or the ``end``: 教育12次，排查33处，剩余."""
    others = (f.span.start for f in figures if f.span > part.span and f.unit != part.unit)
    return min(end, *others, end)


def _follows(text: str, whole: Figure, part: Figure) -> bool:
    """Whether the verbs before two counts are steps of which the second takes some of the first."""
    first, second = _clause(text, whole), _clause(text, part)
    if _ALONE.search(text, *part.lead) and "总数" in whole.roles:
        return True
    for steps, one in _STEPS:
        if steps.search(f"{first}\n{second}"):
            return not one.search(second)
    return False


def _is_some(first: str, second: str) -> bool:
    """Whether a count is one of some of those: 行政村183个，通客车的行政村; 教师138人，有证的."""
    some = _SOME.search(second)
    if some is None or "的" in first:
        return False
    return not some["noun"] or first.endswith(some["noun"])


def _is_limit(text: str, part: Figure) -> bool:
    """Whether a figure is what was allowed, not what there is: 控制在下达的10.5亿立方米指标以内."""
    behind = text[part.span.end : part.span.end + _ROOM]
    return _LIMIT.search(_clause(text, part) + _CLAUSE.split(behind)[0]) is not None


def _is_left(text: str, whole: Figure, part: Figure, end: int) -> bool:
    """Whether words behind a count tell that it leaves some of the whole, which is called alike."""
    between = text[whole.span.end : part.span.start]
    if "，" not in between or between.startswith("、"):
        return False
    other = _clause(text, part)
    one = _clause(text, whole)[-len(other) :]
    if one != other and (one[:1], one[-_NOUN:]) == (other[:1], other[-_NOUN:]):
        return False  # 标红项目3个，标黄项目8个，其余
    if _NEW.search(text, *part.lead) or _NEW.search(text, *whole.lead):
        return False  # 新建2所，使总数达到6所
    stop = _STOP.search(text, part.span.end, end)
    end = stop.start() if stop else end
    noun = text[whole.span.end : whole.span.end + _NOUN]
    other = text[part.span.end : part.span.end + _NOUN]
    alike = noun == other or (noun[:1] in "，、。；" and other in text[slice(*whole.lead)])
    bare = text[part.span.end : part.span.end + 1] in "，、。；"
    left = _LEFT.search(text, part.span.end, end) is not None or _is_denied(text, part, end)
    return (alike or bare) and left


def _is_denied(text: str, part: Figure, end: int) -> bool:
    """Whether words behind tell of those that are not what a count is of: 已就业……未就业学生."""
    verb = _clause(text, part).rstrip("的有了为")[-_NOUN:]
    behind = text[part.span.end : end]
    return len(verb) == _NOUN and any(f"{no}{verb}" in behind for no in ("未", "不", "没有"))


def _clause(text: str, figure: Figure) -> str:
    """The words of the clause before a figure."""
    return next(filter(None, reversed(_CLAUSE.split(text[slice(*figure.lead)]))), "")
