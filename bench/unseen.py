"""What is found of the texts in ``unseen/``, and the check that it does not become less.

    python bench/unseen.py [--check | --accept]

The passages and drafts there were written by people who had not seen the rules (see
``unseen/README.md``). Printed are, by set, how many of the faults are found and how many false
alarms there are. ``--check`` fails where a set shows fewer faults found or more false alarms than
``unseen/accepted.json`` has, which ``--accept`` writes anew.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from blind import judge, read_entries
from corpus import default_rules
from whole_drafts import read_drafts

from govlint.ruleset.rule import Rule

FOLDER = Path(__file__).with_name("unseen")
ACCEPTED = FOLDER / "accepted.json"


class Score(NamedTuple):
    """How many of ``faults`` are found, and the false alarms: right passages of which something
    is said, or places in drafts. A finding of ``info`` finds a fault; it is never false."""

    found: int
    faults: int
    false: int


def measure(rules: tuple[Rule, ...]) -> Iterator[tuple[str, Score]]:
    """The sets in ``unseen/``, each with its score."""
    for path in sorted((FOLDER / "passages").glob("*.jsonl")):
        outcomes = [judge(entry, rules) for entry in read_entries(path)]
        found = sum(outcome.found is not None for outcome in outcomes)
        false = sum(bool(outcome.alarms) for outcome in outcomes)
        yield path.stem, Score(found, len(outcomes), false)
    for folder in sorted(path for path in (FOLDER / "drafts").iterdir() if path.is_dir()):
        drafts = list(read_drafts(folder, rules))
        found = sum(len(draft.found) for draft in drafts)
        missed = sum(len(draft.missed) for draft in drafts)
        false = sum(len(draft.alarms) for draft in drafts)
        yield f"drafts-{folder.name}", Score(found, found + missed, false)


def worse(now: dict[str, Score], accepted: dict[str, Score]) -> list[str]:
    """What is worse now than it was accepted; a set that nobody accepted is named, too."""
    told = [f"{name}: not accepted yet" for name in now if name not in accepted]
    for name, before in accepted.items():
        after = now.get(name)
        if after is None:
            told.append(f"{name}: the set is gone")
        elif after.found < before.found or after.false > before.false:
            was = f"found {before.found}, false {before.false}"
            told.append(f"{name}: found {after.found}, false {after.false}; accepted were {was}")
    return told


def _read() -> dict[str, Score]:
    rows = json.loads(ACCEPTED.read_text(encoding="utf-8")) if ACCEPTED.exists() else {}
    return {name: Score(**row) for name, row in rows.items()}


def main(arguments: list[str]) -> int:
    """Measure, and print, compare or write down."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--check", action="store_true", help="fail where a set is worse")
    action.add_argument("--accept", action="store_true", help="write down what is found now")
    options = parser.parse_args(arguments)
    now = dict(measure(default_rules([])))
    for name, score in now.items():
        print(f"{name:16} found {score.found}/{score.faults}, false alarms {score.false}")
    if options.accept:
        rows = {name: score._asdict() for name, score in now.items()}
        ACCEPTED.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    told = worse(now, _read()) if options.check else []
    if told:
        print("\nFewer faults or more false alarms than accepted in bench/unseen/accepted.json:")
        print(*told, sep="\n")
        print(
            "Read them: python bench/blind.py (or whole_drafts.py) bench/unseen/…; if it is meant:"
        )
        print("    python bench/unseen.py --accept")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
