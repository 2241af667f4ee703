"""Breaks of numbering: which are reported, and what excuses them."""

from __future__ import annotations

import pytest

from govlint.engine.lint import lint_document
from govlint.ruleset.catalogue import builtin_rules
from govlint.text.document import Document
from govlint.text.source import Source

CODES = ("SEQ201", "SEQ202", "SEQ203", "SEQ206", "SEQ207", "SEQ209", "SEQ212")
RULES = tuple(rule for rule in builtin_rules() if rule.id in CODES)
TITLE = "柳河镇2024年工作总结\n"


def found(text: str) -> list[str]:
    """Code and place of each finding in a document with a title."""
    diagnostics = lint_document(Document(Source("draft", TITLE + text)), RULES)
    return [f"{d.code} {d.text}" for d in diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、农业\n二、工业\n四、民生\n", ["SEQ201 四、"]),
        # a heading of another shape has the number that is missing: mixed marks, no gap
        ("一、农业\n二、工业\n3、生态\n四、民生\n", []),
        ("一、农业\n二、工业\n4、生态\n四、民生\n", ["SEQ201 四、"]),
        ("一、农业\n3、生态\n二、工业\n四、民生\n", ["SEQ201 四、"]),
        # the missing heading stands inside the line before
        ("一、农业\n二、工业\n产值稳步增长。三、生态\n四、民生\n", []),
        # three breaks in five are no series
        ("1.农业\n4.工业\n9.生态\n15.民生\n", []),
        ("一、农业\n三、工业\n四、生态\n六、民生\n七、党建\n", ["SEQ201 三、", "SEQ201 六、"]),
        # the first is lost, unless it may stand elsewhere
        ("二、工业\n产值稳步增长。\n三、生态\n", ["SEQ212 二、"]),
        ("三、工业\n产值稳步增长。\n四、生态\n", []),
        ("现将一、农业情况报告。\n二、工业\n三、生态\n", []),
        ("（1）农业\n（3）工业\n", ["SEQ201 （3）"]),
    ],
)
def test_headings(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是抓产业；二是抓生态；四是抓民生。", ["SEQ206 四是"]),
        ("一要抓产业；二要抓生态；三是抓民生；四要抓党建。", []),
        ("一要抓产业；二要抓生态；四是抓民生；四要抓党建。", ["SEQ206 四要"]),
        ("一是抓产业；三是抓民生。", ["SEQ206 三是"]),
        ("二是抓产业；三是抓民生。", ["SEQ209 二是"]),
        ("三是抓产业；四是抓民生。", []),
        ("主要原因一是投入不足；二是力量不够。", []),
        # （1）（3）项 is a reference, a list has text behind its marks
        ("对（1）（3）项内容重新公示。", []),
        ("做到：（1）加强组织领导和统筹协调；（3）加强督促检查和考核问效。", ["SEQ206 （3）"]),
        # 首先 … 最后 may leave out what it likes
        ("首先，抓产业；最后，抓民生。", []),
        ("首先，抓产业；再次，抓民生。", ["SEQ206 再次"]),
        ("其次，抓产业；再次，抓民生。", ["SEQ209 其次"]),
        ("会议首先抓产业。其次，抓生态；再次，抓民生。", []),
    ],
)
def test_items(text: str, expected: list[str]) -> None:
    assert found(f"一年来，{text}\n") == expected
