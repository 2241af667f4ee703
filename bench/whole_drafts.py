"""Whole drafts by authors who had not seen the rules: which faults are found, what else is said.

    python bench/whole_drafts.py FOLDER … [--rule CODE …] [--quiet]

Each FOLDER holds texts and ``faults.jsonl``, a line a fault: ``{"file", "class", "line", "text",
"note"}``, where ``text`` is what is wrong in that line (counted from 1). A fault is found if the
place of a finding, or a place that it points at, overlaps it. Every other ``warning`` or ``error``
is a false alarm, for all else in the texts is right.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from blind import touches
from corpus import default_rules

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.engine.lint import lint_document
from govlint.ruleset.rule import Rule
from govlint.text.document import Document
from govlint.text.source import Source

FAULTS = "faults.jsonl"


class Fault(NamedTuple):
    """One line of a list of faults. ``place``: in code points of the file, half-open."""

    kind: str
    place: tuple[int, int]
    text: str
    note: str


class Draft(NamedTuple):
    """What became of a text: its faults that were found and that were missed, and what was said
    of nothing that is wrong."""

    name: str
    found: tuple[Fault, ...]
    missed: tuple[Fault, ...]
    alarms: tuple[Diagnostic, ...]


def read_drafts(folder: Path, rules: tuple[Rule, ...]) -> Iterator[Draft]:
    """Check every text of ``folder``. A list that does not fit its texts raises ValueError."""
    rows = _rows(folder / FAULTS)
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        faults = [_fault(text, row, number) for number, row in rows if row["file"] == path.name]
        findings = lint_document(Document(Source(path.name, text)), rules)
        yield judge(path.name, faults, findings)


def judge(name: str, faults: list[Fault], findings: list[Diagnostic]) -> Draft:
    """Hold what is wrong in a text against what was said of it."""
    found = [f for f in faults if any(touches(d, f.place) for d in findings)]
    alarms = [
        d for d in findings if d.severity != "info" and not any(touches(d, f.place) for f in faults)
    ]
    missed = [f for f in faults if f not in found]
    return Draft(name, tuple(found), tuple(missed), tuple(alarms))


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(number, json.loads(line)) for number, line in enumerate(lines, 1) if line.strip()]


def _fault(text: str, row: dict[str, str], number: int) -> Fault:
    lines = text.split("\n")
    line = int(row["line"]) - 1
    column = lines[line].find(row["text"]) if line < len(lines) else -1
    if column < 0:
        raise ValueError(f"{FAULTS}:{number}: {row['file']}:{line + 1} has no {row['text']!r}")
    start = sum(len(before) + 1 for before in lines[:line]) + column
    return Fault(row["class"], (start, start + len(row["text"])), row["text"], row["note"])


def main(arguments: list[str]) -> int:
    """Print what was missed and what was falsely said, draft by draft, and the sums."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--rule", action="append", default=[], help="only codes that begin so")
    parser.add_argument("--quiet", action="store_true", help="figures only")
    options = parser.parse_args(arguments)
    rules = default_rules(options.rule)
    try:
        drafts = [draft for folder in options.folders for draft in read_drafts(folder, rules)]
    except (OSError, ValueError, KeyError) as fault:
        print(fault, file=sys.stderr)
        return 2
    if not options.quiet:
        _print_texts(drafts)
    found = sum(len(draft.found) for draft in drafts)
    count = found + sum(len(draft.missed) for draft in drafts)
    false = sum(len(draft.alarms) for draft in drafts)
    print(f"{len(drafts)} drafts, found {found}/{count}, false alarms {false}")
    return 0


def _print_texts(drafts: list[Draft]) -> None:
    for draft in drafts:
        for fault in draft.missed:
            print(f"MISSED {draft.name} [{fault.kind}] {fault.text}\n    {fault.note}")
        for alarm in draft.alarms:
            place = f"{draft.name}:{alarm.start.line}" if alarm.start else draft.name
            print(f"FALSE {place} {alarm.code} {alarm.severity} 「{alarm.text}」{alarm.message}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
