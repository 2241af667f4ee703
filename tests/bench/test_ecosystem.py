"""The page of differences, and the run of two revisions."""

from __future__ import annotations

from pathlib import Path

import pytest
from ecosystem import documents_of, main, page
from findings_diff import compare
from revisions import Found

FOUND = Found("SEQ201", "ordinal-gap", "error", "缺二", "a.txt", 3, (5, 7), "f1", "⟦三、⟧环境")


def test_the_page_counts_by_severity_and_shows_at_most_so_many() -> None:
    new = [FOUND._replace(fingerprint=f"n{k}", span=(k, k + 1)) for k in range(5)]
    lines = "\n".join(page([FOUND], new, compare([FOUND], new), 2)).splitlines()
    assert "| error | 1 | 5 | 5 | 1 |" in lines
    assert "## SEQ201 ordinal-gap: +5 −1, 0 changed" in lines
    assert "- … and 3 more" in lines
    assert lines.count("- error `a.txt:3` ⟦三、⟧环境 — 缺二") == 3


def test_damaged_documents_are_left_out(tmp_path: Path) -> None:
    row = '{"path": "%s", "is_excerpt": false, "variant_of": null, "damaged": %s}'
    rows = [row % ("a.txt", "false"), row % ("b.txt", "true")]
    (tmp_path / "index.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert documents_of(tmp_path, every=False) == ["a.txt"]
    assert documents_of(tmp_path, every=True) == ["a.txt", "b.txt"]


def test_a_revision_against_itself_differs_in_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "某镇2024年工作总结\n\n一、农业生产稳步推进。\n\n三、生态环境持续改善。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert main([".", ".", "--corpus", str(tmp_path), "--", "--select", "SEQ201"]) == 0
    out = capsys.readouterr().out
    assert "| error | 1 | 1 | 0 | 0 |" in out
    assert "##" not in out


def test_a_revision_that_does_not_exist_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("某镇2024年工作总结\n", encoding="utf-8")
    assert main(["no-such-revision", ".", "--corpus", str(tmp_path)]) == 2
    assert "no-such-revision" in capsys.readouterr().err
