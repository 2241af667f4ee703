"""What a change does to real documents: the findings that it adds and removes, as Markdown.

    python bench/ecosystem.py OLD NEW [--corpus FOLDER] [--all] [--most N] [-- OPTION …]

OLD and NEW are git revisions, ``.`` is the working tree. FOLDER (or GOVLINT_CORPUS) holds texts; if
it has an ``index.jsonl``, excerpts, variants and damaged texts are left out unless ``--all``. What
comes after ``--`` goes to govlint (``--profile strict``, ``--select FIG``). The documents may be
confidential: the page is printed, and nothing is written anywhere.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from findings_diff import Difference, change, compare
from revisions import Found, RevisionFault, check_out, start

_SEVERITIES = ("error", "warning", "info")


def documents_of(corpus: Path, *, every: bool) -> list[str]:
    """The documents of a folder, as paths below it, in a fixed order."""
    index = corpus / "index.jsonl"
    if not index.exists():
        found = sorted(corpus.rglob("*.txt")) + sorted(corpus.rglob("*.md"))
        return [path.relative_to(corpus).as_posix() for path in found]
    rows = map(json.loads, index.read_text(encoding="utf-8").splitlines())
    return [
        str(row["path"])
        for row in rows
        if every or not (row["is_excerpt"] or row["variant_of"] or row["damaged"])
    ]


def main(arguments: list[str]) -> int:
    """Print the page; 2 where a revision could not be run."""
    arguments, passed = _split(arguments)
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("old")
    parser.add_argument("new")
    default = os.environ.get("GOVLINT_CORPUS")
    parser.add_argument("--corpus", type=Path, default=default, required=default is None)
    parser.add_argument("--all", action="store_true", help="also excerpts, variants and damaged")
    parser.add_argument("--most", type=int, default=20, help="findings shown a rule and kind")
    options = parser.parse_args(arguments)
    documents = documents_of(options.corpus, every=options.all)
    if not documents:
        print(f"{options.corpus}: no documents", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        try:
            running = [
                start(check_out(revision, Path(folder)), options.corpus, documents, passed)
                for revision in (options.old, options.new)
            ]
            old, new = (process.findings() for process in running)
        except RevisionFault as fault:
            print(fault, file=sys.stderr)
            return 2
    print(f"# {options.old} → {options.new}: {len(documents)} documents\n")
    print("\n".join(page(old, new, compare(old, new), options.most)))
    return 0


def page(old: list[Found], new: list[Found], difference: Difference, most: int) -> Iterator[str]:
    """The lines of the page: the counts by severity, then each rule that differs."""
    added, removed, changed, same = difference
    counts = [Counter(f.severity for f in findings) for findings in (old, new, added, removed)]
    yield "| | before | after | added | removed |\n|---|--:|--:|--:|--:|"
    for severity in _SEVERITIES:
        yield f"| {severity} | " + " | ".join(str(count[severity]) for count in counts) + " |"
    yield f"\n{same} findings are the same, {len(changed)} are said otherwise."
    codes = {f.code for f in (*added, *removed)} | {pair.new.code for pair in changed}
    for code in sorted(codes):
        yield from _rule(code, difference, most)


def _rule(code: str, difference: Difference, most: int) -> Iterator[str]:
    added = [f for f in difference.added if f.code == code]
    removed = [f for f in difference.removed if f.code == code]
    changed = [pair for pair in difference.changed if pair.new.code == code]
    name = next(f.name for f in (*added, *removed, *(pair.new for pair in changed)))
    yield f"\n## {code} {name}: +{len(added)} −{len(removed)}, {len(changed)} changed"
    yield from _list("Added", [_line(f) for f in added], most)
    yield from _list("Removed", [_line(f) for f in removed], most)
    lines = [f"{_line(p.new)} ({change(p)}; was: {p.old.message})" for p in changed]
    yield from _list("Changed", lines, most)


def _line(found: Found) -> str:
    return f"- {found.severity} `{found.path}:{found.line}` {found.sentence} — {found.message}"


def _list(title: str, lines: list[str], most: int) -> Iterator[str]:
    if lines:
        yield f"\n### {title}\n"
        yield from lines[:most]
        if len(lines) > most:
            yield f"- … and {len(lines) - most} more"


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    return arguments[:cut], arguments[cut + 1 :]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
