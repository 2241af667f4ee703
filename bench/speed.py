"""How long reports take, as ratios that hold on any machine.

    python bench/speed.py [--runs N] [--rule CODE …] FILE|FOLDER …

Each ratio is the median of runs that alternate with what they are compared with, because a
machine's speed changes from one second to the next:

- cold: ``govlint FILE``, the whole process, to ``python -c pass``, in processor time, of the first
  file. Measured with the govlint that this Python runs; only an installed wheel has the prebuilt
  tables.
- memory: the most that one process took that checks all files, and ``python -c pass``.
- throughput: linting all texts in one process, to AutoCorrect (``pip install autocorrect-py``)
  linting the same, text by text in turn; left out where that is not installed. Beside the ratio of
  all together stands that of the median text and of the slowest: one kind of document can hide
  another. What AutoCorrect refuses is left out on both sides, and named.

``--rule`` takes the rules of the default profile whose code begins so, for throughput alone.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import NamedTuple

from corpus import default_rules

from govlint.engine.files import find_files
from govlint.engine.lint import lint_document
from govlint.text.decode import DecodeFault, decode
from govlint.text.document import Document
from govlint.text.source import Source

_NOTHING = [sys.executable, "-c", "pass"]
_CHECK = [sys.executable, "-m", "govlint", "check", "--isolated"]


class Text(NamedTuple):
    """What one file holds; ``path`` as it was found."""

    path: str
    text: str


def processor_time(command: list[str]) -> float:
    """Seconds of processor that a process and its children take, whatever it returns."""
    before = os.times()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = os.times()
    return (after[2] + after[3]) - (before[2] + before[3])


def peak_memory(command: list[str]) -> float:
    """MiB that a process held at most. Not on Windows."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / (1 << 20)


def read(paths: list[str]) -> list[Text]:
    """The texts of files and folders, without those that are none."""
    found = []
    for target in find_files(paths).targets:
        with open(target.path, "rb") as file:
            try:
                found.append(Text(target.path, decode(file.read()).text))
            except DecodeFault:
                print(f"left out: {target.shown}, which cannot be decoded")
    return found


def timed(work: Callable[[str], object], text: str) -> float:
    """Seconds of processor that ``work`` takes for ``text``."""
    start = time.process_time()
    work(text)
    return max(time.process_time() - start, 1e-6)


def peer() -> Callable[[str], object] | None:
    """What AutoCorrect does with a text, where it is installed."""
    try:
        from autocorrect_py import lint_for
    except ImportError:
        return None
    return lambda text: lint_for(text, "report.txt")


def measured(
    texts: list[Text], lint: Callable[[str], object], other: Callable[[str], object], runs: int
) -> dict[Text, list[tuple[float, float]]]:
    """The seconds of both for each text, a pair a run, without the texts that ``other`` refuses,
    be it in one run only."""
    found: dict[Text, list[tuple[float, float]]] = {each: [] for each in texts}
    for _ in range(runs):
        for each in list(found):
            ours = timed(lint, each.text)
            try:
                found[each].append((ours, timed(other, each.text)))
            except ValueError as error:
                why = str(error).strip().rpartition("\n")[2].strip(" =")
                print(f"left out: {each.path}, which AutoCorrect refuses ({why})")
                del found[each]
    return found


def throughput(texts: list[Text], codes: list[str], runs: int) -> None:
    """Print how fast the texts are linted, and how fast to AutoCorrect."""
    rules = default_rules(codes)

    def lint(text: str) -> object:
        return lint_document(Document(Source("bench", text)), rules)

    gc.set_threshold(250_000)  # as the program does
    for each in texts:
        lint(each.text)
    other = peer()
    found = measured(texts, lint, other or (lambda _: None), runs)
    if not found:
        return
    size = sum(len(each.text.encode()) for each in found)
    together = [
        tuple(map(sum, zip(*run, strict=True))) for run in zip(*found.values(), strict=True)
    ]
    print(f"{len(found)} texts, {len(rules)} rules")
    print(f"throughput: {size / median(a for a, _ in together) / 1e6:.2f} MB of UTF-8 a second")
    if other is None:
        print("throughput against AutoCorrect: pip install autocorrect-py to have it")
        return
    ratios = {each: median(b / a for a, b in pairs) for each, pairs in found.items()}
    slowest = min(ratios, key=ratios.__getitem__)
    print(f"throughput: {median(b / a for a, b in together):.2f} times AutoCorrect's")
    print(f"  the median text: {median(ratios.values()):.2f}")
    print(f"  the slowest: {ratios[slowest]:.2f}, {slowest.path}")


def main(arguments: list[str] | None = None) -> int:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="+", metavar="FILE|FOLDER")
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--rule", action="append", default=[], metavar="CODE")
    options = parser.parse_args(arguments)
    texts = read(options.paths)
    if not texts:
        print("nothing to read", file=sys.stderr)
        return 2
    first = [*_CHECK, texts[0].path]
    cold = median(
        processor_time(first) / max(processor_time(_NOTHING), 1e-6) for _ in range(options.runs)
    )
    print(f"cold: {cold:.1f} times python -c pass")
    most = peak_memory([*_CHECK, "-j", "1", *options.paths])
    print(f"memory: {most:.0f} MiB, python -c pass {peak_memory(_NOTHING):.0f} MiB")
    throughput(texts, options.rule, options.runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
