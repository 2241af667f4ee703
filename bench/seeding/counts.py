"""Faults in counts and figures that stand in the documents themselves."""

from __future__ import annotations

import random
import re

from govlint.facts.facts import Facts
from govlint.text.numerals import parse_numeral, write_numeral
from seeding.seed import Maker, Seed, SeedClass

_LIST = re.compile(
    r"(?<=[，。；：\n])[^，。；：、\n“”（）]{2,12}(?:、[^，。；：、\n“”（）]{2,8}){2,5}"
    r"(?P<n>[三四五六])大(?=[一-龥])"
)
_FIGURE = re.compile(r"(?<![0-9A-Za-z.“])[0-9]+(?:\.[0-9]+)?(?=[万亿%个家户公里元亩人])")
_BLANKS = ("X", "XX", "xx.x", "××", "x", "Ｘ", "xxx", "XX.X", "***", "____", "（待补充）", "○○")


def _change_count(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Change an announced number by one or two."""
    promises = [a for a in facts.announcements if a.number == a.listed]
    if not promises:
        return None
    start = chance.choice(promises).span.start
    match = re.compile(r"[两二三四五六七八九十]{1,3}|[0-9]{1,2}").match(text, start)
    if match is None:
        return None
    number = parse_numeral(match[0]) or 0
    other = number + chance.choice([n for n in (-2, -1, 1, 2) if number + n > 1])
    written = str(other) if match[0].isdecimal() else write_numeral(other)
    changed = text[:start] + written + text[match.end() :]
    return Seed(changed, ((start, start + len(written)),), ("FIG301",))


def _change_list(text: str, _facts: Facts, chance: random.Random) -> Seed | None:
    """Change the number behind a list: 甲、乙、丙三大领域."""
    choices = [
        match
        for match in _LIST.finditer(text)
        if match[0].count("、") + 1 == parse_numeral(match["n"]) and "等" not in match[0]
    ]
    if not choices:
        return None
    match = chance.choice(choices)
    start = match.start("n")
    number = (parse_numeral(match["n"]) or 0) + chance.choice((1, 2))
    changed = text[:start] + write_numeral(number) + text[start + 1 :]
    return Seed(changed, ((start, start + 1),), ("FIG302",))


def _blank(mark: str) -> Maker:
    """Put a placeholder for a figure of the document."""

    def make(text: str, _facts: Facts, chance: random.Random) -> Seed | None:
        figures = list(_FIGURE.finditer(text))
        if not figures:
            return None
        start, end = chance.choice(figures).span()
        return Seed(text[:start] + mark + text[end:], ((start, start + len(mark)),), ("PLH",))

    return make


CLASSES = (
    SeedClass("count-changed", "counts", (_change_count,), ()),
    SeedClass("list-count-changed", "counts", (_change_list,), ()),
    SeedClass("figure-blanked", "counts", tuple(map(_blank, _BLANKS)), ()),
)
