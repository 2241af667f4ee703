"""whole_list_conditions: are the parts before a total all that it adds up?"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.context import MEASURED, Words
from govlint.facts.disjoint import are_in_both
from govlint.facts.figure import Figure
from govlint.facts.part_others import (
    add_up,
    adds_other_units,
    adds_run,
    is_tight,
)
from govlint.text.back import begins
from govlint.text.intervals import add
from govlint.text.numerals import parse_numeral
from govlint.text.slips import is_scaled

_FIRST_OF = re.compile("前[两三四五六]")
_COUNTED = re.compile("(?P<n>[两二三四五六七八九])[一-龥]{1,3}?(?:合计|共计|总计|相加|合起来)")
_FAR_OFF = Decimal(8)
"""What is so many times as much is no sum of these: 分别奖励3000元和5000元，共需97.7万元."""
_GLUED = re.compile("[一-龥]{1,12}|，(?:合计|共计)")
"""What stands between a count and a sum of what it counts: 3座锅炉房合计."""
_CHIEFLY = re.compile(
    "(?:主要|重点)(?!负责)[^，。；0-9]{0,10}(?:是|为|有|包括|如下)?：[^，。；0-9]{0,16}$"
)
"""What leads a list of some of the parts."""
_PLUS = re.compile("加上|连同")


def is_whole_list(words: Words, figures: list[Figure]) -> bool:
    """Whether the parts before a total are all that it adds up: figures that go before them in the
    sentence do not make it right, and no words add them to what was told earlier (加上)."""
    total, *parts = figures
    counted = _COUNTED.search(words.text, *total.lead)
    if counted is not None and parse_numeral(counted["n"]) != len(parts):
        return False  # 应发……，应发……，实际发放……。两段合计
    if _FIRST_OF.search(words.text, *total.lead) and not _begin_list(words, parts):
        return False  # 前两类合计
    own = next((f for f in words.sentence if f.span.end == total.lead.start), None)
    if (
        own
        and _GLUED.fullmatch(words.text, *total.lead)
        and own.dimension not in (*MEASURED, total.dimension)
        and own.value != len(parts)
    ):
        return False  # 一厂1850万平方米，二厂1420万平方米，3座锅炉房合计: of those three
    first = words.sentence.index(parts[0])
    if first and _goes_on_from(words.text, words.sentence[first - 1], parts[0]):
        return False  # 制定1件、修改2件、废止4件，共6件: not of the last two
    if first and adds_other_units(words.text, words.sentence, total, parts):
        return False
    if _are_some(words.text, total, parts):
        return False
    made = reduce(add, (part.interval for part in parts))
    if made.high * _FAR_OFF < total.value and not is_scaled(made.middle, total.value):
        return False
    if made.low > total.interval.high and are_in_both(words.text, parts[-1].span.end):
        return False
    between = [f for f in words.sentence if parts[0].span < f.span < total.span and f not in parts]
    states = [f for f in between if f.roles.isdisjoint(CHANGE_ROLES)]
    if not is_tight(words.text, total, parts) and adds_run(words, total):
        return False
    earlier = [*reversed(words.sentence[:first])]
    alike = [
        [f for f in (*each, *earlier) if f.dimension == total.dimension]
        for each in (between, states)
    ]
    return not any(add_up(made, [f for f in each if f != total], total) for each in alike)


def _are_some(text: str, total: Figure, parts: list[Figure]) -> bool:
    """Whether words say that the parts are added to what was told before, or only the chief ones:
    主要支出项目为：教育15.6亿元……。民生支出合计54.3亿元."""
    start = begins(text, parts[0].span.start, "。\n")
    plus = _PLUS.search(text, start, parts[-1].span.start)
    if plus is not None and plus.start() <= parts[0].lead.end:
        return True
    return total.span > parts[-1].span and _CHIEFLY.search(text, *parts[0].lead) is not None


def _goes_on_from(text: str, before: Figure, part: Figure) -> bool:
    """Whether 、 joins a part to the figure before it, and a reading may begin with that one:
    共收来信211件、来访367件 is read from the second on."""
    joined = before.span.end == part.lead.start and text.startswith("、", part.lead.start)
    return joined and before.unit == part.unit and "总数" not in before.roles


def _begin_list(words: Words, parts: list[Figure]) -> bool:
    """Whether no figure of their kind stands in front of parts in their sentence."""
    kind = parts[0].dimension
    before = [f for f in words.sentence if f.span < parts[0].span and f.dimension == kind]
    return not before or "。" in words.text[before[-1].span.end : parts[0].span.start]
