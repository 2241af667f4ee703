"""articles: the articles of a rule, and how many items each numbers."""

from __future__ import annotations

import re

from govlint.facts.outline import Outline
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_ITEM = re.compile(
    r"(?:^|(?<=[：；。]))[ \u3000]{0,4}（(?P<n>[一二三四五六七八九十]{1,3})）", re.MULTILINE
)


class Article(NamedTuple):
    """``items``: how many of them are numbered （一）（二）, 0 where they do not count on."""

    number: int
    place: Span
    items: int


def read_articles(text: str, outline: Outline) -> list[Article]:
    """The articles of the text, with what is counted within each."""
    found = []
    headings = [h for h in outline.headings if h.shape == "article"]
    ends = [*(h.span.start for h in headings[1:]), len(text)]
    for heading, end in zip(headings, ends, strict=False):
        items = [parse_numeral(m["n"]) for m in _ITEM.finditer(text, heading.mark.end, end)]
        counted = len(items) if items == [*range(1, len(items) + 1)] else 0
        found.append(Article(heading.ordinal or 0, heading.mark, counted))
    return found
