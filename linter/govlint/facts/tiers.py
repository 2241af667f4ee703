"""tiers: 县、乡、村三级, and how many tiers of government are named before the number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_TIERED = re.compile(r"级(?<=[两二三四五六2-6]级)(?![^，。]{0,3}以上|别)")
_ONE = r"国家|中央|自治区|直辖市|地区|街道|社区|网格|小组|[省市州盟县区旗乡镇街村居组户]"
_TIER = re.compile(_ONE)
_CHAIN = re.compile(rf"(?:(?:{_ONE})(?:（[^（）\n]{{1,6}}）)?、?)+$")
_NOTE = re.compile(r"（[^（）\n]{1,6}）")
_DOUBLE = re.compile(r"县市区?|县区|区县|市区|省区市|乡镇|[镇村][街组社居]|街镇")
"""What may name one tier or two."""
_REACH = 30


class Tiers(NamedTuple):
    """``span``: the number with 级; ``number``: what it says; ``fewest`` and ``most``: how many
    tiers the words before it can name, since 县区 is one tier or two."""

    span: Span
    number: int
    fewest: int
    most: int


def find_tiers(text: str) -> Iterator[Tiers]:
    """Every number of tiers, at least two of which stand right before it."""
    for match in _TIERED.finditer(text):
        start = match.start() - 1
        window = text[max(0, start - _REACH) : start]
        chain = _CHAIN.search(window)
        if chain is None or _belongs(window[: chain.start()]):
            continue
        words = _NOTE.sub("", chain[0]).strip("、")
        most = len(_TIER.findall(words))
        fewest = words.count("、") + 1 if "、" in words else most - len(_DOUBLE.findall(words))
        if most > 1:
            yield Tiers(Span(start, match.end()), parse_numeral(text[start]) or 0, fewest, most)


def _belongs(before: str) -> bool:
    """Whether the first word of a chain goes with what stands before it: 全县, 青山、云溪村."""
    return before.endswith(("全", "本", "各", "、", "和", "与", "跨")) and not before.endswith(
        "健全"
    )
