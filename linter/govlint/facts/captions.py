"""captions: the captions of tables and figures (表1　……), and the words that refer to them.

A caption is a line that begins with 表 or 图 and a whole number and is no sentence; 表1-1 and 表2.1
count within chapters and are left alone. What refers says so with a word before the number
(见表2, 从图3) or behind it (表2所示). 表1为……, 表2为…… in the text says what there is, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import BLANK, Span

_LABEL = re.compile(
    r"[表图][ \u3000]?(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9]|[.\-—～][0-9])"
)
_TITLE = re.compile(r"(?P<gap>[ \t\u3000：.]{0,4})(?P<title>[^。；！？\n]{2,60})$")
_GOES_ON = re.compile(r"[中为是显列反给表可所的和与至及看来以也则]|分别|汇总|统计了")
"""How a sentence goes on that begins with 表1."""
_BEFORE = re.compile(r"(?:见|如|由|从|据|根据|对照|参照|按照?)[ \u3000]?$")
_BEHIND = re.compile(
    r"所示|所列|可以?看出|可见|可知|中可|来?看，|显示，|反映|(?:清楚|直观|完整|详细)?地?(?:标出|标明|标注|列出|给出|绘出|展示)了?"
)
_INDENT = 40
"""More white space than this stands before no caption."""
_SAYS = re.compile(r"[为是]")
_UNIT = re.compile(r"[（(][^（）()\n]{0,24}[）)]|[ \t\u3000]|续[表图]?")


class Caption(NamedTuple):
    """``kind``: 表 or 图; ``number``; ``label``: its place; ``title``: the words behind it."""

    kind: str
    number: int
    label: Span
    title: Span


class Captions(NamedTuple):
    """``captions``; ``told``: kind, number and place where a sentence says what one is;
    ``references``: what refers to one, without a title of its own."""

    captions: list[Caption]
    told: list[tuple[str, int, Span]]
    references: list[Caption]


def find_captions(text: str) -> Captions:
    """Everything that has the form of 表1 in a width-folded text."""
    captions: list[Caption] = []
    references: list[Caption] = []
    told = []
    for match in _LABEL.finditer(text):
        found = _read(text, match)
        before = text[max(0, match.start() - _INDENT) : match.start()].rpartition("\n")[2]
        if not before.strip(BLANK):
            title = _title(text, match.end())
            if title is not None:
                captions.append(found._replace(title=title))
                continue
        if _SAYS.match(text, match.end()):
            told.append((found.kind, found.number, found.label))
        elif _BEFORE.search(before) or _BEHIND.match(text, match.end()):
            references.append(found)
    return Captions(captions, told, references)


def _read(text: str, match: re.Match[str]) -> Caption:
    label = Span(*match.span())
    return Caption(text[label.start], parse_numeral(match["n"]) or 0, label, label)


def _title(text: str, start: int) -> Span | None:
    """The title of a caption whose label ends at ``start``, or None where a sentence goes on."""
    end = text.find("\n", start)
    match = _TITLE.match(text, start, len(text) if end < 0 else end)
    if match is None or (not match["gap"] and _GOES_ON.match(match["title"])):
        return None
    return Span(match.start("title"), match.start("title") + len(match["title"].rstrip(BLANK)))


def named(text: str, caption: Caption) -> str:
    """The title of a caption without its unit and without blanks."""
    return _UNIT.sub("", text[slice(*caption.title)])


def by_kind(captions: list[Caption]) -> Iterator[list[Caption]]:
    """The tables, then the figures, where there are any."""
    for kind in "表图":
        found = [caption for caption in captions if caption.kind == kind]
        if found:
            yield found
