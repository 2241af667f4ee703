"""told_doublings: 翻了两番 as one of the figures of its paragraph: how often it has doubled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from govlint.facts.change_words import CHANGES
from govlint.facts.figure import Figure
from govlint.facts.units import DOUBLINGS, TIMES
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_SAID = re.compile("(?<!再)(?<!未)翻(?:了)?(?P<n>[一二两三四五])番(?!左右|目标|以上|多)")
_NEARLY = re.compile("(?:近|约|基本|几乎|差不多|力争|计划|目标|将|有望|确保|实现)[^，。；]{0,8}$")
_ROLES = frozenset((CHANGES[TIMES],))


def with_doublings(text: str, figures: Sequence[Figure], end: int) -> list[Figure]:
    """Figures of a paragraph, with the 翻番 among them, up to ``end``."""
    if "番" not in text[figures[0].span.start : end]:
        return [*figures]
    found = [*figures]
    for match in _SAID.finditer(text, figures[0].span.end, end):
        last = max((f.span.end for f in figures if f.span.end <= match.start()), default=0)
        stops = max(text.rfind(mark, last, match.start()) + 1 for mark in "。；\n")
        lead = Span(max(last, stops), match.start())
        if not last or _NEARLY.search(text, *lead):
            continue
        value = Decimal(parse_numeral(match["n"]) or 1)
        found.append(
            Figure(Span(*match.span()), value, Decimal(0), DOUBLINGS, "番", about=False,
                   lead=lead, roles=_ROLES, sign=1)
        )  # fmt: skip
    return sorted(found, key=_start)


def _start(figure: Figure) -> int:
    return figure.span.start
