"""A text on its way through standard input and output gets to the other end."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govlint.cli.main import main
from govlint.facts.facts import Facts

DRAFT = "青山镇工作总结\r\n（一）、修路。全年修路3公里。\n（二）修桥。全年修桥2座。"
FIXED = DRAFT.replace("）、", "）")
ENVIRONMENT = {"PYTHONPATH": str(Path(__file__).parents[2] / "linter"), "PATH": ""}


class Stream:
    """Standard input and output of one run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def run(self, data: bytes, *words: str) -> tuple[int, bytes, str]:
        """Exit status, standard output and standard error of ``govlint fix - WORDS``."""
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        self._monkeypatch.setattr(sys, "stdout", out)
        status = main(["fix", "-", *words])
        out.flush()
        return status, out.buffer.getvalue(), self._capsys.readouterr().err


@pytest.fixture
def stream(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Stream:
    return Stream(monkeypatch, capsys)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_it_comes_out_as_it_went_in(stream: Stream, encoding: str) -> None:
    assert stream.run(DRAFT.encode(encoding), "-q") == (0, FIXED.encode(encoding), "")


def test_what_remains_is_told_beside_it(stream: Stream) -> None:
    status, out, err = stream.run(DRAFT.replace("3公里", "X公里").encode())
    assert (status, out) == (1, FIXED.replace("3公里", "X公里").encode())
    assert "PLH401" in err
    assert "改正了 1 处" in err


@pytest.mark.parametrize("data", [b"", b"\xff\x00\x81", FIXED.encode()])
def test_what_cannot_be_fixed_comes_out_as_it_is(stream: Stream, data: bytes) -> None:
    assert stream.run(data)[1] == data


def test_what_cannot_be_written_back_comes_out_as_it_is(stream: Stream) -> None:
    data = DRAFT.encode("hz").replace(b"~}", b"~}~{~}", 1)
    status, out, err = stream.run(data, "--encoding", "hz")
    assert (status, out) == (2, data)
    assert "没有改 -" in err


def test_an_internal_error_loses_nothing(stream: Stream, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_facts: Facts, *_rest: Any) -> None:
        raise KeyError

    monkeypatch.setattr("govlint.engine.run.lint_facts", broken)
    status, out, err = stream.run(DRAFT.encode())
    assert (status, out) == (2, DRAFT.encode())
    assert "内部错误" in err


def test_a_diff_of_standard_input(stream: Stream) -> None:
    status, out, err = stream.run(DRAFT.encode(), "--diff", "--stdin-filename", "总结.txt")
    assert status == 1
    assert out.decode().startswith(
        "--- 总结.txt\n+++ 总结.txt\n@@ -1,3 +1,3 @@\n 青山镇工作总结\r\n"
    )
    assert out.decode().endswith("2座。\n\\ No newline at end of file\n")
    assert "可以改正 1 处" in err


def test_patch_makes_of_a_diff_what_fix_makes(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(DRAFT.encode())
    diff = subprocess.run(
        [sys.executable, "-m", "govlint", "fix", "--diff", "-q", "a.txt"],
        cwd=tmp_path, capture_output=True, check=False, env=ENVIRONMENT,
    ).stdout  # fmt: skip
    try:
        subprocess.run(["patch", "--binary", "-s", "a.txt"], cwd=tmp_path, input=diff, check=True)
    except FileNotFoundError:
        pytest.skip("there is no patch")
    assert file.read_bytes() == FIXED.encode()


def test_a_terminal_is_safe_from_what_is_fixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("青山镇工作总结\n全年\x1b[2J修路3公里。\n", encoding="utf-8")
    assert main(["fix", str(file), "--diff", "--color", "always"]) == 1
    assert "-全年\x1b[2J修路" in capsys.readouterr().out, "for patch"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["fix", str(file), "--diff", "--color", "always"]) == 1
    assert "-全年<U+001B>[2J修路" in capsys.readouterr().out
