"""Passages written without sight of the rules: which faults are found, which right ones reported.

    python bench/blind.py FILE.jsonl … [--rule CODE …] [--quiet]

Each line of FILE is ``{"id", "class", "bad", "good", "note"}``. ``bad`` holds what is wrong
between ⟦ and ⟧: it is found if a finding of any severity overlaps each of the places, and beside
if only a related place of one does (the sum was reported, a part was meant). ``good`` is right: a
finding of ``warning`` or ``error`` there is a false alarm. Printed are both by class, and what was
missed and falsely reported with its text. A file that somebody has read in order to change a rule
measures nothing any more.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpus import default_rules

from govlint.diagnostics.diagnostic import Diagnostic, Note
from govlint.engine.lint import lint_document
from govlint.ruleset.rule import Rule
from govlint.text.document import Document
from govlint.text.source import Source

OPEN, CLOSE = "⟦", "⟧"


class Entry(NamedTuple):
    """One line of a blind set."""

    name: str
    kind: str
    bad: str
    good: str
    note: str


class Outcome(NamedTuple):
    """``found``: how loudly the places were reported, None where one was not; ``beside``: they
    were, with related places; ``alarms``: what was reported of the right passage; ``elsewhere``:
    what lies on no marked place of the wrong one."""

    entry: Entry
    found: str | None
    beside: bool
    alarms: tuple[Diagnostic, ...]
    elsewhere: tuple[Diagnostic, ...]


def read_entries(path: Path) -> Iterator[Entry]:
    """The entries of a file; a line that is none raises ValueError with its number."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
                yield Entry(*(row[key] for key in ("id", "class", "bad", "good", "note")))
            except (ValueError, KeyError) as fault:
                message = f"{path}:{number}: not an entry ({fault!r})"
                raise ValueError(message) from fault


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """``text`` without its brackets, and the places that they held."""
    plain, places, start = "", [], 0
    for piece in text.replace(CLOSE, OPEN).split(OPEN):
        plain += piece
        places.append((start, len(plain)))
        start = len(plain)
    return plain, places[1::2]


def judge(entry: Entry, rules: tuple[Rule, ...]) -> Outcome:
    """Check both passages of ``entry``."""
    text, places = unmark(entry.bad)
    findings = _lint(text, rules)
    hits = [[d for d in findings if _overlaps(d, place)] for place in places]
    loudest = [min((_RANK[d.severity] for d in found), default=None) for found in hits]
    levels = [level for level in loudest if level is not None]
    on_place = {id(d) for found in hits for d in found}
    return Outcome(
        entry,
        _NAMES[max(levels)] if places and len(levels) == len(places) else None,
        all(any(touches(d, place) for d in findings) for place in places),
        tuple(d for d in _lint(entry.good, rules) if d.severity != "info"),
        tuple(d for d in findings if id(d) not in on_place and d.severity != "info"),
    )


_NAMES = ("error", "warning", "info")
_RANK = {name: rank for rank, name in enumerate(_NAMES)}


def _lint(text: str, rules: tuple[Rule, ...]) -> list[Diagnostic]:
    return list(lint_document(Document(Source("blind", text)), rules))


def _overlaps(finding: Diagnostic | Note, place: tuple[int, int]) -> bool:
    """An empty span touches what it stands at."""
    start, end = finding.span or (0, 0)
    return start < max(place[1], place[0] + 1) and place[0] < max(end, start + 1)


def touches(diagnostic: Diagnostic, place: tuple[int, int]) -> bool:
    """Whether a finding, or a place that it points at, overlaps a place (half-open)."""
    beside = any(_overlaps(note, place) for note in diagnostic.related)
    return beside or _overlaps(diagnostic, place)


def main(arguments: list[str]) -> int:
    """Print what was found by class, and what was not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--rule", action="append", default=[], help="only codes that begin so")
    parser.add_argument("--quiet", action="store_true", help="figures only")
    options = parser.parse_args(arguments)
    rules = default_rules(options.rule)
    try:
        outcomes = [judge(entry, rules) for path in options.files for entry in read_entries(path)]
    except (OSError, ValueError) as fault:
        print(fault, file=sys.stderr)
        return 2
    if not options.quiet:
        _print_texts(outcomes)
    _print_classes(outcomes)
    return 0


def _print_classes(outcomes: list[Outcome]) -> None:
    by_class = defaultdict(list)
    for outcome in outcomes:
        by_class[outcome.entry.kind].append(outcome)
    for kind, members in sorted(by_class.items()):
        print(_figures(kind, members))
    print(_figures("all", outcomes))


def _figures(label: str, outcomes: list[Outcome]) -> str:
    count = len(outcomes)
    found = sum(outcome.found is not None for outcome in outcomes)
    beside = sum(outcome.beside and outcome.found is None for outcome in outcomes)
    asked = sum(outcome.found == "info" for outcome in outcomes)
    false = sum(bool(outcome.alarms) for outcome in outcomes)
    share = f"{found / count:.3f}" if count else "-"
    return (
        f"{label:32} found {found}/{count} {share} (info {asked}, {beside} more beside), "
        f"false alarms {false}/{count}"
    )


def _print_texts(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        entry = outcome.entry
        if outcome.found is None:
            miss = "BESIDE" if outcome.beside else "MISSED"
            print(f"{miss} {entry.name} [{entry.kind}] {entry.bad}\n    {entry.note}")
        if outcome.alarms:
            print(f"FALSE {entry.name} [{entry.kind}] {entry.good}\n{_told(outcome.alarms)}")
        if outcome.elsewhere:
            print(f"ELSEWHERE {entry.name} [{entry.kind}] {entry.bad}\n{_told(outcome.elsewhere)}")


def _told(diagnostics: Iterable[Diagnostic]) -> str:
    return "\n".join(f"    {d.code} {d.severity} 「{d.text}」{d.message}" for d in diagnostics)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
