"""Series of items: which belong together, and where a series begins again."""

from __future__ import annotations

import pytest

from govlint.facts.facts import Facts
from govlint.text.document import Document
from govlint.text.source import Source


def series(text: str) -> list[str]:
    """Each series as its shape and ordinals."""
    facts = Facts(Document(Source("draft", text)))
    return [f"{found.shape} {' '.join(map(str, found.ordinals))}" for found in facts.items]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一是抓产业；二是抓生态；三是抓民生。", ["shi 1 2 3"]),
        ("一是抓产业。\n二是抓生态。\n三是抓民生。", ["shi 1 2 3"]),
        ("一是抓产业；三是抓民生。", ["shi 1 3"]),
        # on a line of its own an ordinal out of turn still belongs, inside another paragraph not
        ("一是抓产业。\n二是抓生态。\n五是抓民生。", ["shi 1 2 5"]),
        ("一是抓产业。\n二是抓生态。\n会上提出，五是抓民生；六是抓党建。", ["shi 1 2", "shi 5 6"]),
        ("做到：一是改水；二是改厕。\n还要：一是修路；二是通电。", ["shi 1 2", "shi 1 2"]),
        ("一是抓产业；一是抓生态；二是抓民生。", ["shi 1 1 2"]),
        # the section ends the series
        ("一、农业\n一是抓种植。\n二是抓养殖。\n二、工业\n三是抓技改。", ["shi 1 2", "shi 3"]),
        ("一、农业\n一是抓种植。\n（一）粮食\n二是抓养殖。", ["shi 1 2"]),
        # the last without its number
        ("首先，抓产业。\n其次，抓生态。\n最后，抓民生。", ["step 1 2 3"]),
        ("第一，抓产业；第二，抓生态。", ["di 1 2"]),
        ("做到：（1）抓产业；（2）抓生态；（3）抓民生。", ["paren 1 2 3"]),
    ],
)  # fmt: skip
def test_series(text: str, found: list[str]) -> None:
    assert series(text) == found
