"""confusions: where a word stands for another that sounds or looks like it, or means nearly the
same, as the words around it tell.

Either word is right by itself. A row of the table (see ruleset/confusion_table.py) says beside
which words, or with which in the same clause, the one is certainly meant where the other stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from govlint.facts.lexicon import kind_of
from govlint.facts.words import cut, is_word
from govlint.records import NamedTuple
from govlint.text.span import Span

Lines = tuple[str, str]
"""The first two characters of each wrong word; and for each pair a line with the rows of it."""

_REACH = 14
"""So far from a word its company in the clause may stand."""
_FAR = 36
"""So far what tells of it may stand in the sentence."""
_MARKS = re.compile("[，。；：！？\n、《》（）()“”]")
_ENDS = re.compile("[。；！？\n]")
_OPEN = frozenset("和及与或并等后前时共给由各以来为")
_DEEDS = ("案件", "案", "问题", "行为", "情况", "现象", "的问题", "的行为", "的情况", "的现象")
"""What an object ends before; with others it is a part of another noun (证书管理办法)."""
_ROW, _CELL, _ITEM = "\1", "\t", "、"

CLASSES = {
    "〈动〉": ("v", "vd"),
    "〈副〉": ("d", "ad", "vd"),
    "〈介〉": ("p",),
    "〈代〉": ("r",),
}
"""What a cell may say in the place of a word that stands right beside: any word of a class."""
_WHOLE = 2
"""A verb of fewer characters may be half of a name or of a short form."""


class Row(NamedTuple):
    """``right`` is meant for ``wrong`` right behind one of ``before``, right before one of
    ``behind``, or where one of ``ahead`` stands before it in the clause or one of ``objects``
    behind it, or one of ``around`` in its sentence; unless one of ``unless`` stands there. One of
    ``before`` and of ``behind`` may be a class of words (see CLASSES)."""

    wrong: str
    right: str
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class Confusion(NamedTuple):
    """``right`` is meant at ``span``, as ``near`` tells."""

    span: Span
    right: str
    near: str


def lines_of(rows: Iterable[Row]) -> Lines:
    """``rows`` as a table."""
    found: dict[str, list[str]] = {}
    for row in rows:
        wrong, right, *cells = row
        line = _CELL.join((wrong, right, *map(_ITEM.join, cells)))
        found.setdefault(wrong[:2], []).append(line)
    lines = (f"\n{pair}{_CELL}{_ROW.join(some)}\n" for pair, some in found.items())
    return "".join(found), "".join(lines)


def confusions_in(text: str, lines: str, places: Iterable[int]) -> Iterator[Confusion]:
    """The words of the table that stand at ``places`` and should be others.

    >>> lines = lines_of([Row("颁布", "颁发", objects=("证书",))])[1]
    >>> [found.right for found in confusions_in("向学员颁布技能证书。", lines, [3])]
    ['颁发']
    >>> [*confusions_in("颁布证书管理办法。", lines, [0])]
    []
    >>> lines = lines_of([Row("必需", "必须", behind=("〈动〉", "〈介〉"))])[1]
    >>> [found.near for found in confusions_in("入场必需出示证件，", lines, [2])]
    ['出示']
    >>> [*confusions_in("带足必需经费，", lines, [2])]
    []
    """
    for place in places:
        for row in _rows(lines, text[place : place + 2]):
            if text.startswith(row.wrong, place) and (found := _judged(text, place, row)):
                yield found


@lru_cache(maxsize=2048)
def _rows(lines: str, pair: str) -> list[Row]:
    start = lines.find(f"\n{pair}{_CELL}")
    if start < 0:  # a place that is blanked out
        return []
    rows = lines[start + 4 : lines.index("\n", start + 1)].split(_ROW)
    return [*map(_row, rows)]


def _row(line: str) -> Row:
    wrong, right, *cells = line.split(_CELL)
    return Row(wrong, right, *((*cell.split(_ITEM),) if cell else () for cell in cells))


def _judged(text: str, start: int, row: Row) -> Confusion | None:
    end = start + len(row.wrong)
    low, high, meant = start, end, row.right
    if before := _before(text, start, row.before):
        near, low, meant = before, start - len(before), before + meant
    elif behind := _behind(text, end, row.behind):
        near, high, meant = behind, end + len(behind), meant + behind
    else:
        near = (
            _ahead(text, start, row.ahead)
            or _object(text, end, row.objects)
            or _of_class(text, Span(start, end), row)
        )
    around = ""
    if row.unless or (row.around and not near):
        around = _sentence(text, start, end)
        near = near or next((each for each in row.around if each in around), "")
    if not near or any(each in around for each in row.unless):
        return None
    if not is_word(text, Span(low, high), meant):
        return None
    return Confusion(Span(start, end), row.right, near)


def _before(text: str, start: int, words: tuple[str, ...]) -> str:
    """The one of ``words`` that ends at ``start``."""
    return next((each for each in words if text.endswith(each, 0, start)), "")


def _behind(text: str, end: int, words: tuple[str, ...]) -> str:
    """The one of ``words`` that begins at ``end``."""
    return next((each for each in words if text.startswith(each, end)), "")


def _of_class(text: str, span: Span, row: Row) -> str:
    """The word right beside ``span`` that is of a class that the row names."""
    if kinds := _kinds(row.behind):
        clause = _MARKS.split(text[span.end : span.end + _REACH], 1)[0]
        words = [clause[:_WHOLE], *cut(clause)[:1]] if clause else []
    elif kinds := _kinds(row.before):
        clause = _MARKS.split(text[max(0, span.start - _REACH) : span.start])[-1]
        words = [clause[-_WHOLE:], *cut(clause)[-1:]] if clause else []
    else:
        return ""
    return next((word for word in words if _is_of(word, kinds)), "")


def _kinds(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(kind for word in words for kind in CLASSES.get(word, ()))


def _is_of(word: str, kinds: tuple[str, ...]) -> bool:
    kind = kind_of(word)
    return kind in kinds and (len(word) >= _WHOLE or kind[0] != "v")


def _ahead(text: str, start: int, words: tuple[str, ...]) -> str:
    """The one of ``words`` that stands in the clause before ``start``."""
    if not words:
        return ""
    before = _MARKS.split(text[max(0, start - _REACH) : start])[-1]
    return next((word for word in words if word in before), "")


def _object(text: str, end: int, words: tuple[str, ...]) -> str:
    """The one of ``words`` that ends a phrase in the clause behind ``end``."""
    if not words:
        return ""
    behind = _MARKS.split(text[end : end + _REACH + 4], 1)[0]
    for word in words:
        place = behind.find(word)
        while place >= 0:
            stop = end + place + len(word)
            after = text[stop : stop + 1]
            if not "一" <= after <= "龥" or after in _OPEN or text.startswith(_DEEDS, stop):
                return word
            place = behind.find(word, place + 1)
    return ""


def _sentence(text: str, start: int, end: int) -> str:
    """What of the sentence is near the word from ``start`` to ``end``, itself included."""
    before = _ENDS.split(text[max(0, start - _FAR) : start])[-1]
    return before + text[start:end] + _ENDS.split(text[end : end + _FAR], 1)[0]
