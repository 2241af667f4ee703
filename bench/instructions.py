"""How many instructions runs take: a count that is the same on a busy machine and on an idle one.

    python bench/instructions.py [--check | --accept]

Counted by valgrind (``apt-get install valgrind``) for whole processes of the govlint that this
Python runs; only an installed wheel has the prebuilt tables, without which the start takes many
times as long. Printed, each as a multiple of what ``python -c pass`` takes, which evens out how
Python was built:

- start: a file of two lines;
- report: ``seeds/clean.txt``;
- half-width: ``seeds/marks-and-numbers.txt``, which has many findings, as JSON;
- text: all the samples of ``seeds/``, some 20,000 characters as one document, beyond what next to
  nothing takes, for 1,000 characters of it: throughput, which a start would hide;
- growth: how many times the work of 20,000 characters of reports that of 80,000 is (no multiple of
  anything).

``--check`` fails where a figure is more than ``margin`` above what ``instructions.json`` has for
this build of Python, or where growth is above 4.4; it says SKIPPED where there is no valgrind, and
holds growth alone where nothing was accepted for this build: two builds of one version differ by an
eighth, by how their compiler was told to optimise. ``--accept`` writes down what is counted now.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ACCEPTED = Path(__file__).with_name("instructions.json")
GROWTH_LIMIT = 4.4
_SEEDS = Path(__file__).parent.parent / "seeds"
_COUNTED = re.compile(r"I +refs: +([\d,]+)")
_VALGRIND = shutil.which("valgrind")
_OPTIONS = ("--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={os.devnull}")
_SMALL = 20_000
_TWO_LINES = "关于春耕备耕工作的情况汇报\n全镇春耕备耕工作进展顺利。\n"


class CountFault(Exception):
    """valgrind, or what ran in it, has failed; the argument says how."""


def can_count() -> bool:
    """Whether instructions can be counted on this machine."""
    return _VALGRIND is not None


def instructions(arguments: list[str]) -> int:
    """How many a Python with ``arguments`` takes, whatever it finds. Raises CountFault."""
    assert _VALGRIND is not None, "ask can_count"
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [_VALGRIND, *_OPTIONS, sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment,
        check=False,
    )
    told = done.stderr.decode(errors="replace")
    counted = _COUNTED.search(told)
    if counted is None or done.returncode not in (0, 1):  # 1: it has found something
        raise CountFault(f"status {done.returncode}: {told[-500:]}")
    return int(counted[1].replace(",", ""))


def checking(path: Path, *options: str) -> int:
    """The instructions of ``govlint check`` on one file."""
    return instructions(["-m", "govlint", "check", "--isolated", *options, str(path)])


def text_work(text: str, nothing: int) -> int:
    """Those that ``text`` costs beyond ``nothing``, which a file of one line takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "draft.txt")
        path.write_text(text, encoding="utf-8", newline="")
        return max(1, checking(path) - nothing)


def nothing() -> int:
    """What a run takes on next to no text, all its rules loaded."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "draft.txt")
        path.write_text("好\n", encoding="utf-8")
        checking(path)  # compiles what has not been compiled
        return checking(path)


def samples() -> str:
    """The samples one below the other; one of them is in GBK."""
    texts = []
    for path in sorted(_SEEDS.glob("*.txt")):
        data = path.read_bytes()
        try:
            texts.append(data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            texts.append(data.decode("gb18030"))
    return "\n".join(texts)


def measure() -> dict[str, float]:
    """All figures, by name."""
    base = nothing()
    alone = instructions(["-c", "pass"])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "draft.txt")
        path.write_text(_TWO_LINES, encoding="utf-8")
        start = checking(path)
    report = (_SEEDS / "clean.txt").read_text(encoding="utf-8")
    many = report * (4 * _SMALL // len(report) + 1)
    various = samples()
    return {
        "start": round(start / alone, 2),
        "report": round(checking(_SEEDS / "clean.txt") / alone, 2),
        "half-width": round(
            checking(_SEEDS / "marks-and-numbers.txt", "--output-format", "json") / alone, 2
        ),
        "text": round(text_work(various, base) / len(various) * 1000 / alone, 3),
        "growth": round(text_work(many[: 4 * _SMALL], base) / text_work(many[:_SMALL], base), 2),
    }


def slips(now: dict[str, float], accepted: dict[str, float], margin: float) -> list[str]:
    """What of ``now`` is more than ``margin`` (a share) above what was accepted, in words."""
    told = []
    for name, figure in now.items():
        if name == "growth":
            if figure > GROWTH_LIMIT:
                told.append(
                    f"growth: {figure} times the work for four times the text; "
                    f"at most {GROWTH_LIMIT} is allowed"
                )
        elif name not in accepted:
            told.append(f"{name}: nothing was accepted; see --accept")
        elif figure > accepted[name] * (1 + margin):
            more = figure / accepted[name] - 1
            told.append(
                f"{name}: {figure} times python -c pass, {more:.0%} above the accepted "
                f"{accepted[name]}; {margin:.0%} more is allowed"
            )
    return told


def build() -> str:
    """The build of this Python, as far as it says."""
    told = platform.python_version(), platform.python_compiler(), platform.machine()
    return " ".join(told)


def _read() -> tuple[float, dict[str, dict[str, float]]]:
    """The margin, and what was accepted by build of Python."""
    data = json.loads(ACCEPTED.read_text(encoding="utf-8"))
    return data["margin"], data["accepted"]


def main(arguments: list[str]) -> int:
    """Count, and print, compare or write down."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--check", action="store_true", help="fail where a figure has slipped")
    action.add_argument("--accept", action="store_true", help="write down what is counted now")
    options = parser.parse_args(arguments)
    if not can_count():
        print("SKIPPED: instructions are counted by valgrind, which is not installed")
        return 0
    margin, accepted = _read()
    now = measure()
    for name, figure in now.items():
        print(f"{figure:8.2f}  {name}")
    if options.accept:
        accepted[build()] = {name: figure for name, figure in now.items() if name != "growth"}
        data = {"margin": margin, "accepted": dict(sorted(accepted.items()))}
        ACCEPTED.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    if options.check and build() not in accepted:
        print(f"SKIPPED all but growth: nothing was accepted for Python {build()}; see --accept")
        now = {"growth": now["growth"]}
    told = slips(now, accepted.get(build(), {}), margin) if options.check else []
    for line in told:
        print(line)
    return int(bool(told))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
