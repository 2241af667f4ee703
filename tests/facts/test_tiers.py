"""Tiers of government before their number: words that may name one tier or two."""

import pytest

from govlint.facts.tiers import find_tiers


@pytest.mark.parametrize(
    ("text", "number", "fewest", "most"),
    [
        ("县、乡三级", 3, 2, 2),
        ("健全省市县乡四级", 4, 4, 4),
        ("县（市、区）、乡镇、村三级", 3, 3, 4),
        ("县区、镇街两级", 2, 2, 4),
        ("市县区三级", 3, 2, 3),
    ],
)
def test_the_tiers_that_words_can_name(text: str, number: int, fewest: int, most: int) -> None:
    (found,) = find_tiers(text)
    assert found[1:] == (number, fewest, most)


@pytest.mark.parametrize("text", ["全县三级医院", "青山、云溪镇二级路", "县二级", "镇、村三级以上"])
def test_what_counts_no_tiers(text: str) -> None:
    assert list(find_tiers(text)) == []
