"""The comparison of two lists of findings: what counts as new, gone, or said otherwise."""

from __future__ import annotations

from findings_diff import change, compare
from revisions import Found

FOUND = Found("SEQ201", "ordinal-gap", "error", "缺二", "a.txt", 3, (5, 7), "f1", "⟦三、⟧环境")


def test_equal_findings_are_neither_added_nor_removed() -> None:
    difference = compare([FOUND, FOUND._replace(path="b.txt")], [FOUND, FOUND])
    assert difference.same == 1
    assert [f.path for f in difference.added] == ["a.txt"]
    assert [f.path for f in difference.removed] == ["b.txt"]


def test_a_new_message_is_no_new_finding() -> None:
    new = FOUND._replace(message="缺“二、”", severity="warning")
    added, removed, [pair], same = compare([FOUND], [new])
    assert (added, removed, same) == ([], [], 0)
    assert change(pair) == "error is warning, message"


def test_a_sentence_read_otherwise_is_known_by_rule_and_place() -> None:
    [pair] = compare([FOUND], [FOUND._replace(fingerprint="f2")]).changed
    assert change(pair) == "fingerprint"


def test_a_new_code_at_the_same_place_is_known_by_its_place() -> None:
    [pair] = compare([FOUND], [FOUND._replace(code="SEQ211", fingerprint="f2")]).changed
    assert change(pair) == "SEQ201 is SEQ211"


def test_a_fingerprint_goes_before_a_place() -> None:
    moved = FOUND._replace(span=(9, 11), line=4)
    here = FOUND._replace(fingerprint="f2")
    difference = compare([FOUND], [here, moved])
    assert [change(pair) for pair in difference.changed] == ["place"]
    assert difference.added == [here]


def test_one_finding_has_one_partner() -> None:
    difference = compare([FOUND], [FOUND, FOUND])
    assert (difference.same, difference.added, difference.removed) == (1, [FOUND], [])
