"""answers: what is done in answer to something, on a day before that came.

12月8日反馈巡察意见……针对反馈的问题，于11月28日印发整改方案; 6月15日收到通知，随即于6月5日印发方案.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.after_ends import Early, is_before
from govlint.facts.literals import Literals
from govlint.facts.moments import Moment, moments_in
from govlint.facts.search import find, search_for

_CUES = (
    "针对", "根据", "按照", "对照", "收到", "接到", "随即", "立即", "迅速", "第一时间", "高度重视",
    "及时",
)  # fmt: skip
ANSWER = search_for(
    rf"(?:{'|'.join(_CUES)})[^。；\n]{{0,44}}?于(?P<day>(?:20[0-9]{{2}}年)?1?[0-9]月[0-9]{{1,2}}日)"
    r"[^，。；\n0-9]{0,10}?(?:印发|制定|出台|下发|召开|上报|成立|报送|研究)(?P<what>[^，。；\n]{0,24})",
    (_CUES, ("于",), ("月",), ("日",)),
    90,
)
_ANSWERS = re.compile("整改|落实|贯彻|实施|方案|专题|领导小组|回复|反馈|整治|部署")
_ASKED = re.compile(
    r"(?:20[0-9]{2}年)?(?<![0-9])1?[0-9]月[0-9]{1,2}日[^。；\n0-9]{0,24}?"
    r"(?:反馈|收到|接到|下发|印发|通报|移交|交办|下达)[^。；\n0-9]{0,20}?(?:意见|通知|通报|反馈|问题|函|线索|任务|清单)"
)
_BEFORE_THAT = re.compile("此前|事先|之前|提前|已于|早在|曾|预案|先行|原")
_AGAIN = re.compile("再次|第二[次轮批]|复[查核]|回头看|评估|验收|结果")
_BACK, _HALF_YEAR = 900, 5


def find_answered(text: str, literals: Literals) -> Iterator[Early]:
    """What is done in answer to the only thing that was asked before it, too early."""
    for answer in find(text, literals, ANSWER):
        if not _ANSWERS.search(answer["what"]) or _BEFORE_THAT.search(answer[0]):
            continue
        start = max(0, answer.start() - _BACK)
        asked = [*_ASKED.finditer(text, start, answer.start("day"))]
        if len(asked) != 1 or _AGAIN.search(asked[0][0]):
            continue
        first = _moment(text, asked[0].start(), asked[0].end())
        own = _moment(text, *answer.span("day"))
        if first and own and is_before(own, first) and _are_of_one_year(own, first):
            yield Early(own, first)


def _are_of_one_year(own: Moment, first: Moment) -> bool:
    """Whether an answer without a year is not of the next one: asked in December, done in
    January."""
    if own.year and first.year:
        return True
    return (first.month or 0) - (own.month or 0) <= _HALF_YEAR


def _moment(text: str, start: int, end: int) -> Moment | None:
    return next(iter(moments_in(text, start, end)), None)
