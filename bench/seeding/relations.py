"""Figures that agree, or do not, by kind of relation: what the wordings of relations.txt say.

Each function draws the figures of one kind, as they are printed; where it is asked for ``wrong``
ones, the stated figure is off by more than rounding can explain.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from seeding.wordings import WordingFault

Draw = random.Random
Figures = dict[str, object]
"""By the name under which a wording speaks of it."""

_WORDINGS = Path(__file__).with_suffix(".txt")
_LEADS = (
    "",
    "据年底统计，",
    "从台账看，",
    "一年来，",
    "工作推进有力。",
    "按照县里部署，",
    "截至12月底，",
)
_TAILS = ("。", "，群众反映良好。", "，工作位居前列。", "，为下一步打下了基础。")


class Relation(NamedTuple):
    """A kind of relation: its figures, and the lines that say them."""

    name: str
    draw: Callable[..., Figures]
    wordings: tuple[str, ...]

    def passage(self, draw: Draw, *, wrong: bool) -> str:
        """One that agrees, or is ``wrong``; the stated figure stands in ⟦…⟧."""
        figures = self.draw(draw, wrong=wrong)
        one = len(self.wordings) == 1
        wording = self.wordings[0] if one else draw.choice(self.wordings)
        if not wording.endswith("。"):
            wording = draw.choice(_LEADS) + wording + draw.choice(_TAILS)
        return wording.format_map(figures)


def read_relations() -> Iterator[Relation]:
    """Every relation, in the order of the file. Raises WordingFault where it has no figures."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in _WORDINGS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            found[name] = []
        elif line and not line.startswith("#"):
            found[name].append(line)
    for name, wordings in found.items():
        if name not in KINDS:
            raise WordingFault(f"{_WORDINGS.name}: nobody draws figures for [{name}]")
        yield Relation(name, KINDS[name], tuple(wordings))


def _off(draw: Draw, value: float, least: float) -> float:
    """``value``, wrong by at least ``least`` and by no more than a quarter of it or twice that."""
    size = max(least * 1.5, value * draw.uniform(0.06, 0.2))
    return value + size if draw.random() < 0.5 or value <= 2 * size else value - size


def _missed(draw: Draw, value: int, *by: int, wrong: bool) -> int:
    """``value``, off by one of ``by`` where it is to be ``wrong``."""
    return value + (draw.choice(by) if wrong else 0)


def rate(draw: Draw, *, wrong: bool) -> Figures:
    """A rate and the two counts that it follows from."""
    whole = draw.randint(120, 4800)
    part = int(whole * draw.uniform(0.55, 0.96))
    right = 100 * part / whole
    shown = round(min(99.4, _off(draw, right, 1.5)) if wrong else right, 1)
    if wrong and abs(shown - right) < 1:
        shown = right - 4.2
    return {"whole": whole, "part": part, "shown": f"{shown:.1f}"}


def share(draw: Draw, *, wrong: bool) -> Figures:
    """A share told with the whole and the part."""
    whole = round(draw.uniform(8, 90), 2)
    part = round(whole * draw.uniform(0.3, 0.8), 2)
    right = 100 * part / whole
    shown = _off(draw, right, 1.5) if wrong else right
    return {"whole": f"{whole:.2f}", "part": f"{part:.2f}", "shown": f"{shown:.1f}"}


def change(draw: Draw, *, wrong: bool) -> Figures:
    """A change in percent between two states."""
    before = draw.randint(220, 5200)
    after = int(before * draw.uniform(1.06, 1.5))
    right = 100 * (after - before) / before
    shown = _off(draw, right, 1.5) if wrong else right
    return {"before": before, "after": after, "shown": f"{shown:.1f}"}


def difference(draw: Draw, *, wrong: bool) -> Figures:
    """A change told as an amount."""
    before, gap = draw.randint(60, 900), draw.randint(12, 59)
    return {
        "before": before,
        "after": before + gap,
        "shown": _missed(draw, gap, -10, 10, 20, 9, wrong=wrong),
    }


def points(draw: Draw, *, wrong: bool) -> Figures:
    """A change of a rate in percentage points."""
    before, gap = round(draw.uniform(55, 85), 1), round(draw.uniform(2.1, 9.4), 1)
    shown = gap + (draw.choice((-1, 1, 2)) if wrong else 0)
    return {"before": f"{before:.1f}", "after": f"{before + gap:.1f}", "shown": f"{shown:.1f}"}


def sign(draw: Draw, *, wrong: bool) -> Figures:
    """Percent where percentage points are meant."""
    before, gap = draw.randint(55, 80), draw.randint(6, 14)
    return {
        "before": before,
        "after": before + gap,
        "gap": gap,
        "unit": "%" if wrong else "个百分点",
    }


def multiple(draw: Draw, *, wrong: bool) -> Figures:
    """How many times as much, and how many times more."""
    before = draw.randint(12, 90)
    after = int(before * draw.choice((2.5, 3.0, 3.5, 4.0, 5.0)))
    shown = after / before + wrong
    return {
        "before": before,
        "after": after,
        "shown": f"{shown:.1f}",
        "more": f"{shown - 1:.1f}",
    }


def total(draw: Draw, *, wrong: bool) -> Figures:
    """A stated sum."""
    parts = [draw.randint(14, 240) for _ in range(draw.choice((3, 3, 4)))]
    shown = _missed(draw, sum(parts), -10, 10, 9, 20, wrong=wrong)
    return {"a": parts[0], "b": parts[1], "c": sum(parts[2:]), "shown": shown}


def parts(draw: Draw, *, wrong: bool) -> Figures:
    """Parts that together exceed their whole."""
    a, b = draw.randint(40, 300), draw.randint(40, 300)
    whole = a + b + (-draw.randint(11, 25) if wrong else draw.randint(8, 60))
    return {"a": a, "b": b, "whole": whole}


def part(draw: Draw, *, wrong: bool) -> Figures:
    """One part that is more than the whole."""
    whole = draw.randint(120, 900)
    one = whole + draw.randint(9, 40) if wrong else int(whole * draw.uniform(0.3, 0.8))
    return {"whole": whole, "one": one}


def rest(draw: Draw, *, wrong: bool) -> Figures:
    """Parts and the rest against the whole."""
    a, b, c = (draw.randint(20, 200) for _ in range(3))
    return {"a": a, "b": b, "c": c, "whole": _missed(draw, a + b + c, -10, 10, 20, wrong=wrong)}


def shares(draw: Draw, *, wrong: bool) -> Figures:
    """Shares of one whole."""
    a, b = round(draw.uniform(20, 45), 1), round(draw.uniform(20, 35), 1)
    c = 100 - a - b + (draw.choice((-6, 5, 9)) if wrong else 0)
    return {"a": f"{a:.1f}", "b": f"{b:.1f}", "c": f"{c:.1f}"}


def bounded(draw: Draw, *, wrong: bool) -> Figures:
    """A rate that cannot be above 100 %."""
    shown = draw.uniform(101.2, 108) if wrong else draw.uniform(91, 99.9)
    return {"shown": f"{shown:.1f}"}


def mean(draw: Draw, *, wrong: bool) -> Figures:
    """A mean and the total that it shares out."""
    count, each = draw.randint(40, 600), draw.choice((200, 300, 400, 600, 800))
    return {"count": count, "sum": count * each, "shown": each + 100 * wrong}


def paced(draw: Draw, *, wrong: bool) -> Figures:
    """A mean over the months of a year, over four years, over the months of half a year."""
    each = draw.randint(120, 900)
    shown = _missed(draw, each, -30, 40, wrong=wrong)
    return {"year": each * 12, "years": each * 4, "half": each * 6, "shown": shown}


def yearly(draw: Draw, *, wrong: bool) -> Figures:
    """A yearly rate over four years."""
    first, growth = round(draw.uniform(5, 60), 2), draw.uniform(0.05, 0.14)
    last = first * (1 + growth) ** 4
    shown = 100 * growth + (draw.choice((2.4, 3.1)) if wrong else 0)
    return {"first": f"{first:.2f}", "last": f"{last:.2f}", "shown": f"{shown:.1f}"}


def industries(draw: Draw, *, wrong: bool) -> Figures:
    """The three industries against the product."""
    a, b, c = (round(draw.uniform(20, 160), 1) for _ in range(3))
    whole = a + b + c + (draw.choice((-6, 5, 9)) if wrong else 0)
    return {"a": a, "b": b, "c": c, "whole": f"{whole:.1f}"}


def ranges(draw: Draw, *, wrong: bool) -> Figures:
    """A range from the smaller to the greater."""
    low = draw.randint(12, 90)
    high = low + draw.randint(5, 40)
    return {"low": high, "high": low} if wrong else {"low": low, "high": high}


def phase(draw: Draw, *, wrong: bool) -> Figures:
    """A year and its place in the five-year plan."""
    year, name = draw.choice(((2021, "开局之年"), (2023, "第三年"), (2025, "收官之年")))
    return {"shown": _missed(draw, year, -1, 1, wrong=wrong), "name": name}


def anniversary(draw: Draw, *, wrong: bool) -> Figures:
    """So many years since then."""
    begun, name = draw.choice(((1921, "中国共产党成立"), (1949, "新中国成立"), (1978, "改革开放")))
    year = draw.randint(2016, 2025)
    return {"year": year, "name": name, "shown": _missed(draw, year - begun, -1, 1, wrong=wrong)}


def weekday(draw: Draw, *, wrong: bool) -> Figures:
    """A date and its day of the week."""
    day = date(draw.randint(2019, 2025), draw.randint(1, 12), draw.randint(1, 28))
    name = "一二三四五六日"[(day.weekday() + (draw.randint(1, 6) if wrong else 0)) % 7]
    return {"year": day.year, "month": day.month, "day": day.day, "name": name}


def target(draw: Draw, *, wrong: bool) -> Figures:
    """A result against its target."""
    aim = draw.randint(200, 3000)
    times = draw.uniform(0.8, 0.96) if wrong else draw.uniform(1.02, 1.2)
    return {"aim": aim, "result": int(aim * times)}


def limit(draw: Draw, *, wrong: bool) -> Figures:
    """A result against a limit."""
    aim, gap = draw.randint(30, 60), draw.randint(2, 9)
    return {"aim": aim, "result": aim + gap if wrong else aim - gap}


def gap(draw: Draw, *, wrong: bool) -> Figures:
    """The gap to another place."""
    ours, theirs = round(draw.uniform(6, 9), 1), round(draw.uniform(4, 5.8), 1)
    shown = ours - theirs + wrong
    return {"ours": f"{ours:.1f}", "theirs": f"{theirs:.1f}", "shown": f"{shown:.1f}"}


def in_turn(draw: Draw, *, wrong: bool) -> Figures:
    """Lists behind 分别."""
    a, b = draw.randint(200, 900), draw.randint(40, 190)
    x, y = int(a * draw.uniform(1.05, 1.3)), int(b * draw.uniform(1.05, 1.3))
    one, other = 100 * (x - a) / a, 100 * (y - b) / b
    shown = _off(draw, other, 2) if wrong else other
    return {"a": a, "b": b, "x": x, "y": y, "one": f"{one:.1f}", "shown": f"{shown:.1f}"}


def two_values(draw: Draw, *, wrong: bool) -> Figures:
    """One thing counted twice."""
    number = str(draw.choice((1260, 2480, 3570, 1850, 4630)))
    a, b, c, d = tuple(number)
    return {"number": number, "again": a + c + b + d if wrong else number}


KINDS = {
    kind.__name__: kind
    for kind in (
        rate, share, change, difference, points, sign, multiple, total, parts, part, rest, shares,
        bounded, mean, paced, yearly, industries, ranges, phase, anniversary, weekday, target,
        limit, gap, in_turn, two_values,
    )
}  # fmt: skip
