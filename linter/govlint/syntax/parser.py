"""Text in, tree out: the only module that imports lark."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO

import lark
from lark import Lark, Token, Tree
from lark.tree import Branch

from govlint import warm
from govlint.syntax.tree import RANKS, Block, Heading, Item, Paragraph, Report, Section
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span, lines_in

_ORDINAL = re.compile(r"[〇零一二三四五六七八九十百]+|[0-9]+|[\u2460-\u249b\u3220-\u3229]")
_STEPS = {"首先": 1, "其次": 2, "再次": 3, "最后": None}
_ITEM_SHAPES = {"是": "shi", "要": "yao", "第": "di", "其": "qi"}
_LOOSE = {"HAN_LOOSE": "han-dun", "HAN_PAREN_LOOSE": "han-paren", "ARABIC_LOOSE": "arabic"}


@cache
def _grammar(name: str) -> Lark:
    """The parser of ``name``.lark: from the tables in the wheel, else from the grammar itself."""
    saved = warm.built(f"{name}-{lark.__version__}.tables")
    return build(name) if saved is None else Lark.load(BytesIO(saved))


def build(name: str) -> Lark:
    """The parser of ``name``.lark, made from its source."""
    from pkgutil import get_data  # a run from a wheel does without

    grammar = get_data("govlint.syntax", f"{name}.lark")
    assert grammar is not None
    return Lark(grammar.decode(), parser="lalr", maybe_placeholders=False)


def parse(text: str) -> Report:
    """The outline of a width-folded text, as its marks alone tell it. Never raises."""
    tree = _grammar("report").parse(text + "\n")
    return Report(*_content(text, tree.children))


def _content(
    text: str, children: list[Branch[Token]]
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    blocks: list[Block] = []
    sections: list[Section] = []
    for child in children:
        if isinstance(child, Token):
            if child.type == "GAP":
                start = _start(child)
                end = min(start + len(child), len(text))
                blocks += map(Paragraph, lines_in(text, start, end))
        elif child.data == "item":
            blocks.append(_item(text, child))
        else:
            sections.append(
                Section(_heading(text, child), *_content(text, child.children)),
            )
    return tuple(blocks), tuple(sections)


def _start(token: Token) -> int:
    return token.start_pos or 0


def _strip(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in " \t\u3000\n":
        end -= 1
    return Span(start, end)


def _line(text: str, tree: Tree[Token]) -> tuple[str, Span, Span]:
    """The type of the mark, its place, and the place of the line it opens."""
    mark = tree.children[0]
    assert isinstance(mark, Token)
    start = _start(mark)
    end = start + len(mark)
    rest = tree.children[1] if len(tree.children) > 1 else None
    last = end
    if isinstance(rest, Token) and rest.type == "TITLE":
        last = min(_start(rest) + len(rest), len(text))
    return mark.type, Span(start, _strip(text, start, end).end), _strip(text, start, last)


def _heading(text: str, tree: Tree[Token]) -> Heading:
    kind, mark, span = _line(text, tree)
    title = mark.end
    while title < span.end and text[title] in " \t\u3000":
        title += 1
    stop = text.find("。", title, span.end)
    return Heading(
        rank=RANKS[tree.data],
        shape=_shape(kind, text[mark.start], text[mark.end - 1]),
        ordinal=_ordinal(text[mark.start : mark.end]),
        mark=mark,
        title=Span(title, span.end if stop < 0 else stop),
        span=span,
        loose=kind in _LOOSE,
    )


def _shape(kind: str, first: str, last: str) -> str:
    if kind == "FIFTH":
        return "circled" if first >= "\u2460" else "half-paren" if first.isdecimal() else "latin"
    if kind == "PART":
        return {"编": "book", "篇": "volume"}.get(last, "part")
    return _LOOSE.get(kind, kind.lower().replace("_", "-"))


def _ordinal(mark: str) -> int | None:
    found = _ORDINAL.search(mark)
    if found:
        return parse_numeral(found[0])
    return ord(mark[0].lower()) - ord("a") + 1 if mark[0].isascii() and mark[0].isalpha() else None


def _item(text: str, tree: Tree[Token]) -> Item:
    _, mark, span = _line(text, tree)
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
        elif sign[0] in "（⑴⑵⑶⑷⑸⑹⑺⑻⑼":
            shape = "paren"
        else:
            shape = "circled" if _ordinal(sign) else "dash"
    return Item(shape, _ordinal(sign), mark, span, inline)


def parse_inline(text: str, span: Span) -> tuple[Item, ...]:
    """The items of one paragraph at ``span``, in reading order. Never raises."""
    tree = _grammar("inline").parse(text[span.start : span.end])
    marks = [
        Span(_start(token) + span.start, _start(token) + span.start + len(token))
        for token in tree.scan_values(
            lambda value: isinstance(value, Token) and value.type != "TEXT"
        )
    ]
    ends = [*(mark.start for mark in marks), span.end][1:]
    return tuple(
        _as_item(text, mark, Span(mark.start, end), inline=True)
        for mark, end in zip(marks, ends, strict=True)
    )
