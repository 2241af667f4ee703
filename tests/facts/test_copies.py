"""Sentences that repeat earlier ones, in texts that are read in one piece and in several."""

import pytest

from govlint.facts import copies
from govlint.facts.copies import sentence_copies

FIRST = "全镇新建改建农村公路12.5公里，惠及沿线群众3200余人。"
TEXT = (
    f"{FIRST}会议强调要抓好春耕。新建水渠12公里。新建水渠12公里。\n"
    f"整治河道，整治河道沿线环境，整治河道沿线环境，成效明显！{FIRST}工作怎么样？很好。"
)


def found(text: str) -> list[str]:
    return [text[slice(*copy.span)] for copy in sentence_copies(text, 14, [])]


def test_what_is_said_twice_is_found() -> None:
    assert found(TEXT) == ["新建水渠12公里", "整治河道沿线环境", FIRST[:-1]]


@pytest.mark.parametrize("size", range(1, 60, 3))
def test_blocks_find_the_same(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = found(TEXT)
    monkeypatch.setattr(copies, "_BLOCK", size)
    assert found(TEXT) == whole


@pytest.mark.parametrize("text", ["", "。", "甲", "甲。\n", "甲\n。乙", "甲！！乙"])
def test_blocks_are_the_same_sentences(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "_BLOCK", 1)
    assert [*copies._in_blocks(text)] == copies._split(text)  # noqa: SLF001
