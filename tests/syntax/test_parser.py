"""Marks of headings and items: which shape they have, and which ordinal."""

from __future__ import annotations

import pytest

from govlint.syntax.parser import parse, parse_inline
from govlint.syntax.tree import Heading, Report, Section
from govlint.text.span import Span


def headings(report: Report) -> list[Heading]:
    def inside(sections: tuple[Section, ...]) -> list[Heading]:
        return [h for s in sections for h in (s.heading, *inside(s.sections))]

    return inside(report.sections)


@pytest.mark.parametrize(
    ("line", "shape", "ordinal"),
    [
        ("第二编 城乡建设", "book", 2),
        ("第三篇 城乡建设", "volume", 3),
        ("第四部分 城乡建设", "part", 4),
        ("第五章 城乡建设", "chapter", 5),
        ("第六节 城乡建设", "section", 6),
        ("（七）城乡建设", "han-paren", 7),
        ("8.城乡建设", "arabic", 8),
        ("9）城乡建设", "half-paren", 9),
        ("c.城乡建设", "latin", 3),
        ("④城乡建设", "circled", 4),
        ("十一、城乡建设", "han-dun", 11),
    ],
)
def test_a_heading_has_a_shape_and_an_ordinal(line: str, shape: str, ordinal: int) -> None:
    [heading] = headings(parse(f"{line}\n全镇工作稳步推进。\n"))
    assert (heading.shape, heading.ordinal) == (shape, ordinal)


def test_a_title_ends_before_its_first_stop() -> None:
    text = "一、 农业。粮食增产。\n二、工业 \n三、\n"
    found = headings(parse(text))
    assert [text[slice(*h.title)] for h in found] == ["农业", "工业", ""]
    assert [text[slice(*h.mark)] for h in found] == ["一、", "二、", "三、"]
    assert text[slice(*found[1].span)] == "二、工业"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("做到：（1）改水；（2）改厕。", [("paren", 1), ("paren", 2)]),
        ("做到：（一）改水；（二）改厕。", [("han-paren", 1), ("han-paren", 2)]),
        ("做到：①改水；②改厕。", [("circled", 1), ("circled", 2)]),
        ("做到：首先，改水；其次，改厕；最后，改路。", [("step", 1), ("step", 2), ("step", None)]),
        ("其一，改水；其二，改厕。", [("qi", 1), ("qi", 2)]),
    ],
)
def test_items_inside_a_line(text: str, found: list[tuple[str, int | None]]) -> None:
    items = parse_inline(text, Span(0, len(text)))
    assert [(item.shape, item.ordinal) for item in items] == found
    assert all(item.inline for item in items)
