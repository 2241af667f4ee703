"""part_others: what else of a sentence explains parts that are not their whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from itertools import pairwise

from govlint.facts.context import MEASURED, Words
from govlint.facts.figure import Figure, written_as
from govlint.facts.units import PERCENT
from govlint.text.intervals import Interval, absolute, add, apart, subtract

_LONG, _FAR = 8, 60
_ALSO = "(?:(?:剩余|余下|剩下|另外?|还|此外|最后|仍|尚)，?的?有?)?"
_OF_SOME = re.compile("前[两三四五]|[两二]者|[两二][项类]")


def add_up(made: Interval, others: list[Figure], total: Figure) -> bool:
    """Whether what is told beside parts makes them a total, the first of it or more."""
    for other in others:
        made = add(made, other.interval)
        if not apart(made, total.interval):
            return True
    return False


def adds_other_units(
    text: str, told: Sequence[Figure], total: Figure, parts: Sequence[Figure]
) -> bool:
    """Whether what 、 joins before the parts makes the total with them, whatever its measure word:
    卫生院15所、服务站9个、卫生室126个，共计150个."""
    made = reduce(add, (part.interval for part in parts))
    first = min(part.span for part in parts)
    place = next((at for at, each in enumerate(told) if each.span == first), 0)
    while place and text.startswith("、", told[place].lead.start):
        place -= 1
        if told[place].dimension in (*MEASURED, PERCENT):
            return False
        made = add(made, told[place].interval)
        if not apart(made, total.interval):
            return True
    return False


def is_tight(text: str, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a total follows at once upon a list whose members 、 joins, and is of all of it:
    制定1件、修改2件、废止4件，共6件."""
    joined = all(text.startswith("、", part.lead.start) for part in parts[1:])
    follows = total.lead.start == parts[-1].span.end
    return joined and follows and _OF_SOME.search(text, *total.lead) is None


def adds_run(words: Words, total: Figure) -> bool:
    """Whether some of what is told before a total, side by side and not in brackets, makes it."""
    alike = [f for f in words.sentence if f.span < total.span and f.dimension == total.dimension]
    open_ = [f for f in alike if not _is_in_brackets(words.text, f)][-_LONG:]
    return any(
        add_up(open_[start].interval, open_[start + 1 :], total) for start in range(len(open_) - 1)
    )


def _is_in_brackets(text: str, figure: Figure) -> bool:
    near = text[max(0, figure.span.start - _FAR) : figure.span.start]
    return near.rfind("（") > near.rfind("）")


def leave(values: list[Decimal], rest: Figure) -> bool:
    """Whether the rest is that of two others: 整改289条。其中重大46条，整改44条，其余2条."""
    return any(one - other == rest.value for one, other in pairwise(values))


def is_told_behind(text: str, rest: Figure, missing: Decimal) -> bool:
    """Whether the next sentence tells what parts and their rest leave out: 其余5件正在办理。剩余1件
    暂无法办理."""
    wanted = re.escape(written_as(text, rest, missing))
    behind = rf"[^。；\n]{{0,{_FAR}}}[。；]{_ALSO}{wanted}"
    return re.match(behind, text[rest.span.end : rest.span.end + 2 * _FAR]) is not None


def is_undivided(words: Words, figures: list[Figure]) -> bool:
    """Whether a gap is not what two figures together leave of an earlier one: 计划1200人，一志愿
    录取1086人，征集录取98人，缺额16人."""
    gap, *states = figures
    left = gap.value + sum(figure.value for figure in states)
    first = min(figure.span for figure in states)
    if any(f.value == left and f.span < first for f in words.sentence):
        return False
    return not any(_is_of_several(words, gap, *pair) for pair in (states, states[::-1]))


def _is_of_several(words: Words, gap: Figure, last: Figure, other: Figure) -> bool:
    """Whether a gap is that of one figure to what another makes with those before it: 男生52名，
    女生48名，比上年的90名多10名."""
    alike = (f for f in reversed(words.sentence) if f.dimension == last.dimension)
    before = [f for f in alike if f.span < min(last.span, other.span)]
    made = last.interval
    for each in before[:_LONG] if last.dimension != PERCENT else ():
        made = add(made, each.interval)
        if not apart(absolute(subtract(made, other.interval)), gap.interval):
            return True
    return False


def are_done_again(words: Words, whole: Figure, names: list[str]) -> bool:
    """Whether a later part is called by what was done of the whole: 已接入555所；其中农村362所，
    接入338所."""
    told = words.text[slice(*whole.lead)]
    first, *later = names
    return first not in told and any(len(name) > 1 and name.lstrip("已") in told for name in later)
