"""Verdicts on findings, and the table that follows from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus import default_rules
from precision import Judged, Key, read_verdicts, table, to_judge

RULES = default_rules(["SEQ201", "SEQ202"])
FOUND = Judged(
    key=Key("a", "SEQ201", "f1"),
    report=True,
    severity="error",
    name="ordinal-gap",
    message="缺“二、”",
    sentence="⟦三、⟧环境",
    verdict="",
)


def found(verdicts: list[str], *, report: bool) -> list[Judged]:
    return [
        FOUND._replace(key=Key("a", "SEQ201", f"{report}{k}"), report=report, verdict=verdict)
        for k, verdict in enumerate(verdicts)
    ]


def test_reports_and_other_documents_are_counted_apart() -> None:
    rows = found(["right", "right", ""], report=True) + found(["wrong", "doubtful"], report=False)
    lines = "\n".join(table(RULES, rows)).splitlines()
    row = (
        "| SEQ201 ordinal-gap | error | 3 | 2 | 2 (1.00) | 2 | 2 | 0 (0.00) | 1 doubtful, 1 wrong |"
    )
    assert row in lines
    assert "SEQ202 ordinal-repeat." in lines


def test_what_is_judged_counts_towards_the_sample() -> None:
    rows = found(["right", "", "", ""], report=True) + found([""], report=False)
    asked = [line for line in to_judge(rows, 2) if line.endswith(",,\n")]
    assert len(asked) == 2
    assert "a,SEQ201,False0,,\n" in asked


def test_the_verdicts_that_are_kept_are_well_formed() -> None:
    verdicts = read_verdicts(Path(__file__).parents[2] / "bench" / "verdicts.csv")
    assert {*verdicts.values()} == {"right", "wrong", "doubtful"}
    assert all(len(key.fingerprint) == 16 for key in verdicts)


def test_no_verdicts_yet(tmp_path: Path) -> None:
    assert read_verdicts(tmp_path / "none.csv") == {}


@pytest.mark.parametrize("most", [1, 3])
def test_the_sample_is_the_same_each_time(most: int) -> None:
    rows = found([""] * 9, report=True)
    assert list(to_judge(rows, most)) == list(to_judge(rows, most))
