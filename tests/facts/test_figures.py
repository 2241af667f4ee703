"""Figures that are read when they are asked for, and given back afterwards."""

from govlint.facts.facts import Facts
from govlint.facts.readings import by_role, ones
from govlint.text.document import Document
from govlint.text.source import Source

TEXT = "全镇排查隐患120处，整改108处，整改率90%。完成投资1,200万元，同比增长6.2%。" * 200


def facts_of(text: str) -> Facts:
    return Facts(Document(Source("a.txt", text)))


def test_what_was_given_back_is_worked_out_again() -> None:
    facts = facts_of(TEXT)
    before = facts.figures, facts.printed, facts.passage(7)
    facts.forget_figures()
    assert "figures" not in vars(facts)
    assert (facts.figures, facts.printed, facts.passage(7)) == before


def test_the_roles_of_all_sentences_are_known_block_by_block() -> None:
    figures = facts_of(TEXT).figures
    blocks = by_role(figures)
    assert len(blocks) > 1
    rates = [first + place for first, known in blocks for place in ones(known.get("比率", 0))]
    assert rates == [n for n, sentence in enumerate(figures) if "比率" in sentence.roles] != []


def test_equal_roles_are_held_once() -> None:
    held: dict[frozenset[str], set[int]] = {
        figure.roles: set() for each in facts_of(TEXT).figures for figure in each.figures
    }
    for sentence in facts_of(TEXT).figures:
        for figure in sentence.figures[:1]:  # of the others, neighbours may tell more
            held[figure.roles].add(id(figure.roles))
    assert held
    assert all(len(same) <= 1 for same in held.values())
