"""The budget: a count that moves either way fails, until it is accepted."""

from __future__ import annotations

import json
from pathlib import Path

import corpus
import pytest

ROW = {
    "id": "a",
    "path": "a.txt",
    "genre": "政府工作报告",
    "year": 2024,
    "is_excerpt": False,
    "variant_of": None,
    "damaged": False,
}
FILLING = (
    "农业生产稳步推进。" * 20_000
)  # one finding in a small text would break the limit a character


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A corpus of one document with a gap in its numbers, and an empty budget."""
    text = f"某镇2024年工作总结\n\n一、农业\n\n{FILLING}\n\n三、环境\n\n生态环境持续改善。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "index.jsonl").write_text(json.dumps(ROW), encoding="utf-8")
    monkeypatch.setattr(corpus, "BUDGET", tmp_path / "budget.json")
    monkeypatch.setattr(corpus, "default_rules", lambda _: _RULES)
    corpus.BUDGET.write_text("{}", encoding="utf-8")
    return str(tmp_path)


_RULES = corpus.default_rules(["SEQ201"])


def test_a_count_that_rose_fails_and_says_how_to_accept_it(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert corpus.main([folder, "--check"]) == 1
    err = capsys.readouterr().err
    assert "SEQ201: 0 in the budget, now 1 (+1)" in err
    assert f"{folder} --accept" in err


def test_a_count_that_fell_fails_as_well(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    corpus.BUDGET.write_text('{"SEQ201": 1, "STR101": 2}', encoding="utf-8")
    assert corpus.main([folder, "--check"]) == 1
    assert "STR101: 2 in the budget, now 0 (-2)" in capsys.readouterr().err


def test_accepting_writes_the_counts(folder: str) -> None:
    assert corpus.main([folder, "--accept"]) == 0
    assert json.loads(corpus.BUDGET.read_text(encoding="utf-8")) == {"SEQ201": 1}
    assert corpus.main([folder, "--check"]) == 0


def test_a_part_of_the_rules_is_never_accepted(folder: str) -> None:
    with pytest.raises(SystemExit):
        corpus.main([folder, "--accept", "--rule", "SEQ"])
    assert corpus.BUDGET.read_text(encoding="utf-8") == "{}"
