"""The JSON is a contract: DESIGN.md, section 2."""

import json
from pathlib import Path
from typing import Any

import pytest

from govlint.cli.main import main

DIAGNOSTIC = {
    "code", "name", "severity", "message", "path", "line", "column", "end_line", "end_column",
    "offset", "end_offset", "text", "related", "fix", "basis", "section", "fingerprint",
}  # fmt: skip
PLACE = ("line", "column", "end_line", "end_column", "offset", "end_offset")
REPORT = "青山镇2024年工作总结\r\n\r\n一、工作回顾\r\n完成投资8亿元。\r\n三、打算\r\n努力。\r\n"


@pytest.fixture
def whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[str, Any]:
    (tmp_path / "b.txt").write_bytes(b"\xef\xbb\xbf" + REPORT.encode())
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    (tmp_path / "c.txt").write_bytes(REPORT.encode("gbk"))
    monkeypatch.chdir(tmp_path)
    assert main(["c.txt", "b.txt", "a.pdf", "--select", "SEQ", "--output-format", "json"]) == 1
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_frame(whole: dict[str, Any]) -> None:
    assert whole["schema_version"] == 1
    assert whole["files"] == 3
    assert whole["summary"] == {"error": 3, "warning": 0, "info": 0, "unreadable": 1}
    assert [found["path"] for found in whole["diagnostics"]] == ["a.pdf", "b.txt", "c.txt"]
    assert all(found.keys() == DIAGNOSTIC for found in whole["diagnostics"])


def test_a_finding(whole: dict[str, Any]) -> None:
    found = whole["diagnostics"][1]
    assert [found[key] for key in PLACE] == [5, 1, 5, 3, 34, 36]
    assert found["text"] == "三、"
    assert found["section"] == [{"mark": "三、", "title": "打算"}]
    assert found["fix"] is None
    (related,) = found["related"]
    assert related.keys() == {"path", *PLACE, "message"}
    assert (related["path"], related["line"], related["offset"]) == (None, 3, 16)


def test_what_has_no_place(whole: dict[str, Any]) -> None:
    found = whole["diagnostics"][0]
    assert found["code"] == "SYS003"
    assert [found[key] for key in PLACE] == [None] * 6
    assert (found["text"], found["related"], found["section"]) == ("", [], [])


def test_a_fingerprint_knows_neither_path_nor_encoding(whole: dict[str, Any]) -> None:
    _, first, second = whole["diagnostics"]
    assert first["fingerprint"] == second["fingerprint"]
    assert len(first["fingerprint"]) == 64
