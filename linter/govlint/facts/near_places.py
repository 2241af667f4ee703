"""near_places: names of places that are the own one but for a character, and are told once.

柳河镇 in a report of 柳溪镇 is left over from another's, or a slip of the pen, unless the sentence
tells of neighbours, of common work or of where somebody comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.text.occurrences import is_once
from govlint.text.span import Span

_OFTEN = 2
_LENGTHS = (2, 3)
_WORDS = re.compile(
    "[在和与及同到赴往向由从对为是的了各全本县市区镇乡村街邻我该上下新老大小东南西北中外内]"
)
"""No character in which a slip shows: a word, or what tells two places of one name apart."""
_BESIDE = re.compile("[与和同跟及、到赴往向邻从由至原：（]")
_JOINS = tuple("、和与及等村籍）：")
_NEIGHBOUR = re.compile(
    "毗邻|相邻|邻近|邻[镇县乡区]|交界|接壤|结对|联合|协作|划[归入]|合并|更名|撤销|考察|学习|[上下]游|周边|兄弟"
    "|对口|交流|跨[县镇乡区]|同为|两[镇县乡区地]|援|流域|嫁|迁|途经|起[点于自]|终[点于]|公路|高速|线"
)
"""What makes another place of one that is named once."""
_ENDS = "。！？\n"
_FAR = 300
"""Code points on either side in which a sentence is read."""


def slipped_places(text: str, name: str, level: str, start: int) -> Iterator[Span]:
    """The places behind ``start`` of names of one ``level`` that are one slip from ``name``."""
    core = name[: -len(level)]
    if len(core) not in _LENGTHS or text.count(name) < _OFTEN:
        return
    for place in _one_off(text, core, level, start):
        here = Span(place, place + len(name))
        odd = [a for a, b in zip(text[slice(*here)], name, strict=True) if a != b]
        if odd and not _WORDS.search(odd[0]) and _is_own(text, here):
            yield here


def _one_off(text: str, core: str, level: str, start: int) -> list[int]:
    """Where in ``text`` from ``start`` on stands ``core`` with another character in one place, and
    ``level`` behind it."""
    found = set[int]()
    for at in range(len(core)):
        ahead, behind = core[:at], core[at + 1 :] + level
        place = text.find(behind, start + at + 1)
        while place >= 0:
            begun = place - at - 1
            if "一" <= text[place - 1] <= "龥" and text.startswith(ahead, begun):
                found.add(begun)
            place = text.find(behind, place + 1)
    return sorted(found)


def _is_own(text: str, here: Span) -> bool:
    """Whether a name is told only here, and where the own one could stand."""
    if not is_once(text, text[slice(*here)]) or text.startswith(_JOINS, here.end):
        return False
    low, high = max(0, here.start - _FAR), here.end + _FAR
    start = max(low, *(text.rfind(mark, low, here.start) + 1 for mark in _ENDS))
    end = min((at for mark in _ENDS if (at := text.find(mark, here.end, high)) >= 0), default=high)
    return not _BESIDE.match(text, here.start - 1) and not _NEIGHBOUR.search(text, start, end)
