"""Faults in numbering: in a run of headings, or of 一是 items, one is dropped, doubled, moved."""

from __future__ import annotations

import random
from collections.abc import Callable

from govlint.facts.facts import Facts
from govlint.syntax.tree import Heading, Item
from seeding.seed import Maker, Seed, SeedClass

Member = Heading | Item
Runs = Callable[[Facts], list[list[Member]]]


def heading_runs(facts: Facts) -> list[list[Member]]:
    """Runs of headings that are numbered from 1 without a fault."""
    return [
        [*series.members]
        for series in facts.outline.series
        if [heading.ordinal for heading in series.members] == [*range(1, len(series.members) + 1)]
    ]


def item_runs(facts: Facts) -> list[list[Member]]:
    """Runs of 一是, 一要, 第一 that are numbered from 1 without a fault."""
    return [
        [*series.members]
        for series in facts.items
        if series.shape in {"shi", "yao", "di"}
        and series.ordinals == [*range(1, len(series.ordinals) + 1)]
    ]


def _start(facts: Facts, member: Member) -> int:
    """Where what belongs to a member begins: its line, or the item itself inside a line."""
    inline = isinstance(member, Item) and member.inline
    return member.mark.start if inline else facts.line(member.mark.start).start


def _pick(
    runs: list[list[Member]], least: int, chance: random.Random
) -> tuple[list[Member], int] | None:
    """A run of at least so many members, and the index of one that has another after it."""
    fit = [run for run in runs if len(run) >= least]
    if not fit:
        return None
    run = chance.choice(fit)
    return run, chance.randrange(len(run) - 1)


def dropping(runs: Runs, codes: tuple[str, ...]) -> Maker:
    """Take a member away with all that belongs to it; the one after it is out of count."""

    def make(text: str, facts: Facts, chance: random.Random) -> Seed | None:
        picked = _pick(runs(facts), 3, chance)
        if picked is None:
            return None
        run, index = picked
        start, end = _start(facts, run[index]), _start(facts, run[index + 1])
        place = run[index + 1].mark.start - (end - start)
        return Seed(text[:start] + text[end:], ((place, place + 2),), codes)

    return make


def doubling(runs: Runs, codes: tuple[str, ...]) -> Maker:
    """Give a member the ordinal of the one before it."""

    def make(text: str, facts: Facts, chance: random.Random) -> Seed | None:
        picked = _pick(runs(facts), 3, chance)
        if picked is None:
            return None
        run, index = picked
        mark, (start, end) = text[slice(*run[index].mark)], run[index + 1].mark
        return Seed(text[:start] + mark + text[end:], ((start, start + len(mark)),), codes)

    return make


def exchanging(runs: Runs, codes: tuple[str, ...]) -> Maker:
    """Exchange the ordinals of two neighbours."""

    def make(text: str, facts: Facts, chance: random.Random) -> Seed | None:
        picked = _pick(runs(facts), 4, chance)
        if picked is None:
            return None
        run, index = picked
        (s1, e1), (s2, e2) = run[index].mark, run[index + 1].mark
        changed = text[:s1] + text[s2:e2] + text[e1:s2] + text[s1:e1] + text[e2:]
        return Seed(changed, ((s1, e2),), codes)

    return make


def moving(runs: Runs) -> Maker:
    """Right: exchange two neighbours whole, and number them as they now stand."""

    def make(text: str, facts: Facts, chance: random.Random) -> Seed | None:
        fit = [run for run in runs(facts) if len(run) >= 4]
        if not fit:
            return None
        run = chance.choice(fit)
        index = chance.randrange(len(run) - 2)
        one, two = run[index], run[index + 1]
        first, second, end = (_start(facts, member) for member in run[index : index + 3])
        (s1, e1), (s2, e2) = one.mark, two.mark
        new_first = text[second:s2] + text[s1:e1] + text[e2:end]
        new_second = text[first:s1] + text[s2:e2] + text[e1:second]
        return Seed(text[:first] + new_first + new_second + text[end:], (), ("SEQ",))

    return make


def _malform(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Write the mark of a heading in a way that the norm has not."""
    marks = [m.mark for run in heading_runs(facts) if len(run) >= 3 for m in run[1:-1]]
    marks = [mark for mark in marks if text[mark.end - 1] in "、）"]
    if not marks:
        return None
    start, end = chance.choice(marks)
    mark = text[start:end]
    if mark.endswith("、"):
        wrong = mark[:-1] + chance.choice("，．.")
    else:
        wrong = chance.choice((f"{mark}、", f"({mark[1:]}", f"{mark[:-1]})"))
    return Seed(text[:start] + wrong + text[end:], ((start, start + len(wrong)),), ("SEQ", "PUN"))


def _mix(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Write one of the marks of a run in another shape: 一是, 二是, 三要."""
    runs = [
        run for run in item_runs(facts) if len(run) >= 3 and text[run[0].mark.start + 1] == "是"
    ]
    if not runs:
        return None
    run = chance.choice(runs)
    start, end = chance.choice(run[1:]).mark
    numeral = text[start : end - 1]
    wrong = chance.choice((f"{numeral}要", f"第{numeral}，"))
    return Seed(text[:start] + wrong + text[end:], ((start, start + len(wrong)),), ("SEQ",))


HEADING = ("SEQ20", "SEQ212", "FIG301")
ITEM = ("SEQ20", "FIG30")
CLASSES = (
    SeedClass("heading-dropped", "series", (dropping(heading_runs, HEADING),), ()),
    SeedClass("heading-doubled", "series", (doubling(heading_runs, HEADING),), ()),
    SeedClass("headings-exchanged", "series", (exchanging(heading_runs, HEADING),), ()),
    SeedClass("headings-moved", "series", (), (moving(heading_runs),)),
    SeedClass("heading-mark-malformed", "series", (_malform,), ()),
    SeedClass("item-dropped", "series", (dropping(item_runs, ITEM),), ()),
    SeedClass("item-doubled", "series", (doubling(item_runs, ITEM),), ()),
    SeedClass("items-exchanged", "series", (exchanging(item_runs, ITEM),), ()),
    SeedClass("items-mixed", "series", (_mix,), ()),
)
