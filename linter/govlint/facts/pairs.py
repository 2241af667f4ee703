"""pairs: quotation marks and brackets, which closes which, and those without a partner.

A quotation of several paragraphs has “ at the start of each and ” at the end of the last only
(GB/T 15834—2011, 4.8.3.5), and brackets may span a line break: what a line leaves open can be
closed in one of the next lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import lt

from govlint.records import NamedTuple

PARTNERS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "〔": "〕", "【": "】"}
"""Each opening mark and the one that closes it."""

_OPENERS = {closing: opening for opening, closing in PARTNERS.items()}
_LOOSE = {"[": "〔", "]": "〔", "〝": "“", "〞": "“"}
"""Marks that are taken for another kind, and are missed by nobody."""
_TAIL = 4
_INDENT = 12
_FAR = {"“": 20}
_NEAR = 3
"""So many lines on, a mark can still close what an earlier line opened."""
_LIST = re.compile(r"(?:^|[\s。；：，、（])[0-9A-Za-z一二三四五六七八九十]{1,3}$")
_ORDINAL = 8
_BLANK = " \t\u3000"


class Pair(NamedTuple):
    """The marks at ``start`` and ``end``; ``outer``: where the closest pair of the same kind
    around it begins, or -1."""

    start: int
    end: int
    outer: int


class Pairs(NamedTuple):
    """``pairs``: those within one line, inner ones first, of the kinds of which any stands inside
    another or alone; ``alone``: the marks without a partner, in order."""

    pairs: tuple[Pair, ...]
    alone: tuple[int, ...]


class _Line(NamedTuple):
    number: int
    pairs: list[Pair]
    opening: list[int]
    closing: list[int]


def find_pairs(text: str) -> Pairs:
    """The pairs of a width-folded text with noise blanked out."""
    pairs: list[Pair] = []
    alone: list[int] = []
    kinds = [kind for kind in PARTNERS if not _alternate(text, kind)]
    waiting: dict[str, list[tuple[int, int]]] = {kind: [] for kind in kinds}
    for line in _lines(text, kinds) if kinds else ():
        pairs += line.pairs
        if waiting.get("“") and any(_ends(text, pair) for pair in line.pairs):
            waiting["“"].pop()
        for place in line.closing:
            open_ = waiting[_OPENERS[text[place]]]
            if open_ and _reaches(text, place, line.number - open_[-1][0]):
                open_.pop()
            else:
                alone.append(place)
        for place in line.opening:
            open_ = waiting[text[place]]
            if open_ and _continues(text, place):
                open_.pop()
            open_.append((line.number, place))
    alone += (place for open_ in waiting.values() for _, place in open_)
    return Pairs(tuple(pairs), tuple(sorted(alone)))


def _alternate(text: str, kind: str) -> bool:
    """Whether the marks of a kind simply take turns, as nearly everywhere."""
    if kind not in text and PARTNERS[kind] not in text:
        return True
    opening, closing = _places(text, kind), _places(text, PARTNERS[kind])
    return (
        len(opening) == len(closing)
        and all(map(lt, opening, closing))
        and all(map(lt, closing, opening[1:]))
    )


def _places(text: str, sign: str) -> list[int]:
    """Where ``sign`` stands. To compile a regex of it takes longer."""
    found, place = [], text.find(sign)
    while place >= 0:
        found.append(place)
        place = text.find(sign, place + 1)
    return found


def _reaches(text: str, place: int, lines: int) -> bool:
    """Whether a closing mark can belong to what was opened so many lines before: a quotation of
    several lines ends with a sentence."""
    kind = _OPENERS[text[place]]
    return lines <= _FAR.get(kind, _NEAR) and (kind != "“" or text[place - 1] in "。！？…；")


def _continues(text: str, place: int) -> bool:
    """Whether “ stands at the start of a line, where it takes up the quotation before."""
    before = text[max(0, place - _INDENT) : place].rstrip(_BLANK)
    starts = before.endswith("\n") or (not before and place <= _INDENT)
    return text[place] == "“" and starts


def _ends(text: str, pair: Pair) -> bool:
    """Whether a quotation takes up the one before and ends with its line."""
    rest = text[pair.end + 1 : pair.end + 1 + _TAIL].partition("\n")[0]
    return not rest.strip("。，；！？）" + _BLANK) and _continues(text, pair.start)


def _lines(text: str, kinds: list[str]) -> Iterator[_Line]:
    """The marks of those kinds in each line that has some, matched within the line."""
    loose = "".join(sign for sign, kind in _LOOSE.items() if kind in kinds)
    signs = "".join(kind + PARTNERS[kind] for kind in kinds) + loose
    if "“" in kinds:
        signs += '"'
    number, end = 0, -1
    marks: list[tuple[int, str]] = []
    for match in re.finditer(f"[{re.escape(signs)}]", text):
        place = match.start()
        if place > end:
            if marks:
                yield _match(text, number, marks)
            number += text.count("\n", max(end, 0), place)
            end = text.find("\n", place)
            end = len(text) if end < 0 else end
            marks = []
        marks.append((place, match[0]))
    if marks:
        yield _match(text, number, marks)


def _match(text: str, number: int, marks: list[tuple[int, str]]) -> _Line:
    if any(sign == '"' for _, sign in marks):  # which may stand for either of “ and ”
        marks = [(place, sign) for place, sign in marks if sign not in '“”"']
    opened: dict[str, list[int]] = {}
    closing: list[int] = []
    pairs: list[Pair] = []
    for place, sign in marks:
        if sign in PARTNERS or sign in "[〝":
            opened.setdefault(_LOOSE.get(sign, sign), []).append(place)
            continue
        open_ = opened.get(_LOOSE.get(sign) or _OPENERS[sign])
        if open_:
            pairs.append(Pair(open_.pop(), place, open_[-1] if open_ else -1))
        elif sign not in _LOOSE and not _needs_none(text, place, sign):
            closing.append(place)
    opening = sorted(
        place for open_ in opened.values() for place in open_ if text[place] in PARTNERS
    )
    return _Line(number, pairs, opening, closing)


def _needs_none(text: str, place: int, sign: str) -> bool:
    """Whether ’ is an apostrophe, as in ’99, or ） closes an ordinal: 1）."""
    if sign == "’":
        return text[place - 1 : place].isascii() or text[place + 1 : place + 2].isdigit()
    return sign == "）" and _LIST.search(text[max(0, place - _ORDINAL) : place]) is not None
