"""The caret stands under what was found, whatever the width of characters and screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.reporters.excerpt import cut_excerpt
from govlint.text.columns import columns
from govlint.text.source import Source
from govlint.text.span import Span

LINE = "　　前面一句。由“农办”牵头，共5个村；后面一句。"


def excerpt(text: str, found: str, width: int = 60, ambiguous: int = 1) -> tuple[str, str]:
    """The line, and what stands above the carets."""
    start = text.index(found)
    cut = cut_excerpt(Source("a", text), Span(start, start + len(found)), width, ambiguous)
    ends = [columns(cut.text[:i], ambiguous) for i in range(len(cut.text) + 1)]
    return cut.text, cut.text[ends.index(cut.start) : ends.index(cut.start + cut.width)]


@pytest.mark.parametrize("ambiguous", [1, 2])
def test_the_sentence_is_shown(ambiguous: int) -> None:
    assert excerpt(LINE, "农办", ambiguous=ambiguous) == ("由“农办”牵头，共5个村；", "农办")
    assert excerpt(LINE, "前面", ambiguous=ambiguous) == ("前面一句。", "前面")


def test_white_space_is_left_out_unless_it_is_what_was_found() -> None:
    assert excerpt(LINE, "　　")[1] == "　　"


def test_only_the_first_line_of_a_long_finding() -> None:
    text, marked = excerpt("甲乙\r\n丙丁", "乙\r\n丙")
    assert (text, marked) == ("甲乙", "乙")


def test_an_empty_span_has_a_caret() -> None:
    cut = cut_excerpt(Source("a", ""), Span(0, 0), 60, 1)
    assert (cut.text, cut.start, cut.width) == ("", 0, 1)


@given(
    st.text("甲乙。；a “…\u202e\r\n\u3000\x1b", max_size=200),
    st.integers(0, 200),
    st.integers(0, 60),
    st.integers(20, 80),
    st.sampled_from([1, 2]),
)
def test_it_fits_and_is_printable(
    text: str, start: int, length: int, width: int, ambiguous: int
) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    cut = cut_excerpt(Source("a", text), span, width, ambiguous)
    assert columns(cut.text, ambiguous) <= width
    assert cut.text.replace("\u3000", "").isprintable()
    assert 0 <= cut.start <= columns(cut.text, ambiguous)
    assert cut.width >= 1
    assert cut.start + cut.width <= max(columns(cut.text, ambiguous), cut.start + 1)
