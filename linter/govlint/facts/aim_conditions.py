"""aim_conditions: does a report say that an aim was reached, or a limit kept?"""

from __future__ import annotations

import re

from govlint.facts.context import CLAUSE, Condition, Words
from govlint.facts.figure import Figure

_BEHIND = 40
_SENTENCE_END = re.compile(r"[。；！？\n]")
_OVERDONE = re.compile(
    r"超额(?:完成|实现)?(?:了)?(?:[^，。；0-9]{0,6}(?:目标|任务|计划))?|(?:提前|如期|全面)完成(?:[^，。；0-9]{0,6})?(?:目标|任务|计划)|超(?:过|出)?(?:了)?(?:年度|全年|既定|预期)?(?:目标|计划|任务)|圆满完成(?:年度|全年)?(?:目标|任务)"
)
_BETTER = re.compile(
    r"优于|好于|低于|(?:控制|保持)在(?:[^，。；]{0,6})?(?:目标|范围|以内)|(?:达到|完成|实现)(?:了)?(?:[^，。；]{0,6})?(?:目标|任务|要求)"
)
_LIMITED = re.compile(r"不高于|不超过|不大于|不得超过|控制在|低于|以内|以下")
_HALF = re.compile(r"任务过半|双过半")
_CLAIMS = (_OVERDONE, _HALF, _BETTER)
_DENIED = re.compile("没|未|尚|难以|[差离]")
_AIDS = re.compile(
    r"已经?|均|全面|圆满|提前|顺利|实现|再次|连续[一-龥]{1,3}年|大幅|如期|[0-9.]+[%个]?"
)
_NAME = 3
"""So many characters may name something else."""
_BRIEF = 2


def claim_end(text: str, result: Figure) -> int:
    """Where the words behind a result end that claim that it is what was aimed at, or better; 0
    where there are none."""
    found = next(filter(None, (_claim(text, result, told) for told in _CLAIMS)), None)
    return found.end() if found else 0


def _claim(text: str, result: Figure, words: re.Pattern[str]) -> re.Match[str] | None:
    start = result.span.end
    stop = _SENTENCE_END.search(text, start, start + _BEHIND)
    return words.search(text, start, stop.start() if stop else start + _BEHIND)


def _overdone(words: Words, figures: list[Figure]) -> bool:
    """Whether the words behind a result claim that it is more than was aimed at."""
    found = _claim(words.text, figures[0], _OVERDONE)
    if found is None:
        return False
    clause = CLAUSE.split(words.text[figures[0].span.end : found.start()])[-1]
    return len(_AIDS.sub("", clause)) < _NAME  # 完成92%，绿道建设超额完成任务: of something else


def _kept(words: Words, figures: list[Figure]) -> bool:
    """Whether the words behind a result claim that it stays below a limit, and the limit is one."""
    limit, result = figures
    limited = _LIMITED.search(words.text, limit.lead.start, limit.span.end + _BRIEF + 1)
    return limited is not None and _claim(words.text, result, _BETTER) is not None


def _halved(words: Words, figures: list[Figure]) -> bool:
    """Whether the words behind a result claim that half of the aim is reached."""
    found = _claim(words.text, figures[0], _HALF)
    return found is not None and not _DENIED.search(words.text, figures[0].span.end, found.start())


AIMS: dict[str, Condition] = {
    "overdone": Condition(_overdone, 1),
    "halved": Condition(_halved, 1),
    "kept": Condition(_kept, 2),
}
