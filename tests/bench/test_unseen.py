"""Whole drafts held against what is wrong in them, and sets against what was accepted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from corpus import default_rules
from unseen import Score, worse
from whole_drafts import read_drafts

RULES = default_rules(["SEQ201", "PLH401"])
TEXT = "某镇工作总结\n一、经济\n增长XX%。\n三、民生\n新增就业XX人。\n"


def write(folder: Path, *faults: tuple[int, str]) -> Path:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    rows = [
        {"file": "a.txt", "class": "any", "line": line, "text": text, "note": ""}
        for line, text in faults
    ]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "faults.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_a_draft_is_held_against_what_is_wrong_in_it(tmp_path: Path) -> None:
    folder = write(tmp_path, (3, "XX%"), (4, "三、"), (4, "民生"))
    (draft,) = read_drafts(folder, RULES)
    assert [fault.text for fault in draft.found] == ["XX%", "三、"]
    assert [fault.text for fault in draft.missed] == ["民生"]
    assert [alarm.text for alarm in draft.alarms] == ["XX"]


def test_a_fault_that_is_not_in_its_line_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"faults.jsonl:1: a.txt:2"):
        list(read_drafts(write(tmp_path, (2, "XX%")), RULES))


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ({"a": Score(5, 9, 1)}, 0),
        ({"a": Score(6, 9, 0)}, 0),
        ({"a": Score(4, 9, 0)}, 1),
        ({"a": Score(9, 9, 2)}, 1),
        ({}, 1),
        ({"a": Score(5, 9, 1), "b": Score(0, 1, 0)}, 1),
    ],
)
def test_a_set_may_not_get_worse(now: dict[str, Score], told: int) -> None:
    assert len(worse(now, {"a": Score(5, 9, 1)})) == told
