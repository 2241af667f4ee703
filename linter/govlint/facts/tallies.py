"""tallies: counts of one unit and a figure that all but adds them up.

Where the counts of a passage make up one of its figures but for one digit, or two that are
exchanged, chance is small, and words need only say that the one is the whole of the others: 共 or
上述 behind them, a list that divides (按……分, 由……组成, ：) before them, the number of the parts.
What adds up exactly, in whatever way, is never held against another figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import islice, product

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure, written_as
from govlint.facts.tally_links import is_tallied
from govlint.facts.units import PERCENT, POINTS, TIMES
from govlint.records import NamedTuple
from govlint.text.intervals import Interval, add, apart
from govlint.text.slips import is_slip

_NO_COUNT = CHANGE_ROLES | {"均值", "起点", "上期", "目标", "差距", "基准"}
_LONGEST = 12
_NEAR = 300
_CLAUSES = 6
_CHOICES = 200
_HAN = re.compile("[一-龥]")
_DIGIT = re.compile("[0-9]")
_WRITTEN = re.compile("(?P<n>[0-9]{1,9}(?:[.][0-9]{1,4})?)(?P<unit>[^0-9]{1,6})")
_FEW = 4
_AMONG = re.compile("其中|：|包括|[组构]成|分为")
_PHASES = re.compile("分[两二三四][期批次年]")
_SUM = re.compile("[合共总]计|总共|一共|共")
_OPENED = re.compile(r"[按从][^，。；0-9]{1,12}?[分看][，：]|：(?=[^：]*$)")
_APART = re.compile(r"[。；\n]|[按从][^，。；0-9]{1,12}[分看]，")


_REST = re.compile("其[他它余]|余下|剩余")
_MADE_OF = re.compile("[组构]成")
_MAY_TELL = re.compile(
    r"其中|[合总]计|(?<!公)共(?!同|享|建|产)|累计|上述|以上|[组构]成|[分看][，：]|：|由|即|包[括含]|涵盖|分[别为]|依次"
    r"|[两三四五六七八九十](?:个|项|类|种|部分|方面|批|家|期|年|地|镇|乡|村|县|者|块)"
)


class Tally(NamedTuple):
    """``total`` and the ``parts`` that the words make it the sum of; ``expected``: as it would be
    written."""

    total: Figure
    parts: Sequence[Figure]
    expected: str


def may_tell(words: str) -> bool:
    """Whether the words of a passage may make a figure the sum of others."""
    return _MAY_TELL.search(words) is not None


def slipped_tallies(text: str, passage: list[Figure], own: range) -> Iterator[Tally]:
    """The figures within ``own`` that are one slip from the sum of others of the passage, and are
    bound to them by words."""
    for counts in counts_of(passage):
        exact = [figure.interval for figure in counts]  # each is asked of each other
        for place, figure in enumerate(counts):
            if figure.span.start not in own:
                continue
            found = _slipped(text, counts, exact, place) or _slipped_division(text, counts, place)
            if found is not None:
                yield found


def may_be_more(text: str, tally: Tally) -> bool:
    """Whether parts that are less than their total stand behind 其中, which need not name all; not
    where the last of them is all that is left, or the total is made of them."""
    total, parts, _ = tally
    first, last = min(parts), max(parts)
    near = text[total.span.end : first.span.start]
    if first.span < total.span or "其中" not in near or _MADE_OF.search(near):
        return False
    less = sum(part.value for part in parts) < total.value
    return less and _REST.search(text, *last.lead) is None


def counts_of(passage: list[Figure]) -> Iterator[list[Figure]]:
    """The exact counts and amounts of a passage, by dimension."""
    kinds: dict[str, list[Figure]] = {}
    for figure in passage:
        plain = not figure.about and not figure.limit and figure.roles.isdisjoint(_NO_COUNT)
        if plain and figure.value > 0 and figure.dimension not in (PERCENT, POINTS, TIMES):
            kinds.setdefault(figure.dimension, []).append(figure)
    return (several for several in kinds.values() if len(several) > 2)


def _slipped(text: str, counts: list[Figure], exact: list[Interval], place: int) -> Tally | None:
    """What the figure at ``place`` should be, if the counts right before or behind it say so;
    None where some of them add up to it. ``exact``: the intervals of ``counts``."""
    total = counts[place]
    if text.startswith("、", total.span.end):
        counts = counts[: place + 1]  # a member of a list is no total of those behind it
    found: Tally | None = None
    asked = False
    for run, made in _runs(exact[: len(counts)], place):
        if not apart(made, exact[place]):
            return None
        if not asked and _one_each(text, counts[:place], total):
            return None
        asked = True
        if found is None:
            parts = counts[run]
            expected, near = _compared(text, total, parts)
            if _misscaled(text, total, parts) or (near and is_tallied(text, counts, total, parts)):
                found = Tally(total, parts, expected)
    return found


def _one_each(text: str, before: list[Figure], total: Figure) -> bool:
    """Whether one figure of each clause makes up the total: 甲类58个，已全部完成；乙类21个，
    已完成15个；丙类7个，已完成4个；共完成77个."""
    clauses: list[list[Figure]] = []
    for figure in before[-_LONGEST:]:
        if not clauses or _APART.search(text, clauses[-1][-1].span.end, figure.span.start):
            clauses.append([])
        clauses[-1].append(figure)
    if not 1 < len(clauses) <= _CLAUSES or max(map(len, clauses)) < 2:
        return False
    chosen = islice(product(*clauses), _CHOICES)
    return any(not apart(total_of(parts), total.interval) for parts in chosen)


def total_of(parts: Iterable[Figure]) -> Interval:
    return reduce(add, (part.interval for part in parts))


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
    parts, wholes = [f for f in counts[place:end] if "其中" not in f.roles], counts[:place]
    if len(parts) < 2:
        return None
    made = total_of(parts)
    if not all(_HAN.search(text, *part.lead) for part in parts):
        return None  # 小学74人、中学64人，6人跨学段任教
    if not all(apart(made, whole.interval) for whole in wholes):
        return None
    for whole in wholes:
        expected, near = _compared(text, whole, parts)
        told = text.find(expected, max(0, whole.lead.start - _NEAR), parts[0].span.start) >= 0
        if near and not told and not whole.roles & {"其中", "部分"}:
            return Tally(whole, parts, expected)
    return None


def _compared(text: str, total: Figure, parts: Sequence[Figure]) -> tuple[str, bool]:
    """The sum of ``parts`` as ``total`` is written, and whether that is one slip from it."""
    expected = written_as(text, total, sum((part.value for part in parts), Decimal(0)))
    stated = text[slice(*total.span)].replace("，", "")
    several = len(_DIGIT.findall(stated)) > 1 and all(p.value < total.value for p in parts)
    return expected, several and len(expected) == len(stated) and is_slip(expected, stated)


def _misscaled(text: str, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the numbers add up as they are written, and one of the figures has another unit:
    2.6亿元，其中一期1.5亿元，二期1.1万元."""
    ends = {text[figure.span.end - 2 : figure.span.end] for figure in (total, *parts)}
    if len(ends) != 2 or len(parts) > _FEW:
        return False  # most
    written = [_WRITTEN.fullmatch(text, *figure.span) for figure in (total, *parts)]
    if not all(written):
        return False
    numbers = [Decimal(each["n"]) for each in written if each]
    units = [each["unit"] for each in written if each]
    if len(_DIGIT.findall(str(numbers[0]))) < 2 or sum(numbers[1:], Decimal(0)) != numbers[0]:
        return False
    if sorted(map(units.count, set(units))) != [1, len(parts)]:
        return False
    ahead = total.span < parts[0].span
    near = text[total.span.end : parts[0].span.start] if ahead else text[slice(*total.lead)]
    among = text[min(total, *parts).span.end : max(total, *parts).span.start]
    if ahead and _PHASES.search(near):
        return among.count("。") < _FEW
    return (_AMONG if ahead else _SUM).search(near) is not None and "。" not in among


def _runs(exact: list[Interval], place: int) -> Iterator[tuple[slice, Interval]]:
    """Which counts stand right before and right behind the one at ``place``, two or more, with
    what they add up to, each from the run before it."""
    if place > 1:
        made = exact[place - 1]
        for start in range(place - 2, max(-1, place - _LONGEST - 1), -1):
            made = add(exact[start], made)
            yield slice(start, place), made
    if place + 2 < len(exact):
        made = exact[place + 1]
        for end in range(place + 3, min(len(exact), place + _LONGEST + 1) + 1):
            made = add(made, exact[end - 1])
            yield slice(place + 1, end), made
