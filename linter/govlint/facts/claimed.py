"""claimed: the aims and the results around a claim, which it may be claimed of.

目标 stands before or behind, sentences away, and so does what was reached; the claim names the
indicator, or it follows the result: 新改建农村公路目标任务120公里……实际完成112公里，超额完成任务.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.claims import Claim, name_in
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.records import NamedTuple
from govlint.text.years import YEAR

_AIM = re.compile(
    "(?:年初|预算|计划|指标)[^，。；]{0,4}安排|序时|时间进度|工期|时限|期限|编制|概算|估算|定额|汛限|警戒|限值|(?<!高)标准|许可|调[减增整]|年内要|(?:^|[市县区局镇乡])[要将拟][^，。；]{0,6}(?:完成|实现|建成|改造|达到|新增)|目标|任务|计划|(?<!公共)(?<!基金)(?<!财政)预算(?![支内外])|指标|预期|下达|核定|限额|上限|控制|不超过|不高于|不得超过|不低于|不少于|不得低于|要求|承诺|应[当达在]?|须|红线|警戒|确定|力争|定为|争取|确保"
)
_AIM_BEHIND = re.compile(
    "(?:以[内上下]|之内)?的?[^，。；0-9]{0,4}(?:目标|任务|计划|要求|(?<!高)标准|上限|红线|控制)"
)
_RESULT = re.compile(
    "实际|完成|达到|达|实现|为|共|累计|已|发生|[降升增]至|[降升增]到|执行|结果|增[长幅速]|下降|支出|收入|新增|建成|改造|是|[末底]"
)
_OTHER = re.compile(
    "其中|分别|[上去前]年|同期|(?<!占)[比较](?![重例率])|每|[户日月]均|年均(?!浓度)|人均(?!可支配|地区|纯收入|可支|水平|预期)|占|另|补充|又|剩余|其余|差|(?<![不得])[低高]于|超出|超过[^，。；]{0,8}目标|(?<![不得])[多少]|明年|下一?年|全[省国]|提高了|日均"
)
_YEAR = re.compile(f"({YEAR})年")
_STATED = re.compile(
    "(?:规划|方案|年初|市委|县委|区委|省里|市里|县里|人代会|会议|计划|意见|通知|目标|任务书|责任书|合同|协议|报告)[》”]?[^，。；]{0,8}(?:明确|提出|要求|确定|规定|约定|部署)"
)
"""Words before an aim, in its sentence."""
_TOLD = re.compile(
    "全年|[年月]末|[年月]底|上半年|季度|[0-9]月|截至|目前|现|今年|[我该]|[市县区镇]$"
)
_NEXT = re.compile("明年|下一年|来年|下[一个]?阶段|今后")
_CLAUSE = re.compile("[，。；：！？\n（）]")
_ENDS = "。！？\n；"
_OF_AIM = re.compile("(?:为|占|完成|达到?|相当于)[^，。；]{0,8}(?:任务|目标|预算|计划)[数值]?的$")
_PART = re.compile("其中|分别|另")
_REACHED = re.compile("(?:实际|实有|现有|目前|已|累计)[^，。；]{0,24}$")
"""With these a clause tells what was reached, though it has a word of an aim: 实际完成任务."""
_GAPS = ("超额", "超", "差")
_PASSES = re.compile("(?:超[过出]?|高[于出]|低于|突破|多于|少于)[^，。；]{2,}[0-9]")
_AND = "、和及与"
_ITEM = "项"
_BACK, _FORTH, _NEAR, _NOUN = 420, 120, 90, 10


class Held(NamedTuple):
    """A figure that is an aim or a result, with the pairs of its name, which its clause has
    (``own``), or its sentence; ``ratio``: how much of the aim is reached."""

    figure: Figure
    is_aim: bool
    words: set[str]
    sentence: int
    year: str
    clause: str
    own: bool
    ratio: bool = False


def held_near(facts: Facts, claim: Claim) -> list[Held]:
    """The aims and the results around a claim, none where a part is told right before it."""
    text, found = facts.body, list[Held]()
    low, high = max(0, claim.span.start - _BACK), claim.sentence.end + _FORTH
    line = text.find("\n", claim.sentence.end, high)
    for figure in _figures(facts, low, line if line >= 0 else high):
        each = _held(text, figure, claim, found)
        if each is not None:
            found.append(each)
        elif _PART.search(_clauses(text, figure)[-1]) and (
            claim.sentence.start < figure.span.start < claim.span.start
        ):
            return []
    return found


def _figures(facts: Facts, low: int, high: int) -> list[Figure]:
    """The figures that begin between two places."""
    found: list[Figure] = []
    number = max(0, bisect_left(facts.printed_starts, low) - 1)
    while number < len(facts.printed_starts) and facts.printed_starts[number] < high:
        told = facts.sentence_figures(number).figures
        first, last = (bisect_left(told, place, key=_place) for place in (low, high))
        found += told[first:last]
        number += 1
    return found


def _place(figure: Figure) -> int:
    return figure.span.start


def _begun(text: str, figure: Figure) -> int:
    """Where the sentence of a figure begins, so far as it is read."""
    near = max(0, figure.span.start - _NEAR)
    return max(near, *(text.rfind(mark, near, figure.span.start) + 1 for mark in _ENDS))


def _clauses(text: str, figure: Figure) -> list[str]:
    """The clauses of its sentence before a figure, the last of which leads to it."""
    return _CLAUSE.split(text[_begun(text, figure) : figure.span.start])


def _held(text: str, figure: Figure, claim: Claim, found: list[Held]) -> Held | None:
    """What a figure is for a claim; None where it is neither an aim nor a result."""
    begun, clauses = _begun(text, figure), _clauses(text, figure)
    before, clause = text[begun : figure.span.start], clauses[-1]
    if _OF_AIM.search(clause):
        return Held(
            figure,
            is_aim=False,
            words=name_in(before),
            sentence=begun,
            year="",
            clause=clause,
            own=True,
            ratio=True,
        )
    if figure.unit == _ITEM or clause.endswith(_GAPS) or _tells_gap(text, figure, clause):
        return None
    if _OTHER.search(clause) or _NEXT.search(before):
        return None
    is_aim = _is_aim(text, figure, claim, found)
    own = name_in(clause)
    told = _RESULT.search(before) or (claim.named and own & claim.words)
    if not is_aim and not told and figure.span.start <= claim.sentence.start:
        return None
    words = own or {pair for each in clauses[:-1] for pair in name_in(each)}
    behind = re.split("[，。；：！？\n（）0-9]", text[figure.span.end : figure.span.end + _NOUN])[0]
    year = (_YEAR.findall(before) or [""])[-1]
    return Held(figure, is_aim, words | name_in(behind), begun, year, clause, own=bool(own))


def _tells_gap(text: str, figure: Figure, clause: str) -> bool:
    """Whether a figure tells by how much the level right before it is passed, or a level that its
    words name: 超过警戒水位12.0米0.5米."""
    lead = text[slice(*figure.lead)]
    return bool(_PASSES.search(clause)) and lead in ("", "达", "近", "约", "了")


def _is_aim(text: str, figure: Figure, claim: Claim, found: list[Held]) -> bool:
    """Whether a figure is one that was to be reached, or not to be exceeded."""
    begun, clause = _begun(text, figure), _clauses(text, figure)[-1]
    if _AIM_BEHIND.match(text, figure.span.end):
        return True
    stated = begun < claim.sentence.start and _STATED.search(text, begun, figure.span.start)
    if stated or _AIM.search(clause):
        return _REACHED.search(clause) is None
    last = found[-1] if found and found[-1].sentence == begun else None
    if last is None or not last.is_aim or text[last.figure.span.end] not in _AND:
        return False
    return not (_RESULT.search(clause) or _TOLD.search(clause))  # 改造道路12条、管网8公里


def is_change(figure: Figure) -> bool:
    """Whether a figure tells by how much something changed."""
    return not figure.roles.isdisjoint(CHANGE_ROLES)
