"""fixed-list: is a list whose members are fixed told as it is fixed?

A list is known by all of its members but one: 政治意识、全局意识、核心意识、看齐意识 lacks
大局意识. Those that name fewer members, or further ones, are other lists. What another row has
under the same name may stand for a member. Of some lists the order is fixed as well, and some are
known only beside their name; of the others what stands for a member must have a character of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govlint.checks.base import Check, Lists
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.pair_table import places_of, words_of
from govlint.facts.search import search_known_by
from govlint.records import NamedTuple
from govlint.text.span import Span

_LONG, _LONGEST, _MOST = 6, 8, 120
"""Of a long member, of what may stand in the place of one, and of what stands on either side."""
_MARK, _MARKS = "[、，]", frozenset("、，")
_BEFORE, _BEHIND = 24, 14
"""How far from a list its name may stand."""
_RUN = {sep: re.compile(f"[一-龥“”{sep}]+") for sep in ("、", "、，")}
_ENDS = (
    "[，。；）”“（的等为和与：\n一二两三四五六七八九十]|$"
    "|改革|工作|制度|要求|原则|方针|机制|措施|问题|管理"
)
_LAST = re.compile(f"[一-龥]{{2,12}}?(?={_ENDS})")
"""What stands in the place of the last member."""
_AND = re.compile("以及|[和与及]")


class Params(NamedTuple):
    """``from_``: the pairs of characters that lists are known by; a line for each with the members
    that hold it; and the lists (see ruleset/list_table.py)."""

    from_: Lists


class _List(NamedTuple):
    """``others``: what may stand for a member."""

    members: tuple[str, ...]
    text: str
    name: str
    others: frozenset[str]
    beside: bool
    ordered: bool


Part = tuple[int, str]
"""What stands between two marks of a list, and where it begins."""


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text = facts.body
    found: dict[Span, tuple[int, str]] = {}
    right: set[int] = set()  # where a list begins that is told as it is fixed
    for parts, each in _lists(facts, params.from_):
        for start, fault in _read_as(text, parts, each):
            if fault:
                found.setdefault(fault[0], (start, fault[1]))
            else:
                right.add(start)
    end = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        start, meant = found[span]
        if start not in right and span.start >= end:
            end = span.end
            yield Finding(span, {"right": meant}, edits=(Edit(span, meant),))


def _lists(facts: Facts, table: Lists) -> Iterator[tuple[list[Part], _List]]:
    """What stands between the marks of each list of the text that one of the table may be."""
    text, (pairs, lines, rows) = facts.body, table
    known: dict[str, list[tuple[str, int, int]]] = {}
    done: set[tuple[int, int]] = set()
    for place in places_of(facts.literals, pairs):
        pair = text[place : place + 2]
        if pair not in known:
            known[pair] = [*words_of(lines, pair)]
        for member, offset, number in known[pair]:
            start, end = place - offset, place - offset + len(member)
            if start < 0 or not text.startswith(member, start):
                continue
            if not _MARKS & {*text[max(0, start - 2) : start], *text[end : end + 2]}:
                continue
            each = _read(rows, number)
            parts = _parts(text, place, "、，" if "，" in each.text else "、")
            if len(parts) >= len(each.members) - 1 and (parts[0][0], number) not in done:
                done.add((parts[0][0], number))
                yield parts, each


@lru_cache(maxsize=512)
def _read(rows: str, number: int) -> _List:
    every = rows.split("\n")
    content, name, condition = every[number].split("\t")
    alike = (row.split("\t") for row in every if name and f"\t{name}\t" in row)
    others = frozenset(member for row in alike for member in re.split(_MARK, row[0]))
    members = (*re.split(_MARK, content),)
    beside, ordered = "名称旁" in condition, "定序" in condition
    return _List(members, content, name, others, beside, ordered)


def _parts(text: str, place: int, marks: str) -> list[Part]:
    """The parts of the list that ``place`` is in."""
    low = max(0, place - _MOST)
    run = next((m for m in _RUN[marks].finditer(text, low, place + _MOST) if m.end() > place), None)
    if run is None:
        return []
    start, parts = run.start(), []
    for part in run[0].replace(marks[-1], "、").split("、"):
        bare = part.strip("“”")
        parts.append((start + (part.find(bare) if bare else 0), bare))
        start += len(part) + 1
    return parts


def _read_as(
    text: str, parts: list[Part], each: _List
) -> Iterator[tuple[int, tuple[Span, str] | None]]:
    """Where what is nearly ``each`` begins, and what is wrong with it and should stand there."""
    size, joined = len(each.members), False
    if len(parts) == size - 1 and (cut := _AND.search(parts[-1][1])):
        start, last = parts[-1]
        parts = [*parts[:-1], (start, last[: cut.start()]), (start + cut.end(), last[cut.end() :])]
        joined = True
    for first in range(len(parts) - size + 1):
        window = parts[first : first + size]
        ends = _ends(text, parts, first, size)
        fits = [_fits(part[1], i, size, each.members[i], ends) for i, part in enumerate(window)]
        if all(fits):
            yield window[0][0], None
        elif sum(fits) == size - 1 and not (joined and not fits[-1]):
            fault = _exchanged(text, window, fits.index(False), each, ends)
        elif all(ends) and each.ordered and not joined:
            fault = _disordered(window, each)
        else:
            continue
        if not all(fits) and fault and (not each.beside or _named(text, parts, each.name)):
            yield window[0][0], fault


def _ends(text: str, parts: list[Part], first: int, size: int) -> tuple[bool, bool]:
    """Whether more may stand before the first of ``size`` parts, and behind the last."""
    start, (end, last) = parts[first][0], parts[first + size - 1]
    return (
        first == 0 or text[start - 1] == "，",
        first + size == len(parts) or text[end + len(last)] == "，",
    )


def _fits(part: str, i: int, size: int, member: str, ends: tuple[bool, bool]) -> bool:
    """Whether a part is the member, with what stands before the first and behind the last."""
    if i == 0 and ends[0]:
        return part.endswith(member)
    return part.startswith(member) if i == size - 1 and ends[1] else part == member


def _exchanged(
    text: str, window: list[Part], i: int, each: _List, ends: tuple[bool, bool]
) -> tuple[Span, str] | None:
    """The part that is no member, if nothing else can be meant."""
    (start, part), right, last = window[i], each.members[i], len(window) - 1
    if i == 0:
        if not ends[0] or len(part) < len(right):
            return None
        start, part = start + len(part) - len(right), part[-len(right) :]
    elif i == last:
        told = _LAST.match(text, start) if ends[1] else None
        part = told[0] if told else ""
        if not each.beside and len(part) != len(right) and not _longer(part, right):
            return None
    elif len(part) > _LONGEST:
        return None
    alike = each.beside or each.ordered or _same(part, right)
    if not part or not alike or part in each.others or part in each.members:
        return None
    return Span(start, start + len(part)), right


def _longer(one: str, other: str) -> bool:
    """Whether long words begin and end alike: 管生产必须管安全 for 管生产经营必须管安全."""
    return len(one) >= _LONG and one[0] == other[0] and one[-2:] == other[-2:]


def _same(one: str, other: str) -> int:
    """How many characters two words have in common."""
    return len({*one} & {*other})


def _disordered(window: list[Part], each: _List) -> tuple[Span, str] | None:
    """All members in another order."""
    (start, head), (end, tail) = window[0], window[-1]
    first = next((member for member in each.members if head.endswith(member)), "")
    last = next((member for member in each.members if tail.startswith(member)), "")
    told = [first, *(part for _, part in window[1:-1]), last]
    if sorted(told) != sorted(each.members) or told == [*each.members]:
        return None
    return Span(start + len(head) - len(first), end + len(last)), each.text


def _named(text: str, parts: list[Part], name: str) -> bool:
    start, end = parts[0][0], parts[-1][0] + len(parts[-1][1])
    around = text[max(0, start - _BEFORE) : end + _BEHIND]
    return any(each in around for each in name.split("/"))


CHECK = Check(
    "fixed-list",
    Params,
    run,
    fields=("right",),
    searches=lambda params: (search_known_by(params.from_[0]),),
)
