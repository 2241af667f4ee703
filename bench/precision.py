"""How often each rule is right: verdicts on findings, and the table that follows from them.

    python bench/precision.py FOLDER judge [--rule FIG …] [--most 30]
    python bench/precision.py FOLDER table > docs/precision.md
    python bench/precision.py FOLDER table --language > docs/precision-language.md

``judge`` prints findings that nobody has judged yet, with sentence and message alone, and a line
for ``bench/verdicts.csv`` to be filled in: right (a reviewer would act on it), wrong, or doubtful,
and why, in own words. The file holds nothing of the documents: their id, the rule, the fingerprint.
``table`` counts the verdicts on what is found now; one on a finding that is gone counts no more.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpus import default_rules, read_corpus
from revisions import around

from govlint.diagnostics.diagnostic import fingerprints
from govlint.engine.lint import lint_document
from govlint.ruleset.rule import Rule
from govlint.text.document import Document
from govlint.text.source import Source

VERDICTS = Path(__file__).with_name("verdicts.csv")
FIELDS = ("document", "code", "fingerprint", "verdict", "reason")
LENGTH = 16
"""Hex digits of a fingerprint that are kept: enough to tell findings of one document apart."""
LANGUAGE = ("PUN", "NUM", "TRM", "FMT", "RES520", "RES521", "RES522", "SEQ210")
"""The families and rules that precision-language.md has."""


class Key(NamedTuple):
    """What a verdict is on."""

    document: str
    code: str
    fingerprint: str


class Judged(NamedTuple):
    """One finding, ``sentence`` with its place in ⟦…⟧, and what was said of it, or "". ``report``:
    it is in one of the reports that rates are counted over."""

    key: Key
    report: bool
    severity: str
    name: str
    message: str
    sentence: str
    verdict: str


def read_verdicts(path: Path) -> dict[Key, str]:
    """The verdicts, by what they are on."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {
            Key(row["document"], row["code"], row["fingerprint"]): row["verdict"]
            for row in csv.DictReader(file)
        }


def findings(folder: Path, rules: tuple[Rule, ...], verdicts: dict[Key, str]) -> Iterator[Judged]:
    """Every finding in the documents that are no excerpts, variants or damaged."""
    for text in read_corpus(folder):
        if not text.whole:
            continue
        found = lint_document(Document(Source(text.name, text.text)), rules)
        for d, name in zip(found, fingerprints(found), strict=True):
            key = Key(text.name, d.code, name[:LENGTH])
            sentence = around(text.text, *d.span) if d.span else ""
            yield Judged(
                key, text.counted, d.severity, d.name, d.message, sentence, verdicts.get(key, "")
            )


def main(arguments: list[str]) -> int:
    """Print findings to judge, or the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("what", choices=("judge", "table"))
    parser.add_argument("--rule", action="append", default=[])
    parser.add_argument("--most", type=int, default=30, help="findings to judge a rule")
    parser.add_argument("--language", action="store_true", help="marks, numbers, words and form")
    options = parser.parse_args(arguments)
    rules = tuple(
        rule
        for rule in default_rules(options.rule)
        if options.rule or rule.id.startswith(LANGUAGE) == options.language
    )
    found = list(findings(options.folder, rules, read_verdicts(VERDICTS)))
    page = PREFACE + (_ON_LANGUAGE if options.language else _ON_OTHERS)
    lines = to_judge(found, options.most) if options.what == "judge" else table(rules, found, page)
    for line in lines:
        print(line)
    return 0


def to_judge(found: Iterable[Judged], most: int) -> Iterator[str]:
    """A sample of what has no verdict, so many a rule in reports and as many in other documents,
    those with a verdict counted in."""
    for rows in by_rule(found).values():
        chosen: list[Judged] = []
        for report in (True, False):
            part = [row for row in rows if row.report == report]
            chosen += sorted(random.Random(1).sample(part, len(part)), key=_unjudged)[:most]
        for row in (row for row in chosen if not row.verdict):
            yield f"{row.severity} {row.sentence} | {row.message}"
            yield f"{','.join(row.key)},,\n"


def _unjudged(row: Judged) -> bool:
    return not row.verdict


def table(rules: tuple[Rule, ...], found: Iterable[Judged], page: str = "") -> Iterator[str]:
    """The page, after what ``page`` says: a row for each rule that found something, and the names
    of the silent ones."""
    judged = list(found)
    rows = by_rule(judged)
    yield page
    yield "| Rule | Class | reports: n | read | right | others: n | read | right | not right |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|---|"
    for code, found_by in rows.items():
        severities = "/".join(sorted({row.severity for row in found_by}))
        yield _row(f"{code} {found_by[0].name}", severities, found_by)
    yield _row("all", "", judged)
    silent = [f"{rule.id} {rule.name}" for rule in rules if rule.id not in rows]
    if silent:
        yield "\nSilent on all of them, so that nothing is known of how often they are right there:"
        yield ", ".join(silent) + "."


def _row(rule: str, severities: str, rows: list[Judged]) -> str:
    cells = []
    for report in (True, False):
        part = [row for row in rows if row.report == report]
        read = [row for row in part if row.verdict]
        right = sum(row.verdict == "right" for row in read)
        cells += [len(part), len(read), f"{right} ({right / len(read):.2f})" if read else ""]
    rest = Counter(row.verdict for row in rows if row.verdict not in {"", "right"})
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(rest.items()))
    return f"| {rule} | {severities} | {' | '.join(map(str, cells))} | {told} |"


def by_rule(found: Iterable[Judged]) -> dict[str, list[Judged]]:
    """The findings of each rule, rules in order."""
    rows: dict[str, list[Judged]] = defaultdict(list)
    for row in found:
        rows[row.key.code].append(row)
    return dict(sorted(rows.items()))


PREFACE = """# How often the rules are right

Counted over public documents that are no excerpts, no variants of others and not damaged, with the
default profile. *reports*: 政府工作报告 of 2000 and later, what the classes of rules rest on.
*others*: earlier reports, plans, notices, ordinances, forms, catalogues. n: the findings there;
read: how many of them were judged with only sentence and message in view, drawn by chance where not
all; right: a reviewer would act on it. What one could see either way is doubtful, and counts as
not right.

The verdicts stand in `bench/verdicts.csv`, with reasons and without anything of the documents;
`python bench/precision.py FOLDER table` writes this page. Since November 2026 who judges
does not know the rules.
"""
_ON_OTHERS = """
The rules on marks, numbers, words and form have [their own page](precision-language.md).
"""
_ON_LANGUAGE = """
These are the rules on marks, numbers, words and form; [the others](precision.md).

What these figures do not say: published reports have been proofread, so that rules on what nobody
publishes find little in them, right or wrong; `bench/unseen` has what those find. Of texts of
before 1985 only today's norms are asked, so that many a unit and spelling of theirs is wrong here.
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
