"""What must hold for marks: half-width ones can be told in Chinese, and pairs are found."""

import re

from hypothesis import given
from hypothesis import strategies as st

from govlint.facts.halfwidth import FULL, find_half_width
from govlint.facts.longnumbers import find_long_numbers
from govlint.facts.pairs import PARTNERS, find_pairs
from govlint.text.fold import fold

HALF = str.maketrans({full: half for half, full in FULL.items() if half != "?"})
POINTS = "，；：！"

words = st.text(alphabet="全镇上下凝心聚力抓产业", min_size=1, max_size=6)
clauses = st.tuples(words, st.sampled_from(POINTS + "。、")).map("".join)
prose = st.recursive(
    st.lists(clauses, min_size=1, max_size=4).map("".join),
    lambda inner: st.tuples(words, inner).map(lambda pair: f"{pair[0]}（{pair[1]}）") | inner,
    max_leaves=6,
)
lines = st.lists(prose, min_size=1, max_size=5).map("\n".join)
protected = st.sampled_from(
    ["9:30", "3:2", "1,200", "2.5", "a,b;c", "f(x)", "(GDP)", "http://a.cn/b,c", "x@a.cn", "1) "]
)


@given(lines)
def test_half_width_chinese_can_be_made_full_again(text: str) -> None:
    half = text.translate(HALF)
    made = list(half)
    for mark in find_half_width(half, fold(half)):
        made[mark.place] = mark.right
    assert "".join(made) == text


@given(st.lists(st.tuples(words, protected, words).map("".join), max_size=6).map("。".join))
def test_marks_of_numbers_and_latin_text_are_no_half_width_marks(text: str) -> None:
    assert [mark for mark in find_half_width(text, fold(text)) if text[mark.place] != ")"] == []


@given(lines, st.sampled_from(sorted(PARTNERS)))
def test_a_mark_that_is_taken_away_leaves_another_alone(text: str, kind: str) -> None:
    whole = text.replace("\n", f"{kind}甲{PARTNERS[kind]}\n") + f"{kind}乙{PARTNERS[kind]}"
    assert find_pairs(whole).alone == ()
    assert [whole[:-1][place] for place in find_pairs(whole[:-1]).alone] == [kind]


@given(st.text(alphabet="".join(PARTNERS) + '”’）》〉〕】甲。\n"[]', max_size=60))
def test_every_mark_is_in_a_pair_or_alone_or_crosses_lines(text: str) -> None:
    found = find_pairs(text)
    places = [place for pair in found.pairs for place in pair[:2]]
    assert not set(places) & set(found.alone)
    assert len(places) == len(set(places))
    assert all(pair.start < pair.end for pair in found.pairs)
    assert all("\n" not in text[pair.start : pair.end] for pair in found.pairs)


@given(st.text(alphabet="01345678x镇 ", max_size=60))
def test_long_numbers_are_whole_runs_of_digits(text: str) -> None:
    for number in find_long_numbers(text):
        start, end = number.span
        assert re.fullmatch(r"[0-9]{11,19}[Xx]?", text[start:end])
        assert not text[end : end + 1].isdigit()
        assert start == 0 or not text[start - 1].isdigit()
