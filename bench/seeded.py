"""Seeded faults: known faults and correct look-alikes put into clean documents, what is found.

    python bench/seeded.py FOLDER [--cases 30] [--class NAME …] [--show N] [--seed N]

Each is put into documents of the corpus (see ``corpus.py``) at a known place. A fault is found if
a finding that the document did not have before, of a rule that may report it, lies there. A
look-alike is a false alarm if any error or warning is new, or any question of its own rules. What
is drawn by chance is drawn by ``--seed``, which is printed, so that a run can be had again.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus import default_rules, read_corpus
from seeding.classes import all_classes
from seeding.score import Base, Outcome, make_base, run_class
from seeding.seed import SeedClass

from govlint.ruleset.rule import Rule

RECENT = 2020
"""Names of organs and fixed expressions are judged by the year of the document; a report of 2019
tells of 2018, in which most of the organs were renamed."""


def clean_documents(folder: Path, rules: tuple[Rule, ...], most: int) -> list[Base]:
    """The shortest recent documents in which next to nothing is found."""
    texts = sorted(
        (t for t in read_corpus(folder) if t.counted and t.year >= RECENT),
        key=lambda t: (len(t.text), t.name),
    )
    bases: list[Base] = []
    for text in texts:
        base = make_base(text.name, text.text.replace("\r\n", "\n"), rules)
        if len(base.known) <= 3 and len(bases) < most:
            bases.append(base)
    return bases


def main(arguments: list[str]) -> int:
    """Seed, lint, print recall and false alarms by class."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=30, help="faults, and look-alikes, a class")
    parser.add_argument("--documents", type=int, default=25)
    parser.add_argument("--class", dest="classes", action="append", default=[])
    parser.add_argument("--show", type=int, default=0, help="misses and false alarms a class")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    rules = default_rules([])
    bases = clean_documents(options.folder, rules, options.documents)
    print(f"seed {options.seed}, {len(bases)} documents, {options.cases} a class\n")
    print("| class | group | found | recall | look-alikes | false | elsewhere |")
    print("|---|---|--:|--:|--:|--:|--:|")
    total = Counter[str]()
    shown: list[str] = []
    for chosen in all_classes():
        if options.classes and not chosen.name.startswith(tuple(options.classes)):
            continue
        outcomes = list(run_class(chosen, bases, rules, options.cases, options.seed))
        counts = count(outcomes)
        print(row(chosen, counts), flush=True)
        total += counts
        shown += list(show(chosen, outcomes))[: options.show]
    print(row(SeedClass("all", "", (), ()), total))
    print("\n".join(["", *shown]))
    return 0


def count(outcomes: list[tuple[bool, Outcome]]) -> Counter[str]:
    """What of a class was found, and what was found besides."""
    counts = Counter[str]()
    for wrong, outcome in outcomes:
        counts["wrong" if wrong else "right"] += 1
        counts["hit"] += wrong and outcome.hit
        counts["elsewhere"] += wrong and bool(outcome.stray)
        counts["false"] += not wrong and bool(outcome.stray)
    return counts


def row(chosen: SeedClass, counts: Counter[str]) -> str:
    """A line of the table."""
    hit, wrong = counts["hit"], counts["wrong"]
    recall = f"{hit / wrong:.3f}" if wrong else "–"
    return (
        f"| {chosen.name} | {chosen.group} | {hit}/{wrong} | {recall} | {counts['right']} "
        f"| {counts['false']} | {counts['elsewhere']} |"
    )


def show(chosen: SeedClass, outcomes: list[tuple[bool, Outcome]]) -> Iterator[str]:
    """What was missed and what was found wrongly, with the text around it."""
    for wrong, outcome in outcomes:
        if wrong and not outcome.hit:
            start, end = outcome.seed.places[0]
            yield f"missed {chosen.name}: {_window(outcome.seed.text, start, end)}"
        for d in outcome.stray:
            start, end = d.span or (0, 0)
            kind = "elsewhere" if wrong else "false"
            text = _window(outcome.seed.text, start, end)
            yield f"{kind} {chosen.name}: {d.code} {d.severity} {text} | {d.message}"


def _window(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    return f"{before}⟦{text[start:end]}⟧{after}".replace("\n", "⏎")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
