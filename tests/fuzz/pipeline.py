"""One document through everything that govlint does with it: what must hold for any bytes.

It goes through the command line, in this process, so that nothing between the bytes of a file and
the bytes of an output is left out.
"""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

from govlint.cli.main import main

FORMATS = ("full", "concise", "json")
VARIANTS = (
    ("--lang", "en"),
    ("--profile", "strict"),
    ("--profile", "submission", "--statistics"),
    ("--diff", "--unsafe-fixes"),
)


def run(*words: str) -> tuple[int, bytes]:
    """The exit status of a command line and what it prints. Nothing it does may raise."""
    printed, told = io.BytesIO(), io.BytesIO()
    out, err = (io.TextIOWrapper(each, "utf-8", write_through=True) for each in (printed, told))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main([*words, "--isolated"])
    assert b"Traceback" not in told.getvalue(), told.getvalue().decode(errors="replace")
    return status, printed.getvalue()


def check_everything(data: bytes, folder: Path, suffix: str = ".txt") -> None:
    """Check, print and fix ``data``; AssertionError where something that is promised fails."""
    path = folder / f"draft{suffix}"
    path.write_bytes(data)
    name = str(path)
    for shown in FORMATS:
        status, printed = run("check", name, "--output-format", shown)
        assert status in {0, 1}
        if shown == "json":
            _check_json(json.loads(printed), status)
    for words in VARIANTS:
        status, _ = run("check", name, *words)
        assert status in {0, 1}
    assert path.read_bytes() == data, "checking changed the file"
    _check_fix(path)


def _check_json(report: dict[str, object], status: int) -> None:
    found = report["diagnostics"]
    assert isinstance(found, list)
    assert report["files"] == 1
    fails = any(d["severity"] == "error" for d in found)
    assert (status == 1) == fails
    assert len({d["fingerprint"] for d in found}) == len(found)
    for d in found:
        assert d["message"]
        if d["offset"] is not None:
            assert 0 <= d["offset"] <= d["end_offset"]
            assert len(d["text"]) == d["end_offset"] - d["offset"]
            assert (d["line"], d["column"]) <= (d["end_line"], d["end_column"])


def _check_fix(path: Path) -> None:
    """Fixing twice is fixing once, safely and not. A file whose encoding has no room for what a
    fix would write is left alone, and that is said (2)."""
    for unsafe in ((), ("--unsafe-fixes",)):
        before = path.read_bytes()
        status, _ = run("fix", str(path), *unsafe)
        once = path.read_bytes()
        assert status in {0, 1} or (status, once) == (2, before), "neither fixed nor left alone"
        again, _ = run("fix", str(path), *unsafe)
        assert (again == 2) == (status == 2)
        assert path.read_bytes() == once, "fixing again changed more"
    assert sorted(path.parent.iterdir()) == [path], "something is left beside the file"
