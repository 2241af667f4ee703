"""The documents that rates are counted over, and the check that the rates hold.

    python bench/corpus.py FOLDER [--rule CODE …] [--sample N] [--all]
    python bench/corpus.py FOLDER --check | --accept

FOLDER holds ``index.jsonl`` (path, genre, year, is_excerpt, variant_of, damaged, chars) and the
texts. Rates are counted over 政府工作报告 of 2000 and later that are no excerpt, no variant and
not damaged. ``--check`` compares the count of each rule with ``bench/budget.json`` and fails where
it moved, up or down: a change that moves a count says so by changing the budget, which
``--accept`` writes anew.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.engine.lint import lint_document
from govlint.ruleset.catalogue import builtin_rules
from govlint.ruleset.rule import Rule
from govlint.text.decode import decode
from govlint.text.document import Document
from govlint.text.source import Source

BUDGET = Path(__file__).with_name("budget.json")
LANGUAGE = ("PUN", "NUM", "TRM", "FMT", "SEQ210", "RES520", "RES521", "RES522")
LIMITS = {
    "language": {"error": 0.3, "warning": 2.0},
    "the rest": {"error": 0.3, "warning": 1.0},
}
"""Findings a 10,000 characters that the default profile may make on real reports: those on
punctuation, numerals, words and elements, and the others."""
HOW_TO_ACCEPT = """
Findings on real documents moved, and the budget does not say so. Read them:
    python bench/ecosystem.py main . --corpus {folder}
If they are meant, accept the counts, and commit bench/budget.json with the change:
    python bench/corpus.py {folder} --accept"""


class Text(NamedTuple):
    """One document of the corpus; ``counted``: rates are counted over it. ``year``: 0 where it
    is not known. ``whole``: no excerpt, no variant of another one, not damaged."""

    name: str
    text: str
    counted: bool
    year: int
    whole: bool


def read_corpus(folder: Path) -> Iterator[Text]:
    """The documents of ``folder``, in the order of its index."""
    for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        whole = not (row["is_excerpt"] or row["variant_of"] or row["damaged"])
        counted = whole and row["genre"] == "政府工作报告" and (row["year"] or 0) >= 2000
        text = decode((folder / row["path"]).read_bytes()).text
        yield Text(row["id"], text, counted, row["year"] or 0, whole)


def default_rules(codes: list[str]) -> tuple[Rule, ...]:
    """The stable rules of the default profile, or those whose code starts as given."""
    return tuple(
        rule
        for rule in builtin_rules()
        if "report" in rule.profiles
        and rule.status == "stable"
        and (not codes or rule.id.startswith(tuple(codes)))
    )


def main(arguments: list[str]) -> int:
    """Print rates and samples, or check them against the budget."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="fail where a count has moved")
    parser.add_argument("--accept", action="store_true", help="write the counts into the budget")
    parser.add_argument("--all", action="store_true", help="documents of every kind")
    parser.add_argument("--rule", action="append", default=[])
    parser.add_argument("--sample", type=int, default=0)
    options = parser.parse_args(arguments)
    if (options.check or options.accept) and (options.all or options.rule):
        parser.error("the budget is for all rules and the counted documents: no --all, no --rule")
    rules = default_rules(options.rule)
    found: dict[str, list[tuple[Text, Diagnostic]]] = defaultdict(list)
    size = 0
    for text in read_corpus(options.folder):
        if text.counted or options.all:
            size += len(text.text)
            for diagnostic in lint_document(Document(Source(text.name, text.text)), rules):
                found[diagnostic.code].append((text, diagnostic))
    _print_rates(found, size)
    if options.sample:
        _print_sample(found, options.sample)
    if not (options.check or options.accept):
        return 0
    counts = {code: len(findings) for code, findings in sorted(found.items())}
    moved = moves(json.loads(BUDGET.read_text(encoding="utf-8")), counts)
    excess = list(_excess(found, size))
    for line in (*moved, *excess):
        print(line, file=sys.stderr)
    if options.accept:
        BUDGET.write_text(json.dumps(counts, indent=1) + "\n", encoding="utf-8")
    elif moved:
        print(HOW_TO_ACCEPT.format(folder=options.folder), file=sys.stderr)
    return 1 if excess or (moved and not options.accept) else 0


def _print_rates(found: dict[str, list[tuple[Text, Diagnostic]]], size: int) -> None:
    severities = Counter(d.severity for findings in found.values() for _, d in findings)
    print(f"{size} characters")
    for severity, count in severities.items():
        print(f"{severity}: {count}, {count / size * 10_000:.3f} a 10,000 characters")
    for code, findings in sorted(found.items()):
        documents = len({text.name for text, _ in findings})
        print(f"{code} {findings[0][1].severity} {len(findings)} in {documents} documents")


def _print_sample(found: dict[str, list[tuple[Text, Diagnostic]]], size: int) -> None:
    chosen = random.Random(1)
    for findings in found.values():
        for text, d in chosen.sample(findings, min(size, len(findings))):
            start, end = d.span or (0, 0)
            before, after = text.text[max(0, start - 30) : start], text.text[end : end + 30]
            excerpt = f"{before}⟦{text.text[start:end]}⟧{after}".replace("\n", "⏎")
            line = d.start.line if d.start else 0
            print(f"{d.code} {text.name}:{line} {excerpt} | {d.message[:80]}")


def moves(budget: dict[str, int], counts: dict[str, int]) -> list[str]:
    """What is different from the budget, a line for each rule.

    >>> moves({"FIG301": 2, "SEQ201": 3}, {"SEQ201": 3, "STR101": 1})
    ['FIG301: 2 in the budget, now 0 (-2)', 'STR101: 0 in the budget, now 1 (+1)']
    """
    rows = ((code, budget.get(code, 0), counts.get(code, 0)) for code in sorted({*budget, *counts}))
    return [
        f"{code}: {old} in the budget, now {new} ({new - old:+})"
        for code, old, new in rows
        if old != new
    ]


def _excess(found: dict[str, list[tuple[Text, Diagnostic]]], size: int) -> Iterator[str]:
    counts = Counter(
        ("language" if d.code.startswith(LANGUAGE) else "the rest", d.severity)
        for findings in found.values()
        for _, d in findings
    )
    for group, limits in LIMITS.items():
        for severity, limit in limits.items():
            rate = counts[group, severity] / size * 10_000
            if rate > limit:
                yield f"{group}, {severity}: {rate:.3f} a 10,000 characters, at most {limit}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
