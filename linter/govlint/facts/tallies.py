"""tallies: counts of one unit and a figure that all but adds them up.

Where the counts of a passage make up one of its figures but for one digit, or two that are
exchanged, chance is small, and words need only say that the one is the whole of the others: 共 or
上述 behind them, a list that divides (按……分, 由……组成, ：) before them, the number of the parts.
What adds up exactly, in whatever way, is never held against another figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure, written_as
from govlint.facts.links import shares_pair
from govlint.facts.sum_links import is_summed
from govlint.facts.units import PERCENT, POINTS, TIMES
from govlint.records import NamedTuple
from govlint.text.intervals import add, apart
from govlint.text.numerals import parse_numeral
from govlint.text.slips import is_slip

_NO_COUNT = CHANGE_ROLES | {"均值", "起点", "上期", "目标", "差距", "其余", "基准"}
_LONGEST = 12
_HAN = re.compile("[一-龥]")
_DIGIT = re.compile("[0-9]")
_STOP = re.compile("[，。；：\n]")
_SUM = re.compile(r"[合共总]计|总共|一共|总数|(?<!公)共(?!同|享|建|青|产)|累计|加起来|相加")
_THESE = re.compile(r"^(?:上述|以上|这(?=[些几两三四五六七八九十]))")
_STANDING = re.compile(r"总数|累计|[现还]?共有|达到?")
_NEW = re.compile(r"[新扩改续]建|新增|新|增加")
_NUMBERED = re.compile(
    r"(?P<n>[两二三四五六七八九十])(?:大|个|项|类|种|部分|方面|批|家|期|年|级|地|镇|乡|村|县|者|块)"
)
_COMPOSED = re.compile(r"[组构]成")
_DIVIDES = re.compile(
    r"[按从][^，。；0-9]{0,12}[分看](?:[，：]|$)|由|：|即|包括|包含|分为|构成|涵盖"
)
_OPENED = re.compile(r"[按从][^，。；0-9]{1,12}?[分看][，：]|：(?=[^：]*$)")
_APART = re.compile(r"[。；\n]|[按从][^，。；0-9]{1,12}[分看]，")
_NOT_ALL = re.compile("其中|等|另|此外|[主重]要|含|还有|新增")
_FILLERS = re.compile(
    r"[合共总]计|总共|一共|总数|总|共|累计|加起来|上述|以上|全年|全部|[全我本][省市县区镇乡村院校厂站场所局部]|实际|已|均|为|达到?|有|了|是|的|数|量|额|[0-9]{4}年|年末|年底|目前|现"
)


class Tally(NamedTuple):
    """``total`` and the ``parts`` that the words make it the sum of; ``expected``: as it would be
    written."""

    total: Figure
    parts: Sequence[Figure]
    expected: str


def slipped_tallies(text: str, passage: list[Figure], own: range) -> Iterator[Tally]:
    """The figures within ``own`` that are one slip from the sum of others of the passage, and are
    bound to them by words."""
    for counts in _counts(passage):
        for place, figure in enumerate(counts):
            if figure.span.start not in own:
                continue
            found = _slipped(text, counts, place) or _slipped_division(text, counts, place)
            if found is not None:
                yield found


def _counts(passage: list[Figure]) -> Iterator[list[Figure]]:
    """The exact counts and amounts of a passage, by dimension."""
    kinds: dict[str, list[Figure]] = {}
    for figure in passage:
        plain = not figure.about and not figure.limit and figure.roles.isdisjoint(_NO_COUNT)
        if plain and figure.value > 0 and figure.dimension not in (PERCENT, POINTS, TIMES):
            kinds.setdefault(figure.dimension, []).append(figure)
    return (several for several in kinds.values() if len(several) > 2)


def _slipped(text: str, counts: list[Figure], place: int) -> Tally | None:
    """What the figure at ``place`` should be, if the counts right before or behind it say so;
    None where some of them add up to it."""
    total = counts[place]
    found: Tally | None = None
    for parts in _runs(counts, place):
        made = reduce(add, (part.interval for part in parts))
        if not apart(made, total.interval):
            return None
        if found is None:
            expected, near = _compared(text, total, parts)
            if near and _binds(text, counts, total, parts):
                found = Tally(total, parts, expected)
    return found


def _slipped_division(text: str, counts: list[Figure], place: int) -> Tally | None:
    """What a whole told before should be, if a division that begins at ``place`` says so; None
    where it adds up to one of them: 小学32人，中学44人。按职称分，……"""
    if place < 2 or not _OPENED.search(text, *counts[place].lead):
        return None
    end = place + 1
    while end < len(counts) and not _APART.search(
        text, counts[end - 1].span.end, counts[end].span.start
    ):
        end += 1
    parts, wholes = counts[place:end], counts[:place]
    made = reduce(add, (part.interval for part in parts))
    if not all(_HAN.search(text, *part.lead) for part in parts):
        return None  # 小学74人、中学64人，6人跨学段任教
    if len(parts) < 2 or not all(apart(made, whole.interval) for whole in wholes):
        return None
    for whole in wholes:
        expected, near = _compared(text, whole, parts)
        if near and not whole.roles & {"其中", "部分"}:
            return Tally(whole, parts, expected)
    return None


def _compared(text: str, total: Figure, parts: Sequence[Figure]) -> tuple[str, bool]:
    """The sum of ``parts`` as ``total`` is written, and whether that is one slip from it."""
    expected = written_as(text, total, sum((part.value for part in parts), Decimal(0)))
    stated = text[slice(*total.span)].replace("，", "")
    several = len(_DIGIT.findall(stated)) > 1
    return expected, several and len(expected) == len(stated) and is_slip(expected, stated)


def _runs(counts: list[Figure], place: int) -> Iterator[list[Figure]]:
    """The counts right before and right behind the one at ``place``, two or more."""
    for start in range(place - 2, max(-1, place - _LONGEST - 1), -1):
        yield counts[start:place]
    for end in range(place + 3, min(len(counts), place + _LONGEST + 1) + 1):
        yield counts[place + 1 : end]


def _binds(text: str, counts: list[Figure], total: Figure, parts: list[Figure]) -> bool:
    """Whether words make the parts all that the total counts; not where they say so plainly,
    which is asked of sums that are further off, too (see FIG314)."""
    if is_summed(text, counts, [total, *parts]):
        return False
    if any(part.roles & {"总数", "累计"} or part.value == total.value for part in parts):
        return False
    if total.span < parts[0].span:
        return _is_divided(text, counts, total, parts)
    return _is_added(text, counts, total, parts)


def _is_added(text: str, counts: list[Figure], total: Figure, parts: list[Figure]) -> bool:
    """Whether a figure is said to be the sum of the list before it: 共, 上述, 三项."""
    _, *clauses = _STOP.split(text[total.lead.start - 1 : total.lead.end])
    if not clauses:
        return False
    clause = clauses[-1]
    near = text[parts[-1].span.end : total.span.start]
    summed = _SUM.search(clause) or _THESE.search(clause) or _COMPOSED.search(near)
    numbered = _NUMBERED.search(clause)
    counted = numbered is not None and parse_numeral(numbered["n"]) == len(parts)
    if (numbered and not counted) or not (summed or counted) or "\n" in near.strip():
        return False
    if _STANDING.search(clause) and _NEW.search(text, parts[0].lead.start, parts[-1].span.start):
        return False  # 新建2个、扩建3个，共有8个: with those of earlier years
    rest = _FILLERS.sub("", clause)
    told = text[parts[0].lead.start : total.lead.start]
    whole = _THESE.search(clause) or _COMPOSED.search(near)
    named = len(rest) < 2 or shares_pair(rest, told) or whole is not None
    return (named or counted) and _is_list(text, [f for f in counts if f != total], parts)


def _is_divided(text: str, counts: list[Figure], total: Figure, parts: list[Figure]) -> bool:
    """Whether the list behind a figure is said to be all of it: 由……组成, 按……分."""
    near = text[total.span.end : parts[0].span.start]
    behind = text[parts[-1].span.end : parts[-1].span.end + 8]
    if near.count("。") > 1 or "；" in near or _NOT_ALL.search(near) or behind.startswith("等"):
        return False
    numbered = _NUMBERED.match(behind)
    if numbered is not None or _COMPOSED.match(behind):
        whole = numbered is None or parse_numeral(numbered["n"]) == len(parts)
    else:
        whole = _DIVIDES.search(near) is not None or parts[0].turn[1] == len(parts)
    after = [f for f in counts if f.span > parts[-1].span]
    more = bool(after) and text[parts[-1].span.end] in "、和，；\n"
    return whole and not more and _is_list(text, [f for f in counts if f != total], parts)


def _is_list(text: str, others: list[Figure], parts: list[Figure]) -> bool:
    """Whether figures stand in one list, and it begins with the first of them."""
    between = text[parts[0].span.end : parts[-1].span.start]
    marks = {text[part.span.end] for part in parts[:-1]}
    if len(marks - set("（）")) > 2 or "其中" in between or "。" in between:
        return False
    before = [f for f in others if f.span < parts[0].span]
    if not before:
        return True
    gap = text[before[-1].span.end : parts[0].span.start]
    return "。" in gap or "：" in gap or _OPENED.search(gap) is not None
