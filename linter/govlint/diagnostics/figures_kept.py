"""Edits that write points and blanks must leave the numbers beside them as they were."""

from __future__ import annotations

import re
from collections.abc import Iterable

from govlint.diagnostics.finding import Edit
from govlint.text.span import Span

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*")
_DIGIT = re.compile(r"\d")
_POINT = str.maketrans("．", ".")
_POINTS = ",.，．。、；;！!？? \t\u3000"
_REACH = 40


def keeps_figures(text: str, edits: Iterable[Edit]) -> bool:
    """Whether each number beside the ``edits`` is the same once they are made one by one.

    An edit that writes words, digits or other signs (2023.5 to 2023年5月, 2O to 20, 3.15 to 3·15)
    knows what it does.

    >>> keeps_figures("1、5月底前完成", [Edit(Span(1, 2), ".")])
    False
    >>> keeps_figures("1、修路3,000米", [Edit(Span(1, 2), "."), Edit(Span(5, 6), "，")])
    False
    >>> keeps_figures("1、修路，〔2023〕08号", [Edit(Span(1, 2), "."), Edit(Span(11, 12), "")])
    True
    """
    return all(bool(new.strip(_POINTS)) or _kept(text, span, new) for span, new in edits)


def _kept(text: str, span: Span, new: str) -> bool:
    beside = text[span.start - 1 : span.start].isdigit() and text[span.end : span.end + 1].isdigit()
    if not beside and not _DIGIT.search(text, *span):
        return True  # no number can be joined or parted here: most marks
    left = text[max(0, span.start - _REACH) : span.start]
    right = text[span.end : span.end + _REACH]
    old = text[slice(*span)]
    return _numbers(left, old, right) == _numbers(left, new, right)


def _numbers(left: str, middle: str, right: str) -> list[str]:
    """The numbers that do not lie in the middle altogether, without leading zeros."""
    whole = (left + middle + right).translate(_POINT)
    inner = range(len(left), len(left) + len(middle))
    return [
        match[0].lstrip("0")
        for match in _NUMBER.finditer(whole)
        if not (match.start() in inner and match.end() - 1 in inner)
    ]
