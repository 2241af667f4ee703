"""What must hold for every text there is, not only for reports."""

import contextlib
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from lark import Token, Tree

from govlint.facts.nesting import build_outline
from govlint.syntax.grammar import GRAMMARS, build, tabulate
from govlint.syntax.parser import parse, parse_inline
from govlint.syntax.tables import Parser
from govlint.syntax.tree import Block, Heading, Item, Report, Section
from govlint.text.decode import DecodeFault, decode
from govlint.text.fold import fold
from govlint.text.numerals import parse_numeral, write_numeral
from govlint.text.source import Source
from govlint.text.span import Span

MARKS = (
    "附件", "附件1", "第一部分", "第二章", "第三节", "第四条", "一、", "二、", "十一、", "一.",
    "二，", "（一）", "(二)", "（三", "四）", "㈠", "1.", "2、", "３．", "（1）", "⑵", "①", "1）",
    "a.", "一是", "二要", "第一，", "第二，", "其次，", "首先，", "最后，", "——", "●", "三、四季度",
    "1.5亿元", "壹、", "叁、", "2.1 ", "2.2", "行动一：", "再次，",
)  # fmt: skip
WORDS = ("工作", "回顾", "全年完成投资80亿元", "以下三个方面", "甲", "年", "a", "%", "7", "２")
POINTS = tuple("。，、；：！？….,;:!?()（）《》“”【】[]")
SPACES = (*" \t\u3000\n\n\n", "\r\n", "\r", "\u2028", "\x0b", "\x0c", "\x00", "\ufeff")
pieces = st.one_of(*map(st.sampled_from, (MARKS, WORDS, POINTS, SPACES)))
texts = st.lists(pieces, max_size=60).map("".join) | st.text()
folded = texts.map(fold)


def lines(part: Report | Section) -> Iterator[Heading | Block]:
    """The headings and blocks below ``part``, in reading order."""
    yield from part.blocks
    for section in part.sections:
        yield section.heading
        yield from lines(section)


LARK = {name: build(name) for name in GRAMMARS}
OURS = {name: Parser(tabulate(parser)) for name, parser in LARK.items()}


def plain(node: Tree[Token] | Token) -> object:
    """A node of Lark's as ours are."""
    if isinstance(node, Token):
        return (node.type, node.start_pos, node.end_pos)
    return (node.data, [plain(child) for child in node.children])


@pytest.mark.parametrize("name", GRAMMARS)
@given(text=folded)
@example(text="附件⑵和⑶")
def test_tables_are_read_as_lark_reads_them(name: str, text: str) -> None:
    text += "\n"
    assert OURS[name].read(text, lambda *node: node) == [
        plain(c) for c in LARK[name].parse(text).children
    ]


@given(folded)
def test_a_text_is_the_sum_of_its_lines(text: str) -> None:
    rest, end = "", 0
    for line in lines(parse(text)):
        assert end <= line.span.start < line.span.end <= len(text)
        rest += text[end : line.span.start]
        end = line.span.end
    assert (rest + text[end:]).strip(" \t\u3000\n") == ""


@given(folded)
def test_marks_and_titles_lie_in_their_lines(text: str) -> None:
    for line in lines(parse(text)):
        if isinstance(line, Heading):
            assert line.span.start == line.mark.start < line.mark.end <= line.title.start
            assert line.title.start <= line.title.end <= line.span.end
        elif isinstance(line, Item):
            assert line.span.start == line.mark.start < line.mark.end <= line.span.end


@given(folded)
def test_a_section_holds_deeper_sections(text: str) -> None:
    todo = list(parse(text).sections)
    while todo:
        section = todo.pop()
        assert all(child.heading.rank > section.heading.rank for child in section.sections)
        todo += section.sections


@given(folded, st.integers(0, 9))
def test_items_of_a_paragraph_follow_each_other(text: str, start: int) -> None:
    assume(start <= len(text))
    items = parse_inline(text, Span(start, len(text)))
    for item in items:
        assert start <= item.span.start == item.mark.start < item.mark.end <= item.span.end
        assert item.inline
    assert all(a.span.end == b.span.start for a, b in pairwise(items))
    assert not items or items[-1].span.end == len(text)


@given(folded)
def test_every_text_has_an_outline(text: str) -> None:
    outline = build_outline(text, parse(text))
    starts = [entry.span.start for entry in outline.entries]
    assert starts == sorted(set(starts))
    assert [e for e in outline.entries if isinstance(e, Heading)] == outline.headings
    assert len(outline.parents) == len(outline.headings)
    assert all(parent < index for index, parent in enumerate(outline.parents))
    assert len(outline.owners) == len(outline.entries)
    assert all(-1 <= owner < len(outline.headings) for owner in outline.owners)


@given(texts)
def test_fold_keeps_places(text: str) -> None:
    once = fold(text)
    assert len(once) == len(text)
    assert fold(once) == once
    ends = [place + 1 for place, char in enumerate(once) if char == "\n"]
    assert Source("text", text).line_starts == [0, *ends]


@given(texts)
def test_offset_and_position_agree(text: str) -> None:
    source = Source("text", text)
    for offset in range(len(text) + 1):
        position = source.position(offset)
        assert position.line >= 1
        assert position.column >= 1
        assert source.offset(position) == offset


@given(st.integers(0, 9999))
def test_numerals(number: int) -> None:
    assert parse_numeral(write_numeral(number)) == number == parse_numeral(str(number))


chinese = st.lists(
    st.sampled_from((*WORDS[:4], *"一二三（）、，。；：“”《》%0123456789\n")), max_size=80
)


@given(chinese.map("".join), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_any_encoding_gives_the_same_text(rest: str, encoding: str) -> None:
    text = f"某镇2025年工作总结\n{rest}"
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding) == (text, encoding)


@given(st.binary() | texts.map(str.encode) | chinese.map(lambda c: "".join(c).encode("gb18030")))
def test_bytes_are_text_or_a_fault(data: bytes) -> None:
    with contextlib.suppress(DecodeFault):
        found = decode(data)
        codec = found.encoding if found.encoding != "utf-8-sig" else "utf-8"
        if found.encoding == "utf-16":
            codec = "utf-16-le" if found.bom == b"\xff\xfe" else "utf-16-be"
        assert found.bom + found.text.encode(codec) == data
