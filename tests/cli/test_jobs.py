"""What is said of many documents does not depend on how many processes look at them.

Each test is a process of its own: pytest has threads, and with them a fork is not safe.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from govlint.engine.plan import make_plan
from govlint.engine.processes import WORTH, how_many
from govlint.engine.settings import Settings

ENVIRONMENT = {"PYTHONPATH": str(Path(__file__).parents[2] / "linter"), "PATH": ""}
RUNS = """
import io, json, os, signal, sys
from contextlib import redirect_stderr, redirect_stdout
import govlint.engine.processes as processes
import govlint.engine.run as engine
from govlint.cli.main import main

def run(before, words):
    exec(before, globals())
    sys.stdin = io.TextIOWrapper(io.BytesIO("一、甲\\n三、乙\\n（一）、丙\\n".encode()))
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    err = io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(words)
    out.flush()
    return status, out.buffer.getvalue().decode(), err.getvalue()

for each in json.loads(sys.argv[1]):
    print(json.dumps(run(*each)))
"""
"""What a test process does: one command after the other, each with its preparations."""


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


def runs(*commands: tuple[str, list[str]]) -> list[Outcome]:
    """What becomes of each of ``commands``, of which the first half is code to run before it."""
    found = subprocess.run(
        [sys.executable, "-c", RUNS, json.dumps(commands)],
        capture_output=True,
        check=False,
        env=ENVIRONMENT,
    )
    assert found.stderr == b""
    return [Outcome(*json.loads(line)) for line in found.stdout.splitlines()]


def write(folder: Path, documents: dict[str, str | bytes]) -> None:
    for name, text in documents.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of everything: good, bad, long, broken, silenced, held against a table."""
    monkeypatch.chdir(tmp_path)
    good = "青山镇2024年工作总结\n一、工作回顾\n粮食产量3万吨。\n二、打算\n努力工作。\n"
    bad = good.replace("二、", "四、").replace("3万吨", "X万吨")
    write(
        tmp_path,
        {
            **{f"0{n}/好.txt": good.replace("青山", f"青山{n}") for n in range(4)},
            **{f"0{n}/差.txt": bad * (1 + n % 3) for n in range(4)},
            **{f"0{n}/改.md": f"（一）、修路{n}公里。\n（二）修桥。\n" for n in range(4)},
            "00/长.txt": "".join(f"{n}.甲\n" for n in range(3, 199, 2)),
            "01/乱.txt": b"\xff\x00\x81",
            "02/gbk.txt": bad.encode("gbk"),
            "03/空.txt": b"",
            "govlint.yaml": "reference: 数据.csv\nignore-text:\n"
            "  - {rule: SEQ201, text: 四、打算, reason: 一}\n"
            "  - {rule: SEQ201, text: 九、没有, reason: 二}\n",
            "数据.csv": "指标,时期,数值,单位\n粮食产量,2024年,4,万吨\n",
        },
    )
    return tmp_path


COMMANDS = [
    ["."],
    [".", "--output-format", "concise"],
    [".", "--output-format", "json"],
    ["02", "--statistics", "--fail-level", "never"],
    ["03", "-", "01/差.txt", "nowhere", "--output-format", "json"],
    ["fix", "-", "--diff", "00", "01"],
]
NUMBERS = ("1", "2", "auto")
BRAVE = "processes.WORTH = 1; processes._processors = lambda: 3"
JSON = ["--output-format", "json"]


@pytest.mark.usefixtures("drafts")
def test_any_number_of_processes_says_the_same() -> None:
    found = iter(runs(*((BRAVE, [*words, "-j", n]) for words in COMMANDS for n in NUMBERS)))
    by_format = [[next(found) for _ in NUMBERS] for _ in COMMANDS]
    for words, (one, *others) in zip(COMMANDS, by_format, strict=True):
        assert one.out, words
        assert all(other == one for other in others), words
    full, whole = by_format[0][0], json.loads(by_format[2][0].out)
    assert full.status == 1
    assert "“九、没有”" in full.out
    assert "“四、打算”" not in full.out, "which entry was of use is known where it was used"
    assert "对照表核对了" in full.out
    assert whole["summary"]["unreadable"] == 1
    order = [(each["path"], each["offset"] or 0, each["code"]) for each in whole["diagnostics"]]
    assert order == sorted(order)


def test_any_number_of_processes_fixes_the_same(drafts: Path) -> None:
    def texts(folder: Path) -> dict[Path, bytes]:
        return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}

    before = texts(drafts)
    copies = [drafts.with_name(f"{drafts.name}-{number}") for number in NUMBERS]
    for copy in copies:
        shutil.copytree(drafts, copy)
    commands = [(f"{BRAVE}; os.chdir({str(copy)!r})", ["fix", ".", "-j", number])
                for number, copy in zip(NUMBERS, copies, strict=True)]  # fmt: skip
    one, *others = runs(*commands)
    assert "改正了" in one.out
    assert all(other == one for other in others)
    assert all(texts(copy) == texts(copies[0]) != before for copy in copies)


@pytest.mark.usefixtures("drafts")
def test_a_process_can_start_from_scratch() -> None:
    """As on Windows and macOS; few files need none."""
    spawn = "assert 'multiprocessing' not in sys.modules\n"
    spawn += "import govlint.engine.pool as pool; pool.start_method = lambda: 'spawn'"
    one, two = runs(("", [".", *JSON]), (spawn, [".", *JSON, "-j", "2"]))
    assert one == two


FAILS = """
lint = engine.lint_facts

def lint_facts(facts, *rest):
    if facts.document.source.name.endswith("02/好.txt"):
        fail()
    return lint(facts, *rest)

def fail():
    raise KeyError

engine.lint_facts = lint_facts
"""


@pytest.mark.usefixtures("drafts")
@pytest.mark.skipif(os.name == "nt", reason="there are no signals")
def test_a_document_on_which_a_process_fails_is_lost_alone() -> None:
    words = ["02", "03", *JSON, "-j"]
    one, two, killed = runs(
        (FAILS, [*words, "1"]),
        ("", [*words, "2"]),
        ("fail = lambda: os.kill(os.getpid(), signal.SIGKILL)", [*words, "2"]),
    )
    assert one == two
    assert one.status == 2
    assert "KeyError" in one.err
    assert json.loads(one.out)["summary"]["unreadable"] == 1
    assert killed[:2] == one[:2]
    for outcome in (one, killed):
        assert "02/好.txt" in outcome.err
        assert outcome.err.count("\n") == 1
    assert "-9" in killed.err


@pytest.mark.usefixtures("drafts")
@pytest.mark.skipif(os.name == "nt", reason="nothing is forked there")
def test_where_no_process_can_start_this_one_does_it_all() -> None:
    refuse = """
def fork():
    raise BlockingIOError
before, os.fork = os.fork, fork
"""
    die = """
os.fork = before
import govlint.engine.pool as pool
pool.start_method = lambda: "spawn"
pool.dumps = lambda _: b"no pickle"
"""
    words = ["02", "03", *JSON, "-j"]
    one, *others = runs(("", [*words, "1"]), (refuse, [*words, "2"]), (die, [*words, "2"]))
    assert others == [one, one]


@pytest.fixture
def busy(drafts: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A run of ``fix`` with two processes, one of them for ever at a document."""
    assert Path.cwd() == drafts
    sleep = "open('begun', 'w').close(); import time; time.sleep(600)"
    begin = RUNS.partition("def run(")[0]
    # a shell that runs tests behind itself has interrupts ignored, which is inherited
    begin += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    code = f"{begin}{FAILS}\ndef fail():\n    {sleep}\nfrom govlint.cli.main import run; run()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "fix", ".", "-j", "2", "-o", "结果.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        start_new_session=True,
    ) as process:
        while not Path("begun").exists():
            assert process.poll() is None
        yield process


@pytest.mark.skipif(os.name == "nt", reason="there are no signals")
@pytest.mark.parametrize("send", ["kill", "killpg"])
def test_an_interrupt_leaves_nothing_behind(
    drafts: Path, busy: subprocess.Popen[bytes], send: str
) -> None:
    getattr(os, send)(busy.pid, signal.SIGINT)
    assert busy.communicate(timeout=60) == (b"", b"")
    assert busy.returncode == 130
    with pytest.raises(ProcessLookupError):
        os.killpg(busy.pid, 0)  # nobody of the group is left
    names = {path.name for path in drafts.rglob("*") if path.is_file()}
    assert not [name for name in names if name.endswith(".part")]
    assert "结果.txt" not in names
    for path in drafts.rglob("改.md"):
        assert path.read_text(encoding="utf-8").count("\n") == 2


def test_how_many(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_bytes(b"")
    jobs = make_plan([str(tmp_path)], Settings(isolated=True)).jobs
    assert how_many(jobs, None, writes=False) == 1
    assert how_many(jobs, 2, writes=True) == 2
    assert how_many(jobs, 9, writes=True) == 3
    assert how_many(jobs[:1], 9, writes=True) == 1
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(2 * WORTH)
    assert how_many(jobs, None, writes=False) == min(2, os.cpu_count() or 1)
    (tmp_path / "b.txt").unlink()
    (tmp_path / "b.txt").hardlink_to(tmp_path / "a.txt")
    assert how_many(jobs, 2, writes=False) == 2
    assert how_many(jobs, 2, writes=True) == 1, "the second name finds the file fixed"
