"""item_heads: items of one series within the text that open with the very same words.

一是严把入口关，……；二是严把使用关，……；三是严把入口关，……: what stands up to the first point is the
heading of the item. What all repeat is a refrain. What says of each item only that it failed
(未按规定公示) may be said of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.items import ItemSeries
from govlint.text.span import Span

_HEAD = re.compile(r"[，、：]?(?P<head>[一-龥“”]{4,14})(?=[，。；：])")
_OF_A_CASE = re.compile(
    "^[未不有无没违擅由对把按从以因经超如若属系是为]|的$|^(?:存在|部分|个别|少数|一些|可)"
)
_FEWEST = 3
_TWICE = 2
"""What more items open with is a refrain."""
_SHAPES = frozenset(("shi", "yao", "di", "qi", "step", "circled"))


def find_item_heads(text: str, items: list[ItemSeries]) -> Iterator[tuple[Span, Span]]:
    """The heads of items, each with the place of the same head of an earlier one."""
    for series in items:
        if len(series.members) < _FEWEST or series.shape not in _SHAPES:
            continue
        heads: dict[str, list[Span]] = {}
        for item in series.members:
            match = _HEAD.match(text, item.mark.end)
            if match and not _OF_A_CASE.search(match["head"]):
                heads.setdefault(match["head"], []).append(Span(*match.span("head")))
        for spans in heads.values():
            if len(spans) == _TWICE:
                yield spans[1], spans[0]
