"""What stands twice is found wherever a plain comparison finds it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.facts.repeats import repeats


def plainly(text: str, size: int) -> list[tuple[int, int]]:
    return [
        (start, size)
        for start in range(len(text) - 2 * size + 1)
        if text[start : start + size] == text[start + size : start + 2 * size]
        and all("\u4e00" <= char <= "\u9fff" for char in text[start : start + size])
    ]


@given(st.text(st.sampled_from("甲乙一瘲ĀX\n\U00020000\x00"), max_size=60), st.integers(1, 5))
def test_every_place(text: str, size: int) -> None:
    assert list(repeats(text, [size])) == plainly(text, size)


@pytest.mark.parametrize("gap", [0, 1, 2, 65533, 65534, 65535, 65536, 65537, 140000])
def test_over_chunks(gap: int) -> None:
    text = "".join(chr(0x4E00 + i * 7919 % 20000) for i in range(gap)) + "工作工作" + "。，" * 3
    assert list(repeats(text, [2])) == plainly(text, 2)
