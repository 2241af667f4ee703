"""Lists that are held against a number, at the very end of a text, too."""

from govlint.facts.listed import find_listed


def test_a_quoted_number_may_end_the_text() -> None:
    text = "实施产业升级、科教赋能、枢纽提速“三大行动”"
    (found,) = find_listed(text)
    assert (found.number, found.fewest, found.most) == (3, 3, 3)
