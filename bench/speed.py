"""How long a report takes, as ratios that hold on any machine.

    python bench/speed.py FILE …

Two ratios, each the median of runs that alternate with what they are compared with, because a
machine's speed changes from one second to the next:

- cold: ``govlint FILE``, the whole process, to ``python -c pass``, in processor time. Measured
  with the govlint that this Python runs; only an installed wheel has the prebuilt tables.
- throughput: linting all FILEs in one process, to AutoCorrect (``pip install autocorrect-py``)
  linting the same texts; left out where that is not installed.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from corpus import default_rules

from govlint.engine.lint import lint_document
from govlint.text.decode import decode
from govlint.text.document import Document
from govlint.text.source import Source


def processor_time(command: list[str]) -> float:
    """Seconds of processor that a process and its children take, whatever it returns."""
    before = os.times()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = os.times()
    return (after[2] + after[3]) - (before[2] + before[3])


def ratio(one: Callable[[], float], other: Callable[[], float], runs: int) -> float:
    """The median of one / other over ``runs`` pairs."""
    return statistics.median(one() / max(other(), 1e-6) for _ in range(runs))


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=21)
    options = parser.parse_args(arguments)
    texts = [decode(path.read_bytes()).text for path in options.files]
    size = sum(len(text.encode()) for text in texts)

    govlint = [sys.executable, "-m", "govlint", "check", str(options.files[0])]
    nothing = [sys.executable, "-c", "pass"]
    cold = ratio(lambda: processor_time(govlint), lambda: processor_time(nothing), options.runs)
    print(f"cold: {cold:.1f} times python -c pass")

    rules = default_rules([])

    def lint() -> None:
        for text in texts:
            lint_document(Document(Source("bench", text)), rules)

    gc.set_threshold(100_000)  # as the program does
    lint()
    best = min(_timed(lint) for _ in range(options.runs))
    print(f"throughput: {size / best / 1e6:.2f} MB of UTF-8 a second")
    try:
        import autocorrect_py
    except ImportError:
        print("throughput against AutoCorrect: pip install autocorrect-py to have it")
        return 0

    def autocorrect() -> None:
        for text in texts:
            autocorrect_py.lint_for(text, "report.txt")

    autocorrect()
    against = ratio(lambda: _timed(autocorrect), lambda: _timed(lint), options.runs)
    print(f"throughput: {against:.2f} times AutoCorrect's")
    return 0


if __name__ == "__main__":
    sys.exit(main())
