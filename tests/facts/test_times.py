"""Years and parts of a year are read alike wherever they stand, and any text is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.facts.times import Part, read_part, times_in
from govlint.text.span import Span

WORDS = (
    "2024年", "二〇二四年度", "2023", "工作", "总结", "上半年", "前三季度", "第三季度",
    "1至9月", "1—6月份", "第一学期", "秋季", "年", "度", "和", "12", "，",
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), max_size=12).map("".join) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("上半年", Part("month", 1, 6)),
        ("第四季度", Part("month", 10, 12)),
        ("前二季度", Part("month", 1, 6)),
        ("1至9月", Part("month", 1, 9)),
        ("1—11月份", Part("month", 1, 11)),
        ("第二学期", Part("term", 2, 2)),
        ("春季", Part("season", 2, 2)),
    ],
)
def test_parts(words: str, part: Part) -> None:
    assert read_part(words) == part


@pytest.mark.parametrize(
    ("here", "told", "after"),
    [
        ("上半年", "下半年", -1),
        ("四季度", "三季度", 1),
        ("一季度", "上半年", 0),
        ("前三季度", "上半年", 1),
        ("1至6月", "上半年", 0),
        ("第一学期", "上半年", 0),
        ("下学期", "第一学期", 1),
    ],
)
def test_parts_compare_on_their_own_scale(here: str, told: str, after: int) -> None:
    assert read_part(here).after(read_part(told)) == after


@given(texts)
def test_every_text_is_read(text: str) -> None:
    found = times_in(text, Span(0, len(text)))
    assert all(when.year is not None or when.part is not None for when in found)
    assert all(0 <= when.span.start < when.span.end <= len(text) for when in found)
    assert [w.span for w in found] == sorted(w.span for w in found)
