"""Each scenario file is a session at the command line: files, command, output, exit status.

A section begins with ``--- ``: ``--- file NAME`` is written before the command runs; ``--- $ …`` is
the command; ``--- stdout`` and ``--- stderr`` are compared in full, ``--- exit N`` ends it. What
stands before the first section is for the reader.
"""

import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest

from govlint.cli.main import main

FOLDER = Path(__file__).parent / "scenarios"
SCENARIOS = sorted(FOLDER.glob("*.scenario"))


class Scenario(NamedTuple):
    files: dict[str, str]
    command: str
    stdout: str
    stderr: str
    status: int


def read(path: Path) -> Scenario:
    parts = re.split(r"^--- (.*)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    return Scenario(
        {key.removeprefix("file "): v for key, v in sections.items() if key.startswith("file ")},
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
    status = main(shlex.split(scenario.command))
    captured = capsys.readouterr()
    assert captured.out == scenario.stdout
    assert captured.err == scenario.stderr
    assert status == scenario.status
