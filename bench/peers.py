"""How long govlint takes beside other tools, whole processes on the same files, in one run.

    python bench/peers.py FILE … [--tools FOLDER] [--runs N]

FOLDER is where ``npm install autocorrect-node zhlint textlint textlint-rule-preset-ja-spacing
textlint-rule-zh-half-and-full-width-bracket`` was run; yamllint and autocorrect-py are looked for
in the Python that runs this. What is not there is left out, with a word. Run it with the Python of
an installed wheel: a checkout compiles its rules at every start.

The processes take turns, a lap at a time, and every figure is the median of the laps' ratios to
govlint: the speed of a machine changes from one second to the next, and the ratio much less. None
of the others reads outlines, counts, figures or placeholders; what they do look at differs, so a
ratio says what a user waits for and not who is the better programmer.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from speed import processor_time

_AUTOCORRECT = (
    "import sys, autocorrect_py as a\n"
    "for p in sys.argv[1:]:\n"
    "    try: a.lint_for(open(p, encoding='utf-8').read(), 'report.txt')\n"
    "    except ValueError: pass\n"  # it gives up on some texts: call limit reached
)


def commands(files: list[str], tools: Path | None) -> dict[str, list[str]]:
    """What to run for each tool that is there, govlint first, on Markdown copies ``files``."""
    found = {"govlint": [sys.executable, "-m", "govlint", "check", "--isolated", "-q", *files]}
    if importlib.util.find_spec("autocorrect_py"):
        found["autocorrect-py"] = [sys.executable, "-c", _AUTOCORRECT, *files]
    binaries = tools / "node_modules" / ".bin" if tools else Path()
    offered = {
        "autocorrect-node": ["autocorrect", "--lint", "--format", "json", "--threads", "1"],
        "zhlint": ["zhlint"],
        "textlint": [
            "textlint", "--no-textlintrc", "--rule", "zh-half-and-full-width-bracket",
            "--rule", "preset-ja-spacing",
        ],
    }  # fmt: skip
    for name, (binary, *options) in offered.items():
        path = shutil.which(binary, path=str(binaries)) if tools else None
        if path:
            found[name] = [path, *options, *files]
    return found


def start_only() -> dict[str, list[str]]:
    """What only starts: the bare interpreter, and yamllint on two lines."""
    found = {"python -c pass": [sys.executable, "-c", "pass"]}
    if importlib.util.find_spec("yamllint"):
        found["yamllint, two lines"] = [sys.executable, "-m", "yamllint", "two.yaml"]
    return found


def compare(processes: dict[str, list[str]], runs: int) -> dict[str, float]:
    """The median ratio of each process's processor time to the first one's; one lap is not
    counted, since it fills the caches."""
    laps = [
        {name: processor_time(command) for name, command in processes.items()}
        for _ in range(runs + 1)
    ]
    first = next(iter(processes))
    return {
        name: statistics.median(lap[name] / max(lap[first], 1e-6) for lap in laps[1:])
        for name in processes
    }


def _copies(files: list[Path], folder: str) -> list[str]:
    """The files as UTF-8 Markdown, which every tool reads."""
    copies = []
    for number, path in enumerate(files):
        copy = Path(folder) / f"{number}.md"
        copy.write_text(path.read_text(encoding="utf-8-sig"), encoding="utf-8", newline="\n")
        copies.append(str(copy))
    (Path(folder) / "two.yaml").write_text("---\na: 1\n", encoding="utf-8")
    return copies


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, help="reports in UTF-8")
    parser.add_argument("--tools", type=Path, help="the folder that has node_modules")
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args(arguments)
    tools = options.tools.resolve() if options.tools else None
    with tempfile.TemporaryDirectory() as folder:
        copies = _copies(options.files, folder)
        os.chdir(folder)
        one = compare({**commands(copies[:1], tools), **start_only()}, options.runs)
        print("one report, cold; processor time as a multiple of govlint's")
        for name, ratio in one.items():
            print(f"  {name:22} {ratio:7.2f}")
        if len(copies) > 1:
            many = compare(commands(copies, tools), options.runs)
            print(f"all {len(copies)} reports in one process")
            for name, ratio in many.items():
                print(f"  {name:22} {ratio:7.2f}")
    for name in ("autocorrect-py", "autocorrect-node", "zhlint", "textlint"):
        if name not in one:
            print(f"left out, since it is not installed: {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
