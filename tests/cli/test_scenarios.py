"""Each scenario file is a session at the command line: files, command, output, exit status.

A section begins with ``--- ``: ``--- file NAME`` is written before the command runs, ``--- stdin``
is what it reads; ``--- $ …`` is the command; ``--- stdout`` and ``--- stderr`` are compared whole,
and ``--- now NAME`` with the file as the command leaves it; ``--- exit N`` ends it. What stands
before the first section is for the reader.
"""

import io
import re
import shlex
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from govlint.cli.main import main

FOLDER = Path(__file__).parent / "scenarios"
SCENARIOS = sorted(FOLDER.glob("*.scenario"))
SECTION = re.compile(r"^--- ((?:file|now) .*|std\w+|\$ .*|exit \d)\n", re.MULTILINE)


class Scenario(NamedTuple):
    files: dict[str, str]
    left: dict[str, str]
    stdin: str
    command: str
    stdout: str
    stderr: str
    status: int


def read(path: Path) -> Scenario:
    parts = SECTION.split(path.read_bytes().decode())[1:]
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    return Scenario(
        {key.removeprefix("file "): v for key, v in sections.items() if key.startswith("file ")},
        {key.removeprefix("now "): v for key, v in sections.items() if key.startswith("now ")},
        sections.get("stdin", ""),
        next(key.removeprefix("$ govlint") for key in sections if key.startswith("$ govlint")),
        sections.get("stdout", ""),
        sections.get("stderr", ""),
        next(int(key.removeprefix("exit ")) for key in sections if key.startswith("exit ")),
    )


def test_there_are_scenarios() -> None:
    assert len(SCENARIOS) > 10


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_scenario(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    scenario = read(path)
    for name, text in scenario.files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("GOVLINT_OUTPUT_FORMAT", raising=False)
    stdin = io.TextIOWrapper(io.BytesIO(scenario.stdin.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    status = main(shlex.split(scenario.command))
    captured = capsys.readouterr()
    assert captured.out == scenario.stdout
    assert captured.err == scenario.stderr
    for name, text in scenario.left.items():
        assert (tmp_path / name).read_bytes().decode() == text
    assert status == scenario.status
