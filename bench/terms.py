"""What a table of words costs, as a ratio within one run.

    python bench/terms.py [--terms N] FILE …

Linting all FILEs with the default rules and a table of N words more, to linting them without it.
The words are drawn from jieba's dictionary by seed, those that are rarely met, as the words of a
table are; half of them are common characters put together anew.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import time
from pathlib import Path

from corpus import default_rules

from govlint.checks.base import Table
from govlint.checks.wording import terms
from govlint.engine.lint import lint_document
from govlint.facts.lexicon import dictionary
from govlint.facts.terms import Term, table_of
from govlint.ruleset.rarity import share
from govlint.ruleset.rule import Rule
from govlint.text.decode import decode
from govlint.text.document import Document
from govlint.text.source import Source


def table(size: int) -> tuple[str, str, str]:
    """``size`` words as a table."""
    chosen = random.Random(1)
    words = [
        cells[0]
        for line in bytes(dictionary()).decode().splitlines()
        if 2 <= len((cells := line.split(" "))[0]) <= 5 and int(cells[1]) < 20
    ]
    wrongs = chosen.sample(words, size)
    for number in range(0, size, 2):
        first, second = chosen.sample(wrongs[number], 1), chosen.sample(wrongs[number - 1], 1)
        wrongs[number] = "".join(first + second)
    return table_of([_term(wrong) for wrong in dict.fromkeys(wrongs)])


def _term(wrong: str) -> Term:
    offset = min(range(len(wrong) - 1), key=lambda i: share(wrong[i : i + 2]))
    return Term(1, offset, wrong, (wrong[::-1],), "", "", "", 0, 0, "")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--terms", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    texts = [decode(path.read_bytes()).text for path in options.files]
    rules = default_rules([])
    like = next(rule for rule in rules if rule.kind == "terms")
    body = like.body._replace(params=terms.Params(Table(table(options.terms))))
    extra = like._replace(id="OWN999", body=body)
    without = tuple(rule for rule in rules if rule.kind != "terms")
    sets: dict[str, tuple[Rule, ...]] = {
        "none": without,
        "built-in": rules,
        "built-in and more": (*rules, extra),
    }
    found = {name: sum(len(_lint(text, chosen)) for text in texts) for name, chosen in sets.items()}
    times: dict[str, list[float]] = {name: [] for name in sets}
    gc.set_threshold(250_000)  # as the program does
    for _ in range(options.runs):
        for name, chosen in sets.items():
            start = time.process_time()
            for text in texts:
                _lint(text, chosen)
            times[name].append(time.process_time() - start)
    base = times["built-in"]
    for name, taken in times.items():
        ratio = statistics.median(a / b for a, b in zip(taken, base, strict=True))
        print(f"tables: {name}: {ratio:.3f} times the built-in ones, {found[name]} findings")
    return 0


def _lint(text: str, rules: tuple[Rule, ...]) -> list[object]:
    return list(lint_document(Document(Source("bench", text)), rules))


if __name__ == "__main__":
    sys.exit(main())
