"""past events: the days on which, as the text tells, something has happened.

A past is told by what nobody plans (8月14日……发生火灾), by 了 or 已 behind the day, or, in a text
that looks back, by a bare verb (于8月14日召开). What is to come, is asked for or is played (演练)
is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.records import NamedTuple
from govlint.text.span import Span
from govlint.text.years import YEAR

_DAY = re.compile(
    rf"(?:(?P<year>{YEAR})年)?(?<![0-9])(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12][0-9]|[1-9])日"
)
_STOP = re.compile(r"[。；！？\n]|[0-9]{1,2}月[0-9]{1,2}日")
_TAIL, _LEAD = 70, 50
_HAPPENED = re.compile(
    "(?:突?发生(?![^，。]{0,16}(?:的[，。]|时，|后，|[立及]))|突发(?!事件|情况|公共|山洪|事故的)|突降|遭[遇受到]|接到|接报|起火|坍塌|塌方|爆炸|爆裂|断裂|垮塌|倒塌|滑坡|决口|侧翻|相撞|追尾|失踪|走失|中毒|中暑|昏迷|晕倒|扑灭|救起|勇救|溺水|身亡|死亡|遇难|受伤|[去逝]世|收悉"
    "|[查抓破]获|被[一-龥]{1,8}(?:破|断|毁|伤|损|盗|骗)|未造成|立即启动"
    "|发现[^的，。；]{1,12}[0-9]|[受遭](?:到)?[^的，。；]{0,8}(?:处分|处罚)"
    "|被[^的，。；]{0,10}(?:立案|拘留|逮捕|开除|处罚|处分|撤职))"
)
_OVER = re.compile(
    "(?<![为除])了(?![解断如望然不却结])(?![一-龥]{0,6}的)|已(?:经)?[一-龥](?![^，]*的)"
)
_DID = re.compile("(?:召开|举行|举办|组织|印发|下发|受理|收到|立案|作出|送达|约谈|赴|到|进驻|对)")
_LOOKED_INTO = re.compile(
    "[一-龥](?:检查|检测|核查|走访|调查|勘[查察]|抽查|回访|取样|巡查|察看|督导|会商)(?![组员表])"
)
"""What is told of as done by a text that looks back."""
_OF_WHOM = re.compile("的(?:[，；]|$|考生|人员|单位|学生|顾客|群众|企业|车辆|费用)")
"""A day on which something is to be done by, or for, whom something has happened to."""
_RANGE = re.compile("(?:至|—|～|到)(?:[0-9]{1,2}月)?[0-9]{1,2}日")
_ENDED = re.compile("(?:完成|开工|竣工|通过|成立|启动)")
"""What a text may also tell of as ahead, unless 于 leads to the day."""
_AHEAD = re.compile("下一?步|下阶段|下一阶段|接下来|今后|打算|倒排|安排如下|时间表|同意|原则上")
"""Behind this a paragraph tells of what is to come."""
_BEHIND = re.compile(r"(?:[0-9]{1,2}[时点][0-9分许]{0,4}|上午|下午|晚|凌晨)?[，]?")
_NOT_YET = re.compile(
    "将(?![军士近])|拟|届时|预计|计划|演练|模拟|假设|假定|脚本|预案规定|力争|争取|确保|如果|如有"
    "|若(?!干)|凡|一旦|安排|节点|工期|时限|可能|易发|预报|预警|遇|放假|禁止|限行|值班|严禁"
    "|务必|必须|应[当于在]|须|请|定于|下一步|接下来|去年|上年|前年|同期|历史|[此以]前|历年|要[于在]"
)
_LIMIT = re.compile(
    "(?:[0-9]{1,2}[时点](?:[0-9]{1,2}分)?)?(?:[之以]?[前后]|起)|止|为止|以来|至|到(?=[0-9])|—|～|（?星期|的(?![一-龥]{0,6}(?:函|请示|报告))"
)
_NAMED_YEAR = re.compile(rf"(?<![0-9])(?P<year>{YEAR})年")
_YEAR_REACH = 400


class Past(NamedTuple):
    """``place``: a day; ``year``: the one that is written, last before it, or None; ``told``: the
    year stands with it."""

    place: Span
    year: int | None
    month: int
    day: int
    told: bool


def find_past(text: str, start: int, end: int, *, back: bool) -> Iterator[Past]:
    """The days between two places. ``back``: the text looks back on what was done."""
    for match in _DAY.finditer(text, start, end):
        whole = _RANGE.match(text, match.end())
        here = whole.end() if whole else match.end()
        stop = _STOP.search(text, here, here + _TAIL)
        tail = text[here : stop.start() if stop else here + _TAIL]
        lead = re.split(r"[。；！？\n]", text[max(start, match.start() - _LEAD) : match.start()])[
            -1
        ]
        line = text.rfind("\n", max(start, match.start() - _YEAR_REACH), match.start()) + 1
        if (
            _AHEAD.search(text, max(line, start, match.start() - _YEAR_REACH), match.start())
            or _LIMIT.match(tail)
            or _NOT_YET.search(lead)
            or _NOT_YET.search(tail)
        ):
            continue
        if _OF_WHOM.search(tail):
            continue
        behind = _BEHIND.match(tail)
        clause = tail[behind.end() if behind else 0 :].partition("，")[0]
        did = (
            _DID.match(clause)
            or _LOOKED_INTO.search(clause)
            or (lead[-1:] in "于在" and _ENDED.match(clause))
        )
        if (back and did) or _HAPPENED.search(tail) or _OVER.search(clause):
            year = match["year"] or _last_year(text, start, match.start())
            yield Past(
                Span(*match.span()),
                int(year) if year else None,
                int(match["month"]),
                int(match["day"]),
                bool(match["year"]),
            )


def _last_year(text: str, start: int, here: int) -> str | None:
    """The year that stands last before a day, within some sentences."""
    years = [m["year"] for m in _NAMED_YEAR.finditer(text, max(start, here - _YEAR_REACH), here)]
    return years[-1] if years else None
