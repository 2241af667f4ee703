"""Lines numbered 2.1, 2.2 are headings where they count on; figures that begin a line are not."""

from hypothesis import given
from hypothesis import strategies as st

from govlint.facts.decimals import decimal_marks, find_decimals

PIECES = (
    "1.1 ",
    "1.2",
    "2.1 ",
    "2.2 ",
    "2.2.1",
    "1.5亿元",
    "总则",
    "网络建设",
    "，",
    "。",
    "\n",
    " ",
)
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)


def ordinals(text: str) -> list[list[int | None]]:
    return [
        [heading.ordinal for heading in series.members]
        for series in find_decimals(decimal_marks(text))
    ]


def test_each_number_has_a_series() -> None:
    text = "1.1 目标\n1.2 原则\n1.3 范围\n2.1 网络\n2.2 平台\n2.4 终端\n"
    assert ordinals(text) == [[1, 2, 3], [1, 2, 4]]


def test_a_series_begins_anew_at_one() -> None:
    text = "1.1 目标\n1.2 原则\n1.3 范围\n附件\n1.1 目标\n1.2 原则\n1.3 范围\n"
    assert ordinals(text) == [[1, 2, 3], [1, 2, 3]]


def test_figures_are_no_headings() -> None:
    assert ordinals("2.1亿元，增长8%；税收\n2.2亿元；投资\n2.3亿元。\n") == []
    assert ordinals("1.1月份动员\n1.2月份排查\n1.3月份验收\n") == []


@given(texts)
def test_every_text_is_read(text: str) -> None:
    for series in find_decimals(decimal_marks(text)):
        for heading in series.members:
            assert heading.span.start == heading.mark.start < heading.mark.end
            assert heading.mark.end <= heading.title.start < heading.title.end == heading.span.end
