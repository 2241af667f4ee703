"""What a few figures make of each other."""

from __future__ import annotations

import pytest

from govlint.facts.facts import Facts
from govlint.facts.made_of import is_made
from govlint.text.document import Document
from govlint.text.source import Source


def last_is_made(text: str) -> bool:
    """Whether the others make the last figure of ``text``, which is one sentence."""
    (sentence,) = Facts(Document(Source("draft", text))).figures
    return is_made(sentence.figures, sentence.figures[-1])


@pytest.mark.parametrize(
    "text",
    [
        "甲渠长12.4公里，乙渠长8.6公里，两渠相差3.8公里。",
        "甲渠长12.4公里，乙渠长8.6公里，两渠共长21.0公里。",
        "收件860件，办结731件，办结率为85.0%。",
        "甲类240户，乙类160户，丙类100户，甲类与其余两类相差20户。",
        "贷款800万元，利率3.45%，利息27.6万元。",
        "每车运煤45吨，共运12车，合计540吨。",
        "甲类46户，乙类38户，增长率为21.1%。",
    ],
)
def test_what_others_make_is_explained(text: str) -> None:
    assert last_is_made(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲渠长12.4公里，乙渠长8.6公里，两渠相差4.8公里。",
        "收件860件，办结731件，办结率为95.0%。",
        "贷款800万元，利率3.45%，利息26.7万元。",
        "甲类240户，乙类160户，丙类100户，甲类与其余两类相差30户。",
    ],
)
def test_what_nothing_makes_is_not(text: str) -> None:
    assert not last_is_made(text)
