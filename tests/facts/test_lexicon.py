"""The words that begin with a character are the same, where it is known where they stand."""

import pytest

from govlint import warm
from govlint.facts import lexicon

CHARS = "一丁的工鿕龥。 Ａ\U00020000z阿号\uffff"


def test_the_words_of_a_character_are_found_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    sought = [*map(lexicon.lines_of.__wrapped__, CHARS)]
    assert sum(map(len, sought)) > 1000
    table = lexicon.places()
    monkeypatch.setattr(warm, "built", lambda _name: table)
    monkeypatch.setattr(lexicon, "starts_of_words", lexicon.starts_of_words.__wrapped__)
    assert lexicon.starts_of_words()[0]
    assert [*map(lexicon.lines_of.__wrapped__, CHARS)] == sought


def test_places_of_another_dictionary_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    table = lexicon.places()
    monkeypatch.setattr(warm, "built", lambda _name: table)
    monkeypatch.setattr(lexicon, "starts_of_words", lexicon.starts_of_words.__wrapped__)
    shorter = bytes(lexicon.dictionary()[:-7])
    monkeypatch.setattr(lexicon, "dictionary", lambda: shorter)
    assert not lexicon.starts_of_words()[0]
