"""Formulae with one character mistaken, wherever it is, and what is none."""

import pytest

from govlint.facts.formulae import Formulae, Slip, lines_of
from govlint.facts.index import Asked
from govlint.facts.literals import Literals
from govlint.facts.wanted import Wanted
from govlint.text.span import Span

FORMULAE = Formulae(lines_of(["应收尽收", "应保尽保", "生态环境保护"]))


class Rule:
    """One that looks for the formulae."""

    def asks(self) -> Asked:
        return Asked([FORMULAE.search])


RULE = Rule()
WANTED = Wanted([RULE])


def slips(text: str) -> list[Slip]:
    known = Literals(text, frozenset(), WANTED)
    if not known.may_find(RULE):
        return []
    found = FORMULAE.find(text, known)
    assert found == FORMULAE.find(text, Literals(text, frozenset()))
    return found


@pytest.mark.parametrize("wrong", ["英收尽收", "应守尽收", "应收近收", "应收尽受"])
@pytest.mark.parametrize("before", ["", "做到", "应收尽收，"])
def test_each_character_may_be_the_mistaken_one(wrong: str, before: str) -> None:
    start = len(before)
    (slip,) = slips(f"{before}{wrong}。")
    assert (slip.span, slip.right) == (Span(start, start + 4), "应收尽收")
    assert wrong[slip.place - start] != "应收尽收"[slip.place - start]


@pytest.mark.parametrize(
    "wrong",
    [
        "声态环境保护",
        "生太环境保护",
        "生态还境保护",
        "生态环竟保护",
        "生态环境包护",
        "生态环境保户",
    ],
)
def test_longer_ones_too(wrong: str) -> None:
    assert [slip.right for slip in slips(f"加强{wrong}，")] == ["生态环境保护"]


@pytest.mark.parametrize(
    "text",
    ["应收尽收", "应收的收", "应收未收", "应收尽", "尽收", "英守尽收", "应收 尽收", "应免尽免"],
)
def test_what_is_no_slip(text: str) -> None:
    assert slips(text) == []
