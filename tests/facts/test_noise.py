"""Noise is blanked, and every other character stays where it is."""

from govlint.facts.facts import Facts
from govlint.text.document import Document
from govlint.text.source import Source

HEADER = "青禾镇2023年工作总结"
PAGES = ("。\n。\n\u200b", "文来源：墨海范文网，转载增长", "8%，农业生产70吨，畜牧业", "。\n①")


def test_a_page_header_inside_an_advertisement_is_blanked_once() -> None:
    text = f"\n{HEADER}\n".join(PAGES)
    facts = Facts(Document(Source("draft.txt", text)))
    assert len(facts.body) == len(text)
    assert facts.body.endswith("\n①")
