"""In which blocks pairs stand, and that no place is lost at a boundary."""

import pytest

from govlint.facts import blocks
from govlint.facts.literals import Literals, Wanted
from govlint.facts.search import find, search_for
from govlint.facts.terms import Term, Terms, table_of


def plainly(text: str, pair: str) -> set[int]:
    return {at // blocks.BLOCK for at in range(len(text)) if text.startswith(pair, at)}


@pytest.mark.parametrize("before", [0, 1, 62, 63, 64, 65, 65534, 65535, 65536, 131071])
@pytest.mark.parametrize("filler", ["甲", "\U00020000", "\ud800"])
def test_a_pair_is_noted_where_it_begins(before: int, filler: str) -> None:
    text = filler * before + "布署" + filler * 70 + "布署"
    found: blocks.Blocks = {}
    (key,) = blocks.keys_of("布署")
    blocks.read_pairs(text, frozenset([key]), found, 0, blocks.count(text))
    assert set(found[key]) == plainly(text, "布署")


def test_runs_lie_where_the_blocks_do() -> None:
    size = 5
    held = blocks.number([[0, 1], [3]], size)
    assert list(blocks.runs(held, size)) == [(0, 128), (192, 256)]
    assert list(blocks.runs(blocks.widened(held, 1), size)) == [(0, 320)]


@pytest.mark.parametrize("gap", [0, 5, 9, 10, 70, 200])
@pytest.mark.parametrize("before", [0, 50, 63, 64, 127])
def test_what_must_stand_together_is_found_over_blocks(before: int, gap: int) -> None:
    search = search_for("全面.{0,9}布署", (("全面",), ("布署",)), 13)
    text = "甲" * before + "全面" + "乙" * gap + "布署" + "丙" * 100
    known = Literals(text, frozenset(), Wanted([search.sets]))
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
    wanted = Wanted([terms.search.sets])
    each = [
        [h.span for h in terms.find(text, Literals(text, frozenset(), wanted))] for _ in range(10)
    ]
    assert len(each[0]) == 4
    assert all(found == each[0] for found in each)
