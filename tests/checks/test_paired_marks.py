"""Brackets inside brackets, in lines without an end."""

import pytest

from govlint.checks.wording.paired_marks import Params, run
from govlint.facts.facts import Facts
from govlint.text.document import Document
from govlint.text.source import Source

INNER = Params("inner", "（", "〔〕")


@pytest.mark.parametrize(("between", "found"), [(10, 1), (2_000, 0)])
def test_what_is_closed_far_away_holds_no_pair(between: int, found: int) -> None:
    text = f"新建公路（含{'长' * between}街道（乡镇）连接线）12公里。"
    facts = Facts(Document(Source("a.txt", text)))
    assert len([*run(facts, INNER)]) == found
