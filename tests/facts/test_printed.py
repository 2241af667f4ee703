"""Which numbers of a text are read together."""

from __future__ import annotations

from itertools import pairwise

from govlint.facts.printed import find_printed


def test_a_sentence_is_read_as_one() -> None:
    found = find_printed("投入3万元，新建5公里。补助7万元。")
    assert [len(each) for each in found] == [2, 1]


def test_a_line_of_nothing_but_figures_is_cut() -> None:
    found = find_printed("3万元，" * 1000)
    assert sum(map(len, found)) == 1000
    assert max(map(len, found)) < 100


def test_what_follows_a_cut_begins_behind_the_figure_before() -> None:
    text = "3万元，" * 1000
    found = find_printed(text)
    assert all(after[0].last == before[-1].end for before, after in pairwise(found))
