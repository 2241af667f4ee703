"""Paired marks: which belong together, and which stand alone."""

from __future__ import annotations

import pytest

from govlint.facts.facts import Facts
from govlint.text.document import Document
from govlint.text.source import Source


def alone(text: str) -> str:
    """The marks without a partner."""
    facts = Facts(Document(Source("draft", text)))
    return "".join(facts.text[place] for place in facts.pairs.alone)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("开展“四下基层”活动。", ""),
        ("开展“四下基层活动。", "“"),
        ("开展四下基层”活动。", "”"),
        ("印发《办法》（试行。", "（"),
        ("《意见》《办法》和《规定。", "《"),
        # the marks of a list and an apostrophe need no partner
        ("1）改水；2）改厕。（含新建）", ""),
        ("抓好改水）工作。（含新建）", "）"),
        # a quotation of several lines ends with a sentence, and each line may take it up
        ("他说：“路通了。\n水也来了。”大家都高兴。", ""),
        ("他说：“路通了。\n水也来了”大家都高兴。\n推进“一网通办。", "“”“"),
        ("他说：“路通了。\n水也来了。”大家都高兴。\n推进“一网通办。", "“"),
        ("他说：“路通了。\n“水也来了。”\n开展“两学一做”活动。", ""),
        # " may stand for either half
        ('开展“四下基层"活动，推进"一网通办”。', ""),
        ("（一）改水（含新建\n（二）改厕（含改建）", "（"),
    ],
)
def test_marks_alone(text: str, marks: str) -> None:
    assert alone(text) == marks
