"""watermarks: the stretches of advertising lines in a document."""

from __future__ import annotations

import re
from itertools import pairwise

from govlint.facts.advertising import (
    is_advertising,
    is_near_advertising,
    may_belong,
    opens_list,
    suspects,
)
from govlint.text.span import Span

_EDGE = 15
_BETWEEN = 6
_NEAR = 4
_LABEL = re.compile(
    r"[一-龥]{0,8}?(?:地址|邮政编码|邮编|邮箱|公众号|视频号|官方?网站?|网址|传真|电话|联系人|乘车路线)："
)
_ADDRESS = re.compile(
    r"[一-龥]{0,6}?(?:地址|邮政编码|邮编)：|[一-龥]{0,8}(?:电话|传真)：（?0[1-9][0-9]{1,2}[）—-]"
)
_BLANK = re.compile("[：:][ \u3000]*[_＿]{3}")
"""What is to be filled in: 手机号码：____."""
_WORDS = re.compile(r"[0-9A-Za-z一-龥]")


def find_watermarks(text: str, lines: list[Span]) -> tuple[Span, ...]:
    """The stretches of advertising lines, with the short lines between or outside them."""
    count = len(lines)
    edges = {*range(min(_EDGE, count)), *range(max(0, count - _EDGE), count)}
    texts = [text[slice(*line)] for line in lines]
    hits = {
        i
        for i in suspects(texts, edges)
        if is_advertising(texts[i], edge=i in edges) and not _is_of_form(texts, i)
    }
    if not hits:
        return ()
    _spread(texts, hits, edges)
    _fill(texts, hits, edges)
    _reach_out(texts, hits)
    blocks: list[Span] = []
    previous = -2
    for i in sorted(hits):
        if i == previous + 1:
            blocks[-1] = Span(blocks[-1].start, lines[i].end)
        else:
            blocks.append(lines[i])
        previous = i
    return tuple(blocks)


def _spread(texts: list[str], hits: set[int], edges: set[int]) -> None:
    """Take in the neighbours that go on with an advertisement."""
    for step in (1, -1):
        for hit in sorted(hits, reverse=step < 0):
            i = hit + step
            while i in edges and i not in hits and _goes_on(texts, i):
                hits.add(i)
                i += step


def _goes_on(texts: list[str], i: int) -> bool:
    return is_near_advertising(texts[i]) and not _is_of_form(texts, i)


def _is_of_form(texts: list[str], i: int) -> bool:
    return _is_row(texts, i) or _is_contact(texts, i) or _BLANK.search(texts[i]) is not None


def _is_contact(texts: list[str], i: int) -> bool:
    """Whether a line is one of those that tell where an office is and how it is reached: a postal
    address, or the number of a telephone that is fixed, is told beside it."""
    beside = texts[max(0, i - _NEAR) : i + _NEAR + 1]
    return _LABEL.match(texts[i]) is not None and any(map(_ADDRESS.match, beside))


def _is_row(texts: list[str], i: int) -> bool:
    """Whether a line is a row of a table: one beside it has as many bars."""
    bars = texts[i].count("|")
    beside = texts[i - 1 : i] + texts[i + 1 : i + 2]
    return bars > 1 and any(text.count("|") == bars for text in beside)


def _fill(texts: list[str], hits: set[int], edges: set[int]) -> None:
    """Take in the few short lines between two hits near the head or tail."""
    for a, b in pairwise(sorted(hits)):
        between = range(a + 1, b)
        near = len(between) <= _BETWEEN and (a in edges or b in edges)
        if near and all(may_belong(texts[i]) for i in between):
            hits.update(between)


def _reach_out(texts: list[str], hits: set[int]) -> None:
    """Take in what lies between the hits and the ends of the document, links to other texts,
    and a rule of dashes above a hit."""
    count, first, last = len(texts), min(hits), max(hits)
    if first < _EDGE and all(map(may_belong, texts[:first])):
        hits.update(range(first))
    for i in sorted(hits):
        links = texts[i + 1 :]
        if i >= count - _EDGE and opens_list(texts[i]) and not _has_sentence(links):
            hits.update(range(i, count))
    if last >= count - _EDGE and all(map(may_belong, texts[last + 1 :])):
        hits.update(range(last, count))
    hits.update(i - 1 for i in list(hits) if i and not _WORDS.search(texts[i - 1]))


def _has_sentence(texts: list[str]) -> bool:
    return any(text[-1] in "。；" for text in texts)
