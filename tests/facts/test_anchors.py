"""Where pairs stand, and that no place is lost at a boundary."""

import pytest

from govlint.facts.anchors import add_anchors, keys_of, read_anchors
from govlint.facts.index import Asked
from govlint.facts.literals import Literals
from govlint.facts.search import Search, find, search_for
from govlint.facts.terms import Term, Terms, table_of
from govlint.facts.wanted import Wanted
from govlint.text.span import Span


class Looking:
    """A rule that looks for one thing."""

    def __init__(self, search: Search) -> None:
        self._search = search

    def asks(self) -> Asked:
        return Asked([self._search])


@pytest.mark.parametrize("before", [0, 1, 2, 65533, 65534, 65535, 65536, 131071])
@pytest.mark.parametrize("filler", ["甲", "\U00020000", "\ud800"])
def test_a_pair_is_noted_where_it_begins(before: int, filler: str) -> None:
    text = filler * before + "布署" + filler * 70 + "布署"
    (key,) = keys_of("布署")
    assert sorted(read_anchors(text, {key})[key]) == [before, before + 72]


def test_what_is_blanked_out_is_noted_once() -> None:
    text, body = "甲X布署", "甲 布署"
    key, other = keys_of("布署甲 ")
    found = read_anchors(text, {key, other})
    add_anchors(found, {key, other}, body, text, Span(0, 4))
    assert {each: list(places) for each, places in found.items()} == {key: [2], other: [0]}


@pytest.mark.parametrize("gap", [0, 5, 9, 10, 70, 200])
@pytest.mark.parametrize("before", [0, 50, 63, 64, 127])
def test_what_must_stand_together_is_found(before: int, gap: int) -> None:
    search = search_for("全面.{0,9}布署", (("全面",), ("布署",)), 13)
    text = "甲" * before + "全面" + "乙" * gap + "布署" + "丙" * 100
    rule = Looking(search)
    known = Literals(text, frozenset(), Wanted([rule]))
    assert known.may_find(rule)
    expected = [(before, before + gap + 4)] if gap <= 9 else []
    assert [match.span() for match in find(text, known, search)] == expected


def test_words_are_found_alike_in_the_first_text_and_the_tenth() -> None:
    rows = [("布署", 0), ("座落", 0), ("一愁莫展", 1)]
    terms = Terms(
        table_of(
            [Term(n, at, wrong, ("",), "", "", "", 0, 0, "") for n, (wrong, at) in enumerate(rows)]
        )
    )
    text = "一愁莫展，作出布署，座落在此，再布署。"
    rule = Looking(terms.search)
    wanted = Wanted([rule])
    texts = [Literals(text, frozenset(), wanted) for _ in range(10)]
    assert all(known.may_find(rule) for known in texts)
    each = [[hit.span for hit in terms.find(text, known)] for known in texts]
    assert len(each[0]) == 4
    assert all(found == each[0] for found in each)
