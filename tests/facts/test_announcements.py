"""Announcements: a number that promises a list, and how many stand in it."""

from __future__ import annotations

import pytest

from govlint.facts.facts import Facts
from govlint.text.document import Document
from govlint.text.source import Source


def promised(text: str) -> list[tuple[int, int]]:
    """(announced, listed) of each promise."""
    facts = Facts(Document(Source("draft", text)))
    return [(found.number, found.listed) for found in facts.announcements]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("重点抓好三项工作：一是抓产业；二是抓生态；三是抓民生。", [(3, 3)]),
        ("重点抓好三项工作。一是抓产业。二是抓生态。", [(3, 2)]),
        ("着力做好以下四个方面工作：\n（一）抓产业。\n（二）抓生态。\n（三）抓民生。", [(4, 3)]),
        ("主要采取了5项措施：第一，摸底；第二，建账；第三，销号。", [(5, 3)]),
        ("新建了三项工程：一是改水；二是改厕。", [(3, 2)]),
        # no promise: not at the end, an approximate number, an ordinal, one
        ("三项工作得到表彰，一是抓产业；二是抓生态。", []),
        ("抓好近三项工作：一是抓产业；二是抓生态。", []),
        ("抓好第三项工作：一是抓产业；二是抓生态。", []),
        ("抓好一项工作：一是抓产业；二是抓生态。", []),
        # the series begins elsewhere
        ("抓好三项工作：二是抓生态；三是抓民生。", []),
        ("抓好三项工作。\n全镇上下同心。\n一是抓产业；二是抓生态。", []),
    ],
)
def test_promises(text: str, found: list[tuple[int, int]]) -> None:
    assert promised(text) == found


def test_headings_that_go_on_with_the_document_are_not_counted() -> None:
    text = "主要做了两个方面工作：\n（一）抓产业。\n（二）抓生态。\n（三）存在的问题。"
    assert promised(text) == [(2, 2)]
