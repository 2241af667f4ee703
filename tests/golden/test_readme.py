"""The READMEs and docs show what govlint does: commands are run, rules and configs are read."""

import re
import shlex
from pathlib import Path

import pytest

from govlint.cli.main import main
from govlint.engine.config_read import read_config

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(name: str, language: str, start: str) -> list[str]:
    """The code blocks of ``language`` whose text begins with ``start``."""
    found = BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))
    return [text for kind, text in found if kind == language and text.startswith(start)]


@pytest.mark.parametrize("name", READMES)
def test_sessions(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("GOVLINT_OUTPUT_FORMAT", raising=False)
    sessions = blocks(name, "console", "$ govlint ")
    for session in sessions:
        command, _, output = session.partition("\n")
        main(shlex.split(command)[2:])
        assert capsys.readouterr().out.rstrip("\n") + "\n" == output
    assert len(sessions) == 4


@pytest.mark.parametrize("name", READMES)
def test_rule_of_ones_own(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rule,) = blocks(name, "yaml", "id: ")
    path = tmp_path / "former-office.yaml"
    path.write_text(rule, encoding="utf-8")
    assert main(["test", str(path)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("name", READMES)
def test_config(name: str, tmp_path: Path) -> None:
    """What is shown is valid, and every key is shown."""
    folder = tmp_path / "drafts"
    (folder / "规则").mkdir(parents=True)  # what the config names has to be there
    for table in ("统计数据.csv", "指标名称.csv"):
        (folder / table).touch()
    (tmp_path / "govlint.yaml").write_text("", encoding="utf-8")
    settings = blocks(name, "yaml", "profile: ") + blocks(name, "yaml", "ignore-text:")
    path = folder / "govlint.yaml"
    path.write_text("".join(settings), encoding="utf-8")
    config = read_config(str(path))
    assert all(config._replace(path="x")), "a key is not shown"


def test_the_finding_that_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (draft,) = blocks("docs/a-finding.md", "text", "")
    path = tmp_path / "draft.txt"
    path.write_text(draft, encoding="utf-8")
    main(["--isolated", "--quiet", str(path)])
    said = capsys.readouterr().out.splitlines()[0].replace(str(path), path.name)
    assert f"`{said}`" in (ROOT / "docs" / "a-finding.md").read_text(encoding="utf-8")
