"""readings: the ways in which the figures of a sentence can fill the slots of a phrase.

A phrase names the roles of figures in order, ``{a:起点}…{b:终点}``: ``…`` crosses no other figure,
``……`` up to three; ``{x:数量+}`` is a list as long as it can be. ``{a:数量}&{p:比率}`` are figures
in any order, anywhere in a passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure, Sentence
from govlint.facts.units import PERCENT, POINTS
from govlint.records import NamedTuple

Reading = dict[str, tuple[Figure, ...]]
"""The figures, by the name of the slot."""

_SLOT = re.compile(r"\{(?P<name>\w+):(?P<roles>[^{}+]+)(?P<many>\+)?\}(?P<gap>…{0,2})")
_ASIDE = CHANGE_ROLES | {"占比"}
_BLOCK = 256
"""So many sentences are asked for their roles at once: numbers of as many bits as a long text has
sentences would take longer with each bit."""
_READINGS = 200
_MANY = 24
_SKIP = 3
_FREE = 400
_LONGEST_RUN = 8


class Slot(NamedTuple):
    """One figure of a reading, or a list, which begins with one of the role ``first``; ``skip``:
    how many others may stand before it."""

    name: str
    roles: frozenset[str]
    first: frozenset[str]
    many: bool
    skip: int


@lru_cache(maxsize=128)
def slots(text: str) -> tuple[Slot, ...]:
    """The slots of one ``read`` phrase."""
    found, skip = [], 0
    for match in _SLOT.finditer(text):
        roles = match["roles"].split("|")
        first = frozenset(roles[:1])
        found.append(Slot(match["name"], frozenset(roles), first, bool(match["many"]), skip))
        skip = _SKIP if match["gap"] == "……" else 0
    return tuple(found)


def slot_fault(text: str, between: str = "") -> str:
    """What is wrong with a phrase as a rule writes it, or ""; ``between``: what may stand
    between its slots."""
    text = text.replace(between, "") if between else text
    found = [match["name"] for match in _SLOT.finditer(text)]
    rest = _SLOT.sub("", text).strip()
    if rest or not found:
        return f"“{text}”里没有“{{名称:角色}}”" if not found else f"“{text}”里的“{rest}”没有读懂"
    if len(set(found)) < len(found):
        return f"“{text}”里有两个同名的数"
    return ""


@lru_cache(maxsize=128)
def needed(phrase: str) -> tuple[frozenset[str], ...]:
    """Sets of roles of which a sentence must have one each."""
    return tuple(map(_opening, slots(phrase)))


def by_role(sentences: list[Sentence]) -> list[tuple[int, dict[str, int]]]:
    """For each block of sentences the number of its first, and for each role those of the block
    that have a figure of it, bit by bit."""
    blocks = []
    for first in range(0, len(sentences), _BLOCK):
        found: dict[str, int] = {}
        for place, sentence in enumerate(sentences[first : first + _BLOCK]):
            for role in sentence.roles:
                found[role] = found.get(role, 0) | 1 << place
        blocks.append((first, found))
    return blocks


def fillable(known: Mapping[str, int], roles: tuple[frozenset[str], ...]) -> int:
    """The sentences that have a figure for each slot (see :func:`needed`), bit by bit."""
    found = -1
    for wanted in roles:
        several = 0
        for role in wanted:
            several |= known.get(role, 0)
        found &= several
        if not found:
            break
    return found


def ones(bits: int) -> Iterator[int]:
    """The places of the ones of a number, the lowest first.

    >>> list(ones(0b1010))
    [1, 3]
    """
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def readings(
    sentence: list[Figure], wanted: tuple[Slot, ...], alike: frozenset[str] = frozenset()
) -> Iterator[Reading]:
    """Every way to fill the slots with figures of the sentence, in order; not too many. ``alike``:
    slots that take figures of one dimension."""
    count = 0
    pending: list[tuple[int, int, Reading]] = [(0, i, {}) for i in reversed(range(len(sentence)))]
    while pending and count < _READINGS:
        slot, place, reading = pending.pop()
        if slot == len(wanted):
            count += 1
            yield reading
            continue
        want = wanted[slot]
        first = _opening(want)
        bound = want.name in alike and next(
            (reading[name] for name in reading if name in alike), ()
        )
        for start in range(place, min(place + want.skip + 1, len(sentence)) if slot else place + 1):
            if first.isdisjoint(sentence[start].roles):
                continue  # most
            if bound and _kind(sentence[start]) != _kind(bound[0]):
                continue
            figures, rest = _figures(sentence[start : start + _MANY], want)
            if figures:
                pending.append((slot + 1, start + rest, {**reading, want.name: figures}))


def free_readings(
    passage: list[Figure],
    wanted: tuple[Slot, ...],
    stated: tuple[str, Figure],
    alike: frozenset[str] = frozenset(),
) -> Iterator[Reading]:
    """The ways to fill the slots with figures of a passage in any order, one of them, ``stated``,
    being known; not too many. ``alike``: slots that take figures of one dimension."""
    name, known = stated
    others = [slot for slot in wanted if slot.name != name]
    free = [f for f in passage if f.span != known.span and not f.about]
    count = 0
    for several in _by_kind(free, known if name in alike else None, alike):
        choices = [[*_choices(several if each.name in alike else free, each)] for each in others]
        for chosen in product(*choices):
            used = [id(figure) for figures in chosen for figure in figures]
            if len(set(used)) == len(used):
                yield {name: (known,), **dict(zip((s.name for s in others), chosen, strict=True))}
                count += 1
            if count >= _FREE:
                return


def _by_kind(free: list[Figure], known: Figure | None, alike: frozenset[str]) -> list[list[Figure]]:
    """The figures of each dimension, or of that of ``known`` alone."""
    if known is not None:
        return [[figure for figure in free if _kind(figure) == _kind(known)]]
    found: dict[str, list[Figure]] = {}
    for figure in free:
        found.setdefault(_kind(figure), []).append(figure)
    return [found[kind] for kind in sorted(found)] if alike else [free]


def _opening(slot: Slot) -> frozenset[str]:
    """The roles with which a slot can begin."""
    return slot.first if slot.many else slot.roles


def _kind(figure: Figure) -> str:
    return PERCENT if figure.dimension == POINTS else figure.dimension


def _choices(passage: list[Figure], slot: Slot) -> Iterator[tuple[Figure, ...]]:
    """The figures, or the runs of figures of one dimension, that a slot can take."""
    first = _opening(slot)
    for number, figure in enumerate(passage):
        if first.isdisjoint(figure.roles):
            continue
        yield (figure,)
        if not slot.many:
            continue
        run = [figure]
        for other in passage[number + 1 : number + 2 * _LONGEST_RUN]:
            if other.dimension != figure.dimension:
                continue
            if slot.roles.isdisjoint(other.roles):
                break
            run.append(other)
            if len(run) > _LONGEST_RUN:
                break
            yield tuple(run)


def _figures(sentence: list[Figure], want: Slot) -> tuple[tuple[Figure, ...], int]:
    """The figure, or the whole list, that a slot takes from the start of ``sentence``, and where
    the next slot begins. In a list each figure may be followed by what is said of it alone, its
    change and its share: 批发业5亿元，增长4%；零售业3亿元，增长6%."""
    if not want.many:
        return (() if sentence[0].about else (sentence[0],)), 1
    found: list[Figure] = []
    rest = 0
    for place, figure in enumerate(sentence):
        if found and not figure.roles.isdisjoint(_ASIDE) and figure.dimension != found[0].dimension:
            continue
        roles = want.roles if found else want.first
        if not figure.roles & roles or (found and figure.dimension != found[0].dimension):
            break
        if "总数" in figure.roles or (found and "其余" in figure.roles and "数量" in want.roles):
            break
        if found and "另起" in figure.roles:
            break
        found.append(figure)
        rest = place + 1
    return (() if any(figure.about for figure in found) else tuple(found)), rest
