"""What a revision of govlint finds in a folder of documents, through its command line alone.

A revision runs in a process of its own, from a copy of its tree in a temporary folder, so that
two revisions that share no interface but the JSON can be compared.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from govlint.text.decode import decode

ROOT = Path(__file__).resolve().parent.parent
WORKING_TREE = "."
_ENDS = "。！？!?\n\r"
_REACH = 120


class Found(NamedTuple):
    """One finding: what JSON says of it, and ``sentence``, the text around it with the place in
    ⟦…⟧. ``span`` is None where it has no place (a document that could not be read)."""

    code: str
    name: str
    severity: str
    message: str
    path: str
    line: int
    span: tuple[int, int] | None
    fingerprint: str
    sentence: str


class RevisionFault(Exception):
    """A revision that does not exist, or whose govlint did not run to its end."""


def check_out(revision: str, folder: Path) -> Path:
    """The tree of ``revision`` below ``folder``; ``.`` is the working tree as it stands."""
    if revision == WORKING_TREE:
        return ROOT
    done = subprocess.run(
        ["git", "archive", "--format=tar", revision],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise RevisionFault(f"{revision}: {done.stderr.decode(errors='replace').strip()}")
    tree = folder / f"{len(list(folder.iterdir()))}"
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(tree, filter="data")
    return tree


def start(tree: Path, corpus: Path, documents: list[str], options: list[str]) -> Running:
    """Start the govlint of ``tree`` on ``documents``, paths below ``corpus``."""
    command = [sys.executable, "-m", "govlint", "--isolated", "--output-format", "json"]
    command += ["--quiet", "--fail-level", "never", *options, "--", *documents]
    environment = {**os.environ, "PYTHONPATH": str(tree / "linter"), "PYTHONIOENCODING": "utf-8"}
    return Running(
        subprocess.Popen(
            command,
            cwd=corpus,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ),
        corpus,
    )


class Running(NamedTuple):
    """A govlint at work."""

    process: subprocess.Popen[bytes]
    corpus: Path

    def findings(self) -> list[Found]:
        """What it found. Raises RevisionFault where it stopped before its end."""
        out, err = self.process.communicate()
        if self.process.returncode not in {0, 1}:
            raise RevisionFault(err.decode(errors="replace").strip()[-2000:])
        return list(_read(json.loads(out)["diagnostics"], self.corpus))


def _read(diagnostics: list[dict[str, object]], corpus: Path) -> Iterator[Found]:
    texts: dict[str, str] = {}
    for row in diagnostics:
        path = str(row["path"])
        span = None
        sentence = ""
        if row["offset"] is not None:
            span = int(str(row["offset"])), int(str(row["end_offset"]))
            if path not in texts:
                texts[path] = decode((corpus / path).read_bytes()).text
            sentence = around(texts[path], *span)
        yield Found(
            str(row["code"]),
            str(row["name"]),
            str(row["severity"]),
            str(row["message"]),
            path,
            int(str(row["line"] or 0)),
            span,
            str(row["fingerprint"]),
            sentence,
        )


def around(text: str, start: int, end: int) -> str:
    """The sentence of ``text`` around a place, which stands in ⟦…⟧; cut where it is long.

    >>> around("一是抓好项目。二是抓好招商，三是抓好服务。", 7, 9)
    '⟦二是⟧抓好招商，三是抓好服务。'
    """
    first = start
    while first > max(0, start - _REACH) and text[first - 1] not in _ENDS:
        first -= 1
    last = end
    while last < min(len(text), end + _REACH) and text[last] not in _ENDS:
        last += 1
    tail = text[end : last + 1].rstrip()
    place = text[start:end]
    if len(place) > 2 * _REACH:
        place = f"{place[:_REACH]}…{place[-_REACH:]}"
    return f"{text[first:start]}⟦{place}⟧{tail}".replace("\r", "").replace("\n", "⏎")
