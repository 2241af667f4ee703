"""Text in, tree out."""

from __future__ import annotations

import re
from functools import cache

from govlint.hints import Any
from govlint.syntax.tables import Parser, Tables
from govlint.syntax.tree import RANKS, Block, Heading, Item, Paragraph, Report, Section
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span, lines_in

_ORDINAL = re.compile(
    r"[〇零一二三四五六七八九十百]+|[壹贰叁肆伍陆柒捌玖拾]+|[0-9]+|[\u2460-\u249b\u3220-\u3229]"
)
_STEPS = {"首先": 1, "其次": 2, "再次": 3, "最后": None}
_ITEM_SHAPES = {"是": "shi", "要": "yao", "第": "di", "其": "qi"}
_LOOSE = {"HAN_LOOSE": "han-dun", "HAN_PAREN_LOOSE": "han-paren", "ARABIC_LOOSE": "arabic"}


@cache
def _parser(name: str) -> Parser:
    """The parser of ``name``.lark: from the tables in the wheel, else from the grammar itself."""
    try:
        from govlint._built.grammars import TABLES
    except ImportError:
        from govlint.syntax.grammar import build, tabulate

        return Parser(tabulate(build(name)))
    return Parser(Tables(*TABLES[name]))


def parse(text: str) -> Report:
    """The outline of a width-folded text, as its marks alone tell it. Never raises."""

    def make(rule: str, children: list[Any]) -> Block | Section:
        if rule == "item":
            return _item(text, children)
        heading, rest = _heading(text, rule, children)
        return Section(heading, *_content(text, rest))

    return Report(*_content(text, _parser("report").read(text + "\n", make)))


def _content(text: str, children: list[Any]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    blocks: list[Block] = []
    sections: list[Section] = []
    for child in children:
        if isinstance(child, Section):
            sections.append(child)
        elif isinstance(child, Item):
            blocks.append(child)
        else:
            _, start, end = child  # a GAP
            blocks += map(Paragraph, lines_in(text, start, min(end, len(text))))
    return tuple(blocks), tuple(sections)


def _strip(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in " \t\u3000\n":
        end -= 1
    return Span(start, end)


def _line(text: str, children: list[Any]) -> tuple[str, Span, Span]:
    """The type of the mark, its place, and the place of the line it opens."""
    kind, start, end = children[0]
    last = end
    if _has_title(children):
        last = min(children[1][2], len(text))
    return kind, Span(start, _strip(text, start, end).end), _strip(text, start, last)


def _has_title(children: list[Any]) -> bool:
    return len(children) > 1 and children[1][0] == "TITLE"


def _heading(text: str, rule: str, children: list[Any]) -> tuple[Heading, list[Any]]:
    """The heading of a section, and what stands below it."""
    kind, mark, span = _line(text, children)
    title = mark.end
    while title < span.end and text[title] in " \t\u3000":
        title += 1
    stop = text.find("。", title, span.end)
    heading = Heading(
        rank=RANKS[rule],
        shape=_shape(kind, text[mark.start], text[mark.end - 1]),
        ordinal=_ordinal(text[mark.start : mark.end]),
        mark=mark,
        title=Span(title, span.end if stop < 0 else stop),
        span=span,
        loose=kind in _LOOSE,
    )
    return heading, children[2 if _has_title(children) else 1 :]


def _shape(kind: str, first: str, last: str) -> str:
    if kind == "FIFTH":
        return "circled" if first >= "\u2460" else "half-paren" if first.isdecimal() else "latin"
    if kind == "PART":
        return {"编": "book", "篇": "volume", "、": "formal"}.get(last, "part")
    return _LOOSE.get(kind, kind.lower().replace("_", "-"))


def _ordinal(mark: str) -> int | None:
    found = _ORDINAL.search(mark)
    if found:
        return parse_numeral(found[0])
    return ord(mark[0].lower()) - ord("a") + 1 if mark[0].isascii() and mark[0].isalpha() else None


def _item(text: str, children: list[Any]) -> Item:
    _, mark, span = _line(text, children)
    return _as_item(text, mark, span, inline=False)


def _as_item(text: str, mark: Span, span: Span, *, inline: bool) -> Item:
    sign = text[mark.start : mark.end]
    step = sign[:2]
    if step in _STEPS:
        return Item("step", _STEPS[step], mark, span, inline)
    shape = _ITEM_SHAPES.get(sign[0]) or _ITEM_SHAPES.get(sign[-1])
    if shape is None:
        if sign[0].isdecimal() and sign[-1] in ".、":
            shape = "arabic"
        elif sign[0] == "（" and not sign[1].isdecimal():
            shape = "han-paren"
        elif sign[0] in "（⑴⑵⑶⑷⑸⑹⑺⑻⑼":
            shape = "paren"
        else:
            shape = "circled" if _ordinal(sign) else "dash"
    return Item(shape, _ordinal(sign), mark, span, inline)


def parse_inline(text: str, span: Span) -> tuple[Item, ...]:
    """The items of one paragraph at ``span``, in reading order. Never raises."""
    first = span.start
    marks = [
        Span(first + start, first + end)
        for kind, start, end in _parser("inline").read(text[first : span.end])
        if kind != "TEXT"
    ]
    ends = [*(mark.start for mark in marks), span.end][1:]
    return tuple(
        _as_item(text, mark, Span(mark.start, end), inline=True)
        for mark, end in zip(marks, ends, strict=True)
    )
