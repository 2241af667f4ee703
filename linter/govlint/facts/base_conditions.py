"""base_conditions: is a change one from the time that its base is told of?"""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.context import Condition, Words
from govlint.facts.figure import Figure
from govlint.text.years import YEAR

_COMPARED = re.compile(r"比|较|同期|净增|净减")
_TO_LAST = re.compile(r"同比|[比较](?:上年|去年|上一年|年初|上月|上半年)|今年|当年")
NAMED_TIME = re.compile(
    rf"{YEAR}年|[0-9一二三四五六七八九十两]年前|末|最高|最低|季度|半年|原来|当初|最初"
)
_ANY_YEAR = re.compile(rf"({YEAR})年")
_LAST_YEAR = re.compile(r"同比|上年|去年")
_THAN_YEAR = re.compile(rf"[比较]{YEAR}年|年初|半年|季度")
_LAST_PERIOD = re.compile("上一?个?[月季周旬]")
_OTHER_TIME = re.compile(rf"半年|季度|年初|月|{YEAR}年|年前|原来|当初|最初")


def _same_base(words: Words, figures: list[Figure]) -> bool:
    """Whether 同比 is not said of a change from another time than last year's."""
    change, base = figures
    before = [f for f in words.sentence if f.span < change.span][-1:]
    told = before[0].lead.start if before and before[0].roles & CHANGE_ROLES else change.lead.start
    if _TO_LAST.search(words.text, told, change.lead.end):
        if _other_base(words, change, base):
            return False
        if _from_one(words, change, base):
            return True
        if "上期" in base.roles and _THAN_YEAR.search(words.text, *base.lead):
            return False
    if "上期" in base.roles or "同比" not in words.text[slice(*change.lead)]:
        return True
    return _OTHER_TIME.search(words.text, *base.lead) is None


def _from_one(words: Words, change: Figure, base: Figure) -> bool:
    """Whether a change and its base are both told to be from the start of the year."""
    return "年初" in words.text[slice(*change.lead)] and "年初" in words.text[slice(*base.lead)]


def _other_base(words: Words, change: Figure, base: Figure) -> bool:
    """Whether a state is told of another time than the year before that of what follows it."""
    if "起点" not in base.roles or not NAMED_TIME.search(words.text, *base.lead):
        return False
    earlier = words.text[slice(*base.lead)]
    later = words.text[base.span.end : change.span.start]
    years = _ANY_YEAR.findall(earlier)[-1:] + _ANY_YEAR.findall(later)[:1]
    return len(years) < 2 or int(years[1]) - int(years[0]) != 1


def _compared(words: Words, figures: list[Figure]) -> bool:
    """Whether the words say that a difference is one to an earlier state."""
    return _COMPARED.search(words.text, *figures[0].lead) is not None


def _one_base(words: Words, figures: list[Figure]) -> bool:
    """Whether a rate of change names no state of its own to compare with, or last year's as the
    difference does."""
    rate, difference = (words.text[slice(*figure.lead)] for figure in figures)
    apart = figures[1].span > figures[0].span and _COMPARED.search(difference)
    if apart and _OTHER_TIME.search(difference):
        return False  # 下降一半，比上月末减少6件
    if not _COMPARED.search(rate):
        return True
    return all(
        _LAST_YEAR.search(lead) and not _OTHER_TIME.search(lead) for lead in (rate, difference)
    )


def _chained(words: Words, figures: list[Figure]) -> bool:
    """Whether 环比 is said of a change from the month or the quarter before."""
    change, base = figures
    if "环比" not in words.text[slice(*change.lead)]:
        return True
    return _LAST_PERIOD.search(words.text, *base.lead) is not None


BASES: dict[str, Condition] = {
    "same-base": Condition(_same_base, 2),
    "compared": Condition(_compared, 1),
    "chained": Condition(_chained, 2),
    "one-base": Condition(_one_base, 2),
}
