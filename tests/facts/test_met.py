"""Where a slip may be: knowing beforehand what can be one leaves out nothing but what cannot."""

import random

import pytest

from govlint.facts import met, misspelt
from govlint.facts.usual import usual_characters

DRAWN = random.Random(7)
CHARACTERS = [*usual_characters()]
TEXT = "".join(
    DRAWN.choice("，。A1\U00020000") if DRAWN.random() < 0.05 else DRAWN.choice(CHARACTERS)
    for _ in range(70_000)
)


def test_nothing_is_lost_that_might_be_guessed_at(monkeypatch: pytest.MonkeyPatch) -> None:
    any_table, table = met.packed(), met.packed(*misspelt.hopeful())
    monkeypatch.setattr(met, "_table", lambda: any_table)
    met.codes_of.cache_clear()
    every = met.unmet(TEXT)
    monkeypatch.setattr(met, "_table", lambda: table)
    met.codes_of.cache_clear()
    fewer = met.unmet(TEXT)
    met.codes_of.cache_clear()
    assert {*fewer} < {*every}
    lost = {*every} - {*fewer}
    assert len(fewer) > 1000
    assert not [place for place in lost if misspelt.may_be_meant(TEXT, place)]
