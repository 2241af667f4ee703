"""Seeded relations: figures that agree, or do not, set into clean documents.

    python bench/relations.py FOLDER [--each 18] [--show]

Of every kind so many are made, in wordings that stand in no rule's example; of half of them the
stated figure is changed by more than rounding can explain (seeding/relations.txt, .py). A passage
becomes a paragraph of a document of the corpus (see ``corpus.py``). Printed are, by kind, how many
of the wrong ones are reported at their place, and of how many of the right ones anything is. The
wordings were written by those who wrote the rules: what strangers write is measured by
``blind.py``.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path
from typing import NamedTuple

from blind import unmark
from corpus import Text, default_rules, read_corpus
from seeding.relations import Relation, read_relations

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.engine.lint import lint_document
from govlint.ruleset.rule import Rule
from govlint.text.document import Document
from govlint.text.source import Source


class Tally(NamedTuple):
    """Of ``wrong`` passages ``found``, of ``right`` ones ``false`` reported."""

    wrong: int
    found: int
    right: int
    false: int


def _own(found: list[Diagnostic], start: int, end: int) -> list[Diagnostic]:
    """What was found in a passage, counts of headings and the like left out."""
    return [d for d in found if d.span and d.code[:3] == "FIG" and start <= d.span.start < end]


def judge(
    passage: str, text: Text, rules: tuple[Rule, ...], draw: random.Random
) -> tuple[bool, bool]:
    """Whether the place of ``passage`` is reported as a paragraph of ``text``, and whether
    anything in it is at warning or above."""
    plain, [(first, last)] = unmark(passage)
    lines = text.text.split("\n")
    number = draw.randrange(len(lines))
    start = sum(len(line) + 1 for line in lines[:number])
    whole = "\n".join((*lines[:number], plain, *lines[number:]))
    found = _own(
        list(lint_document(Document(Source(text.name, whole)), rules)), start, start + len(plain)
    )
    hit = any(d.span and d.span.start < start + last and start + first < d.span.end for d in found)
    return hit, any(d.severity != "info" for d in found)


def measure(
    relation: Relation, each: int, texts: list[Text], rules: tuple[Rule, ...], *, show: bool
) -> Tally:
    """Make ``each`` passages of a kind, every other one wrong."""
    draw = random.Random(relation.name)
    found = false = 0
    for number in range(each):
        wrong = number % 2 == 0
        passage = relation.passage(draw, wrong=wrong)
        hit, loud = judge(passage, draw.choice(texts), rules, draw)
        found += wrong and hit
        false += not wrong and loud
        if show and hit is not wrong:
            print(f"{'MISSED' if wrong else 'FALSE'} {relation.name}: {passage}")
    return Tally((each + 1) // 2, found, each // 2, false)


def main(arguments: list[str]) -> int:
    """Print what is found by kind."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", type=int, default=18)
    parser.add_argument("--show", action="store_true", help="print what was missed")
    options = parser.parse_args(arguments)
    rules = default_rules(["FIG"])
    texts = [text for text in read_corpus(options.folder) if text.counted]
    tallies = [
        (relation.name, measure(relation, options.each, texts, rules, show=options.show))
        for relation in read_relations()
    ]
    for name, tally in tallies:
        print(f"{name:14} found {tally.found}/{tally.wrong}, false {tally.false}/{tally.right}")
    sums = [sum(column) for column in zip(*(tally for _, tally in tallies), strict=True)]
    print(
        f"all: found {sums[1]}/{sums[0]} {sums[1] / sums[0]:.3f}, "
        f"false {sums[3]}/{sums[2]} {sums[3] / sums[2]:.3f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
