"""compact_counts: 一心两轴四区 and 一办三组, and how many 区 are named behind.

Each sign stands for the last character of the names: ……康养区、……研学区、……遗存区 are three 区.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_HAN = "两二三四五六七八九"
_PAIR = rf"[一{_HAN}](?![一{_HAN}])[一-龥]{{1,2}}?"
_COMPACT = re.compile(
    rf"(?<![一-龥])(?:[一-龥]{{0,12}}?“?(?P<all>(?:{_PAIR}){{2,4}}))”?(?=[一-龥：，])"
    r"(?:的?[一-龥]{0,8}?)(?:：|，即：?|，就是|，分别[是为]：?)(?:即)?"
)
_ONE = re.compile(rf"(?P<n>[一{_HAN}])(?P<noun>[一-龥]{{1,2}}?)(?=[一{_HAN}]|$)")
_CHAINS = re.compile("[，；]")
_APART = re.compile("、|和(?=[^、]{2,10}$)")
_OPEN = re.compile("等|重点|其中|包括|先期|首批|……")
_JOINERS = re.compile("[和与及]")
_WHOLE = {"办": "办公室"}
_LONGEST = 160
_LONGEST_NAME = 16


class Compact(NamedTuple):
    """``span``: the number with its sign; ``number``: what it says; ``listed``: how many names
    end so."""

    span: Span
    number: int
    listed: int


def find_compact(text: str) -> Iterator[Compact]:
    for match in _COMPACT.finditer(text):
        end = min(
            (
                p
                for mark in "。\n"
                if (p := text.find(mark, match.end(), match.end() + _LONGEST)) > 0
            ),
            default=-1,
        )
        if end < 0 or _OPEN.search(text, match.end(), end):
            continue
        said = text[match.end() : end].replace("“", "").replace("”", "")
        pairs = [(parse_numeral(one["n"]) or 0, one) for one in _ONE.finditer(match["all"])]
        signs = tuple(_WHOLE.get(one["noun"], one["noun"]) for _, one in pairs)
        for number, one in pairs:
            if number == 1 or one[0] in said:
                continue
            listed = _named(said, one["noun"], signs)
            if listed > 1 and abs(listed - number) == 1:
                start = match.start("all") + one.start()
                yield Compact(Span(start, start + len(one[0])), number, listed)


def _named(said: str, noun: str, signs: tuple[str, ...]) -> int:
    """How many names end with a sign; 0 where one of those beside them ends with none, or may
    stand for several."""
    names: list[str] = []
    for chain in _CHAINS.split(said):
        parts = _APART.split(chain)
        ends = [part.endswith(noun) for part in parts]
        if not any(ends):
            continue
        if not all(part.endswith(signs) and len(part) <= _LONGEST_NAME for part in parts):
            return 0
        if any(_JOINERS.search(part) for part in parts):
            return 0
        names += [part for part, end in zip(parts, ends, strict=True) if end and part != noun]
    if any(re.search(rf"[{_HAN}0-9]{noun}$", name) for name in names):
        return 0
    return len(set(names))
