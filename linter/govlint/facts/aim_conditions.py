"""aim_conditions: does a report say that an aim was reached, or a limit kept?"""

from __future__ import annotations

import re

from govlint.facts.context import CLAUSE, Condition, Words
from govlint.facts.figure import Figure
from govlint.text.span import Span

_BEHIND = 40
_SENTENCE_END = re.compile(r"[。；！？\n]")
_AIM = "(?:目标|任务|计划|指标|要求){1,2}+(?!的|过半)"
_DONE = re.compile(
    r"超额(?:完成|实现)?(?:了)?(?:[^，。；0-9]{0,6}(?:目标|任务|计划))?"
    rf"|(?:完成|实现|达到)了?(?:[^，。；0-9率]{{0,6}})?{_AIM}"
    rf"|提前[^，。；0-9]{{0,8}}完成(?:[^，。；0-9]{{0,6}})?{_AIM}"
    r"|超(?:过|出)?(?:了)?(?:年度|全年|既定|预期)?(?:目标|计划|任务)|[好优]于(?:预期|计划|目标|任务)"
)
_BETTER = re.compile(
    r"优于|好于|低于|(?:控制|保持)在(?:[^，。；]{0,6})?(?:目标|范围|以内)|(?:达到|完成|实现)(?:了)?(?:[^，。；]{0,6})?(?:目标|任务|要求)"
)
_MISSED = re.compile(
    rf"(?:未能?|没有?|不能|难以)(?:按期|如期|全面|全部|顺利)?(?:完成|实现|达到)(?![的率])(?:[^，。；0-9]{{0,8}}{_AIM})?|(?:未|不)达标"
    rf"|[距离][^，。；0-9]{{0,8}}{_AIM}(?:还|仍|尚)?(?:有|存在)(?:一定|较大|不小)?的?差距"
    rf"|[距离][^，。；0-9]{{0,8}}{_AIM}(?:还|仍|尚)?(?:相?差|缺|有)约?[0-9.]{{1,8}}[^，。；0-9]{{1,4}}(?:的(?:差距|缺口))?(?=[，。；]|$)"
    r"|(?<=，)(?:还|仍|尚)(?:相?差|缺)约?(?=[0-9])"
)
_LIMITED = re.compile(r"不高于|不超过|不大于|不得超过|控制在|(?<!不)低于|以内|以下")
_STAGE = re.compile("半年|季度|当月|本[月周期旬]|[0-9]月|阶段|序时|时序|进度|节点|时段")
"""Of which the aim is another one: 全年目标120场，1至6月开展76场，超额完成上半年任务."""
_EXCEEDS = re.compile("超(?:额|过|出)(?:完成|实现)?")
_HALF = re.compile(r"任务过半|双过半|过半数|超过?半数|半数以上")
_CLAIMS = (_MISSED, _HALF, _DONE, _BETTER)
_DENIED = re.compile("没|未|尚|难以|[差离]")
_AHEAD = re.compile(
    "确保|力争|争取|努力|全力|力促|要|将|为|推动|不[能会]|[未没难距]|离(?!心)|[尚还]"
)
"""Words with which something is not claimed to be done."""
_AIDS = re.compile(
    r"任务|目标|尚|已经?|均|都|全面|圆满|提前|顺利|较好|实现|再次|连续[一-龥]{1,3}年|大幅|如期|按期|按时|一个季度|[0-9.]+[%个]?"
)
_BY_MORE = ("超额", "超", "多", "超出", "超过")
_NAME = 3
"""So many characters may name something else."""
_BRIEF = 2


def claim_of(text: str, aim: Figure, result: Figure) -> Span | None:
    """The words behind a result, or between it and the aim, that claim how it stands to the aim."""
    for told in _CLAIMS:
        found = _claim(text, result, told)
        if found is not None:
            return Span(*found.span())
    found = _claim(text, aim, _DONE, result.span.start)
    return Span(*found.span()) if found else None


def _claim(text: str, figure: Figure, words: re.Pattern[str], end: int = 0) -> re.Match[str] | None:
    """The words behind a figure, in its sentence and up to ``end``, if that is given."""
    start = figure.span.end
    end = end or start + _BEHIND
    stop = _SENTENCE_END.search(text, start, end)
    return words.search(text, start, stop.start() if stop else end)


def _says_of_it(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a claim names nothing of its own: 完成92%，绿道建设超额完成任务."""
    if _STAGE.search(found[0].rpartition("完成")[2]):
        return False
    clause = CLAUSE.split(text[start : found.start()])[-1]
    return len(_AIDS.sub("", clause)) < _NAME and not _AHEAD.search(clause)


def _overdone(words: Words, figures: list[Figure]) -> bool:
    """Whether words behind a result, or between it and its aim, claim that it reaches that."""
    aim, result = figures
    if words.text[slice(*result.lead)].endswith(_BY_MORE):
        return False  # 任务64亿元，超额2亿元完成
    if result.span < aim.span and not _EXCEEDS.search(words.text, *aim.lead):
        return False  # 到位3600万美元，完成年度目标4500万美元的80%
    behind = _claim(words.text, result, _DONE)
    if behind is not None:
        return _says_of_it(words.text, result.span.end, behind)
    between = _claim(words.text, aim, _DONE, result.span.start)
    if between is None:
        return False
    named = CLAUSE.search(words.text, aim.span.end, between.start()) is None
    return named or _says_of_it(words.text, aim.span.end, between)  # 4万亩造林任务超额完成


def _missed(words: Words, figures: list[Figure]) -> bool:
    """Whether the words behind a result claim that it is not what was aimed at."""
    found = _claim(words.text, figures[0], _MISSED)
    return found is not None and _says_of_it(words.text, figures[0].span.end, found)


def _limited(words: Words, figures: list[Figure]) -> bool:
    """Whether an aim is a limit, below which a result is to stay."""
    (limit,) = figures
    return _LIMITED.search(words.text, limit.lead.start, limit.span.end + _BRIEF + 1) is not None


def _kept(words: Words, figures: list[Figure]) -> bool:
    """Whether the words behind a result claim that it stays below a limit, and the limit is one."""
    limit, result = figures
    return _limited(words, [limit]) and _claim(words.text, result, _BETTER) is not None


def _halved(words: Words, figures: list[Figure]) -> bool:
    """Whether the words behind a result claim that half of the aim is reached."""
    found = _claim(words.text, figures[0], _HALF)
    return found is not None and not _DENIED.search(words.text, figures[0].span.end, found.start())


AIMS: dict[str, Condition] = {
    "overdone": Condition(_overdone, 2),
    "missed": Condition(_missed, 1),
    "limited": Condition(_limited, 1),
    "halved": Condition(_halved, 1),
    "kept": Condition(_kept, 2),
}
