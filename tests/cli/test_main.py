"""What only a process, a console or an accident can show."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govlint.cli import checking
from govlint.cli.main import COMMANDS, main
from govlint.cli.progress import progress
from govlint.diagnostics.diagnostic import Diagnostic
from govlint.diagnostics.result import FileResult
from govlint.engine.lint import lint_facts
from govlint.facts.facts import Facts

REPORT = "一、工作回顾\n三、打算\n"
ENVIRONMENT = {"PYTHONPATH": str(Path(__file__).parents[2] / "linter"), "PATH": ""}


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def govlint(
    *words: str, encoding: str = "utf-8", stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "govlint", *words],
        input=stdin,
        capture_output=True,
        check=False,
        env={**ENVIRONMENT, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
def test_no_console_makes_it_fail(report: Path, encoding: str) -> None:
    report.write_text(REPORT.replace("打算", "打算\U0001f600𠮷"), encoding="utf-8")
    found = govlint(report.name, encoding=encoding)
    assert found.returncode == 1
    assert found.stderr == b""
    assert b"SEQ201" in found.stdout
    whole = govlint(report.name, "--output-format", "json", encoding=encoding).stdout
    assert json.loads(whole.decode(encoding))["diagnostics"][-1]["path"] == report.name


def test_standard_input(report: Path) -> None:
    found = govlint("-", "--output-format", "concise", "-q", stdin=REPORT.encode("gbk"))
    assert found.stdout.decode().startswith("-:")
    assert report.exists()
    found = govlint("-", "--stdin-filename", "稿.docx", stdin=REPORT.encode())
    assert (found.returncode, b"SYS003" in found.stdout) == (1, True)


def test_a_reader_that_goes_away_is_no_error(report: Path) -> None:
    report.write_text("".join(f"{n}.甲\n" for n in range(3, 9999, 2)), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "govlint", report.name, "--output-format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_an_internal_error_is_one_line_and_the_rest_is_checked(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("坏.txt").write_text("机密", encoding="utf-8")

    def broken(facts: Facts, *rest: Any) -> list[Diagnostic]:
        if facts.document.source.name == "坏.txt":
            raise KeyError("机密")
        return lint_facts(facts, *rest)

    monkeypatch.setattr("govlint.engine.run.lint_facts", broken)
    assert main([report.name, "坏.txt", "--output-format", "json"]) == 2
    captured = capsys.readouterr()
    assert json.loads(captured.out)["summary"]["unreadable"] == 1
    assert "SEQ201" in captured.out
    assert captured.err.count("\n") == 1
    assert "坏.txt" in captured.err
    assert "KeyError" in captured.err
    assert "机密" not in captured.err, "what a draft says stays out of bug reports"


def test_an_interrupt_is_130(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "make_plan", interrupted)
    assert main([report.name]) == 130
    assert capsys.readouterr() == ("", "")


def test_output_is_written_whole_or_not_at_all(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = Path("结果.json")
    assert main([report.name, "-o", target.name, "--output-format", "json"]) == 1
    assert json.loads(target.read_text(encoding="utf-8"))["files"] == 1
    assert capsys.readouterr().out == ""
    before = target.read_bytes()
    assert main([report.name, "-o", target.name, "--select", "NIX"]) == 2
    assert target.read_bytes() == before
    assert main([report.name, "-o", "nowhere/x"]) == 2
    assert sorted(path.name for path in Path().iterdir()) == sorted([report.name, target.name])


def test_color(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main([report.name])
    assert "\x1b" not in capsys.readouterr().out
    main([report.name, "--color", "always"])
    assert "\x1b[31m错误" in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    main([report.name])
    assert "\x1b" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    main([report.name])
    assert "\x1b" not in capsys.readouterr().out


def test_output_format_of_the_environment(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GOVLINT_OUTPUT_FORMAT", "json")
    assert main([report.name]) == 1
    assert json.loads(capsys.readouterr().out)["files"] == 1
    monkeypatch.setenv("GOVLINT_OUTPUT_FORMAT", "xml")
    assert main([report.name]) == 2
    assert main([report.name, "--output-format", "concise"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["--year", "24"],
        ["--encoding", "hex"],
        ["--encoding", "utf-9"],
        ["--max-size", "0"],
        ["--fail-level", "eror"],
        ["--select"],
        ["--config", "nix.yaml"],
        ["--rules", "nix"],
    ],
)
def test_a_bad_option_is_2_and_says_so_in_chinese(
    report: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([report.name, *words]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("govlint: ")
    assert any("\u4e00" <= char <= "\u9fff" for char in captured.err)
    assert "invalid" not in captured.err
    assert "expected" not in captured.err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith("用法：govlint ")


def test_init_does_not_overwrite(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == 0
    assert main([report.name, "--select", "SEQ"]) == 1, "the template is a valid config"
    template = Path("govlint.yaml").read_text(encoding="utf-8")
    settings = [line[2:] for line in template.splitlines() if line[:4].rstrip() and line[0] == "#"]
    bare = [line for line in settings if not any("\u4e00" <= c <= "\u9fff" for c in line[:1])]
    assert {line.split(":")[0] for line in bare} >= {"year", "select", "ignore-text", "extends"}
    assert main(["init"]) == 2
    assert Path("govlint.yaml").read_text(encoding="utf-8") == template
    assert "没有改动" in capsys.readouterr().err


def test_a_mistake_need_not_wait_for_the_grammar() -> None:
    code = (
        "import sys; from govlint.cli.main import main; assert main(['--selct']) == 2;"
        "print(*(m for m in ('lark', 'yaml', 'json', 'importlib.metadata') if m in sys.modules))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=ENVIRONMENT
    )
    assert found.stdout.strip() == b""


def test_progress_leaves_nothing_behind() -> None:
    stream = io.StringIO()
    results = [FileResult(str(n), (), None) for n in range(30)]
    assert list(progress(results, len(results), stream)) == results
    assert stream.getvalue().rpartition("\r")[2] == ""


def test_tree_as_json(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tree", report.name, "--output-format", "json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert [section["mark"]["text"] for section in whole["sections"]] == ["一、", "三、"]
    assert whole["sections"][1]["offset"] == REPORT.index("三")


def test_public_names() -> None:
    import govlint

    names = {"Diagnostic", "Settings", "fix_text", "lint_path", "lint_text"}
    assert set(govlint.__all__) == names
    (found,) = govlint.lint_text(REPORT, govlint.Settings(select=("SEQ201",), isolated=True))
    assert isinstance(found, govlint.Diagnostic)
    assert (found.path, found.text) == ("-", "三、")
    assert govlint.fix_text(REPORT + "（一）、修路\n") == REPORT + "（一）修路\n"
    watermark = "本文来源：墨海范文网，转载请注明\n"
    assert govlint.fix_text(REPORT + watermark) == REPORT + watermark
    assert govlint.fix_text(REPORT + watermark, unsafe=True) == REPORT
