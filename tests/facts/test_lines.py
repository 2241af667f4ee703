"""A sentence is cut at the end of a line, not at a paragraph."""

import pytest

from govlint.facts.facts import Facts
from govlint.facts.lines import hard_breaks
from govlint.text.document import Document
from govlint.text.source import Source

LINES = "全镇上下凝心聚力、真抓实干，各项工作有序\n推进，经济运行稳中有进，民生持续改善。\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_blank_line_is_no_cut(end: str) -> None:
    def cuts(text: str) -> int:
        return len(hard_breaks(Facts(Document(Source("a", text.replace("\n", end))))))

    assert cuts(LINES) == 1
    assert cuts(LINES.replace("\n", "\n\n")) == 0
